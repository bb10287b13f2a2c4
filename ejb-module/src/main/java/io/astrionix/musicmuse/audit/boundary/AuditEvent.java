package io.astrionix.musicmuse.audit.boundary;

import io.astrionix.musicmuse.shared.AccountId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One event for the audit log. When it was and where it came from is added by {@link AuditLog}.
 *
 * @param actor who did it; empty for strangers and for the server itself
 * @param objectType on what it was done: "account", whose id is kept as a pseudonym, or another thing such as
 *     "practice-session"; empty where there is no object
 * @param objectId its id; never a name or an address
 * @param personal values that tell who somebody is (an email tried at sign-in); kept in a table of their own, erasable
 * @param details further facts that are not personal, by name, such as lane=unknown
 */
public record AuditEvent(
        AuditAction action,
        Outcome outcome,
        Optional<AccountId> actor,
        String objectType,
        String objectId,
        Map<String, String> personal,
        Map<String, String> details) {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9-]{0,39}");

    /** How it ended. */
    public enum Outcome {
        DONE,
        REFUSED,
        FAILED
    }

    public AuditEvent {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(outcome, "outcome");
        personal = Map.copyOf(personal);
        details = Map.copyOf(details);
        personal.keySet().forEach(AuditEvent::requireName);
    }

    public static AuditEvent done(AuditAction action) {
        return new AuditEvent(action, Outcome.DONE, Optional.empty(), "", "", Map.of(), Map.of());
    }

    public static AuditEvent refused(AuditAction action) {
        return new AuditEvent(action, Outcome.REFUSED, Optional.empty(), "", "", Map.of(), Map.of());
    }

    public AuditEvent by(AccountId who) {
        return new AuditEvent(action, outcome, Optional.of(who), objectType, objectId, personal, details);
    }

    public AuditEvent on(String type, Object id) {
        return new AuditEvent(action, outcome, actor, type, id.toString(), personal, details);
    }

    public AuditEvent with(String name, Object value) {
        return new AuditEvent(action, outcome, actor, objectType, objectId, personal, plus(details, name, value));
    }

    public AuditEvent withPersonal(String name, String value) {
        return new AuditEvent(action, outcome, actor, objectType, objectId, plus(personal, name, value), details);
    }

    /** Names are written by programmers; a value in the place of one would be kept as if it were not personal. */
    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name of a personal value");
        }
    }

    private static Map<String, String> plus(Map<String, String> values, String name, Object value) {
        var more = new TreeMap<>(values);
        more.put(name, String.valueOf(value));
        return more;
    }
}
