package io.astrionix.musicmuse.privacy.boundary;

import io.astrionix.musicmuse.limits.boundary.Limit;
import io.astrionix.musicmuse.limits.boundary.RequestLimits;
import io.astrionix.musicmuse.privacy.control.export.ExportDoor;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.OutputStream;
import java.util.Optional;

/** The file with everything about somebody: the caller's, or that of the person whose mail had the link. Open to all. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // sending a file takes long
public class OwnExport {

    private AccountHolder accounts;
    private ExportDoor door;
    private RequestLimits limits;

    public OwnExport() {} // required by the EJB proxy

    @Inject
    public OwnExport(AccountHolder accounts, ExportDoor door, RequestLimits limits) {
        this.accounts = accounts;
        this.door = door;
        this.limits = limits;
    }

    /** The caller's newest file; empty where there is none or its time is over. */
    public Optional<ExportView> available() {
        return door.of(accounts.caller());
    }

    /**
     * Before the answer begins: whether the caller may have the file now. Fails as a page answers by asking for the password
     * unless it was typed just now.
     *
     * @throws NoExportException if there is none
     * @throws TooManyRequestsException if it was fetched too often
     */
    public void requireReady() {
        accounts.requireFreshCredential();
        var account = accounts.caller();
        if (door.of(account).isEmpty()) {
            throw new NoExportException();
        }
        if (!limits.tryTake(Limit.EXPORT, account.toString())) {
            throw new TooManyRequestsException();
        }
    }

    /**
     * Writes the caller's file, a ZIP. Needs a fresh credential; noted in the audit log.
     *
     * @throws NoExportException if there is none
     * @throws java.io.UncheckedIOException if the file was changed, or {@code out} cannot be written
     */
    public void write(@NotNull OutputStream out) {
        accounts.requireFreshCredential();
        door.writeOf(accounts.caller(), out);
    }

    /** Whether a link in a mail leads to a file. */
    public boolean isReady(@NotNull @Size(max = 100) @Pattern(regexp = "[A-Za-z0-9_-]*") String token) {
        return door.isReady(token);
    }

    /**
     * Writes the file a mail's link leads to: for those who cannot sign in (A22).
     *
     * @throws NoExportException if it leads to none
     * @throws TooManyRequestsException if it was fetched too often
     * @throws java.io.UncheckedIOException if the file was changed, or {@code out} cannot be written
     */
    public void write(
            @NotNull @Size(max = 100) @Pattern(regexp = "[A-Za-z0-9_-]*") String token, @NotNull OutputStream out) {
        if (!limits.tryTake(Limit.EXPORT)) {
            throw new TooManyRequestsException();
        }
        door.writeOf(token, out);
    }
}
