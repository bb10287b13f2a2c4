package io.astrionix.musicmuse.accounts.control;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import io.astrionix.musicmuse.accounts.boundary.TooBusyException;
import io.astrionix.musicmuse.shared.Hmac;
import io.astrionix.musicmuse.shared.KeyUse;
import io.astrionix.musicmuse.shared.Keys;
import io.astrionix.musicmuse.shared.SecretToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/**
 * Hashes and checks passwords: bcrypt at cost {@value #COST} over base64 of HMAC-SHA-256 of the password, keyed by the
 * pepper of the keys file. bcrypt reads 72 bytes and stops at NUL; the 44 characters it gets have neither problem, and a
 * stolen database alone gives nothing to guess at. Passwords are compared in Unicode's form NFKC (SP 800-63B-4, 3.1.1.2),
 * so that an accent typed on another keyboard is the same accent.
 *
 * <p>Stored is {@code mm1$<pepper id>$<bcrypt>}; {@code mm1-short} instead of {@code mm1}, where the password is one that
 * is long enough only beside a second factor. Plain bcrypt hashes of the time before are still checked and replaced at
 * the next sign-in.
 */
@ApplicationScoped
public class Passwords {

    static final int COST = 12;

    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;
    private static final String SCHEME = "mm1";
    private static final String SHORT_SCHEME = SCHEME + "-short";
    private static final Pattern STORED =
            Pattern.compile(SCHEME + "(?:-short)?\\$([1-9][0-9]{0,3})\\$(\\$2a\\$[0-9]{2}\\$.{53})");

    private Keys keys;
    private HashSlots slots;
    private final LongAdder looked = new LongAdder();

    /** A hash of nobody's password: checked where there is no account, so that both answers take as long. */
    private String nobody;

    public Passwords() {} // required by the proxy

    @Inject
    public Passwords(Keys keys, HashSlots slots) {
        this.keys = keys;
        this.slots = slots;
        this.nobody = hashNow(SecretToken.next());
    }

    /** @throws TooBusyException if too many passwords are being hashed at this moment */
    public String hash(String password) {
        return slots.run(true, () -> hashNow(password)).orElseThrow(TooBusyException::new);
    }

    /** Hashes at once: for whoever has one of the {@link HashSlots}, and for the start. */
    String hashNow(String password) {
        var pepper = keys.currentId(KeyUse.PASSWORD_PEPPER);
        var bcrypt = BCrypt.with(VERSION).hash(COST, peppered(password, pepper));
        var scheme = PasswordPolicy.isShort(password) ? SHORT_SCHEME : SCHEME;
        return scheme + "$" + pepper + "$" + new String(bcrypt, StandardCharsets.US_ASCII);
    }

    /**
     * Takes a few hundred milliseconds of one core: needs one of the {@link HashSlots}.
     *
     * @return whether {@code password} is the one that {@code hash} was made of
     * @throws IllegalArgumentException if the keys file has lost the pepper of this hash
     */
    public boolean matches(String password, String hash) {
        looked.increment();
        var stored = STORED.matcher(hash);
        if (stored.matches()) {
            return BCrypt.verifyer(VERSION)
                    .verify(peppered(password, stored.group(1)), stored.group(2).getBytes(StandardCharsets.US_ASCII))
                    .verified;
        }
        return BCrypt.verifyer(VERSION, LongPasswordStrategies.hashSha512(VERSION))
                .verify(password.toCharArray(), hash.toCharArray())
                .verified;
    }

    /** Takes as long as {@link #matches}, for where there is no account. */
    public void spendTimeOfAMatch(String password) {
        matches(password, nobody);
    }

    /** How many passwords were looked at since the start of this server. */
    public long looked() {
        return looked.sum();
    }

    /** Whether scheme, pepper or cost of the hash are not today's. */
    boolean isOld(String hash) {
        var stored = STORED.matcher(hash);
        return !stored.matches()
                || !stored.group(1).equals(keys.currentId(KeyUse.PASSWORD_PEPPER))
                || !stored.group(2).startsWith("$2a$" + COST + "$");
    }

    /** Whether the password is long enough only beside a second factor. */
    boolean isShort(String hash) {
        return hash.startsWith(SHORT_SCHEME);
    }

    private byte[] peppered(String password, String pepperId) {
        var hmac = new Hmac(keys.key(KeyUse.PASSWORD_PEPPER, pepperId));
        return Base64.getEncoder().encode(hmac.of(normalised(password)));
    }

    static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
