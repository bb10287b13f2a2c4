package io.astrionix.musicmuse.web.guard;

import io.astrionix.musicmuse.shared.WaitingPeople;
import jakarta.inject.Inject;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;

/** Counts the requests that this server works on. */
@WebListener
public class RequestsUnderWay implements ServletRequestListener {

    @Inject
    private WaitingPeople people;

    @Override
    public void requestInitialized(ServletRequestEvent begin) {
        people.comes();
    }

    @Override
    public void requestDestroyed(ServletRequestEvent end) {
        people.goes();
    }
}
