package io.astrionix.musicmuse.shared;

/** What an account may do. The names are the role names of the container. */
public enum Role {
    LEARNER(Role.Names.LEARNER),
    TRAINER(Role.Names.TRAINER);

    Role(String name) {
        if (!name().equals(name)) {
            throw new IllegalArgumentException(name);
        }
    }

    /** The names as constants, for annotations. */
    public static final class Names {
        public static final String LEARNER = "LEARNER";
        public static final String TRAINER = "TRAINER";

        private Names() {}
    }
}
