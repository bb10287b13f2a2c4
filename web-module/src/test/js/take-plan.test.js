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

test('count_in_begins_one_second_after_sample_0_and_music_after_it', () => {
  assert.equal(plan().countInStart, 48000);
  assert.equal(plan().musicStart, 48000 + 4 * 24000);
  assert.equal(plan({ countInBars: 2 }).musicStart, 48000 + 8 * 24000);
  assert.equal(plan({ sampleRate: 44100, tempo: 100 }).musicStart, 44100 + 4 * 26460);
});

test('take_ends_delay_and_seven_hundred_millis_after_the_last_note', () => {
  const music = 48000 + 4 * 24000 + 8 * 24000;
  assert.equal(plan().endSample, music + 0.7 * 48000);
  assert.equal(plan({ latencyMillis: 100 }).endSample, music + 0.8 * 48000);
});

test('sound_is_put_back_by_the_delay', () => {
  const delayed = plan({ latencyMillis: 250 });
  assert.equal(delayed.beatOfSound(delayed.musicStart + 12000), 0);
  assert.equal(delayed.beatOfSample(delayed.musicStart + 12000), 0.5);
});

test('clicks_accent_the_first_beat_of_each_bar_and_tell_the_count_in', () => {
  const clicks = [...plan().clicks()];
  assert.equal(clicks.length, 12);
  assert.deepEqual(clicks.filter((click) => click.accent).map((click) => click.sample), [48000, 144000, 240000]);
  assert.deepEqual(clicks.map((click) => click.countIn).lastIndexOf(true), 3);
});

test('an_upbeat_is_counted_up_to_in_its_own_bar', () => {
  const notes = [{ startBeat: 0, beats: 1, beatInBar: 4 }, { startBeat: 1, beats: 1, beatInBar: 1 }];
  const upbeat = plan({ notes, lengthBeats: 2 });
  assert.equal(upbeat.countInBeats, 7);
  const accents = [...upbeat.clicks()].filter((click) => click.accent).map((click) => click.sample);
  assert.equal(accents.at(-1), upbeat.sampleOfBeat(1));
});

test('clicks_stay_within_one_sample_of_the_beat_at_any_tempo', () => {
  for (const tempo of [30, 67, 97, 133, 240]) {
    const odd = plan({ tempo, sampleRate: 44100, notes: quarters(64), lengthBeats: 64 });
    [...odd.clicks()].forEach((click, index) => {
      const exact = 44100 + (index * 60 * 44100) / tempo;
      assert.ok(Math.abs(click.sample - exact) <= 0.5, `${tempo}: ${click.sample} for ${exact}`);
    });
  }
});
