package io.astrionix.musicmuse.system.data;

import java.util.List;

/** Every route that docs/access.md lists; that none of the application's is missing there, another test sees to. */
public final class Routes {

    private static final String NOBODYS = "00000000-0000-0000-0000-000000000000";

    private Routes() {}

    /** From the site's root, without a slash before them, with ids of nothing; sockets are not among them. */
    public static List<String> all() {
        return DocTable.rows("access.md").stream()
                .map(row -> row.get(0).substring(1).replaceAll("\\{[a-z]+}", NOBODYS))
                .filter(route -> !route.startsWith("ws/"))
                .toList();
    }

    /** Those that may have forms. */
    public static List<String> pages() {
        return all().stream()
                .filter(route -> route.replaceFirst("\\?.*", "").endsWith(".xhtml") && !route.startsWith("jakarta."))
                .toList();
    }
}
