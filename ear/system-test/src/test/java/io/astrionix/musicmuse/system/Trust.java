package io.astrionix.musicmuse.system;

import io.astrionix.musicmuse.server.DevelopmentCertificate;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** What a client must know to talk to a server whose certificate no authority has signed: that certificate. */
public final class Trust {

    private Trust() {}

    /** Trusts the development certificate of the server if there is one, else what the JDK trusts. */
    public static SSLContext in(RunningMusicMuse musicMuse) {
        try {
            var file = musicMuse.developmentCertificate();
            if (file.isEmpty()) {
                return SSLContext.getDefault();
            }
            var made = KeyStore.getInstance("PKCS12");
            try (var input = Files.newInputStream(file.get())) {
                made.load(input, DevelopmentCertificate.PASSWORD.toCharArray());
            }
            var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "musicmuse", made.getCertificate(made.aliases().nextElement()));
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException failed) {
            throw new AssertionError("The development certificate cannot be read", failed);
        }
    }
}
