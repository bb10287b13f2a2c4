package io.astrionix.musicmuse.accounts.control;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import io.astrionix.musicmuse.accounts.entity.Passkey;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Checks what browsers answer about passkeys (W3C Web Authentication): made for our name, on a page of our origin, for
 * the challenge we gave, with the user checked by the device. Which maker's device it is, is nobody's business: no
 * attestation.
 */
@ApplicationScoped
public class WebAuthn {

    /** ES256, EdDSA, RS256: one of them every device has. The numbers are those of the COSE registry. */
    static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);

    private static final List<PublicKeyCredentialParameters> PARAMETERS = ALGORITHMS.stream()
            .map(number -> new PublicKeyCredentialParameters(
                    PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(number)))
            .toList();

    private static final Logger LOG = Logger.getLogger(WebAuthn.class.getName());

    private static final boolean USER_VERIFIED = true;

    private Settings settings;
    private WebAuthnManager library;
    private AttestedCredentialDataConverter credentials;

    public WebAuthn() {} // required by the proxy

    @Inject
    public WebAuthn(Settings settings) {
        var converter = new ObjectConverter();
        this.settings = settings;
        this.library = WebAuthnManager.createNonStrictWebAuthnManager(converter);
        this.credentials = new AttestedCredentialDataConverter(converter);
    }

    /** The name passkeys belong to: the host of the site's origin. Empty where none is set, or it is a number. */
    public Optional<String> name() {
        return settings.text(Setting.SITE_ORIGIN)
                .map(origin -> URI.create(origin).getHost())
                .filter(host -> host.matches(".*[a-z].*") && !host.startsWith("["));
    }

    /**
     * A new passkey.
     *
     * @param answer what the browser made of the device's answer, as JSON
     * @param challenge the one it was asked with, in Base64url
     * @return empty if anything about it is wrong
     */
    public Optional<Passkey.Key> registered(String answer, String challenge) {
        return unlessWrong(() -> {
            var data = library.verifyRegistrationResponseJSON(
                    answer, new RegistrationParameters(server(challenge), PARAMETERS, USER_VERIFIED));
            var authenticator = data.getAttestationObject().getAuthenticatorData();
            var credential = authenticator.getAttestedCredentialData();
            return new Passkey.Key(
                    base64Url(credential.getCredentialId()),
                    Base64.getEncoder().encodeToString(credentials.convert(credential)),
                    authenticator.getSignCount(),
                    authenticator.isFlagBE());
        });
    }

    /** Which passkey an answer is about, in Base64url; nothing is checked yet. */
    public Optional<String> credentialId(String answer) {
        return unlessWrong(
                () -> base64Url(library.parseAuthenticationResponseJSON(answer).getCredentialId()));
    }

    /**
     * A use of a passkey.
     *
     * @return the device's count of uses; empty if anything about it is wrong, or the count shows that there is a copy
     */
    public Optional<Long> used(String answer, String challenge, Passkey.Key key) {
        return unlessWrong(() -> library.verifyAuthenticationResponseJSON(
                        answer, new AuthenticationParameters(server(challenge), stored(key), null, USER_VERIFIED))
                .getAuthenticatorData()
                .getSignCount());
    }

    /** The library throws its own exceptions for wrong answers, and Jackson's or any other for what is no answer at all. */
    private static <T> Optional<T> unlessWrong(Supplier<T> check) {
        try {
            return Optional.of(check.get());
        } catch (RuntimeException wrong) {
            LOG.log(Level.FINE, "A passkey's answer was refused", wrong);
            return Optional.empty();
        }
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private CredentialRecordImpl stored(Passkey.Key key) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                key.synced(),
                null,
                key.signCount(),
                credentials.convert(Base64.getDecoder().decode(key.credentialData())),
                null,
                null,
                null,
                null);
    }

    private ServerProperty server(String challenge) {
        return ServerProperty.builder()
                .origin(Origin.create(settings.text(Setting.SITE_ORIGIN).orElseThrow()))
                .rpId(name().orElseThrow())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }
}
