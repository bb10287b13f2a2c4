import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TakePlan } from '../../main/webapp/resources/musicmuse/js/practice/take-plan.js';

function quarters(count) {
  return Array.from({ length: count }, (_, index) => ({ startBeat: index, beats: 1, beatInBar: (index % 4) + 1 }));
}

function plan(changes) {
  const music = { sampleRate: 48000, tempo: 120, beatsPerBar: 4, countInBars: 1, notes: quarters(8), lengthBeats: 8 };
  return new TakePlan({ ...music, ...changes });
}

function played(changes) {
  const made = plan(changes);
  made.judged({ note: 7, verdict: 'right' });
  return made;
}

/** The clicks that are there for the music alone: they go on for as long as somebody plays. */
function clicksOf(made) {
  const clicks = [];
  for (const click of made.clicks()) {
    if (click.sample >= made.sampleOfBeat(made.lengthBeats)) return clicks;
    clicks.push(click);
  }
  return clicks;
}

test('count_in_begins_one_second_after_sample_0_and_music_after_it', () => {
  assert.equal(plan().countInStart, 48000);
  assert.equal(plan().musicStart, 48000 + 4 * 24000);
  assert.equal(plan({ countInBars: 2 }).musicStart, 48000 + 8 * 24000);
  assert.equal(plan({ sampleRate: 44100, tempo: 100 }).musicStart, 44100 + 4 * 26460);
});

test('take_ends_delay_and_seven_hundred_millis_after_the_last_note', () => {
  const music = 48000 + 4 * 24000 + 8 * 24000;
  assert.equal(played({}).endSample, music + 0.7 * 48000);
  assert.equal(played({ latencyMillis: 100 }).endSample, music + 0.8 * 48000);
});

test('sound_is_put_back_by_the_delay', () => {
  const delayed = plan({ latencyMillis: 250 });
  assert.equal(delayed.beatOfSound(delayed.musicStart + 12000), 0);
  assert.equal(delayed.beatOfSample(delayed.musicStart + 12000), 0.5);
});

test('clicks_accent_the_first_beat_of_each_bar_and_tell_the_count_in', () => {
  const clicks = clicksOf(plan());
  assert.equal(clicks.length, 12);
  assert.deepEqual(clicks.filter((click) => click.accent).map((click) => click.sample), [48000, 144000, 240000]);
  assert.deepEqual(clicks.map((click) => click.countIn).lastIndexOf(true), 3);
});

test('an_upbeat_is_counted_up_to_in_its_own_bar', () => {
  const notes = [{ startBeat: 0, beats: 1, beatInBar: 4 }, { startBeat: 1, beats: 1, beatInBar: 1 }];
  const upbeat = plan({ notes, lengthBeats: 2 });
  assert.equal(upbeat.countInBeats, 7);
  const accents = clicksOf(upbeat).filter((click) => click.accent).map((click) => click.sample);
  assert.equal(accents.at(-1), upbeat.sampleOfBeat(1));
});

test('clicks_stay_within_one_sample_of_the_beat_at_any_tempo', () => {
  for (const tempo of [30, 67, 97, 133, 240]) {
    const odd = plan({ tempo, sampleRate: 44100, notes: quarters(64), lengthBeats: 64 });
    clicksOf(odd).forEach((click, index) => {
      const exact = 44100 + (index * 60 * 44100) / tempo;
      assert.ok(Math.abs(click.sample - exact) <= 0.5, `${tempo}: ${click.sample} for ${exact}`);
    });
  }
});

test('who_has_not_played_the_last_note_may_come_back_to_it_for_two_bars', () => {
  const twoBarsLater = played({}).endSample + 8 * 24000;
  assert.equal(plan().endSample, twoBarsLater);

  const judgedLast = (verdict) => {
    const made = plan();
    made.judged({ note: 7, verdict });
    return made.endSample;
  };
  assert.equal(judgedLast('missed'), twoBarsLater);
  assert.equal(judgedLast('wrong'), twoBarsLater, 'it may be a note of an earlier bar');
  assert.equal(judgedLast('flat'), played({}).endSample);
});

test('only_the_last_note_tells_whether_the_last_note_was_played', () => {
  const made = played({});
  const end = made.endSample;
  made.judged({ note: 6, verdict: 'missed' });
  assert.equal(made.endSample, end);
});

test('who_starts_again_moves_beat_cursor_and_end_along', () => {
  const again = played({});
  const end = again.endSample;
  const at = again.musicStart + 10 * 24000; // two beats after the sixth note
  again.follow({ note: 4, at, speed: 1, again: 4 });

  assert.equal(again.lastNotePlayed, false);
  again.judged({ note: 7, verdict: 'late' });
  assert.equal(again.endSample, end + 6 * 24000);
  assert.equal(again.beatOfSample(at), 4);
  assert.equal(again.cursorBeat(at + 24000), 5);
  assert.equal(again.beatInBar(5), 2);
  assert.equal(again.beatOfSample(at - 24000 * 5), 5, 'before it, time went on as it did');
});

test('what_is_played_again_later_is_taken_back', () => {
  const again = plan({ latencyMillis: 100 });
  const heard = (beat) => again.sampleOfBeat(beat) + 4800;
  again.follow({ note: 4, at: heard(10), speed: 1, again: 4 });

  assert.equal(again.isTakenBack(heard(3.9)), false);
  assert.equal(again.isTakenBack(heard(4.1)), true);
  assert.equal(again.isTakenBack(heard(9.9)), true);
  assert.equal(again.isTakenBack(heard(10.1)), false);

  again.forgetPlaces();
  assert.equal(again.isTakenBack(heard(4.1)), false);
});

test('a_take_that_is_told_anew_is_not_over_before_its_time', () => {
  const again = played({});
  again.follow({ note: 4, at: again.musicStart + 10 * 24000, speed: 1, again: 4 });
  const end = again.endSample;
  again.forgetPlaces();
  assert.equal(again.endSample, end);
});

test('a_take_never_outlasts_what_the_server_listens', () => {
  const again = played({});
  again.follow({ note: 4, at: again.musicStart + 60 * 48000, speed: 1, again: 4 });
  assert.equal(again.endSample, again.musicStart + 3 * 8 * 24000 + 28 * 48000);
});

test('in_an_own_tempo_nothing_counts_and_the_music_waits', () => {
  const own = plan({ ownTempo: true });
  assert.equal(own.musicStart, 48000);
  assert.deepEqual([...own.clicks()], []);
  assert.equal(own.cursorBeat(own.musicStart + 10 * 24000), 0);
  assert.equal(own.endSample, own.musicStart + 3 * 8 * 24000 + 28 * 48000);

  own.follow({ note: 2, at: 300000, speed: 0.5 });
  assert.equal(own.beatOfSample(300000 + 24000), 2.5);
  assert.equal(own.cursorBeat(300000 + 24000), 2.5);
  assert.equal(own.cursorBeat(300000 + 99999), 3, 'it waits at the next note');
  own.follow({ note: 3, at: 330000, speed: 1 });
  assert.equal(own.beatOfSample(330000 - 1) <= 3, true);
});

test('in_an_own_tempo_the_take_ends_with_the_last_note', () => {
  const own = plan({ ownTempo: true });
  own.follow({ note: 7, at: 500000, speed: 0.5 });
  assert.equal(own.endSample, 500000 + 48000 + 0.7 * 48000);
});

test('in_an_own_tempo_a_last_note_that_nobody_heard_is_waited_for_two_bars', () => {
  const own = plan({ ownTempo: true });
  own.follow({ note: 6, at: 500000, speed: 1 });
  assert.equal(own.endSample, 500000 + 2 * 24000 + 8 * 24000 + 0.7 * 48000);
});

test('in_an_own_tempo_the_notes_before_the_one_that_tells_the_place_are_there_too', () => {
  const own = plan({ ownTempo: true });
  own.follow({ note: 5, at: 300000, speed: 1 });
  own.follow({ note: 4, at: 600000, speed: 0.5, again: 1 });
  assert.equal(own.beatOfSample(600000 - 3 * 48000), 1);
  assert.equal(own.beatOfSample(600000), 4);
  assert.equal(own.isTakenBack(600000 - 2 * 48000), false);
  assert.equal(own.isTakenBack(300000), true);
});
