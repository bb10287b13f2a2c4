package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.inserver.inside.roles.Callers;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import io.astrionix.musicmuse.support.boundary.Colleague;
import io.astrionix.musicmuse.support.boundary.ColleagueNotFoundException;
import io.astrionix.musicmuse.support.boundary.ContactCommand;
import io.astrionix.musicmuse.support.boundary.ContactService;
import io.astrionix.musicmuse.support.boundary.MessageCategory;
import io.astrionix.musicmuse.support.boundary.SupportDesk;
import io.astrionix.musicmuse.support.boundary.ThreadByLink;
import io.astrionix.musicmuse.support.boundary.ThreadFilter;
import io.astrionix.musicmuse.support.boundary.ThreadNotFoundException;
import io.astrionix.musicmuse.support.boundary.ThreadRow;
import io.astrionix.musicmuse.support.boundary.ThreadStatus;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages to the operator as the staff sees them. */
class SupportDeskIT extends Deployed {

    private static final ThreadFilter ALL = new ThreadFilter(null, null, false);
    private static final String EVENTS =
            "select count(*) from musicmuse.audit_entry where action = ? and object_id = ?";

    /** Of networks that no other test uses. */
    private static int lastNetwork;

    @Inject
    private ContactService contact;

    @Inject
    private ThreadByLink byLink;

    @Inject
    private SupportDesk desk;

    @Inject
    private Callers callers;

    @Inject
    private TestSignIns signIns;

    @Inject
    private TestAccounts accounts;

    private final String email = UUID.randomUUID() + "@desk.musicmuse.test";
    private final Map<MessageCategory, UUID> threads = new EnumMap<>(MessageCategory.class);
    private final Map<Role, AccountId> staff = new EnumMap<>(Role.class);

    @BeforeEach
    void a_message_of_each_category_is_there() {
        signIns.comeFrom("10.79." + ++lastNetwork + ".9");
        for (var category : MessageCategory.values()) {
            var reference = contact.send(
                    new ContactCommand(category, "Ana", email, "A question about " + category, Locale.ENGLISH));
            threads.put(
                    category,
                    UUID.fromString(accounts.text(
                            "select id::text from musicmuse.support_thread where reference = ?", reference)));
        }
        for (var role : List.of(Role.SUPPORT, Role.FINANCE, Role.TRUST)) {
            staff.put(role, signIns.person(role));
        }
    }

    @Test
    @Tag("R70")
    @Tag("R61")
    void each_role_sees_its_categories_the_urgent_first_and_nothing_else() throws Exception {
        for (var role : staff.keySet()) {
            var seen = as(role, () -> desk.find(ALL, 0, 100));
            assertThat(seen)
                    .extracting(row -> row.category())
                    .allMatch(MessageCategory.answeredBy(Set.of(role))::contains);
            assertThat(seen)
                    .isSortedAccordingTo(Comparator.comparing((ThreadRow row) -> !row.urgent())
                            .thenComparing(row -> row.dueAt()));
            for (var category : MessageCategory.values()) {
                Callable<?> opening = () -> desk.thread(threads.get(category));
                if (MessageCategory.answeredBy(Set.of(role)).contains(category)) {
                    assertThat(as(role, opening)).isNotNull();
                } else {
                    assertThatThrownBy(() -> as(role, opening)).isInstanceOf(ThreadNotFoundException.class);
                    assertThatThrownBy(() -> as(role, () -> run(() -> desk.answer(threads.get(category), "No."))))
                            .isInstanceOf(ThreadNotFoundException.class);
                    assertThat(as(role, () -> desk.find(new ThreadFilter(null, category, false), 0, 100)))
                            .isEmpty();
                }
            }
        }
    }

    @Test
    @Tag("R23")
    @Tag("R71")
    @Tag("R82")
    void an_answer_reaches_the_sender_once_and_is_in_the_audit_log() throws Exception {
        var thread = threads.get(MessageCategory.OTHER);
        var first = accounts.tokenMailedTo(email, "SUPPORT_RECEIVED");
        as(Role.SUPPORT, () -> run(() -> desk.answer(thread, "String by string.\nFrom the lowest.")));
        as(Role.SUPPORT, () -> run(() -> desk.answer(thread, "String by string.\nFrom the lowest.")));
        assertThat(signIns.mails("SUPPORT_ANSWERED", email)).isEqualTo(1);
        assertThat(accounts.number(EVENTS, "SUPPORT_ANSWERED", thread.toString()))
                .isEqualTo(1);
        assertThat(accounts.text(
                        "select template_values from musicmuse.outbox_mail where recipient = ? and template = 'SUPPORT_ANSWERED'",
                        email))
                .as("the answer stays on our pages")
                .doesNotContain("String");

        var token = accounts.tokenMailedTo(email, "SUPPORT_ANSWERED");
        var seen = byLink.open(token).orElseThrow();
        assertThat(seen.status()).isEqualTo(ThreadStatus.ANSWERED);
        assertThat(seen.messages().get(1).byStaff()).isTrue();
        assertThat(byLink.open(first)).as("the link of the mail before").isEmpty();
        byLink.answer(token, "And then?");
        assertThat(as(Role.SUPPORT, () -> desk.thread(thread)).row().status()).isEqualTo(ThreadStatus.OPEN);
    }

    @Test
    @Tag("R61")
    void what_is_about_a_child_after_all_goes_to_those_who_may_read_it() throws Exception {
        var thread = threads.get(MessageCategory.OTHER);
        assertThat(as(Role.SUPPORT, () -> desk.changeCategory(thread, MessageCategory.CHILD)))
                .isFalse();
        assertThatThrownBy(() -> as(Role.SUPPORT, () -> desk.thread(thread)))
                .isInstanceOf(ThreadNotFoundException.class);
        assertThat(as(Role.TRUST, () -> desk.thread(thread)).row().urgent()).isTrue();
        assertThat(accounts.number(
                        "select count(*) from musicmuse.outbox_mail where template = 'SUPPORT_URGENT' and template_values like ?",
                        "%" + thread + "%"))
                .isEqualTo(1);
    }

    @Test
    void a_thread_is_handed_to_a_colleague_who_may_read_it_and_closed() throws Exception {
        var thread = threads.get(MessageCategory.BILLING);
        var finance = staff.get(Role.FINANCE).value();
        assertThat(as(Role.SUPPORT, () -> desk.colleagues(thread)))
                .extracting(Colleague::id)
                .contains(finance, staff.get(Role.SUPPORT).value())
                .doesNotContain(staff.get(Role.TRUST).value());
        as(Role.SUPPORT, () -> run(() -> desk.handTo(thread, finance)));
        var mine = new ThreadFilter(ThreadStatus.OPEN, null, true);
        assertThat(as(Role.FINANCE, () -> desk.find(mine, 0, 100)))
                .extracting(row -> row.id())
                .containsExactly(thread);
        assertThat(as(Role.SUPPORT, () -> desk.count(mine))).isZero();
        assertThatThrownBy(() -> as(
                        Role.SUPPORT,
                        () -> run(
                                () -> desk.handTo(thread, staff.get(Role.TRUST).value()))))
                .isInstanceOf(ColleagueNotFoundException.class);

        as(Role.FINANCE, () -> run(() -> desk.close(thread)));
        as(Role.FINANCE, () -> run(() -> desk.close(thread)));
        assertThat(as(Role.FINANCE, () -> desk.thread(thread)).row().status()).isEqualTo(ThreadStatus.CLOSED);
        assertThat(accounts.number(EVENTS, "SUPPORT_CLOSED", thread.toString())).isEqualTo(1);
    }

    @Test
    @Tag("R40")
    void a_thread_takes_its_messages_and_its_link_with_it() {
        var thread = threads.get(MessageCategory.OTHER);
        var left = new ArrayList<Long>();
        accounts.update("delete from musicmuse.support_thread where id = ?", thread);
        for (var table : List.of("support_message", "support_link")) {
            left.add(accounts.number("select count(*) from musicmuse." + table + " where thread_id = ?", thread));
        }
        assertThat(left).containsOnly(0L);
    }

    /** Signed in as somebody of the staff with that role. */
    private <T> T as(Role role, Callable<T> work) throws Exception {
        signIns.signIn(staff.get(role), SignInLevel.SECOND_FACTOR);
        return callers.byRole().get(role).call(work);
    }

    private static Void run(Runnable work) {
        work.run();
        return null;
    }
}
