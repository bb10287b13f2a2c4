package io.astrionix.musicmuse.notification.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Puts TLS, at once or by STARTTLS (RFC 3207), in front of a mail server that has none; GreenMail knows no STARTTLS. */
final class TlsFront implements AutoCloseable {

    private final ServerSocket listener;
    private final SSLContext tls;
    private final boolean startTls;
    private final int behind;

    TlsFront(SSLContext tls, boolean startTls, int behind) throws IOException {
        this.tls = tls;
        this.startTls = startTls;
        this.behind = behind;
        this.listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                daemon(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (startTls) {
                askForStartTls(client);
            }
            var encrypted = (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), true);
            encrypted.setUseClientMode(false);
            encrypted.startHandshake();
            try (var server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
                if (startTls) {
                    readLine(server.getInputStream()); // its greeting was given already
                }
                daemon(() -> pipe(server, encrypted));
                copy(encrypted.getInputStream(), server.getOutputStream());
            }
        } catch (IOException refused) {
            // the client did not like the certificate
        }
    }

    private static void askForStartTls(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        var out = client.getOutputStream();
        say(out, "220 ready");
        in.readLine();
        say(out, "250-front\r\n250 STARTTLS");
        if (!"STARTTLS".equals(in.readLine())) {
            throw new IOException("no STARTTLS");
        }
        say(out, "220 go ahead");
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void readLine(InputStream in) throws IOException {
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            // skip
        }
    }

    private static void pipe(Socket from, Socket to) {
        try {
            copy(from.getInputStream(), to.getOutputStream());
        } catch (IOException ended) {
            // so is the mail
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        var buffer = new byte[4096];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            out.flush();
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "tls front");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
