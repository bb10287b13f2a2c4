package io.astrionix.musicmuse.web.privacy;

import io.astrionix.musicmuse.privacy.boundary.RequestDesk;
import io.astrionix.musicmuse.privacy.boundary.RequestFilter;
import io.astrionix.musicmuse.privacy.boundary.RequestKind;
import io.astrionix.musicmuse.privacy.boundary.RequestView;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Backs admin/requests.xhtml: everybody's requests, those that are due next before the others. */
@Named
@ViewScoped
public class DeskBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_PAGE = 100;

    @Inject
    private RequestDesk desk;

    private final LazyDataModel<RequestView> rows = new Rows();

    /** Null: all. */
    private RequestKind kind;

    /** Null: all. */
    private Boolean open = Boolean.TRUE;

    /** Action: shows the requests that match. */
    public void search() {
        rows.setWrappedData(null);
    }

    private RequestFilter filter() {
        return new RequestFilter(Optional.ofNullable(kind), Optional.ofNullable(open));
    }

    public LazyDataModel<RequestView> getRows() {
        return rows;
    }

    public RequestKind[] getKinds() {
        return RequestKind.values();
    }

    public RequestKind getKind() {
        return kind;
    }

    public void setKind(RequestKind kind) {
        this.kind = kind;
    }

    public Boolean getOpen() {
        return open;
    }

    public void setOpen(Boolean open) {
        this.open = open;
    }

    /** Reads one page of the table at a time. */
    private final class Rows extends LazyDataModel<RequestView> {

        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return desk.count(filter());
        }

        @Override
        public List<RequestView> load(
                int first, int pageSize, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            // both come from the browser
            return desk.find(filter(), Math.max(0, first), Math.max(1, Math.min(pageSize, LONGEST_PAGE)));
        }
    }
}
