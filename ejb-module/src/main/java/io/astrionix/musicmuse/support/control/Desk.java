package io.astrionix.musicmuse.support.control;

import io.astrionix.musicmuse.accounts.boundary.AccountDirectory;
import io.astrionix.musicmuse.accounts.boundary.KnownAccount;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.support.boundary.Colleague;
import io.astrionix.musicmuse.support.boundary.ColleagueNotFoundException;
import io.astrionix.musicmuse.support.boundary.DeskThread;
import io.astrionix.musicmuse.support.boundary.MessageCategory;
import io.astrionix.musicmuse.support.boundary.ThreadFilter;
import io.astrionix.musicmuse.support.boundary.ThreadNotFoundException;
import io.astrionix.musicmuse.support.boundary.ThreadRow;
import io.astrionix.musicmuse.support.boundary.ThreadStatus;
import io.astrionix.musicmuse.support.control.ThreadRepository.DeskQuery;
import io.astrionix.musicmuse.support.entity.Author;
import io.astrionix.musicmuse.support.entity.SupportThread;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the staff does with messages; whoever calls is signed in, with a role. Needs the caller's transaction. */
@Dependent
public class Desk {

    private static final String THREAD = "support-thread";
    private static final int COLLEAGUES_AT_MOST = 100;

    private AccountDirectory accounts;
    private ThreadRepository threads;
    private ThreadViews views;
    private SupportMails mails;
    private AuditLog audit;
    private Clock clock;

    public Desk() {} // required by CDI beside the constructor below

    @Inject
    public Desk(
            AccountDirectory accounts,
            ThreadRepository threads,
            ThreadViews views,
            SupportMails mails,
            AuditLog audit,
            Clock clock) {
        this.accounts = accounts;
        this.threads = threads;
        this.views = views;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    public List<ThreadRow> find(ThreadFilter filter, int first, int count) {
        return query(filter)
                .map(query -> threads.find(query, first, count).stream()
                        .map(views::row)
                        .toList())
                .orElse(List.of());
    }

    public int count(ThreadFilter filter) {
        return query(filter).map(threads::count).orElse(0);
    }

    public List<MessageCategory> categories() {
        return List.copyOf(MessageCategory.answeredBy(accounts.caller().roles()));
    }

    public DeskThread open(UUID id) {
        var caller = accounts.caller();
        var thread = readable(threads.find(id), caller);
        note(AuditAction.SUPPORT_THREAD_VIEWED, caller, thread);
        return views.onDesk(thread);
    }

    public void answer(UUID id, String message) {
        var caller = accounts.caller();
        var thread = readable(threads.lock(id), caller);
        if (!thread.isRepeated(Author.STAFF, message)) {
            thread.answer(message, clock.instant());
            mails.answered(thread);
            note(AuditAction.SUPPORT_ANSWERED, caller, thread);
        }
    }

    /** @return whether the caller can still read it */
    public boolean changeCategory(UUID id, MessageCategory category) {
        var caller = accounts.caller();
        var thread = readable(threads.lock(id), caller);
        if (thread.changeCategory(category, ZoneId.systemDefault())) {
            note(AuditAction.SUPPORT_CATEGORY_CHANGED, caller, thread);
            if (thread.assignedTo()
                    .flatMap(accounts::find)
                    .filter(colleague -> category.isAnsweredBy(colleague.roles()))
                    .isEmpty()) {
                threads.unassign(thread);
            }
            if (category.isUrgent()) {
                mails.urgent(thread);
            }
        }
        return category.isAnsweredBy(caller.roles());
    }

    public void close(UUID id) {
        var caller = accounts.caller();
        var thread = readable(threads.lock(id), caller);
        if (thread.close()) {
            note(AuditAction.SUPPORT_CLOSED, caller, thread);
        }
    }

    public void handTo(UUID id, UUID colleague) {
        var caller = accounts.caller();
        var thread = readable(threads.lock(id), caller);
        var taker = accounts.find(new AccountId(colleague))
                .filter(account -> thread.category().isAnsweredBy(account.roles()))
                .orElseThrow(ColleagueNotFoundException::new);
        threads.assign(thread, taker.id());
        note(AuditAction.SUPPORT_HANDED_OVER, caller, thread);
    }

    public List<Colleague> colleagues(UUID id) {
        var thread = readable(threads.find(id), accounts.caller());
        return thread.category().answeredBy().stream()
                .flatMap(role -> accounts.withRole(role, COLLEAGUES_AT_MOST).stream())
                .map(account -> new Colleague(account.id().value(), account.displayName()))
                .distinct()
                .sorted(Comparator.comparing(Colleague::name))
                .toList();
    }

    /** Empty where the caller reads nothing of what is asked for. */
    private Optional<DeskQuery> query(ThreadFilter filter) {
        var caller = accounts.caller();
        var categories = MessageCategory.answeredBy(caller.roles());
        if (filter.category() != null) {
            categories.retainAll(EnumSet.of(filter.category()));
        }
        var statuses = filter.status() == null ? EnumSet.allOf(ThreadStatus.class) : EnumSet.of(filter.status());
        return Optional.of(new DeskQuery(statuses, categories, filter.mine(), caller.id()))
                .filter(query -> !query.categories().isEmpty());
    }

    private static SupportThread readable(Optional<SupportThread> thread, KnownAccount caller) {
        return thread.filter(found -> found.category().isAnsweredBy(caller.roles()))
                .orElseThrow(ThreadNotFoundException::new);
    }

    private void note(AuditAction action, KnownAccount caller, SupportThread thread) {
        audit.record(
                AuditEvent.done(action).by(caller.id()).on(THREAD, thread.id()).with("category", thread.category()));
    }
}
