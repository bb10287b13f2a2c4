package io.astrionix.musicmuse.practice.control;

import io.astrionix.musicmuse.lessons.boundary.ExerciseCatalog;
import io.astrionix.musicmuse.lessons.boundary.ExerciseChoice;
import io.astrionix.musicmuse.lessons.boundary.InvalidExerciseChoiceException;
import io.astrionix.musicmuse.privacy.boundary.ExportContribution;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The music that somebody has played, each piece once as MusicXML, in an export: what the takes' verdicts are about. */
@Dependent
@Transactional
public class PlayedMusic implements ExportContribution {

    private static final int TEMPO = 80;

    @Inject
    private PracticeSessionRepository sessions;

    @Inject
    private ExerciseCatalog catalog;

    @Override
    public void addTo(AccountId account, ExportFolder folder) throws IOException {
        for (var played : sessions.played(account)) {
            var music = music(played);
            if (music.isPresent()) {
                folder.add("music/" + name(played) + ".musicxml", music.get().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Empty for an exercise that the catalogue no longer has. */
    private Optional<String> music(ExerciseChoice played) {
        try {
            return Optional.of(catalog.prepare(played).musicXml());
        } catch (InvalidExerciseChoiceException gone) {
            return Optional.empty();
        }
    }

    private static String name(ExerciseChoice played) {
        var key = played.key().orElse("").replace("#", "-sharp");
        return (played.exerciseId() + "_" + played.instrumentId() + "_" + key + "_" + octave(played.octave()))
                .replaceAll("[^A-Za-z0-9._-]", "-");
    }

    private static String octave(int octave) {
        return octave < 0 ? "down" + -octave : "up" + octave;
    }

    static ExerciseChoice choice(String exercise, String instrument, String key, int octave) {
        return new ExerciseChoice(exercise, instrument, Optional.of(key), octave, TEMPO);
    }
}
