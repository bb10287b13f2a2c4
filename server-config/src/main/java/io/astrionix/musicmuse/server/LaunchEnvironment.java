package io.astrionix.musicmuse.server;

import java.util.HashMap;
import java.util.Map;

/**
 * What the server of a launcher is told by environment variables, beside where it listens.
 *
 * @param origin where its pages are
 * @param demoPassword of all demo accounts
 * @param demoSeed of the authenticator apps of those that need one
 * @param extra goes before all others
 */
record LaunchEnvironment(
        LauncherSettings settings, String origin, String demoPassword, String demoSeed, Map<String, String> extra) {

    /** Who tries MusicMuse out on this machine can make accounts. */
    private static final Map<String, String> OPEN_REGISTRATION = Map.of(
            "MUSICMUSE_OPERATOR_NAME", "MusicMuse on this computer",
            "MUSICMUSE_OPERATOR_CONTACT", "operator@demo.musicmuse.test",
            "MUSICMUSE_OPERATOR_COUNTRY", "United States",
            "MUSICMUSE_REGISTRATION", "open");

    /** @throws StartFailedException if a development certificate is needed and cannot be made */
    Map<String, String> variables(DatabaseRoles database) {
        var variables = new HashMap<>(database.environment());
        variables.put("MUSICMUSE_SITE_ORIGIN", origin);
        variables.put(
                "MUSICMUSE_KEYS_FILE", settings.dataFolder().resolve("keys").toString());
        variables.put(LauncherSettings.TLS, Boolean.toString(settings.tls()));
        settings.developmentCertificate().ifPresent(certificate -> {
            variables.put(LauncherSettings.TLS_KEYSTORE, certificate.ensure().toString());
            variables.put(LauncherSettings.TLS_KEYSTORE_PASSWORD, DevelopmentCertificate.PASSWORD);
        });
        variables.put(DemoAccount.PASSWORD, demoPassword);
        variables.put(DemoAccount.TOTP_SEED, demoSeed);
        variables.putAll(OPEN_REGISTRATION);
        variables.putAll(extra);
        return variables;
    }
}
