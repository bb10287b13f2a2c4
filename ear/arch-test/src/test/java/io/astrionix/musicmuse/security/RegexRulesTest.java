package io.astrionix.musicmuse.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every regular expression of what is delivered, fed with what drives a careless one into trying all ways: none looks at
 * its characters more often than a number of times that grows with the square of the length.
 */
class RegexRulesTest {

    private static final int EXPRESSIONS_AT_LEAST = 5;
    private static final int LENGTH = 200;
    private static final int LOOKS_AT_MOST = 20 * LENGTH * LENGTH;

    private static final Set<String> TAKING_REGEX = Set.of("compile", "matches", "replaceAll", "replaceFirst", "split");

    private static final List<String> PUMPED = List.of(
            "a", "A", "0", " ", "-", ".", "/", "@", "a.", "a@", "a-", "0.", "aA0", "+", "=", "&a=", "\t", "\u00e4",
            "%41");
    private static final List<String> ENDS = List.of("", "!", "\n", "@", "\u0000", "/");

    @Test
    @Tag("ASVS-1.3.12")
    void no_expression_can_be_made_to_try_for_ever() {
        var expressions = expressions();
        assertThat(expressions).hasSizeGreaterThan(EXPRESSIONS_AT_LEAST);
        var slow = new ArrayList<String>();
        for (var expression : expressions) {
            for (var pumped : PUMPED) {
                for (var end : ENDS) {
                    if (looks(expression, pumped.repeat(LENGTH / pumped.length()) + end) > LOOKS_AT_MOST) {
                        slow.add(expression + " with " + pumped + "..." + end);
                    }
                }
            }
        }
        assertThat(slow).isEmpty();
    }

    /** Else the count would prove nothing. */
    @Test
    void a_careless_expression_is_found() {
        assertThat(looks("(a*a*)*b", "a".repeat(LENGTH) + "!")).isGreaterThan(LOOKS_AT_MOST);
    }

    private static long looks(String expression, String text) {
        var counted = new Counted(text);
        var matcher = Pattern.compile(expression).matcher(counted);
        try {
            matcher.matches();
            matcher.reset();
            while (matcher.find()) {
                // The search goes on behind each find.
            }
        } catch (TooManyLooks | StackOverflowError tooMany) {
            return LOOKS_AT_MOST + 1L;
        }
        return counted.looks;
    }

    private static Set<String> expressions() {
        var found = new TreeSet<String>();
        for (var unit : Sources.parsed(Checkout.deliveredSources())) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
                    if (call.getMethodSelect() instanceof MemberSelectTree method
                            && TAKING_REGEX.contains(method.getIdentifier().toString())
                            && !call.getArguments().isEmpty()) {
                        add(call.getArguments().get(0));
                    }
                    return super.visitMethodInvocation(call, null);
                }

                @Override
                public Void visitAnnotation(AnnotationTree annotation, Void none) {
                    annotation.getArguments().stream()
                            .filter(argument -> argument instanceof AssignmentTree value
                                    && value.getVariable().toString().equals("regexp"))
                            .forEach(argument -> add(((AssignmentTree) argument).getExpression()));
                    return super.visitAnnotation(annotation, null);
                }

                private void add(Tree argument) {
                    if (argument instanceof LiteralTree literal && literal.getValue() instanceof String text) {
                        found.add(text);
                    }
                }
            }.scan(unit, null);
        }
        return found;
    }

    /** Counts how often a character is looked at. */
    private static final class Counted implements CharSequence {

        private final String text;
        private long looks;

        private Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > LOOKS_AT_MOST) {
                throw new TooManyLooks();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooManyLooks extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
