import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SoundingClock } from '../../main/webapp/resources/musicmuse/js/practice/sounding-clock.js';

const context = (changes) => ({
  sampleRate: 48000,
  currentTime: 0,
  getOutputTimestamp: () => ({ contextTime: 5, performanceTime: 100_000 }),
  ...changes,
});

test('a_moment_is_the_sample_that_sounds_from_the_speaker_then', () => {
  const clock = new SoundingClock(context(), 4);
  assert.equal(clock.sampleAt(100_000), 48_000);
  assert.equal(clock.sampleAt(100_500), 72_000);
});

test('single_looks_that_are_off_change_nothing_and_a_drift_is_followed', () => {
  let contextTime = 5;
  const audio = context({ getOutputTimestamp: () => ({ contextTime, performanceTime: 100_000 }) });
  const clock = new SoundingClock(audio, 4);
  for (let look = 0; look < 30; look++) {
    contextTime = look % 5 === 0 ? 5.02 : 5;
    clock.look();
  }
  assert.equal(clock.sampleAt(100_000), 48_000);
  contextTime = 5.001;
  for (let look = 0; look < 50; look++) clock.look();
  assert.equal(clock.sampleAt(100_000), 48_048);
});

test('until_the_first_sound_is_out_the_known_delay_of_the_speaker_counts', () => {
  const silent = context({
    getOutputTimestamp: () => ({ contextTime: 0, performanceTime: 0 }),
    currentTime: 4.5,
    outputLatency: 0.1,
  });
  const before = performance.now();
  const clock = new SoundingClock(silent, 4);
  const after = performance.now();
  const atLeast = (0.4 - (after - before) / 1000) * 48000 - 1;
  assert.ok(clock.sampleAt(before) >= atLeast && clock.sampleAt(before) <= 0.4 * 48000 + 1, `${clock.sampleAt(before)}`);
});
