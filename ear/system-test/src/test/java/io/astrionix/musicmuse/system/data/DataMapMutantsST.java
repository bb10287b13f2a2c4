package io.astrionix.musicmuse.system.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.datamap.processor.DataMapProcessor;
import io.astrionix.musicmuse.system.TestPaths;
import io.astrionix.musicmuse.system.figures.Figures;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Takes away each annotation of the data map, one after the other: the compiler has to refuse each time. */
@Tag("system")
@Tag("R20")
@Tag("ASVS-14.1.1")
class DataMapMutantsST {

    private static final int MUTANTS_AT_LEAST = 120;
    private static final Path SOURCES = TestPaths.docs()
            .resolveSibling("ejb-module")
            .resolve("src")
            .resolve("main")
            .resolve("java");

    private static final Pattern STORED =
            Pattern.compile("^@(Entity|Embeddable|MappedSuperclass)\\b", Pattern.MULTILINE);
    private static final Pattern ANNOTATION =
            Pattern.compile("@(PersonalData|NotPersonal|PersonalRecord|Cacheable)\\(");

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    @Test
    void without_any_one_annotation_the_compiler_refuses() throws IOException {
        var survivors = new ArrayList<String>();
        int mutants = 0;
        try (var files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            for (Path source : storedTypes()) {
                String text = Files.readString(source);
                assertThat(problems(files, source, text)).as(source.toString()).isEmpty();
                var annotations = ANNOTATION.matcher(text);
                while (annotations.find()) {
                    int end = endOfArguments(text, annotations.end());
                    mutants++;
                    if (problems(files, source, text.substring(0, annotations.start()) + text.substring(end))
                            .isEmpty()) {
                        survivors.add(source.getFileName() + " without " + text.substring(annotations.start(), end));
                    }
                }
            }
        }
        Figures.keep("data-map-mutants", mutants, "annotations taken away", ">= " + MUTANTS_AT_LEAST);
        Figures.keep(
                "data-map-mutants-caught", 100.0 * (mutants - survivors.size()) / mutants, "% of mutants", "= 100");
        assertThat(survivors).isEmpty();
        assertThat(mutants).isGreaterThanOrEqualTo(MUTANTS_AT_LEAST);
    }

    private static List<Path> storedTypes() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            var types = new ArrayList<Path>();
            for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                if (STORED.matcher(Files.readString(file)).find()) {
                    types.add(file);
                }
            }
            return types;
        }
    }

    /** What the data map's processor says of this text in the place of the file. */
    private List<String> problems(StandardJavaFileManager files, Path source, String text) {
        var said = new DiagnosticCollector<JavaFileObject>();
        var options = List.of(
                "-proc:only",
                "-A" + DataMapProcessor.PART,
                "-implicit:none",
                "-classpath",
                System.getProperty("java.class.path"));
        var task = compiler.getTask(null, files, said, options, null, List.of(new Text(source, text)));
        task.setProcessors(List.of(new DataMapProcessor()));
        boolean done = task.call();
        var problems = said.getDiagnostics().stream()
                .map(each -> each.getMessage(Locale.ROOT))
                .filter(message -> message.startsWith("Data map: "))
                .toList();
        // A text that does not compile for another reason would be caught for nothing.
        assertThat(done).as("%s: %s", source, said.getDiagnostics()).isEqualTo(problems.isEmpty());
        return problems;
    }

    /** Behind the bracket that closes the one before {@code from}; brackets in texts do not count. */
    private static int endOfArguments(String text, int from) {
        int open = 1;
        boolean quoted = false;
        int at = from;
        for (; open > 0; at++) {
            char c = text.charAt(at);
            if (c == '"' && text.charAt(at - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted) {
                open += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
        }
        return at;
    }

    /** A source file that is not on disk. */
    private static final class Text extends SimpleJavaFileObject {

        private final String text;

        Text(Path source, String text) {
            super(URI.create("string:///" + SOURCES.relativize(source)), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
