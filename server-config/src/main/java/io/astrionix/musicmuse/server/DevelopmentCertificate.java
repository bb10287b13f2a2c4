package io.astrionix.musicmuse.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * A certificate for this machine that no authority signed: to try MusicMuse with TLS. Browsers warn of it. Made by the JDK's
 * {@code keytool} at the first start with TLS, and kept, so that a browser has to be told only once.
 */
public final class DevelopmentCertificate {

    /** Of the file and the key in it. No secret: the key is worth nothing to anybody but this machine's own browsers. */
    public static final String PASSWORD = "development";

    private static final int DAYS = 3_650;

    private final Path file;

    DevelopmentCertificate(Path folder) {
        this.file = folder.resolve("development-certificate.p12");
    }

    /**
     * @return a PKCS 12 file with certificate and key
     * @throws StartFailedException if it cannot be made
     */
    Path ensure() {
        if (Files.exists(file)) {
            return file;
        }
        // Under another name until it is whole: a start that was broken off must not leave half of one.
        Path made = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(made);
            var keytool =
                    new ProcessBuilder(command(made)).redirectErrorStream(true).start();
            keytool.getOutputStream().close();
            var said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (keytool.waitFor() != 0) {
                throw new StartFailedException(Texts.text("certificate.failed", said));
            }
            if (Files.getFileStore(made).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
            }
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new StartFailedException(Texts.text("certificate.failed", failed.getMessage()), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartFailedException(Texts.text("start.interrupted"), interrupted);
        }
        return file;
    }

    private static List<String> command(Path made) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "musicmuse",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-validity",
                Integer.toString(DAYS),
                "-storetype",
                "PKCS12",
                "-keystore",
                made.toString(),
                "-storepass",
                PASSWORD);
    }
}
