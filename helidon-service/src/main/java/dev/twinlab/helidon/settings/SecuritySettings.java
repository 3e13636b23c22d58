package dev.twinlab.helidon.settings;

import dev.twinlab.contract.operations.SettingNames;

/**
 * What a token must be.
 *
 * @param jwtSecret secret of HS256, 32 bytes or more
 * @param jwtIssuer expected {@code iss}
 * @param jwtAudience expected in {@code aud}
 * @param requireRead whether reads need a token too
 */
public record SecuritySettings(String jwtSecret, String jwtIssuer, String jwtAudience, boolean requireRead) {
    private static final int SECRET_BYTES_MIN = 32;

    static SecuritySettings from(SettingsReader reader) {
        return new SecuritySettings(
                reader.secret(SettingNames.JWT_SECRET, SECRET_BYTES_MIN, true),
                reader.text(SettingNames.JWT_ISSUER, SettingNames.DEFAULT_JWT_ISSUER),
                reader.text(SettingNames.JWT_AUDIENCE, SettingNames.DEFAULT_JWT_AUDIENCE),
                reader.flag(SettingNames.AUTH_REQUIRE_READ));
    }

    @Override
    public String toString() {
        return "SecuritySettings[jwtSecret=***, jwtIssuer=" + jwtIssuer + "]";
    }
}
