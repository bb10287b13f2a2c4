import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  encodeFrame,
  levelOf,
  TakeRecorder,
} from '../../main/webapp/resources/musicmuse/js/practice/take-recorder.js';

function recorder(changes) {
  const frames = [];
  const options = { sampleRate: 48000, firstFrame: 1280, limit: 1_000_000, onFrame: (frame) => frames.push(frame) };
  return { recorder: new TakeRecorder({ ...options, ...changes }), frames };
}

function ramp(from, length) {
  return Int16Array.from({ length }, (_, index) => from + index);
}

test('blocks_become_frames_of_twenty_millis_numbered_without_a_gap', () => {
  const { recorder: take, frames } = recorder();
  take.add(1280, ramp(0, 700));
  take.add(1980, ramp(700, 1300));
  take.finish();
  assert.deepEqual(frames.map((frame) => [frame.sequence, frame.firstSample, frame.samples.length]), [
    [0, 0, 960],
    [1, 960, 960],
    [2, 1920, 80],
  ]);
  assert.deepEqual(frames.flatMap((frame) => [...frame.samples]), [...ramp(0, 2000)]);
});

test('sound_that_the_browser_dropped_is_filled_with_silence', () => {
  const { recorder: take, frames } = recorder();
  take.add(1280, ramp(1, 960));
  take.add(1280 + 960 + 256, ramp(5000, 704));
  assert.equal(take.filled, 256);
  assert.equal(take.length, 1920);
  const second = frames[1].samples;
  assert.ok(second.subarray(0, 256).every((sample) => sample === 0));
  assert.equal(second[256], 5000);
});

test('sound_that_comes_twice_is_taken_once', () => {
  const { recorder: take, frames } = recorder();
  take.add(1280, ramp(0, 960));
  take.add(1280 + 480, ramp(480, 960));
  take.finish();
  assert.deepEqual(frames.flatMap((frame) => [...frame.samples]), [...ramp(0, 1440)]);
});

test('nothing_is_recorded_past_the_end_of_the_take', () => {
  const { recorder: take, frames } = recorder({ limit: 1000 });
  take.add(1280, ramp(0, 960));
  assert.equal(take.full, false);
  take.add(1280 + 5000, ramp(0, 960));
  assert.equal(take.full, true);
  take.finish();
  assert.equal(frames.reduce((sum, frame) => sum + frame.samples.length, 0), 1000);
});

test('a_frame_is_encoded_as_the_protocol_says', () => {
  const view = new DataView(encodeFrame({ sequence: 258, firstSample: 2 ** 33 + 7, samples: Int16Array.of(1, -2) }));
  assert.equal(view.byteLength, 16);
  assert.equal(view.getUint32(0, true), 258);
  assert.equal(view.getBigInt64(4, true), 2n ** 33n + 7n);
  assert.equal(view.getInt16(12, true), 1);
  assert.equal(view.getInt16(14, true), -2);
});

test('level_is_in_decibels_below_full_scale', () => {
  assert.equal(levelOf(new Int16Array(960)), -100);
  assert.ok(Math.abs(levelOf(new Int16Array(960).fill(16384)) - -6.02) < 0.01);
});
