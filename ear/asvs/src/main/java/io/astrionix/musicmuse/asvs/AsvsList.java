package io.astrionix.musicmuse.asvs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The requirements as docs/asvs.yml has them, beside the tests there are. */
public final class AsvsList {

    private static final String TAG = "ASVS-";
    /** Issues that are still to come: nothing waits for one that is done. */
    private static final String REASON = "(issue [5-6]|release|organizations|lessons|billing|coach): \\S.{15,}";

    private final List<Requirement> listed;
    private final TaggedTests tests;

    public AsvsList(List<Requirement> listed, TaggedTests tests) {
        this.listed = List.copyOf(listed);
        this.tests = tests;
    }

    /** The list with the tests that there are now. */
    public List<Requirement> renewed() {
        return listed.stream()
                .map(requirement -> requirement.provenBy(tests.taggedWith(TAG + requirement.id())))
                .toList();
    }

    /** What is wrong with the list, a line each; empty if nothing is. */
    public List<String> complaints() {
        var complaints = new ArrayList<String>();
        for (var requirement : listed) {
            for (var test : requirement.tests()) {
                if (!tests.all().contains(test)) {
                    complaints.add(requirement.id() + " names a test that is not there: " + test);
                }
            }
        }
        for (var requirement : renewed()) {
            if (requirement.tests().isEmpty() && requirement.waits().isEmpty()) {
                complaints.add(requirement.id() + " has neither a test nor a reason to wait");
            }
            requirement
                    .waits()
                    .filter(reason -> !reason.matches(REASON))
                    .ifPresent(
                            reason -> complaints.add(requirement.id() + " waits for nothing that is known: " + reason));
        }
        complaints.addAll(unknownTags());
        return complaints;
    }

    private List<String> unknownTags() {
        var unknown = new TreeSet<>(tests.tags(TAG));
        unknown.removeAll(
                listed.stream().map(requirement -> TAG + requirement.id()).collect(Collectors.toSet()));
        return unknown.stream()
                .map(tag -> tag + " is no requirement of the list, but is on " + tests.taggedWith(tag))
                .toList();
    }

    /** How much is proven, in a few lines. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "ASVS 5.0: %d of %d requirements proven by tests, %d more in part, %d wait for features",
                count(Requirement::isProven),
                listed.size(),
                count(Requirement::isProvenInPart),
                count(requirement -> requirement.tests().isEmpty()));
    }

    private long count(Predicate<Requirement> which) {
        return renewed().stream().filter(which).count();
    }
}
