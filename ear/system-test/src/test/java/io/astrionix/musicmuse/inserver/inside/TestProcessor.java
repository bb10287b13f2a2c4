package io.astrionix.musicmuse.inserver.inside;

import io.astrionix.musicmuse.erasure.boundary.Processor;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Somebody who works for the operator and knows those accounts only that a test tells it; answers as the test says. */
@ApplicationScoped
public class TestProcessor implements Processor {

    private final Set<String> known = new HashSet<>();
    private final Deque<Supplier<Answer>> answers = new ArrayDeque<>();
    private final List<String> references = new CopyOnWriteArrayList<>();
    private int asked;

    public void knows(AccountId account) {
        known.add(reference(account));
        asked = 0;
        answers.clear();
    }

    /** What the next call gives; after the last, that all is gone. */
    public void answers(Supplier<Answer> answer) {
        answers.add(answer);
    }

    public int asked() {
        return asked;
    }

    /** How often about this account, from the beginning. */
    public long asked(AccountId account) {
        return references.stream().filter(reference(account)::equals).count();
    }

    private static String reference(AccountId account) {
        return "customer of " + account;
    }

    @Override
    public String name() {
        return "double";
    }

    @Override
    public Optional<String> reference(AccountId account, Set<String> addresses) {
        return Optional.of(reference(account)).filter(known::contains);
    }

    @Override
    public Answer erase(String reference) {
        asked++;
        references.add(reference);
        return answers.isEmpty() ? Answer.DONE : answers.poll().get();
    }
}
