package io.astrionix.musicmuse.server;

import java.util.Map;

/**
 * The two roles of MusicMuse's database.
 *
 * @param application works with rows and can change no table, and nothing in the audit log
 * @param owner owns the tables; runs the migrations
 */
record DatabaseRoles(DatabaseAccess application, DatabaseAccess owner) {

    /** What the data source of {@code configure.cli} and the migrations read. */
    Map<String, String> environment() {
        return Map.of(
                LauncherSettings.DB_URL,
                application.jdbcUrl(),
                LauncherSettings.DB_USER,
                application.user(),
                LauncherSettings.DB_PASSWORD,
                application.password(),
                LauncherSettings.DB_OWNER_USER,
                owner.user(),
                LauncherSettings.DB_OWNER_PASSWORD,
                owner.password());
    }
}
