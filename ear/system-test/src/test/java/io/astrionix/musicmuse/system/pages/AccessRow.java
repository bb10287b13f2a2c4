package io.astrionix.musicmuse.system.pages;

import io.astrionix.musicmuse.shared.Role;
import io.astrionix.musicmuse.system.data.DocTable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A line of docs/access.md.
 *
 * @param path with a placeholder such as {@code {take}} where it names a record
 * @param stranger what somebody gets who is not signed in
 * @param roles who gets in
 * @param answer what they get
 * @param others what the other roles get
 * @param somebodyElses what those who get in get for another person's record; "-" where the path names none
 */
record AccessRow(String path, String stranger, Set<Role> roles, String answer, String others, String somebodyElses) {

    static List<AccessRow> all() {
        return DocTable.rows("access.md").stream().map(AccessRow::of).toList();
    }

    private static AccessRow of(List<String> cells) {
        return new AccessRow(cells.get(0), cells.get(1), roles(cells.get(2)), cells.get(3), cells.get(4), cells.get(6));
    }

    private static Set<Role> roles(String cell) {
        var roles = EnumSet.noneOf(Role.class);
        if (cell.equals("all")) {
            roles.addAll(EnumSet.allOf(Role.class));
        } else {
            Arrays.stream(cell.split(", ")).map(Role::valueOf).forEach(roles::add);
        }
        return roles;
    }

    String page() {
        return path.replaceFirst("\\?.*", "");
    }

    String expected(Role role) {
        return roles.contains(role) ? answer : others;
    }

    boolean isAboutARecord() {
        return !somebodyElses.equals("-");
    }
}
