package io.astrionix.musicmuse.web.privacy;

import io.astrionix.musicmuse.accounts.boundary.CredentialNotFreshException;
import io.astrionix.musicmuse.limits.boundary.Limit;
import io.astrionix.musicmuse.privacy.boundary.NoExportException;
import io.astrionix.musicmuse.privacy.boundary.OwnExport;
import io.astrionix.musicmuse.privacy.boundary.TooManyRequestsException;
import io.astrionix.musicmuse.web.guard.TooManyRequests;
import io.astrionix.musicmuse.web.shared.Redirect;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The file with everything about whoever is signed in; the password comes first where it was not typed just now. */
@WebServlet("/account/export")
public class ExportServlet extends HttpServlet {

    static final String NAME = "musicmuse-data.zip";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient OwnExport exports;

    @Inject
    private transient TooManyRequests tooMany;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            exports.requireReady();
        } catch (CredentialNotFreshException typeItFirst) {
            Redirect.to(request.getContextPath() + "/account/confirm.xhtml?next=/account/privacy.xhtml", response);
            return;
        } catch (NoExportException none) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        } catch (TooManyRequestsException wait) {
            tooMany.answer(Limit.EXPORT, response);
            return;
        }
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + NAME + "\"");
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        exports.write(response.getOutputStream());
    }
}
