package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.privacy.boundary.ExportContribution;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;

/** The picture of a profile, as a file of an export. */
@Dependent
@Transactional
public class AvatarContribution implements ExportContribution {

    @Inject
    private ProfileRepository profiles;

    @Override
    public void addTo(AccountId account, ExportFolder folder) throws IOException {
        var picture = profiles.avatar(account);
        if (picture.isPresent()) {
            folder.add("avatar.jpg", picture.get());
        }
    }
}
