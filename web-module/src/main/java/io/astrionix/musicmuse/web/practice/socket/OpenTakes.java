package io.astrionix.musicmuse.web.practice.socket;

import io.astrionix.musicmuse.shared.AccountId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The takes being played on this server. */
final class OpenTakes {

    private final Map<UUID, Take> takes = new ConcurrentHashMap<>();

    void add(Take take) {
        takes.put(take.session(), take);
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
