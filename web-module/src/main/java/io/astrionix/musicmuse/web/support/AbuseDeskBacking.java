package io.astrionix.musicmuse.web.support;

import io.astrionix.musicmuse.support.boundary.AbuseDesk;
import io.astrionix.musicmuse.support.boundary.ReportRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Backs admin/abuse/index.xhtml: the reports of abuse. */
@Named
@ViewScoped
public class AbuseDeskBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_PAGE = 100;

    @Inject
    private AbuseDesk desk;

    private final LazyDataModel<ReportRow> rows = new Rows();

    private boolean closed;

    /** Action: shows the reports that match. */
    public void search() {
        rows.setWrappedData(null);
    }

    public LazyDataModel<ReportRow> getRows() {
        return rows;
    }

    public boolean isClosed() {
        return closed;
    }

    public void setClosed(boolean closed) {
        this.closed = closed;
    }

    /** Reads one page of the table at a time. */
    private final class Rows extends LazyDataModel<ReportRow> {

        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return desk.count(closed);
        }

        @Override
        public List<ReportRow> load(
                int first, int pageSize, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            // both come from the browser
            return desk.find(closed, Math.max(0, first), Math.max(1, Math.min(pageSize, LONGEST_PAGE)));
        }
    }
}
