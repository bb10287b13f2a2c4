package io.astrionix.musicmuse.web.practice.socket;

import io.astrionix.musicmuse.shared.AccountId;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The takes being played on this server. */
final class OpenTakes {

    private final Map<UUID, Take> takes = new ConcurrentHashMap<>();

    /**
     * Adds a take, and forgets the account's takes that have waited longest for their page.
     *
     * @param mostWaiting how many of an account's takes may wait
     */
    void add(AccountId account, Take take, int mostWaiting) {
        takes.put(take.session(), take);
        takes.values().stream()
                .filter(other -> other.belongsTo(account) && other.waitedNanos() > 0)
                .sorted(Comparator.comparingLong(Take::waitedNanos))
                .skip(mostWaiting)
                .forEach(forgotten -> takes.remove(forgotten.session()));
    }

    /** Empty where there is none or it is another account's: the same answer on purpose. */
    Optional<Take> find(AccountId account, UUID session) {
        return Optional.ofNullable(takes.get(session)).filter(take -> take.belongsTo(account));
    }

    /** A finished take is forgotten too: until then its result can be asked for again. */
    void removeForgotten(Duration grace) {
        takes.values().removeIf(take -> take.isForgotten(grace));
    }
}
