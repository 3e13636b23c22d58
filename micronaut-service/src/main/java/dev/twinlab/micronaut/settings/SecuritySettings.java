package dev.twinlab.micronaut.settings;

import dev.twinlab.contract.operations.SettingNames;
import java.nio.charset.StandardCharsets;

/**
 * What a token must be.
 *
 * @param secret of HS256, 32 bytes or more in UTF-8
 * @param issuer expected {@code iss}
 * @param audience expected {@code aud}
 * @param requireRead whether reads need a token too
 */
public record SecuritySettings(String secret, String issuer, String audience, boolean requireRead) {
    /** Shortest secret, bytes: RFC 7518, section 3.2 wants a key at least as long as the hash. */
    private static final int SECRET_BYTES_MIN = 32;

    static SecuritySettings read(SettingsReader reader) {
        String secret = reader.secret(SettingNames.JWT_SECRET).orElse("");
        int bytes = secret.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < SECRET_BYTES_MIN) {
            reader.problem(SettingNames.JWT_SECRET
                    + (bytes == 0 ? " is not set" : " is '***' of " + bytes + " bytes")
                    + "; it must have " + SECRET_BYTES_MIN + " bytes or more.");
        }
        return new SecuritySettings(
                secret,
                reader.text(SettingNames.JWT_ISSUER, SettingNames.DEFAULT_JWT_ISSUER),
                reader.text(SettingNames.JWT_AUDIENCE, SettingNames.DEFAULT_JWT_AUDIENCE),
                reader.flag(SettingNames.AUTH_REQUIRE_READ, false));
    }

    @Override
    public String toString() {
        return "SecuritySettings[secret=***, issuer=" + issuer + ", audience=" + audience + ", requireRead="
                + requireRead + "]";
    }
}
