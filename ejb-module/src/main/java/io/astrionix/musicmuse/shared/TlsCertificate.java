package io.astrionix.musicmuse.shared;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The certificate that the server shows to browsers, if it ends TLS itself. */
final class TlsCertificate {

    /** Enough for an administrator who is on holiday. */
    private static final Duration NOTICE = Duration.ofDays(14);

    private final X509Certificate certificate;

    private TlsCertificate(X509Certificate certificate) {
        this.certificate = certificate;
    }

    /**
     * @return empty if the server does not end TLS
     * @throws InvalidSettingException if there is no private key with a certificate in the file, or it does not open
     */
    static Optional<TlsCertificate> of(Settings settings) {
        if (!settings.isOn(Setting.TLS)) {
            return Optional.empty();
        }
        var file = Path.of(settings.text(Setting.TLS_KEYSTORE).orElseThrow());
        if (!file.isAbsolute() || !Files.isReadable(file)) {
            throw new InvalidSettingException(
                    Setting.TLS_KEYSTORE, "the whole path of a file that the server may read");
        }
        var password = settings.text(Setting.TLS_KEYSTORE_PASSWORD).orElse("").toCharArray();
        return Optional.of(new TlsCertificate(certificate(opened(file, password), password)));
    }

    /** What browsers will not like about it, a sentence for each; empty if nothing. */
    List<String> complaints(String origin, Instant now) {
        var complaints = new ArrayList<String>();
        var end = certificate.getNotAfter().toInstant();
        if (now.isAfter(end)) {
            complaints.add("The certificate in MUSICMUSE_TLS_KEYSTORE has ended at " + end + ".");
        } else if (now.plus(NOTICE).isAfter(end)) {
            complaints.add("The certificate in MUSICMUSE_TLS_KEYSTORE ends at " + end + ".");
        }
        var host = URI.create(origin).getHost().replaceAll("[\\[\\]]", "");
        if (names().stream().noneMatch(name -> covers(name, host))) {
            complaints.add("The certificate in MUSICMUSE_TLS_KEYSTORE does not name " + host + ".");
        }
        return complaints;
    }

    private static KeyStore opened(Path file, char[] password) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            try (var input = Files.newInputStream(file)) {
                store.load(input, password);
            }
            return store;
        } catch (IOException | GeneralSecurityException wrong) {
            throw new InvalidSettingException(
                    Setting.TLS_KEYSTORE_PASSWORD, "the password of the PKCS 12 file MUSICMUSE_TLS_KEYSTORE", wrong);
        }
    }

    private static X509Certificate certificate(KeyStore store, char[] password) {
        try {
            for (var alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)
                        && store.getKey(alias, password) != null
                        && store.getCertificate(alias) instanceof X509Certificate certificate) {
                    return certificate;
                }
            }
        } catch (GeneralSecurityException wrong) {
            throw new InvalidSettingException(
                    Setting.TLS_KEYSTORE_PASSWORD, "the password of the key in it too", wrong);
        }
        throw new InvalidSettingException(
                Setting.TLS_KEYSTORE, "a PKCS 12 file that holds a private key beside its certificate");
    }

    /** Browsers look at nothing but the alternative names (RFC 9525, 2): DNS names (type 2) and addresses (type 7). */
    private List<String> names() {
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            return alternatives == null
                    ? List.of()
                    : alternatives.stream()
                            .filter(name -> name.get(0).equals(2) || name.get(0).equals(7))
                            .map(name -> ((String) name.get(1)).toLowerCase(Locale.ROOT))
                            .toList();
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
    }

    /** A star stands for the first label alone (RFC 9525, 6.3). */
    private static boolean covers(String name, String host) {
        int firstLabel = host.indexOf('.');
        return name.equals(host) || (firstLabel > 0 && name.equals("*" + host.substring(firstLabel)));
    }
}
