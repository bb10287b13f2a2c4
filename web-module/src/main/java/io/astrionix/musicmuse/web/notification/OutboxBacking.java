package io.astrionix.musicmuse.web.notification;

import io.astrionix.musicmuse.notification.boundary.MailState;
import io.astrionix.musicmuse.notification.boundary.MailText;
import io.astrionix.musicmuse.notification.boundary.MailView;
import io.astrionix.musicmuse.notification.boundary.OutboxAdmin;
import io.astrionix.musicmuse.web.shared.Messages;
import io.astrionix.musicmuse.web.shared.SignedIn;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Backs admin/outbox.xhtml. */
@Named
@ViewScoped
public class OutboxBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_PAGE = 100;

    @Inject
    private OutboxAdmin outbox;

    @Inject
    private SignedIn signedIn;

    private final LazyDataModel<MailView> mails = new Mails();

    /** Null: all. */
    private MailState state;

    private MailText opened;

    /** Action: shows what a mail says. */
    public void open(UUID id) {
        opened = outbox.read(signedIn.account(), id);
    }

    /** Action: has a mail that was given up tried again. */
    public void retry(UUID id) {
        outbox.retry(signedIn.account(), id);
        Messages.info("outbox.retried");
    }

    public LazyDataModel<MailView> getMails() {
        return mails;
    }

    public MailState[] getStates() {
        return MailState.values();
    }

    public MailText getOpened() {
        return opened;
    }

    public MailState getState() {
        return state;
    }

    public void setState(MailState state) {
        this.state = state;
    }

    /** Reads one page of the table at a time. */
    private final class Mails extends LazyDataModel<MailView> {

        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return outbox.count(Optional.ofNullable(state));
        }

        @Override
        public List<MailView> load(
                int first, int pageSize, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            // both come from the browser
            return outbox.mails(
                    signedIn.account(),
                    Optional.ofNullable(state),
                    Math.max(0, first),
                    Math.max(1, Math.min(pageSize, LONGEST_PAGE)));
        }
    }
}
