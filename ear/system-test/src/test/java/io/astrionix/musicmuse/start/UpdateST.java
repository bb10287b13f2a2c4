package io.astrionix.musicmuse.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.server.EmbeddedDatabase;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.server.StartFailedException;
import io.astrionix.musicmuse.system.TestPaths;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A version to come, made of this one and migrations of its own, over the database of this one; and back (docs/upgrade.md). */
@Tag("start")
class UpdateST {

    private static final Path FOLDER = TestPaths.target().resolve("updates");

    @Test
    void a_version_does_not_start_on_the_database_of_a_newer_one() throws IOException {
        var folder = FOLDER.resolve("newer");
        var newer = earWith(
                folder, Map.of("V29991231000000__newer.sql", "create table musicmuse.newer (id int primary key);"));
        start(newer, folder);

        assertThatThrownBy(() -> start(TestPaths.ear(), folder))
                .isInstanceOf(StartFailedException.class)
                .hasMessageStartingWith(
                        "MUSICMUSE_DB_URL leads to a database of a newer MusicMuse (migration 29991231000000)")
                .hasMessageEndingWith("MusicMuse does not start.");

        start(newer, folder);
    }

    @Test
    void an_update_that_fails_leaves_the_database_to_the_version_before() throws IOException, SQLException {
        var folder = FOLDER.resolve("broken");
        start(TestPaths.ear(), folder);
        var broken = earWith(
                folder,
                Map.of(
                        "V29991231000000__first.sql", "create table musicmuse.first_half (id int primary key);",
                        "V29991231000001__second.sql", "create table musicmuse.second_half (id int); select 1 / 0;"));

        assertThatThrownBy(() -> start(broken, folder)).isInstanceOf(StartFailedException.class);

        assertThat(tablesLike(folder, "%_half")).isZero();
        start(TestPaths.ear(), folder);
    }

    private static void start(Path ear, Path folder) {
        RunningMusicMuse.start(TestPaths.serverHome(), ear, folder, Map.of()).close();
    }

    /** @param migrations text by name */
    private static Path earWith(Path folder, Map<String, String> migrations) throws IOException {
        Files.createDirectories(folder);
        var ear = Files.copy(TestPaths.ear(), folder.resolve("to-come.ear"), StandardCopyOption.REPLACE_EXISTING);
        try (var files = FileSystems.newFileSystem(ear)) {
            var module = files.getPath("ejb-module.jar");
            var jar = Files.copy(module, folder.resolve("ejb-module.jar"), StandardCopyOption.REPLACE_EXISTING);
            try (var classes = FileSystems.newFileSystem(jar)) {
                for (var migration : migrations.entrySet()) {
                    Files.writeString(
                            classes.getPath("db", "migration", "shared", migration.getKey()), migration.getValue());
                }
            }
            Files.copy(jar, module, StandardCopyOption.REPLACE_EXISTING);
        }
        return ear;
    }

    private static int tablesLike(Path folder, String name) throws IOException, SQLException {
        var database = new EmbeddedDatabase(folder.resolve("database"), folder.resolve("database.log"));
        database.start();
        try (var connection = database.superuser();
                var query = connection.prepareStatement("select count(*) from pg_tables where tablename like ?")) {
            query.setString(1, name);
            try (var found = query.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        } finally {
            database.close();
        }
    }
}
