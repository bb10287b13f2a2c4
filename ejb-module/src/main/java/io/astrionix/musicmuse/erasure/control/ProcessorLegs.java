package io.astrionix.musicmuse.erasure.control;

import io.astrionix.musicmuse.accounts.boundary.AccountEnding;
import io.astrionix.musicmuse.erasure.boundary.Processor;
import io.astrionix.musicmuse.erasure.boundary.Processor.Answer;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;

/**
 * Asks those who work for the operator to erase, each until it has: again after one minute, then after twice as long each
 * time, at most a day.
 */
@Dependent
public class ProcessorLegs {

    private static final Logger LOG = System.getLogger(ProcessorLegs.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    private static final int DOUBLINGS = 11;

    private LegRecords legs;
    private Instance<Processor> processors;
    private AccountEnding accounts;
    private Clock clock;

    public ProcessorLegs() {} // required by CDI beside the constructor below

    @Inject
    public ProcessorLegs(LegRecords legs, @Any Instance<Processor> processors, AccountEnding accounts, Clock clock) {
        this.legs = legs;
        this.processors = processors;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Writes down who will have to erase what: to be called before the account's own rows go, harmless when repeated. */
    public void prepare(Erasure erasure) {
        var account = erasure.account().orElseThrow();
        var addresses = accounts.addresses(account);
        processors.forEach(processor -> processor
                .reference(account, addresses)
                .ifPresent(reference -> legs.add(erasure, processor.name(), reference, clock.instant())));
    }

    /**
     * Asks whoever is due; in no transaction, as none may be open while somebody is waited for.
     *
     * @return whether all have erased
     */
    public boolean run(Erasure erasure) {
        for (var leg : legs.due(erasure, clock.instant())) {
            processors.stream()
                    .filter(processor -> processor.name().equals(leg.processor()))
                    .forEach(processor -> ask(erasure, leg, processor));
        }
        return !legs.isOpen(erasure);
    }

    private void ask(Erasure erasure, LegRecords.Leg leg, Processor processor) {
        var answer = answer(leg, processor);
        if (answer.equals(Answer.DONE.name())) {
            legs.done(erasure, leg, clock.instant());
        } else {
            legs.later(erasure, leg, answer, clock.instant().plus(pause(leg.tries())));
        }
    }

    private static String answer(LegRecords.Leg leg, Processor processor) {
        try {
            return String.valueOf(processor.erase(leg.reference()));
        } catch (RuntimeException failed) { // somebody else's trouble: the next try may be better
            // Its message may quote what was sent.
            LOG.log(Level.WARNING, "Processor {0} did not erase: {1}", leg.processor(), failed.getClass());
            return failed.getClass().getSimpleName();
        }
    }

    /** @param tries so far, from 0 */
    static Duration pause(int tries) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
