package io.astrionix.musicmuse.web.practice.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.analysis.ConcertPitch;
import io.astrionix.musicmuse.analysis.score.InputKind;
import io.astrionix.musicmuse.analysis.score.RuleBook;
import io.astrionix.musicmuse.analysis.score.Strictness;
import io.astrionix.musicmuse.lessons.boundary.ExerciseCatalog;
import io.astrionix.musicmuse.lessons.boundary.ExerciseChoice;
import io.astrionix.musicmuse.practice.boundary.StartPracticeCommand;
import io.astrionix.musicmuse.practice.boundary.StartedPractice;
import io.astrionix.musicmuse.practice.boundary.TakeInput;
import io.astrionix.musicmuse.practice.boundary.TakePace;
import io.astrionix.musicmuse.shared.AccountId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OpenTakesTest {

    private static final int MOST_WAITING = 3;
    private static final TakeLimits LIMITS = new TakeLimits(
            Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofSeconds(60), Duration.ofSeconds(15), 3);

    private final AccountId learner = new AccountId(UUID.randomUUID());
    private final OpenTakes takes = new OpenTakes();

    @Test
    @Tag("ASVS-15.2.2")
    void starting_and_leaving_again_and_again_keeps_only_a_few_takes() {
        List<UUID> sessions = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sessions.add(leftTake(learner).session());
        }

        assertThat(sessions.stream()
                        .filter(session -> takes.find(learner, session).isPresent()))
                .hasSizeLessThanOrEqualTo(MOST_WAITING + 1)
                .contains(sessions.get(19));
    }

    @Test
    @Tag("ASVS-15.2.2")
    void one_account_cannot_push_out_anothers_take() {
        var other = new AccountId(UUID.randomUUID());
        var waiting = leftTake(other);
        for (int i = 0; i < 20; i++) {
            leftTake(learner);
        }

        assertThat(takes.find(other, waiting.session())).contains(waiting);
        assertThat(takes.find(learner, waiting.session())).isEmpty();
    }

    @Test
    void a_take_is_forgotten_after_its_grace_and_not_before() {
        var waiting = leftTake(learner);

        takes.removeForgotten(Duration.ofHours(1));
        assertThat(takes.find(learner, waiting.session())).isPresent();
        takes.removeForgotten(Duration.ZERO);
        assertThat(takes.find(learner, waiting.session())).isEmpty();
    }

    /** A take whose page went away at once. */
    private Take leftTake(AccountId account) {
        var choice = new ExerciseChoice("scale-major-one-octave", "violin", Optional.of("C"), 0, 100);
        var command = new StartPracticeCommand(
                choice, TakeInput.MICROPHONE, TakePace.METRONOME, Strictness.BEGINNER, false, 0);
        var start = new ControlMessage.Start(command, 48_000, 0, ConcertPitch.STANDARD, true);
        var practice = new StartedPractice(
                UUID.randomUUID(),
                new ExerciseCatalog().prepare(choice),
                RuleBook.current(InputKind.TUNED, Strictness.BEGINNER));
        var take = new Take(account, start, practice, LIMITS);
        takes.add(account, take, MOST_WAITING);
        return take;
    }
}
