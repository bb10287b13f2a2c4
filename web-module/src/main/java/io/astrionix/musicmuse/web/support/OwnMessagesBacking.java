package io.astrionix.musicmuse.web.support;

import io.astrionix.musicmuse.support.boundary.OwnThreads;
import io.astrionix.musicmuse.support.boundary.ThreadView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Backs account/messages.xhtml. */
@Named
@RequestScoped
public class OwnMessagesBacking {

    @Inject
    private OwnThreads own;

    private List<ThreadView> threads;

    public List<ThreadView> getThreads() {
        if (threads == null) {
            threads = own.list();
        }
        return threads;
    }
}
