package io.astrionix.musicmuse.web.guard;

import io.astrionix.musicmuse.limits.boundary.Limit;
import io.astrionix.musicmuse.limits.boundary.RequestLimits;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Takes the reports of browsers that a page tried what its policy forbids (ASVS 3.4.7), and writes what was forbidden
 * and where into the server's log. The reports can be made up by anybody, so little is read and less is written.
 */
@WebServlet(ResponseHeaders.REPORTS)
public class CspReportServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = System.getLogger(CspReportServlet.class.getName());
    private static final int MAX_BYTES = 8_192;
    private static final int MAX_LOGGED = 200;

    @Inject
    private transient RequestLimits limits;

    @Inject
    private transient TooManyRequests tooMany;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!limits.tryTake(Limit.CSP_REPORT)) {
            tooMany.answer(Limit.CSP_REPORT, response);
            return;
        }
        var bytes = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        try (var reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            if (!(reader.readObject().get("csp-report") instanceof JsonObject report)) {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                return;
            }
            LOG.log(
                    Level.WARNING,
                    "A browser reports what the policy forbids: {0} at {1}",
                    plain(report, "effective-directive"),
                    plain(report, "document-uri").replaceFirst("[?#].*", ""));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (JsonException notAReport) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /** A short text without anything that could look like another line or another message. */
    private static String plain(JsonObject report, String name) {
        var text = report.getString(name, "?");
        return text.substring(0, Math.min(text.length(), MAX_LOGGED)).replaceAll("[^A-Za-z0-9:/._?#-]", "_");
    }
}
