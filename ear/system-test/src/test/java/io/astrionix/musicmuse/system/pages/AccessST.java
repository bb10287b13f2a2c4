package io.astrionix.musicmuse.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.TestPaths;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.data.DocTable;
import io.astrionix.musicmuse.system.practice.PracticeClient;
import io.astrionix.musicmuse.system.practice.TakeSettings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** docs/access.md says who gets what; each line is tried, and no page of the application is missing there. */
@SystemTest
@Tag("R70")
class AccessST {

    private static final String SOCKET = "/ws/practice";

    private final Visitor stranger;
    private final Visitor learner;
    private final Visitor trainer;

    AccessST(RunningMusicMuse musicMuse) {
        this.stranger = Visitor.stranger(musicMuse);
        this.learner = Visitor.signedIn(musicMuse, musicMuse.learner());
        this.trainer = Visitor.signedIn(musicMuse, musicMuse.trainer());
    }

    @TestFactory
    Stream<DynamicTest> everybody_gets_what_the_page_says() {
        return DocTable.rows("access.md").stream()
                .map(row -> DynamicTest.dynamicTest(row.get(0), () -> {
                    assertThat(answer(stranger, row.get(0))).as("stranger").isEqualTo(row.get(1));
                    assertThat(answer(learner, row.get(0))).as("learner").isEqualTo(row.get(2));
                    assertThat(answer(trainer, row.get(0))).as("trainer").isEqualTo(row.get(3));
                }));
    }

    @Test
    void every_page_and_the_socket_are_listed() throws Exception {
        var listed = DocTable.rows("access.md").stream()
                .map(row -> row.get(0).replaceFirst("\\?.*", ""))
                .toList();
        assertThat(listed).containsAll(pagesOfTheWar()).contains(SOCKET);
    }

    @Test
    void a_take_is_shown_to_its_player_only() {
        String session;
        try (var page = PracticeClient.connect(learner)) {
            session = page.start(TakeSettings.VIOLIN_SCALE).getString("session");
            page.stream(new short[9_600], PracticeClient.CATCHING_UP);
            page.stop(9_600);
        }
        assertThat(learner.get("practice/session.xhtml?id=" + session).statusCode())
                .isEqualTo(200);
        var toTrainer = trainer.get("practice/session.xhtml?id=" + session);
        var unknown = trainer.get("practice/session.xhtml?id=00000000-0000-0000-0000-000000000000");
        assertThat(toTrainer.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(404);
        assertThat(withoutTokens(toTrainer)).isEqualTo(withoutTokens(unknown)).doesNotContain(session);
    }

    private String answer(Visitor visitor, String path) {
        if (path.equals(SOCKET)) {
            return answerOfSocket(visitor);
        }
        var answer = visitor.get(path.substring(1));
        return switch (answer.statusCode()) {
            case 200 -> "page";
            case 302 ->
                answer.headers().firstValue("Location").orElse("").contains("/signin.xhtml?next=")
                        ? "sign in"
                        : "elsewhere";
            case 404 -> "not found";
            default -> "status " + answer.statusCode();
        };
    }

    private static String answerOfSocket(Visitor visitor) {
        try (var page = PracticeClient.connect(visitor)) {
            page.start(TakeSettings.VIOLIN_SCALE);
            return "opens";
        } catch (CompletionException refused) {
            return "refused (" + PracticeClient.refusal(visitor, visitor.origin()) + ")";
        }
    }

    private static List<String> pagesOfTheWar() throws IOException {
        var pages = new ArrayList<String>();
        try (var ear = new ZipFile(TestPaths.ear().toFile());
                var war = new ZipInputStream(ear.getInputStream(ear.getEntry("web-module.war")))) {
            for (var entry = war.getNextEntry(); entry != null; entry = war.getNextEntry()) {
                if (entry.getName().endsWith(".xhtml") && !entry.getName().startsWith("WEB-INF/")) {
                    pages.add("/" + entry.getName());
                }
            }
        }
        assertThat(pages).hasSizeGreaterThan(4);
        return pages;
    }

    /** What differs from one answer to the next in any case. */
    private static String withoutTokens(HttpResponse<String> answer) {
        return answer.body().replaceAll("(value|nonce)=\"[^\"]*\"", "");
    }
}
