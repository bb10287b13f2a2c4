package io.astrionix.musicmuse.privacy.control;

import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Hmac;
import io.astrionix.musicmuse.shared.KeyUse;
import io.astrionix.musicmuse.shared.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Turns an account's id into what names nobody without the keys file, and is the same each time (A5). */
@ApplicationScoped
public class PersonHash {

    private Keys keys;

    public PersonHash() {} // required by the proxy

    @Inject
    public PersonHash(Keys keys) {
        this.keys = keys;
    }

    /** With the newest key, whose id begins it. */
    public String of(AccountId account) {
        return with(keys.currentId(KeyUse.SEAL), account);
    }

    /** With each key there is: what an earlier key made is still found. */
    public List<String> all(AccountId account) {
        var hashes = new ArrayList<String>();
        for (int id = Integer.parseInt(keys.currentId(KeyUse.SEAL)); id > 0; id--) {
            try {
                hashes.add(with(Integer.toString(id), account));
            } catch (IllegalArgumentException keyWasRemoved) {
                // what it made is found by nobody any more
            }
        }
        return hashes;
    }

    private String with(String keyId, AccountId account) {
        var hmac = new Hmac(keys.key(KeyUse.SEAL, keyId));
        return keyId + "." + HexFormat.of().formatHex(hmac.of("request of\n" + account));
    }
}
