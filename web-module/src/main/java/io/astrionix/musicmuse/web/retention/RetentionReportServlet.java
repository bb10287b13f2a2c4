package io.astrionix.musicmuse.web.retention;

import io.astrionix.musicmuse.retention.boundary.RetentionConsole;
import io.astrionix.musicmuse.retention.boundary.SignedReport;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The evidence report of a run (R42) as a file: signed JSON, or the same facts as PDF. docs/operations.md says how to check
 * it without us.
 */
@WebServlet("/admin/retention-report")
public class RetentionReportServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String PDF = "pdf";

    @Inject
    private transient RetentionConsole console;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var run = RunId.of(request.getParameter("run"));
        Optional<SignedReport> report = run.flatMap(console::report);
        if (report.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var format = PDF.equals(request.getParameter("format")) ? PDF : "json";
        var file = format.equals(PDF) ? pdf(report.get(), request.getLocale()) : json(report.get());
        response.setContentType("application/" + format);
        response.setContentLength(file.length);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"musicmuse-retention-" + run.orElseThrow() + "." + format + "\"");
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(file);
    }

    /** The report as the text that was signed: whoever checks it needs it byte for byte. */
    private static byte[] json(SignedReport report) {
        return Json.createObjectBuilder()
                .add("report", report.text())
                .add("algorithm", "Ed25519")
                .add("signature", report.signature())
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] pdf(SignedReport report, Locale browser) {
        return new ReportPdf(browser.getLanguage().equals(Locale.GERMAN.getLanguage()) ? Locale.GERMAN : Locale.ENGLISH)
                .of(report);
    }
}
