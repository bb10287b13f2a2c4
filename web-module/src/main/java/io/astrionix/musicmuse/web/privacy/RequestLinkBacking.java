package io.astrionix.musicmuse.web.privacy;

import io.astrionix.musicmuse.privacy.boundary.OpenRequests;
import io.astrionix.musicmuse.privacy.boundary.OwnExport;
import io.astrionix.musicmuse.privacy.boundary.RequestView;
import io.astrionix.musicmuse.web.accounts.LinkToken;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import org.omnifaces.util.Faces;

/** Backs privacy-link.xhtml: what the link of a mail leads to, for its owner and without signing in (A22). */
@Named
@RequestScoped
public class RequestLinkBacking {

    private static final String TOKEN = "[A-Za-z0-9_-]{1,100}";

    @Inject
    private OpenRequests requests;

    @Inject
    private OwnExport exports;

    @Inject
    private LinkToken link;

    private String done;
    private Optional<RequestView> request;

    /** Action: the owner means it. */
    public void confirm() {
        boolean first = isUsable() && requests.confirm(link.getValue());
        tell(first || isProved(), first ? "confirmed" : "already");
    }

    /** Action: calls the request off. */
    public void cancel() {
        tell(isUsable() && requests.cancel(link.getValue()), "cancelled");
    }

    /** Action: sends the file. */
    public void download() throws IOException {
        if (isUsable() && exports.isReady(link.getValue())) {
            var token = link.getValue();
            Faces.sendFile(ExportServlet.NAME, true, out -> exports.write(token, out));
        } else {
            Messages.error("export.gone");
        }
    }

    /** By a press before, or by signing in: a second one asks for nothing. */
    private boolean isProved() {
        return getRequest() != null && !getRequest().state().isUnproved();
    }

    private void tell(boolean worked, String what) {
        if (worked) {
            done = what;
        } else {
            Messages.error("request.link.gone");
        }
        request = null;
    }

    /** The request; null if the link does not work (any more). */
    public RequestView getRequest() {
        if (request == null) {
            request = isUsable() ? requests.look(link.getValue()) : Optional.empty();
        }
        return request.orElse(null);
    }

    public boolean isFileReady() {
        return isUsable() && exports.isReady(link.getValue());
    }

    /** What was done just now: confirmed, already confirmed or cancelled; null before. */
    public String getDone() {
        return done;
    }

    private boolean isUsable() {
        return link.getValue().matches(TOKEN);
    }
}
