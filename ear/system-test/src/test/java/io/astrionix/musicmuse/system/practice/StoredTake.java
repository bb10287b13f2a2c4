package io.astrionix.musicmuse.system.practice;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What the database has of a take, rounded as the message {@code result} is.
 *
 * @param verdicts in the order of the music
 */
record StoredTake(double score, double accuracyPercent, int notesPlayed, long durationMillis, List<Note> verdicts) {

    /** @param note index of the expected note, or -1 */
    record Note(int note, String verdict, Double timingMillis, Double cents) {}

    /** @throws AssertionError if there is no such completed take */
    static StoredTake find(RunningMusicMuse musicMuse, String session) {
        try (var connection = musicMuse.database().connect();
                var take = connection.prepareStatement("select score, accuracy_percent, notes_played, duration_millis"
                        + " from musicmuse.practice_session where id = ? and completed_at is not null");
                var notes = connection.prepareStatement("select note_index, verdict, timing_millis, cents"
                        + " from musicmuse.note_verdict where session_id = ? order by position")) {
            take.setObject(1, UUID.fromString(session));
            notes.setObject(1, UUID.fromString(session));
            try (var row = take.executeQuery();
                    var noteRows = notes.executeQuery()) {
                if (!row.next()) {
                    throw new AssertionError("No completed take " + session);
                }
                return new StoredTake(
                        rounded(row, "score"),
                        rounded(row, "accuracy_percent"),
                        row.getInt("notes_played"),
                        row.getLong("duration_millis"),
                        notes(noteRows));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<Note> notes(ResultSet rows) throws SQLException {
        var notes = new ArrayList<Note>();
        while (rows.next()) {
            notes.add(new Note(
                    rows.getInt("note_index"),
                    rows.getString("verdict"),
                    rounded(rows, "timing_millis"),
                    rounded(rows, "cents")));
        }
        return notes;
    }

    private static Double rounded(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull()
                ? null
                : BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN).doubleValue();
    }
}
