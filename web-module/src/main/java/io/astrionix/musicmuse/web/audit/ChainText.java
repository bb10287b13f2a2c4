package io.astrionix.musicmuse.web.audit;

import io.astrionix.musicmuse.audit.boundary.ChainState;
import io.astrionix.musicmuse.audit.boundary.SealState;
import io.astrionix.musicmuse.web.shared.InstantText;
import io.astrionix.musicmuse.web.shared.Messages;
import java.io.Serializable;
import java.util.Optional;

/** How it stands with the chain, in words. */
public final class ChainText implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String sealedText;
    private final long waiting;
    private final String lateText;
    private final String verifiedText;
    private final String resultText;
    private final boolean damaged;

    ChainText(SealState sealed, Optional<ChainState> last) {
        sealedText = sealed.sealedAt()
                .map(at -> Messages.text("audit.sealed", sealed.head(), InstantText.of(at)))
                .orElseGet(() -> Messages.text("audit.nothingSealed"));
        waiting = sealed.waiting();
        lateText = sealed.late()
                .map(since -> Messages.text("audit.late", InstantText.of(since)))
                .orElse("");
        verifiedText = last.map(state -> InstantText.of(state.verifiedAt())).orElse("-");
        resultText = last.map(ChainText::result).orElse("-");
        damaged = last.isPresent() && !last.get().isWhole();
    }

    private static String result(ChainState state) {
        return state.damage()
                .map(damage -> Messages.text(
                        "audit.result.damaged", Messages.text("audit.damage." + damage), state.damagedAt()))
                .orElseGet(() -> Messages.text("audit.result.whole"));
    }

    public String getSealedText() {
        return sealedText;
    }

    public long getWaiting() {
        return waiting;
    }

    public boolean isLate() {
        return !lateText.isEmpty();
    }

    public String getLateText() {
        return lateText;
    }

    public String getVerifiedText() {
        return verifiedText;
    }

    public String getResultText() {
        return resultText;
    }

    public boolean isDamaged() {
        return damaged;
    }
}
