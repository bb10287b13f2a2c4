package io.astrionix.musicmuse.support.boundary;

import io.astrionix.musicmuse.shared.Role;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/** What a message is about: who may read and answer it, and by when. The names are stored. */
public enum MessageCategory {
    /** Rights over one's own data. */
    PRIVACY,
    /** A child on MusicMuse whose parents do not know, or any other worry about one: urgent (R61). */
    CHILD,
    ABUSE,
    BILLING,
    OTHER;

    /** Those that somebody with these roles reads and answers; empty for everybody but staff. */
    public static Set<MessageCategory> answeredBy(Set<Role> roles) {
        var categories = EnumSet.noneOf(MessageCategory.class);
        for (var category : values()) {
            if (category.isAnsweredBy(roles)) {
                categories.add(category);
            }
        }
        return categories;
    }

    public boolean isAnsweredBy(Set<Role> roles) {
        return roles.stream().anyMatch(answeredBy()::contains);
    }

    /** The roles that read and answer it. */
    public Set<Role> answeredBy() {
        return switch (this) {
            case PRIVACY, CHILD, ABUSE -> EnumSet.of(Role.TRUST);
            case BILLING -> EnumSet.of(Role.FINANCE, Role.SUPPORT);
            case OTHER -> EnumSet.of(Role.SUPPORT, Role.TRUST);
        };
    }

    /** Whether it comes before all others on the desk, and is told to the operator at once. */
    public boolean isUrgent() {
        return this == CHILD;
    }

    /** Of requests about one's own data the law's month (R51, A3); of the others, what people can expect. */
    public AnswerTime answerTime() {
        return switch (this) {
            case PRIVACY -> AnswerTime.ofDays(30);
            case CHILD -> AnswerTime.ofWorkingDays(2);
            case ABUSE -> AnswerTime.ofWorkingDays(5);
            case BILLING, OTHER -> AnswerTime.ofWorkingDays(10);
        };
    }

    /** By when a message of this moment is to be answered. */
    public Instant dueAfter(Instant received, ZoneId zone) {
        return answerTime().after(received, zone);
    }
}
