package io.astrionix.musicmuse.shared;

import io.astrionix.musicmuse.health.ApplicationState;

/** Whether the application is kept shut although it runs: no page, no mail, not ready. */
public final class Doors {

    private Doors() {}

    public static void shut() {
        ApplicationState.shut(true);
    }

    public static void open() {
        ApplicationState.shut(false);
    }

    public static boolean areShut() {
        return ApplicationState.isShut();
    }
}
