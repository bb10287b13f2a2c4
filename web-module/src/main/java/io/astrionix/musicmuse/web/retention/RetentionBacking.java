package io.astrionix.musicmuse.web.retention;

import io.astrionix.musicmuse.retention.boundary.RetentionConsole;
import io.astrionix.musicmuse.retention.boundary.RuleView;
import io.astrionix.musicmuse.retention.boundary.RunKind;
import io.astrionix.musicmuse.retention.boundary.RunView;
import io.astrionix.musicmuse.retention.boundary.Trouble;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Backs admin/retention.xhtml: what the engine does, and what somebody has to decide. */
@Named
@ViewScoped
public class RetentionBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_PAGE = 100;

    @Inject
    private RetentionConsole console;

    private List<RuleView> rules;
    private List<Trouble> troubles;
    private final LazyDataModel<RunView> runs = new Runs();

    private String paused;

    @Size(max = 200)
    @Pattern(regexp = "\\P{Cntrl}*")
    private String reason;

    @PostConstruct
    void load() {
        rules = console.rules();
        troubles = console.troubles();
    }

    /** Action: counts what all rules would delete. */
    public void dryRunOfAll() {
        console.ask(RunKind.DRY, Set.of());
        done("retention.asked");
    }

    /** Action: runs all rules. */
    public void runAll() {
        console.ask(RunKind.PURGE, Set.of());
        done("retention.asked");
    }

    /** Action: counts what a rule would delete. */
    public void dryRun(String rule) {
        console.ask(RunKind.DRY, Set.of(rule));
        done("retention.asked");
    }

    /** Action: runs a rule. */
    public void run(String rule) {
        console.ask(RunKind.PURGE, Set.of(rule));
        done("retention.asked");
    }

    /** Action: pauses the chosen rule, for a reason. */
    public void pause() {
        if (paused == null || reason == null || reason.isBlank()) {
            Messages.error("retention.reasonMissing");
            return;
        }
        console.pause(paused, reason);
        reason = null;
        done("retention.changed");
    }

    /** Action: ends a pause. */
    public void resume(String rule) {
        console.resume(rule);
        done("retention.changed");
    }

    /** Action: lets the next run of a stopped rule take the rows that are shown. */
    public void approve(RuleView rule) {
        console.approve(rule.rule(), rule.stopped());
        done("retention.changed");
    }

    /** Action: gives the rows that were put aside another try. */
    public void tryAgain(String rule) {
        console.tryAgain(rule);
        done("retention.changed");
    }

    private void done(String text) {
        load();
        runs.setWrappedData(null);
        Messages.info(text);
    }

    public List<RuleView> getRules() {
        return rules;
    }

    public List<Trouble> getTroubles() {
        return troubles;
    }

    public LazyDataModel<RunView> getRuns() {
        return runs;
    }

    public String getPaused() {
        return paused;
    }

    public void setPaused(String paused) {
        this.paused = paused;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    /** Reads one page of the table at a time. */
    private final class Runs extends LazyDataModel<RunView> {

        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return console.countRuns();
        }

        @Override
        public List<RunView> load(
                int first, int pageSize, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            // both come from the browser
            return console.runs(Math.max(0, first), Math.max(1, Math.min(pageSize, LONGEST_PAGE)));
        }
    }
}
