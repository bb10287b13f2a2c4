package io.astrionix.musicmuse.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.validation.Constraint;
import jakarta.validation.Valid;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the doors of the contexts ask for and hand out. */
class BoundaryRulesTest {

    private static final Set<Class<?>> HARMLESS = Set.of(boolean.class, java.time.Instant.class, java.util.UUID.class);

    private final List<Class<?>> all = classes();

    @Test
    @Tag("ASVS-2.2.2")
    void what_callers_with_a_role_hand_over_is_checked_at_the_door() {
        assertThat(doors().filter(BoundaryRulesTest::isForRoles).flatMap(method -> Arrays.stream(method.getParameters())
                        .filter(parameter -> !isChecked(parameter))
                        .map(parameter -> name(method) + ": " + parameter.getName())))
                .isEmpty();
    }

    @Test
    @Tag("ASVS-15.3.1")
    @Tag("ASVS-15.3.3")
    @Tag("ASVS-8.2.3")
    void no_entity_goes_through_a_door() {
        var entities = all.stream()
                .filter(type -> type.isAnnotationPresent(Entity.class))
                .map(Class::getName)
                .toList();
        assertThat(entities).hasSizeGreaterThan(5);
        assertThat(doors().filter(method ->
                                types(method).anyMatch(type -> entities.stream().anyMatch(type::contains)))
                        .map(BoundaryRulesTest::name))
                .isEmpty();
    }

    @Test
    @Tag("ASVS-14.2.2")
    void what_is_about_a_person_is_in_no_cache() {
        var personal = all.stream()
                .filter(type -> type.isAnnotationPresent(Entity.class))
                .filter(type -> type.isAnnotationPresent(PersonalRecord.class))
                .toList();
        assertThat(personal).hasSizeGreaterThan(3).allMatch(type -> {
            var cacheable = type.getAnnotation(Cacheable.class);
            return cacheable != null && !cacheable.value();
        });
    }

    /** Public methods of the EJBs at boundaries. */
    private Stream<Method> doors() {
        var doors = all.stream()
                .filter(type -> type.getPackageName().endsWith(".boundary"))
                .filter(type -> type.isAnnotationPresent(Stateless.class) || type.isAnnotationPresent(Singleton.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .toList();
        assertThat(doors).hasSizeGreaterThan(15);
        return doors.stream();
    }

    private static boolean isForRoles(Method method) {
        return method.isAnnotationPresent(RolesAllowed.class)
                || method.getDeclaringClass().isAnnotationPresent(RolesAllowed.class);
    }

    private static boolean isChecked(Parameter parameter) {
        return HARMLESS.contains(parameter.getType())
                || parameter.getType().isEnum()
                || Arrays.stream(parameter.getAnnotations())
                        .map(annotation -> annotation.annotationType())
                        .anyMatch(type -> type == Valid.class || type.isAnnotationPresent(Constraint.class));
    }

    private static Stream<String> types(Method method) {
        return Stream.concat(Stream.of(method.getGenericReturnType()), Arrays.stream(method.getGenericParameterTypes()))
                .map(Type::getTypeName);
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "#" + method.getName();
    }

    private static List<Class<?>> classes() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.astrionix.musicmuse")
                        .stream()
                        .filter(type -> !type.getAnnotations().isEmpty())
                        .map(JavaClass::reflect)
                        .collect(Collectors.toList());
    }
}
