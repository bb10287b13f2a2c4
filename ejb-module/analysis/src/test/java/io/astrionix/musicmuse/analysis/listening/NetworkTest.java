package io.astrionix.musicmuse.analysis.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    /** Two inputs, two rectified hidden values, one output. */
    private final Network network =
            new Network(new float[][] {{1, -1, 2, 3}, {10, 100}}, new float[][] {{0.5f, -1}, {7}});

    @Test
    void computes_layer_by_layer() {
        // hidden: 0.5 + 1*1 + 2*2 = 5.5 and -1 - 1*1 + 3*2 = 4
        assertThat(network.logOdds(new float[] {1, 2})).isEqualTo(7 + 10 * 5.5f + 100 * 4);
    }

    @Test
    void hidden_values_below_zero_count_as_zero() {
        // hidden: 0.5 + 1 = 1.5 and -1 - 1 = -2
        assertThat(network.logOdds(new float[] {1, 0})).isEqualTo(7 + 10 * 1.5f);
    }

    @Test
    void another_gives_the_same_answers() {
        float answer = network.another().logOdds(new float[] {0.25f, 4});

        assertThat(network.logOdds(new float[] {0.25f, 4})).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"onset-quick.txt", "onset-middle.txt", "onset-settled.txt", "pitch.txt"})
    void the_weights_fit_their_features(String resource) {
        CandidateFeatures features =
                switch (resource) {
                    case "onset-quick.txt" -> CandidateFeatures.quick();
                    case "onset-middle.txt" -> CandidateFeatures.middle();
                    case "onset-settled.txt" -> CandidateFeatures.settled();
                    default -> CandidateFeatures.sounding();
                };

        assertThat(Network.read(resource).inputs()).isEqualTo(features.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-there.txt", "not-whole.txt"})
    void weights_that_are_not_there_or_not_whole_are_refused(String resource) {
        assertThatThrownBy(() -> Network.read(resource))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(resource);
    }
}
