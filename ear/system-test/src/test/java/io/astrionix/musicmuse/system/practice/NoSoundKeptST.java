package io.astrionix.musicmuse.system.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SharedMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** After a take its sound is nowhere: not in the server's folder, not among temporary files, not in the database. */
@SystemTest
@Tag("R12")
@TestInstance(Lifecycle.PER_CLASS)
class NoSoundKeptST {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path DATABASE = SharedMusicMuse.workFolder().resolve("database");

    private final RunningMusicMuse musicMuse;
    private final Path server;
    private final FileTime begin = FileTime.from(Instant.now());
    private final short[] noise = noise();
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
        assertThat(placesWithSound()).isEmpty();
    }

    @Test
    void nothing_is_left_of_a_take_whose_socket_dropped() {
        var learner = Visitor.signedIn(musicMuse, musicMuse.learner());
        try (var page = PracticeClient.connect(learner)) {
            page.start(TakeSettings.VIOLIN_SCALE);
            page.stream(noise, PracticeClient.CATCHING_UP);
            page.drop();
        }
        assertThat(placesWithSound()).isEmpty();
    }

    @Test
    void a_killed_server_leaves_no_sound_and_the_page_plays_its_take_again() {
        var music = Takes.render(TakeSettings.violinScale().withWrong(3, 2));
        var learner = Visitor.signedIn(musicMuse, musicMuse.learner());
        var undisturbed = UndisturbedTake.result(learner, music);
        String lost;
        try (var page = PracticeClient.connect(learner)) {
            lost = page.start(TakeSettings.VIOLIN_SCALE).getString("session");
            page.stream(noise, PracticeClient.CATCHING_UP);
            musicMuse.killServer();
            assertThat(placesWithSound()).isEmpty();
        } finally {
            musicMuse.restartServer();
        }

        var again = Visitor.signedIn(musicMuse, musicMuse.learner());
        try (var page = PracticeClient.connect(again)) {
            page.sendResume(lost);
            assertThat(page.awaitClose(PATIENCE)).contains(4404);
        }
        assertThat(UndisturbedTake.result(again, music).getJsonArray("verdicts"))
                .isEqualTo(undisturbed.getJsonArray("verdicts"));
    }

    private List<String> placesWithSound() {
        var places = new ArrayList<String>();
        places.addAll(search.inFolder(server));
        places.addAll(search.inFolder(DATABASE));
        places.addAll(search.inFilesSince(Path.of(System.getProperty("java.io.tmpdir")), begin));
        places.addAll(search.inDatabase(musicMuse.database()));
        return places;
    }

    private void execute(String command) throws SQLException {
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** Three seconds in which no window is like another. */
    private static short[] noise() {
        var random = new Random(20_261_122);
        var samples = new short[3 * Takes.SAMPLE_RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (random.nextInt(16_000) - 8_000);
        }
        return samples;
    }
}
