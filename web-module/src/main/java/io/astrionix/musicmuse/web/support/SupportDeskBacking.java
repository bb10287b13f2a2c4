package io.astrionix.musicmuse.web.support;

import io.astrionix.musicmuse.support.boundary.MessageCategory;
import io.astrionix.musicmuse.support.boundary.SupportDesk;
import io.astrionix.musicmuse.support.boundary.ThreadFilter;
import io.astrionix.musicmuse.support.boundary.ThreadRow;
import io.astrionix.musicmuse.support.boundary.ThreadStatus;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Backs admin/support/index.xhtml: the messages that the caller's role answers. */
@Named
@ViewScoped
public class SupportDeskBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_PAGE = 100;

    @Inject
    private SupportDesk desk;

    private final LazyDataModel<ThreadRow> rows = new Rows();

    /** Null: all. */
    private ThreadStatus status = ThreadStatus.OPEN;

    /** Null: all. */
    private MessageCategory category;

    private boolean mine;

    /** Action: shows the threads that match. */
    public void search() {
        rows.setWrappedData(null);
    }

    public LazyDataModel<ThreadRow> getRows() {
        return rows;
    }

    public ThreadStatus[] getStatuses() {
        return ThreadStatus.values();
    }

    public List<MessageCategory> getCategories() {
        return desk.categories();
    }

    public ThreadStatus getStatus() {
        return status;
    }

    public void setStatus(ThreadStatus status) {
        this.status = status;
    }

    public MessageCategory getCategory() {
        return category;
    }

    public void setCategory(MessageCategory category) {
        this.category = category;
    }

    public boolean isMine() {
        return mine;
    }

    public void setMine(boolean mine) {
        this.mine = mine;
    }

    /** Reads one page of the table at a time. */
    private final class Rows extends LazyDataModel<ThreadRow> {

        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return desk.count(filter());
        }

        @Override
        public List<ThreadRow> load(
                int first, int pageSize, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            // both come from the browser
            return desk.find(filter(), Math.max(0, first), Math.max(1, Math.min(pageSize, LONGEST_PAGE)));
        }

        private ThreadFilter filter() {
            return new ThreadFilter(status, category, mine);
        }
    }
}
