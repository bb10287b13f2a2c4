package io.astrionix.musicmuse.server;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Shows on the console where the mails lead that the application logs while there is no mail server. */
final class PrintedMails {

    /** The application's setting that makes it log them. */
    static final String PRINT_LINKS = "MUSICMUSE_MAIL_PRINT_LINKS";

    /** The application's mail server: where there is one, people get their mails. */
    static final String SMTP_HOST = "MUSICMUSE_SMTP_HOST";

    private static final String MARK = "MUSICMUSE-MAIL ";
    private static final long PAUSE_MILLIS = 500;

    private final Path log;
    private final PrintStream out;
    private long read;

    /** Shows what is written to the log after its first so many bytes. */
    PrintedMails(Path log, long from, PrintStream out) {
        this.log = log;
        this.read = from;
        this.out = out;
    }

    /** Watches the log until the process ends. */
    void watch() {
        var watcher = new Thread(this::showUntilInterrupted, "show mails");
        watcher.setDaemon(true);
        watcher.start();
    }

    private void showUntilInterrupted() {
        try {
            while (true) {
                showNew();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (IOException unreadable) {
            out.println(Texts.text("run.mails.unreadable", unreadable.getMessage()));
        }
    }

    void showNew() throws IOException {
        for (String line : newLines()) {
            int mark = line.indexOf(MARK);
            if (mark >= 0) {
                out.println("  " + Texts.text("run.mail", line.substring(mark + MARK.length())));
                out.flush();
            }
        }
    }

    /** Whole lines only: the rest is read when its end is there. */
    private List<String> newLines() throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            if (file.length() < read) {
                read = 0; // a new day's file
            }
            var bytes = new byte[(int) Math.min(file.length() - read, Integer.MAX_VALUE - 8L)];
            file.seek(read);
            file.readFully(bytes);
            var text = new String(bytes, StandardCharsets.ISO_8859_1);
            int end = text.lastIndexOf('\n') + 1;
            read += end;
            var whole = new String(bytes, 0, end, StandardCharsets.UTF_8);
            return whole.lines().toList();
        }
    }
}
