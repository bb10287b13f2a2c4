package io.astrionix.musicmuse.web.retention;

import io.astrionix.musicmuse.retention.boundary.RetentionConsole;
import io.astrionix.musicmuse.retention.boundary.RunRuleView;
import io.astrionix.musicmuse.retention.boundary.RunView;
import io.astrionix.musicmuse.retention.boundary.SignedReport;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Backs admin/retention-run.xhtml: what one run did, and whether its report is what was signed. */
@Named
@RequestScoped
public class RetentionRunBacking {

    @Inject
    private RetentionConsole console;

    private String id;
    private RunView run;
    private List<RunRuleView> results = List.of();
    private SignedReport report;

    /** View action: a run that is not there is no page. */
    public void open() throws IOException {
        var found = RunId.of(id).flatMap(console::run);
        if (found.isEmpty()) {
            var faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            faces.responseComplete();
            return;
        }
        run = found.get();
        results = console.results(run.id());
        report = console.report(run.id()).orElse(null);
    }

    public RunView getRun() {
        return run;
    }

    public List<RunRuleView> getResults() {
        return results;
    }

    /** Null where there is none. */
    public SignedReport getReport() {
        return report;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
