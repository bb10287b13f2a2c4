package io.astrionix.musicmuse.web.guard;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextFactory;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.faces.lifecycle.Lifecycle;
import org.primefaces.PrimeFaces;
import org.primefaces.csp.CspState;

/** Puts {@link PageNonce} where PrimeFaces looks for its state, before it does (META-INF/faces-config.xml). */
public class PageNonceInstaller extends FacesContextFactory {

    public PageNonceInstaller(FacesContextFactory wrapped) {
        super(wrapped);
    }

    @Override
    public FacesContext getFacesContext(Object servletContext, Object request, Object response, Lifecycle lifecycle) {
        var context = getWrapped().getFacesContext(servletContext, request, response, lifecycle);
        context.getAttributes().put(CspState.class.getName(), new PageNonce(context));
        return context;
    }

    /** Tells PrimeFaces' scripts the nonce, which they give to the scripts they bring in. */
    public static class Announcement implements PhaseListener {

        private static final long serialVersionUID = 1L;

        @Override
        public void beforePhase(PhaseEvent event) {
            var nonce = new PageNonce(event.getFacesContext()).getNonce();
            PrimeFaces.current().executeInitScript("if(window.PrimeFaces){PrimeFaces.csp.init('" + nonce + "');}");
        }

        @Override
        public void afterPhase(PhaseEvent event) {
            // only before
        }

        @Override
        public PhaseId getPhaseId() {
            return PhaseId.RENDER_RESPONSE;
        }
    }
}
