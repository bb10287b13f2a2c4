package io.astrionix.musicmuse.web.guard;

import io.astrionix.musicmuse.health.ApplicationState;
import jakarta.servlet.http.HttpServlet;

/** Has no address: it is the last that starts (web.xml), and says so. Before, Payara would let nobody see a page. */
public class ReadyServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    public void init() {
        ApplicationState.pages(true);
    }

    @Override
    public void destroy() {
        ApplicationState.pages(false);
    }
}
