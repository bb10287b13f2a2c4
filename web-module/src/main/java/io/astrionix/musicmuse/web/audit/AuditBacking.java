package io.astrionix.musicmuse.web.audit;

import io.astrionix.musicmuse.accounts.boundary.CredentialService;
import io.astrionix.musicmuse.audit.boundary.AuditFilter;
import io.astrionix.musicmuse.audit.boundary.AuditReader;
import io.astrionix.musicmuse.audit.boundary.AuditVerification;
import io.astrionix.musicmuse.audit.boundary.AuditView;
import io.astrionix.musicmuse.web.shared.FreshCredential;
import io.astrionix.musicmuse.web.shared.Messages;
import io.astrionix.musicmuse.web.shared.SignedIn;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Backs admin/audit.xhtml: the events, page by page, and whether the log is what was written. */
@Named
@ViewScoped
public class AuditBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_PAGE = 100;

    @Inject
    private AuditReader reader;

    @Inject
    private AuditVerification verification;

    @Inject
    private SignedIn signedIn;

    @Inject
    private CredentialService credentials;

    private final AuditSearch search = new AuditSearch();
    private final LazyDataModel<AuditView> events = new Events();
    private AuditFilter filter = AuditFilter.ALL;
    private ChainText chain;

    @PostConstruct
    void open() {
        reader.opened(signedIn.account(), filter);
        chain = new ChainText(verification.sealed(), verification.last());
    }

    /** Narrows the table to what the form asks for. */
    public void find() {
        filter = search.toFilter();
        reader.opened(signedIn.account(), filter);
    }

    public void verify() {
        var state = verification.verify(signedIn.account());
        chain = new ChainText(verification.sealed(), Optional.of(state));
        if (state.isWhole()) {
            Messages.info("audit.result.whole");
        }
    }

    /** Sends what the table shows, all pages, as a file: after the password, since it is about everybody (ASVS 7.5.3). */
    public void export() throws IOException {
        if (!credentials.isFresh()) {
            FreshCredential.ask();
            return;
        }
        filter = search.toFilter();
        Faces.sendFile("musicmuse-audit.csv", true, out -> {
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            reader.export(signedIn.account(), filter, writer);
            writer.flush();
        });
    }

    public AuditSearch getSearch() {
        return search;
    }

    public ChainText getChain() {
        return chain;
    }

    public LazyDataModel<AuditView> getEvents() {
        return events;
    }

    /** Reads one page of the table at a time. */
    private final class Events extends LazyDataModel<AuditView> {

        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> unused) {
            return reader.count(filter);
        }

        @Override
        public List<AuditView> load(
                int first, int pageSize, Map<String, SortMeta> sorting, Map<String, FilterMeta> unused) {
            // both come from the browser
            return reader.find(filter, Math.max(0, first), Math.max(1, Math.min(pageSize, LONGEST_PAGE)));
        }
    }
}
