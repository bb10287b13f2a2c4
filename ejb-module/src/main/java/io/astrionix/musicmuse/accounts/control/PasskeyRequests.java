package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.Passkey;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.SecretToken;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** What the browser is asked, in the JSON form of the Web Authentication options (bytes in Base64url). */
@Dependent
public class PasskeyRequests {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private WebAuthn webAuthn;

    public PasskeyRequests() {} // required by CDI beside the constructor below

    @Inject
    public PasskeyRequests(WebAuthn webAuthn) {
        this.webAuthn = webAuthn;
    }

    /** 256 random bits in Base64url. */
    public static String newChallenge() {
        return SecretToken.next();
    }

    /** Whether this site has a name that passkeys can belong to. */
    public boolean arePossible() {
        return webAuthn.name().isPresent();
    }

    /** To use a passkey: whichever the user has for this site. */
    public String use(String challenge) {
        return Json.createObjectBuilder()
                .add("challenge", challenge)
                .add("rpId", webAuthn.name().orElseThrow())
                .add("userVerification", "required")
                .add("timeout", TIMEOUT.toMillis())
                .build()
                .toString();
    }

    /** To make a passkey that can be found without an email, on a device that does not hold one of these yet. */
    public String create(String challenge, Account owner, List<Passkey> present) {
        var algorithms = Json.createArrayBuilder();
        WebAuthn.ALGORITHMS.forEach(number -> algorithms.add(
                Json.createObjectBuilder().add("type", "public-key").add("alg", number)));
        return Json.createObjectBuilder()
                .add("challenge", challenge)
                .add(
                        "rp",
                        Json.createObjectBuilder()
                                .add("id", webAuthn.name().orElseThrow())
                                .add("name", "MusicMuse"))
                .add(
                        "user",
                        Json.createObjectBuilder()
                                .add("id", handle(owner.id()))
                                .add("name", owner.email())
                                .add("displayName", owner.displayName()))
                .add("pubKeyCredParams", algorithms)
                .add(
                        "authenticatorSelection",
                        Json.createObjectBuilder()
                                .add("residentKey", "required")
                                .add("requireResidentKey", true)
                                .add("userVerification", "required"))
                .add("attestation", "none")
                .add("timeout", TIMEOUT.toMillis())
                .add("excludeCredentials", excluded(present))
                .build()
                .toString();
    }

    private static JsonArrayBuilder excluded(List<Passkey> present) {
        var credentials = Json.createArrayBuilder();
        present.forEach(passkey -> credentials.add(Json.createObjectBuilder()
                .add("type", "public-key")
                .add("id", passkey.key().credentialId())));
        return credentials;
    }

    /** The account's id: random, and tells nothing about anybody. */
    private static String handle(AccountId account) {
        var id = account.value();
        var bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
