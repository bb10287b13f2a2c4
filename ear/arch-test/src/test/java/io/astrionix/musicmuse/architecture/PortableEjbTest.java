package io.astrionix.musicmuse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.astrionix.musicmuse.shared.BusinessException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ApplicationException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What WildFly takes and Payara does not (docs/servers.md): a start on Payara would find it late, a reader never. */
class PortableEjbTest {

    private static final List<Class<? extends Annotation>> CALLED_BY_THE_SERVER =
            List.of(PostConstruct.class, PreDestroy.class, Timeout.class, Schedule.class);

    private final List<JavaClass> classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.astrionix.musicmuse").stream()
                    .toList();

    @Test
    void what_an_ejb_offers_is_public() {
        assertThat(beans().flatMap(bean -> Arrays.stream(bean.getDeclaredMethods()))
                        .filter(method -> !method.isSynthetic() && !isCalledByTheServer(method))
                        .filter(method ->
                                (method.getModifiers() & (Modifier.PUBLIC | Modifier.PRIVATE | Modifier.STATIC)) == 0))
                .isEmpty();
    }

    /** Payara finds them by name alone. */
    @Test
    void what_the_server_calls_has_a_name_of_its_own() {
        var lifecycle = beans().flatMap(bean -> Arrays.stream(bean.getDeclaredMethods()))
                .filter(PortableEjbTest::isCalledByTheServer)
                .toList();
        assertThat(lifecycle).hasSizeGreaterThan(5);
        assertThat(lifecycle).noneMatch(method -> Arrays.stream(
                        method.getDeclaringClass().getDeclaredMethods())
                .anyMatch(other -> !other.equals(method) && other.getName().equals(method.getName())));
    }

    /** The one that WEB-INF/ejb-jar.xml names, with those that inherit from it. */
    @Test
    void every_application_exception_is_a_business_exception() {
        var exceptions = classes.stream()
                .filter(type -> type.isAnnotatedWith(ApplicationException.class))
                .toList();
        assertThat(exceptions).isNotEmpty().allMatch(type -> type.isAssignableTo(BusinessException.class));
    }

    private Stream<Class<?>> beans() {
        var beans = classes.stream()
                .filter(type -> Stream.of(Stateless.class, Stateful.class, Singleton.class)
                        .anyMatch(type::isAnnotatedWith))
                .toList();
        assertThat(beans).hasSizeGreaterThan(25);
        return beans.stream().map(JavaClass::reflect);
    }

    private static boolean isCalledByTheServer(Method method) {
        return CALLED_BY_THE_SERVER.stream().anyMatch(method::isAnnotationPresent);
    }
}
