package io.astrionix.musicmuse.analysis.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrionix.musicmuse.analysis.listening.training.Clip;
import io.astrionix.musicmuse.analysis.listening.training.MadeTones;
import io.astrionix.musicmuse.analysis.listening.training.TrueNote;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Learns on a small scale, from made tones only. */
class TrainerTest {

    private static final int[] SHAPE = {16, 8};
    private static final long LEARNED_FROM = 100;
    private static final long NEVER_HEARD = 500;

    private static Examples examples;
    private static Examples others;
    private static Trainer trainer;
    private static double lossBefore;
    private static double lossOfOthersBefore;

    @BeforeAll
    static void learn() {
        examples = examples(LEARNED_FROM, 28);
        others = examples(NEVER_HEARD, 4);
        trainer = new Trainer(examples, SHAPE, 7);
        lossBefore = trainer.loss(examples);
        lossOfOthersBefore = trainer.loss(others);
        trainer.train(examples, 8, 0.002f);
    }

    private static Examples examples(long seed, int clips) {
        ExampleCollector collector = new ExampleCollector(CandidateFeatures.quick(), seed);
        collector.collectOnsets(LongStream.range(seed, seed + clips).mapToObj(MadeTones::clip));
        return collector.examples();
    }

    @Test
    void training_lowers_the_loss_also_of_what_was_not_learned_from() {
        assertThat(trainer.loss(examples)).isLessThan(lossBefore / 20);
        assertThat(trainer.loss(others)).isLessThan(lossOfOthersBefore / 10).isLessThan(lossOfGuessing(others) / 3);
    }

    /** The loss of saying always the share of the yeses. */
    private static double lossOfGuessing(Examples examples) {
        double share = (double) examples.positives() / examples.size();
        return -share * Math.log(share) - (1 - share) * Math.log(1 - share);
    }

    @Test
    void the_trained_network_finds_onsets_of_other_tones() {
        int played = 0;
        int found = 0;
        int right = 0;
        for (long seed = NEVER_HEARD; seed < NEVER_HEARD + 4; seed++) {
            Clip clip = MadeTones.clip(seed);
            List<Double> onsets = onsets(clip, trainer.weights().network());
            played += clip.notes().size();
            found += onsets.size();
            right += (int) clip.notes().stream()
                    .filter(note -> onsets.stream().anyMatch(onset -> isOnset(note, onset)))
                    .count();
        }
        assertThat(played).isGreaterThan(40);
        assertThat((double) right / played).isGreaterThan(0.75);
        assertThat((double) right / found).isGreaterThan(0.6);
    }

    private static boolean isOnset(TrueNote note, double onset) {
        return Math.abs(onset - note.onset()) < 0.025;
    }

    private static List<Double> onsets(Clip clip, Network network) {
        OnsetNetwork ear = new OnsetNetwork(CandidateFeatures.quick(), network, 2);
        List<Double> onsets = new ArrayList<>();
        ClipWalk.through(clip, CandidateFeatures.quick(), walk -> {
            if (walk.isBegun(ear) && ear.foundOdds() > 0) {
                onsets.add((ear.onset(ear.foundFrame(), ear.foundStep()) + 0.5) * PitchSpectrum.HOP / Clip.SAMPLE_RATE);
            }
        });
        return onsets;
    }

    @Test
    void weights_that_were_written_and_read_give_the_same_answers() throws IOException, URISyntaxException {
        Weights weights = trainer.weights();
        Path beside = Path.of(TrainerTest.class.getResource("TrainerTest.class").toURI());
        Path file = Files.createTempFile(beside.getParent(), "weights", ".txt");
        try {
            weights.write(file);
            Network written = weights.network();
            Network read = Network.read(file.getFileName().toString());
            for (int i = 0; i < others.size(); i++) {
                assertThat(read.logOdds(others.input(i))).isCloseTo(written.logOdds(others.input(i)), within(0.01f));
            }
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void the_folded_network_answers_as_the_trainer_does() {
        Network network = trainer.weights().network();
        double sum = 0;
        for (int i = 0; i < others.size(); i++) {
            double wrong = others.answer(i) ? -network.logOdds(others.input(i)) : network.logOdds(others.input(i));
            sum += Math.log1p(Math.exp(wrong));
        }
        assertThat(sum / others.size()).isCloseTo(trainer.loss(others), within(1e-4));
    }

    @Test
    void the_same_seed_gives_the_same_weights_another_one_others() {
        String once = shortly(3);

        assertThat(shortly(3)).isEqualTo(once);
        assertThat(shortly(4)).isNotEqualTo(once);
    }

    private static String shortly(long seed) {
        Examples few = examples(LEARNED_FROM, 2);
        Trainer learner = new Trainer(few, SHAPE, seed);
        learner.train(few, 2, 0.002f);
        return learner.weights().text();
    }
}
