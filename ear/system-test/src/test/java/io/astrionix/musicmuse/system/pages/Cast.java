package io.astrionix.musicmuse.system.pages;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.shared.Role;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.practice.PracticeClient;
import io.astrionix.musicmuse.system.practice.TakeSettings;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** One visitor for each role, signed in, and the records that are theirs. */
final class Cast {

    private static final Set<Role> PLAYERS = Set.of(Role.LEARNER, Role.TRAINER);

    private final Map<Role, Visitor> visitors = new EnumMap<>(Role.class);

    /** Makes or finds one of a role's own records, by the placeholder that stands for it. */
    private final Map<String, Function<Role, String>> recordMakers = Map.of("{take}", this::newTake);

    private final Map<String, String> records = new HashMap<>();

    Cast(RunningMusicMuse musicMuse) {
        for (var role : Role.values()) {
            visitors.put(role, Visitor.signedIn(musicMuse, musicMuse.demo(role.name())));
        }
    }

    Set<Role> roles() {
        return visitors.keySet();
    }

    Visitor as(Role role) {
        return visitors.get(role);
    }

    /** The path with a record of this role's visitor. */
    String pathOf(Role owner, String path) {
        var filled = path;
        for (var maker : recordMakers.entrySet()) {
            if (filled.contains(maker.getKey())) {
                var id = records.computeIfAbsent(
                        maker.getKey() + owner, key -> maker.getValue().apply(owner));
                filled = filled.replace(maker.getKey(), id);
            }
        }
        return filled;
    }

    /** Somebody of another role who has such records too. */
    Role otherOwner(Role role) {
        return PLAYERS.stream().filter(other -> other != role).findFirst().orElseThrow();
    }

    private String newTake(Role player) {
        var owner = PLAYERS.contains(player) ? player : Role.LEARNER;
        try (var page = PracticeClient.connect(as(owner))) {
            var session = page.start(TakeSettings.VIOLIN_SCALE).getString("session");
            page.stream(new short[9_600], PracticeClient.CATCHING_UP);
            page.stop(9_600);
            return session;
        }
    }
}
