package io.astrionix.musicmuse.web.practice.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCode;

/** Why the server closes a practice socket: the table "Close codes" of docs/practice-protocol.md. */
enum PracticeClose {
    FINISHED(1000, "practice.socket.finished"),
    MALFORMED(4400, "practice.socket.malformed"),
    SIGNED_OUT(4401, "practice.socket.signedOut"),
    RESTRICTED(4403, "practice.socket.restricted"),
    NO_SUCH_TAKE(4404, "practice.socket.noSuchTake"),
    VERSION(4406, "practice.socket.version"),
    IDLE(4408, "practice.socket.idle"),
    SECOND_START(4409, "practice.socket.secondStart"),
    TOO_LONG(4413, "practice.socket.tooLong"),
    OUT_OF_SEQUENCE(4422, "practice.socket.outOfSequence"),
    TOO_FAST(4429, "practice.socket.tooFast"),
    TOO_MANY_SOCKETS(4430, "practice.socket.tooManySockets"),
    TOO_MANY_TAKES(4431, "practice.socket.tooManyTakes"),
    FAILED(4500, "practice.socket.failed");

    private final int code;
    private final String key;

    PracticeClose(int code, String key) {
        this.code = code;
        this.key = key;
    }

    int code() {
        return code;
    }

    /** Message key of the reason. */
    String key() {
        return key;
    }

    CloseReason reason() {
        return reasonOf(key);
    }

    /** @param errorId the id under which the log tells more, after the key and a blank */
    CloseReason reason(String errorId) {
        return reasonOf(key + " " + errorId);
    }

    private CloseReason reasonOf(String phrase) {
        CloseCode closeCode = () -> code;
        return new CloseReason(this == FINISHED ? CloseReason.CloseCodes.NORMAL_CLOSURE : closeCode, phrase);
    }
}
