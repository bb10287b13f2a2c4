package io.astrionix.musicmuse.inserver.inside;

import io.astrionix.musicmuse.privacy.boundary.ExportContribution;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Needs more memory for the files of some people than there ever is. */
@ApplicationScoped
public class HungryContribution implements ExportContribution {

    private final Set<AccountId> people = ConcurrentHashMap.newKeySet();

    public void hungerFor(AccountId account) {
        people.add(account);
    }

    public void eat() {
        people.clear();
    }

    @Override
    public void addTo(AccountId account, ExportFolder folder) throws IOException {
        if (people.contains(account)) {
            // Longer than any array may be, on whatever heap: the error is the machine's, and hits this thread alone.
            folder.add("hungry.bin", new byte[Integer.MAX_VALUE]);
        }
    }
}
