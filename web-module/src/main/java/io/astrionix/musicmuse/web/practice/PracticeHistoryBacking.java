package io.astrionix.musicmuse.web.practice;

import io.astrionix.musicmuse.lessons.boundary.ExerciseCatalog;
import io.astrionix.musicmuse.practice.boundary.PracticeService;
import io.astrionix.musicmuse.practice.boundary.SessionView;
import io.astrionix.musicmuse.web.shared.Messages;
import io.astrionix.musicmuse.web.shared.SignedIn;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Backs practice/history.xhtml: the account's takes, page by page, and its accuracy over time. */
@Named
@ViewScoped
public class PracticeHistoryBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    /** So many of the newest takes are in the chart. */
    private static final int CHARTED = 100;

    private static final int LONGEST_PAGE = 100;

    @Inject
    private PracticeService practice;

    @Inject
    private ExerciseCatalog catalog;

    @Inject
    private SignedIn signedIn;

    private final LazyDataModel<SessionView> sessions = new Sessions();
    private String chartJson;

    @PostConstruct
    void load() {
        var newest = practice.history(signedIn.account(), 0, CHARTED);
        chartJson = newest.isEmpty()
                ? null
                : AccuracyChart.of(newest, Messages.text("history.accuracy"), Messages.locale());
    }

    public LazyDataModel<SessionView> getSessions() {
        return sessions;
    }

    /** The key in which a take was played; empty where its instrument has none. */
    public String keyOf(SessionView take) {
        return catalog.hasPitch(take.instrumentId()) ? take.musicalKey() : "";
    }

    /** The chart's data; null where there is nothing to show. */
    public String getChartJson() {
        return chartJson;
    }

    /** Reads one page of the table at a time. */
    private final class Sessions extends LazyDataModel<SessionView> {

        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return practice.count(signedIn.account());
        }

        @Override
        public List<SessionView> load(
                int first, int pageSize, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            // both come from the browser
            return practice.history(
                    signedIn.account(), Math.max(0, first), Math.max(1, Math.min(pageSize, LONGEST_PAGE)));
        }
    }
}
