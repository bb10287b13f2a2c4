package io.astrionix.musicmuse.erasure.boundary;

import io.astrionix.musicmuse.accounts.boundary.AccountRestriction;
import io.astrionix.musicmuse.erasure.control.ChoiceRepository;
import io.astrionix.musicmuse.privacy.boundary.DeclaredPurposes;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * To be asked before data is read for an {@link OptionalActivity}, each time, also by jobs: the answer holds for this read
 * (R20, R28, R47, R48).
 */
@Dependent
@Transactional
public class PurposeGuard {

    private DeclaredPurposes purposes;
    private ChoiceRepository choices;
    private AccountRestriction restrictions;

    public PurposeGuard() {} // required by CDI beside the constructor below

    @Inject
    public PurposeGuard(DeclaredPurposes purposes, ChoiceRepository choices, AccountRestriction restrictions) {
        this.purposes = purposes;
        this.choices = choices;
        this.restrictions = restrictions;
    }

    /**
     * Whether the person is all right with the activity and their data not restricted.
     *
     * @param record the name of the data's record in the data map, such as Profile
     * @throws io.astrionix.musicmuse.privacy.boundary.PurposeNotDeclaredException if the map does not name the activity's
     *     purpose for that data: that is refused to everybody, and noted in the audit log
     */
    public boolean allows(AccountId person, OptionalActivity activity, String record) {
        purposes.require(record, activity.purpose());
        return !restrictions.of(person).isRestricted() && choices.isAllowed(person, activity);
    }
}
