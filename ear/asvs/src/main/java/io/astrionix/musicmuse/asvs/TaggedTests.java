package io.astrionix.musicmuse.asvs;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.ToolProvider;

/**
 * The tests of all modules with their tags, read from the sources: the compiled classes of the last module are not there
 * yet when the first is tested. A test is named by its class without {@code io.astrionix.musicmuse.}, a hash sign and its
 * method; a tag on a class counts for each test in it.
 */
public final class TaggedTests {

    private static final String ROOT_PACKAGE = "io.astrionix.musicmuse.";
    private static final Set<String> TESTS =
            Set.of("Test", "TestFactory", "TestTemplate", "ParameterizedTest", "RepeatedTest", "Property", "ArchTest");
    private static final Set<String> TAGS = Set.of("Tag", "ArchTag");
    private static final Set<String> NO_SOURCES = Set.of("target", "node_modules", ".git", "main");

    private final Map<String, Set<String>> tagsByTest = new TreeMap<>();

    private TaggedTests() {}

    /** Reads all test sources below a folder. */
    public static TaggedTests below(Path checkout) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new TaggedTests();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.getJavaFileObjectsFromPaths(testSources(checkout));
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, sources);
            for (var unit : task.parse()) {
                found.read(unit);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    /** All tests, tagged or not. */
    public Set<String> all() {
        return tagsByTest.keySet();
    }

    /** The tests that carry a tag, in alphabetical order. */
    public List<String> taggedWith(String tag) {
        return tagsByTest.entrySet().stream()
                .filter(test -> test.getValue().contains(tag))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Every tag that begins so. */
    public Set<String> tags(String prefix) {
        return tagsByTest.values().stream()
                .flatMap(Set::stream)
                .filter(tag -> tag.startsWith(prefix))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void read(CompilationUnitTree unit) {
        var packageName = Objects.toString(unit.getPackageName(), "") + ".";
        var prefix = packageName.startsWith(ROOT_PACKAGE) ? packageName.substring(ROOT_PACKAGE.length()) : packageName;
        for (var type : unit.getTypeDecls()) {
            if (type instanceof ClassTree definition) {
                read(definition, prefix, Set.of());
            }
        }
    }

    private void read(ClassTree type, String prefix, Set<String> outerTags) {
        var name = prefix + type.getSimpleName();
        var tags = union(outerTags, tags(type.getModifiers()));
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method) {
                add(name, method.getName().toString(), method.getModifiers(), tags);
            } else if (member instanceof VariableTree field) {
                add(name, field.getName().toString(), field.getModifiers(), tags);
            } else if (member instanceof ClassTree nested) {
                read(nested, name + ".", tags);
            }
        }
    }

    private void add(String type, String member, ModifiersTree modifiers, Set<String> tagsOfType) {
        if (modifiers.getAnnotations().stream().anyMatch(a -> TESTS.contains(simpleName(a)))) {
            tagsByTest.merge(type + "#" + member, union(tagsOfType, tags(modifiers)), TaggedTests::union);
        }
    }

    private static Set<String> tags(ModifiersTree modifiers) {
        return modifiers.getAnnotations().stream()
                .filter(annotation -> TAGS.contains(simpleName(annotation)))
                .flatMap(annotation -> annotation.getArguments().stream())
                .flatMap(TaggedTests::literal)
                .collect(Collectors.toSet());
    }

    /** A tag that is not written out as a text is not seen: none of ours is. */
    private static Stream<String> literal(ExpressionTree argument) {
        var value = argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument;
        return value instanceof LiteralTree literal ? Stream.of(String.valueOf(literal.getValue())) : Stream.empty();
    }

    private static String simpleName(AnnotationTree annotation) {
        var name = annotation.getAnnotationType().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private static List<Path> testSources(Path checkout) throws IOException {
        var sources = new ArrayList<Path>();
        Files.walkFileTree(checkout, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skipped = NO_SOURCES.contains(folder.getFileName().toString()) && !folder.equals(checkout);
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                boolean test = StreamSupport.stream(file.spliterator(), false).anyMatch(Path.of("test")::equals);
                if (test && file.toString().endsWith(".java")) {
                    sources.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return sources;
    }
}
