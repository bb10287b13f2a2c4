package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.inserver.inside.HungryContribution;
import io.astrionix.musicmuse.inserver.inside.RetentionRuns;
import io.astrionix.musicmuse.privacy.boundary.RequestKind;
import io.astrionix.musicmuse.privacy.boundary.RequestState;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Keys;
import io.astrionix.musicmuse.shared.Role;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.batch.runtime.BatchStatus;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A data folder that cannot be written, and a file that needs more memory than there is (P15). Permissions do not stop an
 * administrator, as whom these tests may run: where the folder was is a file, and where the file was a folder.
 */
class FilesFaultsIT extends RequestsDeployed {

    private static final SurvivedFaults SURVIVED = new SurvivedFaults("files", 3);

    @Inject
    private Settings settings;

    @Inject
    private RetentionRuns runs;

    @Inject
    private HungryContribution hungry;

    @Test
    @Tag("R43")
    @Tag("R51")
    void a_folder_of_exports_that_cannot_be_written_loses_no_request() throws Exception {
        var folder = path(Setting.EXPORT_FOLDER);
        var earlier = exportOf(signIns.person(Role.LEARNER));
        due.advance(earlier);
        awaitEnd(earlier, "DONE");
        var request = exportOf(person);

        var aside = setAside(folder);
        Files.createFile(folder);
        try {
            assertThat(run()).isEqualTo(BatchStatus.COMPLETED);
            assertWaits(request);
        } finally {
            Files.delete(folder);
            Files.move(aside, folder);
        }
        assertThat(files(folder, earlier)).as("of another").hasSize(1);

        goesOn(request);
        awaitEnd(request, "DONE");
        assertThat(files(folder, request)).hasSize(1);
        SURVIVED.add("exports");
    }

    @Test
    @Tag("R36")
    @Tag("R45")
    void what_cannot_be_written_into_the_ledger_is_not_erased_until_it_can() throws Exception {
        var ledger = path(Setting.ERASURE_LEDGER_FILE);
        var unverified = unverified("now() - interval '1 second'");
        var young = unverified("now() + interval '1 hour'");
        signIns.signIn(person, SignInLevel.PASSWORD);
        own.delete(email);
        var request = requestOf(person);
        accounts.update(
                "update musicmuse.data_request set cool_off_until = now() - interval '1 second' where id = ?", request);

        var aside = setAside(ledger);
        Files.createDirectory(ledger);
        UUID purge;
        try {
            assertThat(run()).isEqualTo(BatchStatus.COMPLETED);
            assertThat(stateOf(person)).isEqualTo("RUNNING");
            purge = runs.ask("PURGE", "unverified-7d");
            await("select starts from musicmuse.retention_run where id = ?", purge, 1);
            awaitFailure(purge);
            for (var account : List.of(person, unverified, young)) {
                assertThat(isThere(account)).isTrue();
            }
            assertThat(runs.evidence(purge)).isZero();
        } finally {
            Files.delete(ledger);
            Files.move(aside, ledger);
        }

        runs.awaitEnd(purge);
        assertThat(runs.state(purge)).isEqualTo("DONE");
        assertThat(runs.evidence(purge)).isEqualTo(runs.removed(purge)).isPositive();
        assertThat(isThere(unverified)).isFalse();
        assertThat(isThere(young)).isTrue();
        goesOn(request);
        await("select count(*) from musicmuse.account where id = ?", person.value(), 0);
        await("select count(*) from musicmuse.data_request where closed_at is not null and id = ?", request, 1);
        assertThat(Files.readAllLines(ledger).stream().filter(line -> line.contains(request.toString())))
                .as("begin and end")
                .hasSize(2);
        SURVIVED.add("ledger");
    }

    @Test
    @Tag("R43")
    @Tag("R51")
    void an_export_without_memory_is_made_later_and_stops_nobody_else() throws Exception {
        var other = signIns.person(Role.LEARNER);
        var takeOfOther = accounts.session(other, 25, false);
        hungry.hungerFor(person);
        UUID request;
        try {
            request = exportOf(person);
            var theirs = exportOf(other);
            assertThat(run()).isEqualTo(BatchStatus.COMPLETED);
            awaitEnd(theirs, "DONE");
            assertWaits(request);
            assertThat(files(path(Setting.EXPORT_FOLDER), request))
                    .as("not even half")
                    .isEmpty();
            var purge = runs.purge("abandoned-take-24h");
            assertThat(runs.state(purge)).isEqualTo("DONE");
            assertThat(accounts.number("select count(*) from musicmuse.practice_session where id = ?", takeOfOther))
                    .isZero();
        } finally {
            hungry.eat();
        }

        goesOn(request);
        awaitEnd(request, "DONE");
        assertThat(files(path(Setting.EXPORT_FOLDER), request)).hasSize(1);
        SURVIVED.add("memory");
    }

    private UUID exportOf(AccountId account) throws Exception {
        signIns.signIn(account, SignInLevel.PASSWORD);
        return own.ask(RequestKind.ACCESS, "").id();
    }

    /** Taken by the run that failed: with its day at the desk, and free again when the run's time is over. */
    private void assertWaits(UUID request) throws Exception {
        await(
                "select count(*) from musicmuse.data_request where id = ? and state = 'RUNNING' and closed_at is null"
                        + " and busy_until > now()",
                request,
                1);
        var shown = asSupport(() -> desk.open(request)).orElseThrow();
        assertThat(shown.state()).isEqualTo(RequestState.RUNNING);
        assertThat(shown.dueAt()).isNotNull();
        assertThat(accounts.number("select count(*) from musicmuse.export_file where request_id = ?", request))
                .isZero();
    }

    private void goesOn(UUID request) {
        accounts.update(
                "update musicmuse.data_request set busy_until = now() - interval '1 second' where id = ?", request);
        due.advance(request);
    }

    /** A run that has to be started again is not green, and after five starts it is an alarm. */
    private void awaitFailure(UUID purge) throws InterruptedException {
        await(
                "select count(*) from musicmuse.retention_run where id = ? and starts > 1 and state = 'RUNNING'",
                purge,
                1);
    }

    private AccountId unverified(String due) {
        var account = accounts.create();
        accounts.update("update musicmuse.account set verify_due_at = " + due + " where id = ?", account.value());
        return account;
    }

    private boolean isThere(AccountId account) {
        return accounts.number("select count(*) from musicmuse.account where id = ?", account.value()) == 1;
    }

    private Path path(Setting setting) {
        return Keys.file(settings).resolveSibling(settings.text(setting).orElseThrow());
    }

    private static Path setAside(Path path) throws IOException {
        return Files.move(path, path.resolveSibling(path.getFileName() + ".aside"));
    }

    private static List<Path> files(Path folder, UUID request) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(request.toString()))
                    .toList();
        }
    }
}
