import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CLICK_COUNT,
  clickSample,
  measureDelay,
  samplesToRecord,
} from '../../main/webapp/resources/musicmuse/js/practice/click-delay.js';

/** A recording with noise, and a click after each played one, delayed by so many milliseconds. */
function recording(rate, delayOf, { loudness = 0.3, noise = 0.002 } = {}) {
  let seed = 7;
  const random = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 1073741824 - 1;
  };
  const sound = Float64Array.from({ length: samplesToRecord(rate) }, () => random() * noise);
  for (let k = 0; k < CLICK_COUNT; k++) {
    const delay = delayOf(k);
    if (delay === undefined) continue;
    const onset = clickSample(k, rate) + Math.round((delay / 1000) * rate);
    for (let index = 0; index < 0.02 * rate && onset + index < sound.length; index++) {
      const seconds = index / rate;
      sound[onset + index] += loudness * Math.cos(2 * Math.PI * 1500 * seconds) * Math.exp(-seconds / 0.006);
    }
  }
  return Int16Array.from(sound, (sample) => Math.round(sample * 32767));
}

for (const rate of [44100, 48000]) {
  for (const delay of [0, 12, 137.5, 330, 489]) {
    test(`a_delay_of_${delay}_millis_is_found_at_${rate}_hertz`, () => {
      const found = measureDelay(recording(rate, () => delay), rate);
      assert.equal(found.confidence, 'sure');
      assert.equal(found.heard, CLICK_COUNT);
      assert.ok(Math.abs(found.delayMillis - delay) < 1, `${found.delayMillis}`);
      assert.ok(found.spreadMillis < 1, `${found.spreadMillis}`);
    });
  }
}

test('spread_decides_whether_a_delay_is_believed', () => {
  const spread = (millis) => measureDelay(recording(48000, (k) => 150 + (k % 2 ? millis : 0)), 48000);
  assert.equal(spread(15).confidence, 'sure');
  assert.equal(spread(25).confidence, 'unsure');
  assert.equal(spread(45).confidence, 'none');
  assert.ok(Math.abs(spread(25).spreadMillis - 25) < 1);
});

test('one_click_heard_wrongly_does_not_move_the_median', () => {
  const found = measureDelay(recording(48000, (k) => (k === 4 ? 410 : 90)), 48000);
  assert.equal(found.confidence, 'sure');
  assert.ok(Math.abs(found.delayMillis - 90) < 1);
});

test('clicks_that_were_not_heard_are_missing', () => {
  const found = measureDelay(recording(48000, (k) => (k < 5 ? 90 : undefined)), 48000);
  assert.deepEqual(found, { heard: 5, confidence: 'none', problem: 'tooFew' });
});

test('noise_alone_is_no_click', () => {
  const found = measureDelay(recording(48000, () => undefined, { noise: 0.05 }), 48000);
  assert.equal(found.problem, 'tooFew');
});

test('a_delay_longer_than_a_click_distance_is_told_from_a_short_one', () => {
  const found = measureDelay(recording(48000, () => 620), 48000);
  assert.deepEqual(found, { heard: 0, confidence: 'none', problem: 'tooLong' });
});
