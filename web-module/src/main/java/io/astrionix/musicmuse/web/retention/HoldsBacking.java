package io.astrionix.musicmuse.web.retention;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.retention.boundary.HoldScope;
import io.astrionix.musicmuse.retention.boundary.Holds;
import io.astrionix.musicmuse.retention.boundary.InvalidHoldException;
import io.astrionix.musicmuse.retention.boundary.PlaceHoldCommand;
import io.astrionix.musicmuse.retention.boundary.PlaceHoldCommand.HeldRecord;
import io.astrionix.musicmuse.shared.AccountId;
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

/** Backs admin/holds.xhtml: what may not be deleted, by whom, and its release by two. */
@Named
@ViewScoped
public class HoldsBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_PAGE = 100;

    @Inject
    private Holds holds;

    @Inject
    private SignedIn signedIn;

    private final HoldForm form = new HoldForm();
    private final LazyDataModel<HoldRow> rows = new Rows();

    /** Action: places the hold of the form. */
    public void place() {
        holds.place(new PlaceHoldCommand(
                form.getScope(),
                form.is(HoldScope.RECORD)
                        ? Optional.of(
                                new HeldRecord(form.getTable(), form.getKey().strip()))
                        : Optional.<HeldRecord>empty(),
                form.is(HoldScope.CATEGORY) ? Optional.of(form.getCategory()) : Optional.<Category>empty(),
                form.is(HoldScope.PERSON) ? Optional.of(person(form.getPerson())) : Optional.<AccountId>empty(),
                form.getReason().strip(),
                Optional.ofNullable(form.getOwner()).map(this::person).orElseGet(signedIn::account),
                form.getReviewOn()));
        form.clear();
        changed("holds.placed");
    }

    /** Action: the first of the two who release a hold. */
    public void askForRelease(UUID id) {
        holds.askForRelease(id);
        changed("holds.releaseAsked");
    }

    /** Action: the second. */
    public void release(UUID id) {
        holds.release(id);
        changed("holds.released");
    }

    private AccountId person(String emailOrId) {
        return holds.person(emailOrId)
                .orElseThrow(() -> new InvalidHoldException(InvalidHoldException.Reason.NO_SUCH_PERSON));
    }

    private void changed(String text) {
        rows.setWrappedData(null);
        Messages.info(text);
    }

    public HoldForm getForm() {
        return form;
    }

    public LazyDataModel<HoldRow> getRows() {
        return rows;
    }

    /** Reads one page of the table at a time. */
    private final class Rows extends LazyDataModel<HoldRow> {

        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return holds.count();
        }

        @Override
        public List<HoldRow> load(
                int first, int pageSize, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            // both come from the browser
            return holds.find(Math.max(0, first), Math.max(1, Math.min(pageSize, LONGEST_PAGE))).stream()
                    .map(hold -> HoldRow.of(hold, signedIn.account()))
                    .toList();
        }
    }
}
