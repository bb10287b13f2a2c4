package io.astrionix.musicmuse.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenOutTest {

    @Test
    void texts_of_the_source_are_told_from_texts_of_callers(@TempDir Path folder) throws IOException {
        var answers = answers(Files.writeString(folder.resolve("Example.java"), """
                class Example {
                    void literal() { query("select" + A_CONSTANT + (yes ? " a" : " b")); }
                    void local() { var text = "select"; text += " a"; query(text); }
                    void built() { var text = new StringBuilder("select"); text.append(" a"); query(text.toString()); }
                    private void handedOver(String text) { query(text + " a"); }
                    void caller() { handedOver("select"); }

                    public void anybodys(String text) { query("select" + text); }
                    void localOfAnybody(String name) { var text = "select"; text += name; query(text); }
                    void builtOfAnybody(String name) { var text = new StringBuilder(); text.append(name); query(text.toString()); }
                    private void handedOn(String text) { query(text); }
                    void badCaller(String name) { handedOn("select"); handedOn(name); }
                    void called() { query(name()); }
                }
                """));
        assertThat(answers)
                .isEqualTo(Map.of(
                        "literal", true,
                        "local", true,
                        "built", true,
                        "handedOver", true,
                        "anybodys", false,
                        "localOfAnybody", false,
                        "builtOfAnybody", false,
                        "handedOn", false,
                        "called", false));
    }

    private static Map<String, Boolean> answers(Path source) {
        var unit = Sources.parsed(List.of(source)).get(0);
        var texts = new WrittenOut(unit);
        var answers = new TreeMap<String, Boolean>();
        new TreeScanner<Void, Void>() {
            private MethodTree within;

            @Override
            public Void visitMethod(MethodTree method, Void none) {
                within = method;
                return super.visitMethod(method, null);
            }

            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
                if (call.getMethodSelect().toString().equals("query")) {
                    answers.put(
                            within.getName().toString(),
                            texts.is(call.getArguments().get(0), within));
                }
                return super.visitMethodInvocation(call, null);
            }
        }.scan(unit, null);
        return answers;
    }
}
