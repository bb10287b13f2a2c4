package io.astrionix.musicmuse.security;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/**
 * Whether a text stands in the source: literals and constants, added or chosen between, also by way of a local variable, a
 * StringBuilder, or a parameter of a private method whose callers all hand over such a text.
 */
final class WrittenOut {

    private static final Pattern CONSTANT = Pattern.compile("(\\w+\\.)?[A-Z][A-Z0-9_]*");

    private final List<MethodTree> methods = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();

    WrittenOut(CompilationUnitTree unit) {
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void none) {
                methods.add(method);
                return super.visitMethod(method, null);
            }
        }.scan(unit, null);
    }

    /** @param method in which the text is used; null in an initialiser */
    boolean is(ExpressionTree text, MethodTree method) {
        if (text instanceof LiteralTree || CONSTANT.matcher(text.toString()).matches()) {
            return true;
        }
        if (text instanceof BinaryTree sum) {
            return is(sum.getLeftOperand(), method) && is(sum.getRightOperand(), method);
        }
        if (text instanceof ParenthesizedTree inner) {
            return is(inner.getExpression(), method);
        }
        if (text instanceof ConditionalExpressionTree choice) {
            return is(choice.getTrueExpression(), method) && is(choice.getFalseExpression(), method);
        }
        if (text instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("toString")) {
            return is(select.getExpression(), method);
        }
        return text instanceof IdentifierTree name && method != null && isNameOfSuch(name.toString(), method);
    }

    /** A name that is asked for while it is being looked into adds itself to itself, and nothing new. */
    private boolean isNameOfSuch(String name, MethodTree method) {
        var question = System.identityHashCode(method) + " " + name;
        if (!asked.add(question)) {
            return true;
        }
        try {
            return isWrittenOut(name, method);
        } finally {
            asked.remove(question);
        }
    }

    private boolean isWrittenOut(String name, MethodTree method) {
        for (int i = 0; i < method.getParameters().size(); i++) {
            if (method.getParameters().get(i).getName().contentEquals(name)) {
                return method.getModifiers().getFlags().contains(Modifier.PRIVATE) && callersHandOver(method, i);
            }
        }
        var parts = new ArrayList<ExpressionTree>();
        parts(name, method, parts);
        return !parts.isEmpty() && parts.stream().allMatch(part -> is(part, method));
    }

    /** All that is put into a local variable: at its declaration, by assignment, by append. */
    private static void parts(String name, MethodTree method, List<ExpressionTree> parts) {
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree variable, Void none) {
                if (variable.getName().contentEquals(name) && variable.getInitializer() != null) {
                    add(variable.getInitializer());
                }
                return super.visitVariable(variable, null);
            }

            @Override
            public Void visitAssignment(AssignmentTree assignment, Void none) {
                addIfNamed(assignment.getVariable(), assignment.getExpression());
                return super.visitAssignment(assignment, null);
            }

            @Override
            public Void visitCompoundAssignment(CompoundAssignmentTree assignment, Void none) {
                addIfNamed(assignment.getVariable(), assignment.getExpression());
                return super.visitCompoundAssignment(assignment, null);
            }

            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
                if (call.getMethodSelect() instanceof MemberSelectTree select
                        && select.getIdentifier().toString().matches("append|insert|replace")) {
                    call.getArguments().forEach(argument -> addIfNamed(select.getExpression(), argument));
                }
                return super.visitMethodInvocation(call, null);
            }

            private void addIfNamed(Tree variable, ExpressionTree value) {
                if (variable.toString().equals(name)) {
                    parts.add(value);
                }
            }

            private void add(ExpressionTree initial) {
                if (initial instanceof NewClassTree made
                        && made.getIdentifier().toString().equals("StringBuilder")) {
                    parts.addAll(made.getArguments());
                } else {
                    parts.add(initial);
                }
            }
        }.scan(method, null);
    }

    private boolean callersHandOver(MethodTree callee, int parameter) {
        var handedOver = new ArrayList<Boolean>();
        for (var caller : methods) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
                    if (call.getMethodSelect()
                                    .toString()
                                    .equals(callee.getName().toString())
                            && call.getArguments().size()
                                    == callee.getParameters().size()) {
                        handedOver.add(is(call.getArguments().get(parameter), caller));
                    }
                    return super.visitMethodInvocation(call, null);
                }
            }.scan(caller, null);
        }
        return !handedOver.isEmpty() && !handedOver.contains(false);
    }
}
