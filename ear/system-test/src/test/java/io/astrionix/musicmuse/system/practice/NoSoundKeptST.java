package io.astrionix.musicmuse.system.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** After a take its sound is nowhere: not in the server's folder, not among temporary files, not in the database. */
@SystemTest
@Tag("R12")
@TestInstance(Lifecycle.PER_CLASS)
class NoSoundKeptST {

    private final RunningMusicMuse musicMuse;
    private final Path server;
    private final FileTime begin = FileTime.from(Instant.now());
    private final short[] noise = SoundSearch.noise(20_261_122);
    private final SoundSearch search = new SoundSearch(noise);

    NoSoundKeptST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.server = musicMuse.serverFolder();
    }

    @Test
    void the_search_finds_each_form_of_the_sound_on_disk() throws Exception {
        Path folder = Files.createDirectory(server.resolve("planted"));
        var planted = new ArrayList<String>();
        try {
            for (byte[] needle : search.needles()) {
                Path file = folder.resolve("sound-" + planted.size());
                planted.add(Files.write(file, needle).toString());
            }
            assertThat(search.inFolder(server)).containsExactlyInAnyOrderElementsOf(planted);
        } finally {
            for (String file : planted) {
                Files.deleteIfExists(Path.of(file));
            }
            Files.delete(folder);
        }
        assertThat(planted).hasSizeGreaterThan(50);
    }

    @Test
    void the_search_finds_the_sound_in_the_database() throws Exception {
        var bytes = search.needles().get(0);
        execute("create table musicmuse.planted (sound bytea)");
        try (var connection = musicMuse.database().connect();
                var insert = connection.prepareStatement("insert into musicmuse.planted values (?)")) {
            insert.setBytes(1, bytes);
            insert.execute();
            assertThat(search.inDatabase(musicMuse.database())).containsExactly("musicmuse.planted");
        } finally {
            execute("drop table musicmuse.planted");
        }
    }

    @Test
    void nothing_is_left_of_a_finished_take() {
        var learner = Visitor.signedIn(musicMuse, musicMuse.learner());
        UndisturbedTake.result(learner, noise);
        assertThat(search.everywhere(musicMuse, begin)).isEmpty();
    }

    @Test
    void nothing_is_left_of_a_take_whose_socket_dropped() {
        var learner = Visitor.signedIn(musicMuse, musicMuse.learner());
        try (var page = PracticeClient.connect(learner)) {
            page.start(TakeSettings.VIOLIN_SCALE);
            page.stream(noise, PracticeClient.CATCHING_UP);
            page.drop();
        }
        assertThat(search.everywhere(musicMuse, begin)).isEmpty();
    }

    private void execute(String command) throws SQLException {
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
