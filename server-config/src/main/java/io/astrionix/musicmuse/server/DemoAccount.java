package io.astrionix.musicmuse.server;

/**
 * An account that the application makes for trying it out. The password is random, new at each start, and only in the
 * memory and the environment of launcher and server.
 */
public record DemoAccount(String email, String password) {

    static final String LEARNER_PASSWORD = "MUSICMUSE_DEMO_LEARNER_PASSWORD";
    static final String TRAINER_PASSWORD = "MUSICMUSE_DEMO_TRAINER_PASSWORD";

    static DemoAccount freshLearner() {
        return new DemoAccount("learner@demo.musicmuse.test", RandomSecret.next());
    }

    static DemoAccount freshTrainer() {
        return new DemoAccount("trainer@demo.musicmuse.test", RandomSecret.next());
    }

    /** Without the password: this text may end up in a log. */
    @Override
    public String toString() {
        return email;
    }
}
