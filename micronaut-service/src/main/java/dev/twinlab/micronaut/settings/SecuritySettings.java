package dev.twinlab.micronaut.settings;

import dev.twinlab.contract.operations.SettingNames;
import dev.twinlab.contract.settings.SettingValues;

/**
 * What a token must be.
 *
 * @param secret of HS256, 32 bytes or more in UTF-8
 * @param issuer expected {@code iss}
 * @param audience expected {@code aud}
 * @param requireRead whether reads need a token too
 */
public record SecuritySettings(String secret, String issuer, String audience, boolean requireRead) {
    static SecuritySettings read(SettingValues values) {
        return new SecuritySettings(
                values.secret(SettingNames.JWT_SECRET),
                values.text(SettingNames.JWT_ISSUER),
                values.text(SettingNames.JWT_AUDIENCE),
                values.flag(SettingNames.AUTH_REQUIRE_READ));
    }

    @Override
    public String toString() {
        return "SecuritySettings[secret=***, issuer=" + issuer + ", audience=" + audience + ", requireRead="
                + requireRead + "]";
    }
}
