package io.astrionix.musicmuse.legal.control;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
import io.astrionix.musicmuse.legal.boundary.DiffLine;
import io.astrionix.musicmuse.legal.boundary.DiffLine.Change;
import java.util.List;
import java.util.stream.Stream;

/** Compares two texts line by line. */
public final class VersionDiff {

    private static final boolean WITH_WHAT_IS_THE_SAME = true;

    private VersionDiff() {}

    /** All lines of both, in order; what was removed stands before what came in its place. */
    public static List<DiffLine> of(List<String> before, List<String> after) {
        return DiffUtils.diff(before, after, WITH_WHAT_IS_THE_SAME).getDeltas().stream()
                .flatMap(delta -> delta.getType() == DeltaType.EQUAL
                        ? lines(Change.SAME, delta.getSource().getLines())
                        : Stream.concat(
                                lines(Change.REMOVED, delta.getSource().getLines()),
                                lines(Change.ADDED, delta.getTarget().getLines())))
                .toList();
    }

    private static Stream<DiffLine> lines(Change change, List<String> lines) {
        return lines.stream().map(line -> new DiffLine(change, line));
    }
}
