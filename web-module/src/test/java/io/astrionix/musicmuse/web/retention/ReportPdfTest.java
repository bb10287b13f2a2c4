package io.astrionix.musicmuse.web.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.astrionix.musicmuse.retention.boundary.SignedReport;
import io.astrionix.musicmuse.shared.Sha256;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R42")
class ReportPdfTest {

    private static final String JSON = "{\"run\":\"5f0c\",\"kind\":\"PURGE\",\"asOf\":\"2026-11-27T03:17:00Z\","
            + "\"sealedAt\":\"2026-11-27T03:18:00Z\",\"rules\":[{\"rule\":\"outbox-30d\",\"state\":\"DONE\",\"total\":90,"
            + "\"due\":12,\"removed\":12,\"held\":3,\"quarantined\":0,\"leftOver\":0,\"millis\":41}],\"evidence\":["
            + "{\"number\":7,\"rule\":\"outbox-30d\",\"table\":\"musicmuse.outbox_mail\",\"removed\":12,\"keysHash\":\"ab12\","
            + "\"at\":\"2026-11-27T03:17:30Z\"}],\"publicKey\":\"MCow\"}";

    @Test
    void holds_the_facts_of_the_report_its_hash_and_its_signature() throws IOException {
        var text = text(Locale.ENGLISH, new SignedReport(JSON, "c2lnbmVk", true));
        assertThat(text)
                .contains("5f0c", "PURGE", "2026-11-27T03:17:00Z", "outbox-30d", "DONE", "41", "ab12", "MCow")
                .contains("c2lnbmVk", "Signature valid")
                .doesNotContain("???");
        assertThat(text.replaceAll("\\s", "")).contains(Sha256.hex(JSON));
        assertThat(Sha256.hex("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void says_where_the_signature_does_not_hold_in_german_too() throws IOException {
        assertThat(text(Locale.GERMAN, new SignedReport(JSON, "c2lnbmVk", false)))
                .contains("SIGNATUR UNGÜLTIG")
                .doesNotContain("gültig, als");
    }

    private static String text(Locale locale, SignedReport report) throws IOException {
        try (var reader = new PdfReader(new ReportPdf(locale).of(report))) {
            return new PdfTextExtractor(reader).getTextFromPage(1);
        }
    }
}
