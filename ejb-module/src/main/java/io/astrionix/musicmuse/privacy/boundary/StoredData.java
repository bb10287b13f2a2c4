package io.astrionix.musicmuse.privacy.boundary;

import io.astrionix.musicmuse.privacy.control.PersonalRecords;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Everything stored about somebody. Checks nothing: whoever asks has found out first whether the caller may see it. */
@Dependent
public class StoredData {

    @Inject
    private PersonalRecords records;

    /** Kinds of which there is none are left out. */
    public List<StoredRecords> of(AccountId account) {
        return records.count(account);
    }

    /** As {@link #of}, without what a child wrote to us: it may be about the guardian. */
    public List<StoredRecords> forGuardian(AccountId child) {
        return records.countWithoutConfidential(child);
    }

    /** As {@link #asJson}, without what a child wrote to us: it may be about the guardian. */
    public String asJsonForGuardian(AccountId child) {
        return records.toJsonWithoutConfidential(child).toString();
    }

    /** What may be exported (A11): an object with an array for each kind; secrets appear as the fact that they exist. */
    public String asJson(AccountId account) {
        return records.toJson(account).toString();
    }
}
