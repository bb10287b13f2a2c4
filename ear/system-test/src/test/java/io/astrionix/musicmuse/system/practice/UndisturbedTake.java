package io.astrionix.musicmuse.system.practice;

import io.astrionix.musicmuse.system.Visitor;
import jakarta.json.JsonObject;

/** What a take comes to when nothing happens to its connection. */
final class UndisturbedTake {

    private UndisturbedTake() {}

    static JsonObject result(Visitor learner, short[] take) {
        try (var page = PracticeClient.connect(learner)) {
            page.start(TakeSettings.VIOLIN_SCALE);
            page.stream(take, PracticeClient.CATCHING_UP);
            return page.stop(take.length);
        }
    }
}
