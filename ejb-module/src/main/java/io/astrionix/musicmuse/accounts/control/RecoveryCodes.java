package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.entity.RecoveryCode;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.SecretToken;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Ten codes on paper, each of which stands in once for the authenticator app. 120 random bits: enough for a fast hash
 * (ASVS 6.5.2 asks for 112). Needs the caller's transaction.
 */
@Dependent
public class RecoveryCodes {

    static final int CODES = 10;

    private static final int CODE_BYTES = 15;

    /** Characters of a code without the dashes. */
    private static final int LENGTH = CODE_BYTES * 8 / 5;

    private SecondFactorRepository repository;
    private Clock clock;

    public RecoveryCodes() {} // required by CDI beside the constructor below

    @Inject
    public RecoveryCodes(SecondFactorRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** @return new codes, shown once; older ones stop working */
    public List<String> make(AccountId account) {
        var codes = Stream.generate(RecoveryCodes::next).limit(CODES).toList();
        var now = clock.instant();
        repository.replaceRecoveryCodes(
                account,
                codes.stream()
                        .map(code -> new RecoveryCode(account, hash(code), now))
                        .toList());
        return codes;
    }

    /** @return whether it is one of the account's codes; it is used now. Dashes, spaces and capitals do not matter */
    public boolean use(AccountId account, String code) {
        return looksLikeOne(code) && repository.useRecoveryCode(account, hash(code));
    }

    static boolean looksLikeOne(String text) {
        return plain(text).length() == LENGTH;
    }

    private static String next() {
        var bytes = new byte[CODE_BYTES];
        new SecureRandom().nextBytes(bytes);
        var letters = Base32.encode(bytes).toLowerCase(Locale.ROOT);
        return letters.replaceAll("(?<=\\G.{4})(?=.)", "-");
    }

    private static String plain(String code) {
        return code.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
    }

    private static String hash(String code) {
        return SecretToken.hash(plain(code));
    }
}
