package io.astrionix.musicmuse.web.guard;

import io.astrionix.musicmuse.legal.boundary.KnownCookie;
import io.astrionix.musicmuse.web.shared.Redirect;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

/** Stands before every other filter and servlet (web.xml), error pages included. */
public class GuardFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = System.getLogger(GuardFilter.class.getName());
    private static final String CACHING = "Cache-Control";
    private static final String COOKIE = "Set-Cookie";
    private static final String STYLE_SHEET = "text/css";

    @Inject
    private transient RequestGuard guard;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getCharacterEncoding() == null) {
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        }
        boolean error = request.getDispatcherType() == DispatcherType.ERROR;
        if (!error && guard.sendToTls(request, response)) {
            return;
        }
        var refusal = guard.refusal(request, response).or(() -> ParameterCheck.refusal(request));
        if (error) {
            guard.noteDenial(request);
            chain.doFilter(new ErrorPageRequest(request), response);
        } else if (refusal.isPresent()) {
            response.sendError(refusal.get());
        } else {
            chain.doFilter(request, new GuardedResponse(request, response));
        }
    }

    /**
     * Keeps its headers when what is written so far is thrown away for an error page, and lets nobody else say what may be
     * kept: Faces would let browsers keep every file for a week. Says how style sheets are coded, and redirects by path.
     */
    private final class GuardedResponse extends HttpServletResponseWrapper {

        private final HttpServletRequest request;

        GuardedResponse(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void setHeader(String name, String value) {
            if (!CACHING.equalsIgnoreCase(name) && !COOKIE.equalsIgnoreCase(name)) {
                super.setHeader(name, value);
            }
        }

        @Override
        public void addHeader(String name, String value) {
            if (!CACHING.equalsIgnoreCase(name) && !COOKIE.equalsIgnoreCase(name)) {
                super.addHeader(name, value);
            }
        }

        /** What the cookie page does not list is not set (R74), whichever library would like to. */
        @Override
        public void addCookie(Cookie cookie) {
            if (KnownCookie.names().contains(cookie.getName())) {
                super.addCookie(cookie);
            } else {
                LOG.log(
                        Level.WARNING,
                        "A cookie that is not in the list of cookies was not set: {0}",
                        cookie.getName());
            }
        }

        @Override
        public void setContentType(String type) {
            super.setContentType(STYLE_SHEET.equals(type) ? STYLE_SHEET + ";charset=UTF-8" : type);
        }

        @Override
        public void sendRedirect(String address) throws IOException {
            Redirect.to(address, this);
        }

        @Override
        public void reset() {
            super.reset();
            guard.restoreHeaders(request, (HttpServletResponse) getResponse());
        }
    }
}
