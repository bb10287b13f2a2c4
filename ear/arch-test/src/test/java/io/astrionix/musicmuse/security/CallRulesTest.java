package io.astrionix.musicmuse.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is handed to methods that take a small language of their own. */
class CallRulesTest {

    private static final Set<String> QUERIES = Set.of(
            "createQuery",
            "createNativeQuery",
            "createStoredProcedureQuery",
            "prepareStatement",
            "prepareCall",
            "executeQuery",
            "executeUpdate",
            "executeLargeUpdate",
            "addBatch");

    /**
     * AuditWhere writes out its conditions; the names in PersonalRecords come from the JPA metamodel, those of the
     * export, the retention engine and the erasure from the data map alone. Values are parameters everywhere.
     */
    private static final Pattern FROM_ANOTHER_METHOD = Pattern.compile(
            "AuditQueries.java: .* \\+ where\\.text\\(\\).*|PersonalRecords.java: .* \\+ whereSubject\\(kind\\)"
                    + "|DatabaseRows.java: table\\.sql\\(\\)|Sql.java: sql|HoldRepository.java: .* \\+ table \\+ .*"
                    + "|ErasureDatabase.java: (command|query)");

    private static final Set<String> ALGORITHMS =
            Set.of("Cipher", "MessageDigest", "Mac", "Signature", "KeyGenerator", "SecretKeyFactory", "SecureRandom");

    /** SHA-1 is what RFC 6238 asks of time-based one-time passwords; HMAC does not need it to resist collisions. */
    private static final Set<String> APPROVED = Set.of(
            "AES/GCM/NoPadding",
            "AES",
            "SHA-256",
            "SHA-512",
            "HmacSHA256",
            "HmacSHA512",
            "HmacSHA384",
            "HmacSHA1",
            "Ed25519");

    /** First arguments by the method they are handed to, such as "em.createQuery". */
    private static final Map<String, List<Call>> CALLS = new TreeMap<>();

    /** Texts of constants, by source and name. */
    private static final Map<String, String> CONSTANTS = new TreeMap<>();

    /** Names that stand, somewhere in their source, for what is not written out there. */
    private static final Set<String> CHANGING = new TreeSet<>();

    private record Call(String source, String method, ExpressionTree argument, boolean writtenOut) {

        @Override
        public String toString() {
            return source + ": " + argument;
        }
    }

    @BeforeAll
    static void read_all_calls() {
        var sources = Checkout.deliveredSources();
        assertThat(sources).hasSizeGreaterThan(100);
        for (var unit : Sources.parsed(sources)) {
            var path = unit.getSourceFile().getName();
            var name = path.substring(path.lastIndexOf('/') + 1);
            var texts = new WrittenOut(unit);
            new TreeScanner<Void, Void>() {
                private MethodTree within;

                @Override
                public Void visitMethod(MethodTree method, Void none) {
                    within = method;
                    return super.visitMethod(method, null);
                }

                @Override
                public Void visitVariable(VariableTree variable, Void none) {
                    if (variable.getInitializer() instanceof LiteralTree literal) {
                        CONSTANTS.put(name + "#" + variable.getName(), String.valueOf(literal.getValue()));
                    } else {
                        CHANGING.add(name + "#" + variable.getName());
                    }
                    return super.visitVariable(variable, null);
                }

                @Override
                public Void visitAssignment(AssignmentTree assignment, Void none) {
                    CHANGING.add(name + "#" + assignment.getVariable());
                    return super.visitAssignment(assignment, null);
                }

                @Override
                public Void visitCompoundAssignment(CompoundAssignmentTree assignment, Void none) {
                    CHANGING.add(name + "#" + assignment.getVariable());
                    return super.visitCompoundAssignment(assignment, null);
                }

                @Override
                public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
                    if (!call.getArguments().isEmpty() && call.getMethodSelect() instanceof MemberSelectTree method) {
                        var key = method.getIdentifier().toString();
                        CALLS.computeIfAbsent(key, k -> new ArrayList<>())
                                .add(new Call(
                                        name,
                                        method.toString(),
                                        call.getArguments().get(0),
                                        QUERIES.contains(key)
                                                && texts.is(call.getArguments().get(0), within)));
                    }
                    return super.visitMethodInvocation(call, null);
                }
            }.scan(unit, null);
        }
    }

    @Test
    @Tag("ASVS-1.2.4")
    void queries_are_written_out_and_get_values_as_parameters() {
        var queries = QUERIES.stream()
                .flatMap(method -> CALLS.getOrDefault(method, List.of()).stream())
                .toList();
        assertThat(queries).hasSizeGreaterThan(8);
        assertThat(queries.stream()
                        .filter(query -> !query.writtenOut())
                        .map(Call::toString)
                        .filter(query -> !FROM_ANOTHER_METHOD.matcher(query).matches())
                        .toList())
                .isEmpty();
    }

    @Test
    @Tag("ASVS-11.2.1")
    @Tag("ASVS-11.3.2")
    void only_approved_algorithms_of_the_platform_are_used() {
        var algorithms = CALLS.getOrDefault("getInstance", List.of()).stream()
                .filter(call -> ALGORITHMS.contains(call.method().replaceFirst("\\.getInstance$", "")))
                .toList();
        assertThat(algorithms).isNotEmpty();
        assertThat(algorithms.stream().filter(call -> !isApproved(call)).toList())
                .isEmpty();
    }

    private static boolean isApproved(Call call) {
        var value = call.argument() instanceof LiteralTree literal
                ? String.valueOf(literal.getValue())
                : CONSTANTS.getOrDefault(call.source() + "#" + call.argument(), "");
        return APPROVED.contains(value) && !CHANGING.contains(call.source() + "#" + call.argument());
    }
}
