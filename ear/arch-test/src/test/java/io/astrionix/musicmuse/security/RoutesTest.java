package io.astrionix.musicmuse.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.ws.rs.ApplicationPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every way into the application is in docs/access.md, and everything a page can do in docs/access-actions.md, which {@code
 * -Ddocs=write} writes anew. {@code AccessST} tries what the pages say.
 */
@Tag("R70")
class RoutesTest {

    private static final String WEBAPP = "web-module/src/main/webapp";
    private static final String ACTIONS_PAGE = "docs/access-actions.md";
    private static final int CELLS = 7;
    private static final Pattern MAPPING = Pattern.compile("<url-pattern>([^<]*)</url-pattern>");
    private static final Pattern SERVLET_MAPPING =
            Pattern.compile("<(servlet|filter)-mapping>.*?</(servlet|filter)-mapping>", Pattern.DOTALL);
    private static final Pattern ACTION =
            Pattern.compile("\\baction(?:Listener)?=\"#\\{([^}\"]+)}\"|listener=\"#\\{([^}\"]+)}\"");

    private static final String HEAD = """
            # What pages can do

            Every method of a backing bean that a page calls when somebody presses, enters or opens something. Generated
            from the pages (`./mvnw -Ddocs=write -pl ear/arch-test -am verify`). Who may do it is who may open the page
            (docs/access.md): a test (`AccessST`) posts to each of these pages as everybody else.

            | Page | Calls |
            |---|---|
            """;

    @Test
    @Tag("ASVS-8.2.1")
    void every_route_is_listed() throws IOException {
        var listed =
                rows().stream().map(row -> row.get(0).replaceFirst("\\?.*", "")).collect(Collectors.toSet());
        var routes = routes();
        assertThat(routes).hasSizeGreaterThan(8).contains("/ws/practice", "/signin.xhtml");
        assertThat(listed).containsAll(routes);
    }

    @Test
    void every_line_has_an_answer_for_everybody() {
        assertThat(rows())
                .isNotEmpty()
                .allMatch(row -> row.size() == CELLS && row.stream().noneMatch(String::isBlank));
    }

    @Test
    @Tag("ASVS-8.2.1")
    void the_page_of_actions_says_what_the_pages_say() throws IOException {
        var actions = new ArrayList<String>();
        for (var page : Checkout.pages()) {
            var name = "/" + Checkout.file(WEBAPP).relativize(page).toString().replace('\\', '/');
            for (var action : actions(page)) {
                actions.add("| `" + name + "` | `" + action + "` |\n");
            }
        }
        var page = HEAD + String.join("", actions);
        assertThat(actions).hasSizeGreaterThan(5);
        if ("write".equals(System.getProperty("musicmuse.docs"))) {
            Files.writeString(Checkout.file(ACTIONS_PAGE), page);
        }
        assertThat(Checkout.text(Checkout.file(ACTIONS_PAGE)))
                .as("stale: ./mvnw -Ddocs=write -pl ear/arch-test -am verify")
                .isEqualTo(page);
    }

    private static Set<String> actions(Path page) {
        return ACTION.matcher(Checkout.text(page))
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .map(expression -> expression.replaceFirst("\\(.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Pages, servlets, sockets and REST; filters too, except those that see every request. */
    private static Set<String> routes() {
        var routes = new TreeSet<String>();
        for (var page : Checkout.pages()) {
            var name = "/" + Checkout.file(WEBAPP).relativize(page).toString().replace('\\', '/');
            if (!name.startsWith("/WEB-INF/")) {
                routes.add(name);
            }
        }
        classes().stream().flatMap(RoutesTest::patterns).forEach(routes::add);
        SERVLET_MAPPING
                .matcher(Checkout.text(Checkout.file(WEBAPP + "/WEB-INF/web.xml")))
                .results()
                .flatMap(mapping -> MAPPING.matcher(mapping.group()).results())
                .map(pattern -> pattern.group(1))
                .forEach(routes::add);
        routes.removeAll(List.of("/*", "*.xhtml"));
        return routes;
    }

    private static Stream<String> patterns(Class<?> type) {
        var patterns = new ArrayList<String>();
        if (type.isAnnotationPresent(ServerEndpoint.class)) {
            patterns.add(type.getAnnotation(ServerEndpoint.class).value());
        }
        if (type.isAnnotationPresent(WebServlet.class)) {
            patterns.addAll(Arrays.asList(type.getAnnotation(WebServlet.class).value()));
            patterns.addAll(Arrays.asList(type.getAnnotation(WebServlet.class).urlPatterns()));
        }
        if (type.isAnnotationPresent(WebFilter.class)) {
            patterns.addAll(Arrays.asList(type.getAnnotation(WebFilter.class).value()));
            patterns.addAll(Arrays.asList(type.getAnnotation(WebFilter.class).urlPatterns()));
        }
        if (type.isAnnotationPresent(ApplicationPath.class)) {
            patterns.add(type.getAnnotation(ApplicationPath.class).value());
        }
        return patterns.stream();
    }

    private static List<Class<?>> classes() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.astrionix.musicmuse.web")
                        .stream()
                        .filter(type -> !type.getAnnotations().isEmpty())
                        .map(JavaClass::reflect)
                        .collect(Collectors.toList());
    }

    private static List<List<String>> rows() {
        return Checkout.text(Checkout.file("docs/access.md"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> Arrays.stream(
                                line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                        .map(cell -> cell.replace("`", "").strip())
                        .toList())
                .toList();
    }
}
