import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLICK_COUNT, clickSample } from '../../main/webapp/resources/musicmuse/js/practice/click-delay.js';
import { delayOfPresses } from '../../main/webapp/resources/musicmuse/js/practice/key-calibration.js';

const RATE = 48000;
const pressed = (millis) =>
  Array.from({ length: CLICK_COUNT }, (_, k) => clickSample(k, RATE) + (millis(k) * RATE) / 1000);

test('the_delay_is_the_median_of_presses_after_their_clicks', () => {
  const found = delayOfPresses(pressed((k) => 120 + (k % 3) * 5), RATE);
  assert.deepEqual(found, { heard: 10, confidence: 'sure', delayMillis: 125, spreadMillis: 8.75 });
});

test('who_is_ahead_of_the_clicks_has_no_delay', () => {
  assert.equal(delayOfPresses(pressed((k) => -30 + (k % 3) * 5), RATE).delayMillis, 0);
});

test('a_delay_longer_than_the_window_of_a_click_is_none', () => {
  for (const millis of [360, 400, 430]) assert.equal(delayOfPresses(pressed(() => millis), RATE).problem, 'tooLong');
  assert.equal(delayOfPresses(pressed(() => 300), RATE).delayMillis, 300);
});

test('uneven_presses_and_too_few_measure_nothing', () => {
  assert.equal(delayOfPresses(pressed((k) => (k % 2) * 100), RATE).problem, 'unevenKeys');
  assert.equal(delayOfPresses(pressed(() => 50).slice(0, 5), RATE).problem, 'tooFewKeys');
  assert.equal(delayOfPresses([], RATE).problem, 'tooFewKeys');
});

test('more_than_one_key_to_a_click_counts_once', () => {
  const twice = pressed(() => 40).flatMap((at) => [at, at + 960]);
  assert.deepEqual(delayOfPresses(twice, RATE), { heard: 10, confidence: 'sure', delayMillis: 40, spreadMillis: 0 });
});
