package io.astrionix.musicmuse.system.guards;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.data.Routes;
import io.astrionix.musicmuse.system.figures.Figures;
import io.astrionix.musicmuse.system.practice.PracticeClient;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What another site's page sends in the name of somebody who is signed in here: refused, and nothing changes. */
@SystemTest
class ForgeryST {

    private final RunningMusicMuse musicMuse;
    private final Visitor learner;
    private final String ours;
    private final String host;
    private final int port;

    ForgeryST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.learner = Visitor.signedIn(musicMuse, musicMuse.learner());
        this.ours = learner.origin();
        this.host = URI.create(ours).getHost();
        this.port = URI.create(ours).getPort();
    }

    @Test
    @Tag("ASVS-3.5.1")
    void every_route_refuses_every_forgery_and_nothing_changes() throws Exception {
        var before = rows();
        var accepted = new ArrayList<String>();
        int tried = 0;
        for (var route : Routes.all()) {
            for (var forgery : forgeries().entrySet()) {
                tried++;
                int status = learner.send("POST", route, "x=y", headers(forgery.getValue()))
                        .statusCode();
                if (status != 403) {
                    accepted.add(forgery.getKey() + " of " + route + ": " + status);
                }
            }
        }
        assertThat(tried).isGreaterThan(60);
        Figures.keep("csrf-refused", 100.0 * (tried - accepted.size()) / tried, "% of " + tried, "= 100");
        assertThat(accepted).isEmpty();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    @Tag("ASVS-3.5.1")
    void the_button_of_another_sites_page_signs_nobody_out() {
        for (var forgery : forgeries().values()) {
            assertThat(learner.signOut(headers(forgery)).statusCode()).isEqualTo(403);
            assertThat(learner.get("practice/history.xhtml").statusCode()).isEqualTo(200);
        }
    }

    @Test
    @Tag("ASVS-3.5.3")
    void asking_for_every_page_changes_nothing() throws Exception {
        var before = rows();
        Routes.all().forEach(learner::get);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    @Tag("ASVS-16.3.3")
    void a_flood_of_forgeries_leaves_a_few_lines_in_the_audit_log() throws Exception {
        for (int i = 0; i < 60; i++) {
            learner.send("POST", "signin.xhtml", "x=y", "Origin", "https://evil.example");
        }
        assertThat(number("select count(*) from musicmuse.audit_entry where action = 'REQUEST_FORGED'"))
                .isBetween(1L, 40L);
    }

    @Test
    @Tag("ASVS-4.4.2")
    void twenty_origins_open_no_socket() {
        var refused = twentyOrigins().stream()
                .filter(origin -> PracticeClient.refusal(learner, origin) == 403)
                .toList();
        Figures.keep("cswsh-refused", refused.size(), "of 20 origins", "= 20");
        assertThat(refused).hasSize(20).isEqualTo(twentyOrigins());
    }

    private List<String> twentyOrigins() {
        return List.of(
                "",
                "null",
                "https://evil.example",
                "http://evil.example:" + port,
                "https://" + host + ":" + port,
                "http://" + host,
                "http://" + host + ":" + (port + 1),
                "http://" + host + ":0" + port,
                "http://" + host + ":" + port + "/",
                "http://" + host + ":" + port + ".evil.example",
                "http://" + host + ".evil.example:" + port,
                "http://evil.example." + host + ":" + port,
                "http://evil" + host + ":" + port,
                "http://user@" + host + ":" + port,
                "http://" + host + "@evil.example:" + port,
                "HTTP://" + host + ":" + port,
                "ws://" + host + ":" + port,
                "file://",
                ours + " https://evil.example",
                (host.equals("localhost") ? "http://127.0.0.1:" : "http://localhost:") + port);
    }

    /** Six kinds; headers by name, empty where the browser sends none. */
    private Map<String, Map<String, String>> forgeries() {
        var forgeries = new LinkedHashMap<String, Map<String, String>>();
        forgeries.put("cross-site fetch", Map.of("Origin", ours, "Sec-Fetch-Site", "cross-site"));
        forgeries.put("foreign origin", Map.of("Origin", "https://evil.example"));
        forgeries.put("null origin", Map.of("Origin", "null"));
        forgeries.put("neither header", Map.of());
        forgeries.put("look-alike origin", Map.of("Origin", "http://" + host + ":" + port + ".evil.example"));
        forgeries.put("other scheme", Map.of("Origin", "https://" + host + ":" + port));
        return forgeries;
    }

    private static String[] headers(Map<String, String> forgery) {
        var all = new ArrayList<>(List.of("Content-Type", "application/x-www-form-urlencoded"));
        forgery.forEach((name, value) -> all.addAll(List.of(name, value)));
        return all.toArray(String[]::new);
    }

    /** How many rows each table has, but for those that count and log requests, and those that other work adds to. */
    private Map<String, Long> rows() throws SQLException {
        var rows = new TreeMap<String, Long>();
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement();
                var tables = statement.executeQuery(
                        "select table_name from information_schema.tables where table_schema ="
                                + " 'musicmuse' and table_name not like 'audit%' and table_name <> 'request_allowance'")) {
            while (tables.next()) {
                rows.put(tables.getString(1), 0L);
            }
        }
        for (var table : List.copyOf(rows.keySet())) {
            rows.put(table, number("select count(*) from musicmuse.\"" + table + "\""));
        }
        assertThat(rows).hasSizeGreaterThan(5);
        return rows;
    }

    private long number(String query) throws SQLException {
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
