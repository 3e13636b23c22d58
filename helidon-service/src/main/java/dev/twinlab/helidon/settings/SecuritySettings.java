package dev.twinlab.helidon.settings;

import dev.twinlab.contract.operations.SettingNames;
import dev.twinlab.contract.settings.SettingValues;

/**
 * What a token must be.
 *
 * @param jwtSecret secret of HS256, 32 bytes or more
 * @param jwtIssuer expected {@code iss}
 * @param jwtAudience expected in {@code aud}
 * @param requireRead whether reads need a token too
 */
public record SecuritySettings(String jwtSecret, String jwtIssuer, String jwtAudience, boolean requireRead) {
    static SecuritySettings from(SettingValues values) {
        return new SecuritySettings(
                values.secret(SettingNames.JWT_SECRET),
                values.text(SettingNames.JWT_ISSUER),
                values.text(SettingNames.JWT_AUDIENCE),
                values.flag(SettingNames.AUTH_REQUIRE_READ));
    }

    @Override
    public String toString() {
        return "SecuritySettings[jwtSecret=***, jwtIssuer=" + jwtIssuer + "]";
    }
}
