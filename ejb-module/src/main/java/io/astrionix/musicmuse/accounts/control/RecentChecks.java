package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.boundary.SignInView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What the database said about sign-ins within the last second: a page asks for a dozen resources at once. A sign-in
 * ended on another node is therefore dead here within a second (S14).
 */
@ApplicationScoped
public class RecentChecks {

    private static final Duration LIFE = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final Map<UUID, Check> checks = new ConcurrentHashMap<>();

    private record Check(Optional<SignInView> answer, long nanos) {
        boolean isYoung() {
            return System.nanoTime() - nanos < LIFE.toNanos();
        }
    }

    /** The answer of the last second, or a new one. */
    public Optional<SignInView> get(UUID signIn, Supplier<Optional<SignInView>> question) {
        var known = checks.get(signIn);
        if (known != null && known.isYoung()) {
            return known.answer();
        }
        if (checks.size() >= MOST) {
            checks.values().removeIf(check -> !check.isYoung());
        }
        long asked = System.nanoTime();
        var answer = question.get();
        checks.put(signIn, new Check(answer, asked));
        return answer;
    }

    /** This node changed it and need not wait. */
    public void forget(UUID signIn) {
        checks.remove(signIn);
    }

    /** This node changed all sign-ins of an account. */
    public void forgetAll() {
        checks.clear();
    }
}
