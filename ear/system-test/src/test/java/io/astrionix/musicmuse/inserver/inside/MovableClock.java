package io.astrionix.musicmuse.inserver.inside;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * The application's clock, which a test can put wrong for those who end what is due. The audit log and the sign-ins of the
 * server keep the right time: its other tests need them.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class MovableClock {

    private static final String ROOT = "io.astrionix.musicmuse.";
    private static final Set<String> ENDING = Set.of("retention", "erasure", "privacy");

    private static volatile Duration wrong = Duration.ZERO;

    public void putWrongBy(Duration difference) {
        wrong = difference;
    }

    @Produces
    Clock clock() {
        return new Moved();
    }

    private static final class Moved extends Clock {

        @Override
        public Instant instant() {
            var right = Instant.now();
            return wrong.isZero() || !isAskedByWhoeverEnds() ? right : right.plus(wrong);
        }

        private static boolean isAskedByWhoeverEnds() {
            return StackWalker.getInstance().walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                    .filter(name -> name.startsWith(ROOT))
                    .map(name -> name.substring(ROOT.length()).split("\\.")[0])
                    .anyMatch(ENDING::contains));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.system(zone);
        }
    }
}
