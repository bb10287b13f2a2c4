package io.astrionix.musicmuse.datamap.processor;

import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.DataMapJson;
import io.astrionix.musicmuse.datamap.MappedRecord;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * Refuses entities with a gap in what they say about their attributes, and writes datamap.json beside their classes. A
 * compilation without entities (that of tests) gets no map.
 */
public final class DataMapProcessor extends AbstractProcessor {

    /** Option: only a part of the entities is compiled; each is checked for itself, and no map is written. */
    public static final String PART = "datamap.part";

    private final Map<String, PersistentType> types = new TreeMap<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Entity.class.getName(), Embeddable.class.getName(), MappedSuperclass.class.getName());
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(PART);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        annotations.stream()
                .flatMap(annotation -> round.getElementsAnnotatedWith(annotation).stream())
                .map(TypeElement.class::cast)
                .forEach(type -> types.put(type.getQualifiedName().toString(), new PersistentType(type)));
        if (round.processingOver() && !types.isEmpty()) {
            finish();
        }
        return false;
    }

    private void finish() {
        try {
            var map = map();
            boolean part = processingEnv.getOptions().containsKey(PART);
            var problems = Stream.concat(
                            types.values().stream().flatMap(type -> DeclarationCheck.check(type).stream()),
                            part ? Stream.<Problem>empty() : MapCheck.check(map).stream())
                    .toList();
            problems.forEach(this::report);
            if (problems.isEmpty() && !part) {
                write(map);
            }
        } catch (IllegalArgumentException wrongFile) {
            report(Problem.inFiles(wrongFile.getMessage()));
        }
    }

    private DataMap map() {
        var entities = types.values().stream().filter(PersistentType::isEntity).map(EntityReader::read);
        var records = Stream.concat(entities, TablesFile.read().stream())
                .sorted(Comparator.comparing(MappedRecord::name))
                .toList();
        return new DataMap(RetentionFile.read(), records, StoresFile.read());
    }

    private void report(Problem problem) {
        var messager = processingEnv.getMessager();
        var message = "Data map: " + problem.message();
        problem.at()
                .ifPresentOrElse(
                        element -> messager.printMessage(Diagnostic.Kind.ERROR, message, element),
                        () -> messager.printMessage(Diagnostic.Kind.ERROR, message));
    }

    private void write(DataMap map) {
        try {
            var file = processingEnv.getFiler().createResource(StandardLocation.CLASS_OUTPUT, "", DataMapJson.FILE);
            DataMapJson.write(map, file.openWriter());
        } catch (IOException failed) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "Data map: cannot write: " + failed);
        }
    }
}
