package io.astrionix.musicmuse.privacy.control;

import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.Words;
import io.astrionix.musicmuse.notification.boundary.Mail;
import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.notification.boundary.Outbox;
import io.astrionix.musicmuse.privacy.boundary.AccountHolder;
import io.astrionix.musicmuse.privacy.boundary.AccountHolder.Holder;
import io.astrionix.musicmuse.privacy.boundary.RequestState;
import io.astrionix.musicmuse.privacy.entity.DataRequest;
import io.astrionix.musicmuse.privacy.entity.RequestPerson;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.SecretToken;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import io.astrionix.musicmuse.shared.SiteLinks;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Mails about requests, to the address on file and no other (R53). They go with the account, but for the last one of a
 * deletion, which is written when the account is gone or as good as gone. Needs the caller's transaction.
 */
@Dependent
public class RequestMails {

    private static final String LINK_PAGE = "/privacy-link.xhtml";
    private static final String LINK = "link";

    @Inject
    private Outbox outbox;

    @Inject
    private SiteLinks links;

    @Inject
    private Settings settings;

    @Inject
    private AccountHolder accounts;

    @Inject
    private DataMap map;

    /** Nothing happens until the link is used. An earlier one stops working. */
    void confirm(DataRequest request, RequestPerson person) {
        send(MailTemplate.REQUEST_CONFIRM, request, person, Map.of(LINK, newLink(request)));
    }

    /**
     * The acknowledgement (R77).
     *
     * @param token of the link that the owner has just used; empty where there was none
     */
    void received(DataRequest request, RequestPerson person, Optional<String> token) {
        var link = token.map(used -> links.to(LINK_PAGE, used)).orElseGet(() -> newLink(request));
        send(MailTemplate.REQUEST_RECEIVED, request, person, Map.of(LINK, link));
    }

    /** The answer, by the state the request ended in. */
    void answered(DataRequest request, RequestPerson person) {
        switch (request.state()) {
            case DONE -> done(request, person);
            case PARTLY_KEPT ->
                send(
                        MailTemplate.REQUEST_PARTLY_KEPT,
                        request,
                        person,
                        Map.of("reason", kept(request.answer(), person.language())));
            case DENIED -> send(MailTemplate.REQUEST_DENIED, request, person, Map.of("reason", request.answer()));
            case CANCELLED -> send(MailTemplate.REQUEST_CANCELLED, request, person, Map.of());
            default -> throw new IllegalStateException(request.state() + " is no answer");
        }
    }

    /** To the operator, where there is one. */
    void late(DataRequest request) {
        settings.text(Setting.OPERATOR_CONTACT)
                .filter(Mail::isOneAddress)
                .ifPresent(operator -> outbox.send(new Mail(
                        MailTemplate.REQUEST_LATE + " " + request.id(),
                        MailTemplate.REQUEST_LATE,
                        Optional.empty(),
                        operator,
                        Locale.ENGLISH,
                        Map.of(
                                "request",
                                request.kind().name(),
                                LINK,
                                links.to("/admin/request.xhtml?id=" + request.id())))));
    }

    /** Whoever can sign in fetches the file there; anybody else by the link. */
    private void done(DataRequest request, RequestPerson person) {
        if (!request.kind().isExport()) {
            send(MailTemplate.REQUEST_ANSWERED, request, person, Map.of());
            return;
        }
        boolean signsIn = accounts.find(person.account()).map(Holder::signsIn).orElse(false);
        var link = signsIn ? links.to("/account/privacy.xhtml") : newLink(request);
        send(MailTemplate.EXPORT_READY, request, person, Map.of(LINK, link));
    }

    private String newLink(DataRequest request) {
        var token = SecretToken.next();
        request.linkBy(SecretToken.hash(token));
        return links.to(LINK_PAGE, token);
    }

    private String kept(String rules, Locale language) {
        var words = new Words(language);
        return Arrays.stream(rules.split(" "))
                .map(rule -> words.ground(map.rule(rule)))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private void send(MailTemplate template, DataRequest request, RequestPerson person, Map<String, String> more) {
        var values = new HashMap<>(more);
        values.put("name", person.name());
        if (template != MailTemplate.EXPORT_READY) {
            values.put("request", request.kind().name());
        }
        // A mail with a link may be asked for again; any other is sent once for each request.
        var occasion = more.containsKey(LINK) ? SecretToken.hash(more.get(LINK)) : "";
        outbox.send(new Mail(
                (template + " " + request.id() + " " + occasion).strip(),
                template,
                account(request, person),
                person.email(),
                person.language(),
                values));
    }

    /** What is left of an account goes when nobody holds it any more: the mail that says so must not hold it. */
    private Optional<AccountId> account(DataRequest request, RequestPerson person) {
        boolean last = request.kind().isDeletion()
                && (request.state() == RequestState.DONE || request.state() == RequestState.PARTLY_KEPT);
        return last ? Optional.empty() : accounts.find(person.account()).map(Holder::id);
    }
}
