package io.astrionix.musicmuse.shared;

import java.util.Set;

/** What an account may do. The names are the role names of the container. Deny by default: a role opens, nothing else. */
public enum Role {
    /** Plays, and sees the own progress. */
    LEARNER(Role.Names.LEARNER),
    /** Answers for a learner under 18. */
    GUARDIAN(Role.Names.GUARDIAN),
    /** Teaches; plays too. */
    TRAINER(Role.Names.TRAINER),
    /** Manages one school or studio. */
    ORG_ADMIN(Role.Names.ORG_ADMIN),
    /** Answers questions of users. */
    SUPPORT(Role.Names.SUPPORT),
    /** Sees what was paid. */
    FINANCE(Role.Names.FINANCE),
    /** Looks after safety and privacy: abuse, holds, requests. */
    TRUST(Role.Names.TRUST),
    /** Runs this installation. */
    PLATFORM_ADMIN(Role.Names.PLATFORM_ADMIN);

    private static final Set<Role> WITHOUT_SECOND_FACTOR = Set.of(LEARNER, GUARDIAN);

    Role(String name) {
        if (!name().equals(name)) {
            throw new IllegalArgumentException(name);
        }
    }

    /** Whether whoever has this role must sign in with a second factor (ASVS 6.3.3). */
    public boolean needsSecondFactor() {
        return !WITHOUT_SECOND_FACTOR.contains(this);
    }

    /** The names as constants, for annotations. */
    public static final class Names {
        public static final String LEARNER = "LEARNER";
        public static final String GUARDIAN = "GUARDIAN";
        public static final String TRAINER = "TRAINER";
        public static final String ORG_ADMIN = "ORG_ADMIN";
        public static final String SUPPORT = "SUPPORT";
        public static final String FINANCE = "FINANCE";
        public static final String TRUST = "TRUST";
        public static final String PLATFORM_ADMIN = "PLATFORM_ADMIN";

        private Names() {}
    }
}
