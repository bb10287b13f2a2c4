package io.astrionix.musicmuse.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** docs/access-ejb.md says who may call which method; {@code -Ddocs=write} writes it anew from the annotations. */
@Tag("R70")
class EjbAccessTest {

    private static final String ROOT_PACKAGE = "io.astrionix.musicmuse.";
    private static final String PAGE = "docs/access-ejb.md";
    private static final String EVERYBODY = "everybody";
    private static final int BEANS_AT_LEAST = 6;

    private static final String HEAD = """
            # Who may call what

            Every method of every EJB, and the roles that may call it: generated from the annotations (`./mvnw -Ddocs=write
            -pl ear/arch-test -am verify`), and tried in the server by `EjbRolesIT`, which calls each method as each role
            that is not listed, and as nobody. Whose data somebody may touch is decided inside (docs/access.md).

            | Method | Roles |
            |---|---|
            """;

    @Test
    @Tag("ASVS-8.2.1")
    void the_page_says_what_the_annotations_say() throws IOException {
        var beans = beans();
        assertThat(beans).hasSizeGreaterThanOrEqualTo(BEANS_AT_LEAST);
        var page = HEAD + beans.stream().flatMap(EjbAccessTest::rows).collect(Collectors.joining());
        if ("write".equals(System.getProperty("musicmuse.docs"))) {
            Files.writeString(Checkout.file(PAGE), page);
        }
        assertThat(Checkout.text(Checkout.file(PAGE)))
                .as("stale: ./mvnw -Ddocs=write -pl ear/arch-test -am verify")
                .isEqualTo(page);
    }

    @Test
    @Tag("ASVS-8.2.1")
    void every_role_that_is_named_exists() {
        var known = Arrays.stream(Role.values()).map(Role::name).toList();
        assertThat(beans().stream()
                        .flatMap(EjbAccessTest::methods)
                        .flatMap(method -> roles(method).stream())
                        .filter(role -> !role.equals(EVERYBODY)))
                .isNotEmpty()
                .allMatch(known::contains);
    }

    private static List<Class<?>> beans() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.astrionix.musicmuse")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Stateless.class)
                                || type.isAnnotatedWith(Stateful.class)
                                || type.isAnnotatedWith(Singleton.class))
                        .map(JavaClass::reflect)
                        .sorted(Comparator.comparing(Class::getName))
                        .collect(Collectors.toList());
    }

    /** What a caller can reach: public, not static, of the bean itself. */
    private static Stream<Method> methods(Class<?> bean) {
        return Arrays.stream(bean.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .sorted(Comparator.comparing(EjbAccessTest::signature));
    }

    private static Stream<String> rows(Class<?> bean) {
        var name = bean.getName().substring(ROOT_PACKAGE.length());
        return methods(bean)
                .map(method ->
                        "| `" + name + "#" + signature(method) + "` | " + String.join(", ", roles(method)) + " |\n");
    }

    private static String signature(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    /** The method's own annotation counts before that of its class. */
    private static List<String> roles(Method method) {
        return Stream.<AnnotatedElement>of(method, method.getDeclaringClass())
                .map(EjbAccessTest::declared)
                .filter(roles -> !roles.isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError("Who may call " + method + "?"));
    }

    private static List<String> declared(AnnotatedElement element) {
        if (element.isAnnotationPresent(DenyAll.class)) {
            return List.of("nobody");
        }
        if (element.isAnnotationPresent(PermitAll.class)) {
            return List.of(EVERYBODY);
        }
        var allowed = element.getAnnotation(RolesAllowed.class);
        return allowed == null
                ? List.of()
                : Arrays.stream(allowed.value()).sorted().toList();
    }
}
