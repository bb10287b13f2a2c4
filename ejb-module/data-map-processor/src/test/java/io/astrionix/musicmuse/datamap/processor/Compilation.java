package io.astrionix.musicmuse.datamap.processor;

import io.astrionix.musicmuse.datamap.MappedRecord;
import jakarta.persistence.Entity;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Classes of a test, compiled as far as the processor needs it. */
final class Compilation {

    private static final String HEAD = """
            package test;
            import io.astrionix.musicmuse.datamap.*;
            import jakarta.persistence.*;
            import java.util.*;
            """;

    private Compilation() {}

    /** What the processor says about these classes, each for itself. */
    static List<String> problems(String classes) {
        var said = new DiagnosticCollector<JavaFileObject>();
        var task = ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, said, List.of("-proc:only", "-A" + DataMapProcessor.PART), null, source(classes));
        task.setProcessors(List.of(new DataMapProcessor()));
        task.call();
        return said.getDiagnostics().stream()
                .map(each -> each.getMessage(Locale.ROOT))
                .toList();
    }

    /** The entities among these classes as records of the map. */
    static List<MappedRecord> records(String classes) {
        var reader = new Reader();
        var task = ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:only"), null, source(classes));
        task.setProcessors(List.of(reader));
        if (!task.call()) {
            throw new AssertionError("does not compile: " + classes);
        }
        return reader.records;
    }

    private static List<JavaFileObject> source(String classes) {
        return List.of(new SimpleJavaFileObject(URI.create("string:///test/Test.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return HEAD + classes;
            }
        });
    }

    private static final class Reader extends AbstractProcessor {

        private final List<MappedRecord> records = new ArrayList<>();

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            round.getElementsAnnotatedWith(Entity.class)
                    .forEach(type -> records.add(EntityReader.read(new PersistentType((TypeElement) type))));
            return false;
        }
    }
}
