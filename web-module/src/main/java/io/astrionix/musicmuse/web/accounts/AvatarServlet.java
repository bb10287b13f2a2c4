package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.ProfileService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The picture of whoever is signed in, and of nobody else. */
@WebServlet("/account/avatar")
public class AvatarServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ProfileService profiles;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var picture = profiles.avatar();
        if (picture.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("image/jpeg");
        response.setContentLength(picture.get().length);
        response.setHeader("Content-Disposition", "inline; filename=\"avatar.jpg\"");
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.getOutputStream().write(picture.get());
    }
}
