package io.astrionix.musicmuse.web.guard;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers the names of our folders: there is nothing to see. Payara would add the slash itself, before any filter of ours,
 * without our headers and with whatever host the request names.
 */
public class FolderServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    /** Maps the servlet to every folder there is. */
    @WebListener
    public static class Mapping implements ServletContextListener {

        @Override
        public void contextInitialized(ServletContextEvent event) {
            var folders = below("/", event.getServletContext());
            event.getServletContext()
                    .addServlet(FolderServlet.class.getSimpleName(), FolderServlet.class)
                    .addMapping(folders.toArray(String[]::new));
        }

        /** Without the slash at their end. */
        private static List<String> below(String folder, ServletContext files) {
            var folders = new ArrayList<String>();
            var content = files.getResourcePaths(folder);
            if (content != null) {
                for (var path : content) {
                    if (path.endsWith("/")) {
                        folders.add(path.substring(0, path.length() - 1));
                        folders.addAll(below(path, files));
                    }
                }
            }
            return folders;
        }
    }
}
