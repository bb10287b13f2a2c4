package io.astrionix.musicmuse.erasure.control;

import io.astrionix.musicmuse.privacy.boundary.ErasureOutcome;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** By which rules rows stay after an erasure. */
final class KeptRows {

    private KeptRows() {}

    static List<String> rules(List<PlannedStep> plan, List<StepRecord> steps) {
        Map<String, PlannedStep> planned =
                plan.stream().collect(Collectors.toMap(PlannedStep::name, Function.identity()));
        return steps.stream()
                .flatMap(step -> rules(step, planned.get(step.name())))
                .distinct()
                .toList();
    }

    private static Stream<String> rules(StepRecord step, PlannedStep planned) {
        if (step.held()) {
            return Stream.of(ErasureOutcome.HELD);
        }
        // The audit log counts no rows of somebody whom it does not know any more: there always are some.
        boolean some = step.kept() > 0 || step.table().equals(ErasurePlan.AUDIT);
        return planned != null && some ? planned.kept().stream() : Stream.empty();
    }
}
