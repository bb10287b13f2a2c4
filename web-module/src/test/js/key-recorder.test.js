import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  encodeKeyFrame,
  KeyRecorder,
} from '../../main/webapp/resources/musicmuse/js/practice/key-recorder.js';

const PRESS = [0x90, 60, 80];

function recorder(changes) {
  const frames = [];
  const take = new KeyRecorder({ sampleRate: 48000, limit: 100_000, onFrame: (frame) => frames.push(frame), ...changes });
  const shape = () => frames.map((frame) => [frame.sequence, frame.firstSample, frame.length, frame.messages.length]);
  return { take, frames, shape };
}

test('time_goes_on_in_frames_of_twenty_millis_or_more', () => {
  const { take, shape } = recorder();
  take.advance(500);
  assert.deepEqual(shape(), []);
  take.advance(970);
  take.advance(1000);
  take.advance(2500);
  assert.deepEqual(shape(), [[0, 0, 970, 0], [1, 970, 1530, 0]]);
});

test('a_key_is_sent_at_once_with_its_own_time', () => {
  const { take, frames, shape } = recorder();
  take.advance(970);
  take.play(1100, PRESS);
  assert.deepEqual(shape(), [[0, 0, 970, 0], [1, 970, 131, 1]]);
  assert.deepEqual(frames[1].messages, [{ sample: 1100, message: PRESS }]);
});

test('a_key_that_was_under_way_keeps_its_time_and_a_very_late_one_is_not_lost', () => {
  const { take, frames } = recorder();
  take.advance(60_000);
  take.play(59_000, PRESS);
  take.play(10_000, PRESS);
  assert.deepEqual(frames.flatMap((frame) => frame.messages.map(({ sample }) => sample)), [59_000, 60_001 - 43_200]);
});

test('a_page_that_was_held_up_sends_no_frame_that_is_too_long', () => {
  const { take, shape } = recorder();
  take.advance(10_000);
  assert.deepEqual(shape(), [[0, 0, 4800, 0], [1, 4800, 4800, 0], [2, 9600, 400, 0]]);
});

test('nothing_is_recorded_before_sample_0_nor_past_the_end', () => {
  const { take, frames } = recorder({ limit: 1000 });
  take.play(-1, PRESS);
  take.play(1000, PRESS);
  take.advance(5000);
  assert.equal(take.full, true);
  assert.equal(take.length, 1000);
  assert.equal(frames.flatMap((frame) => frame.messages).length, 0);
});

test('a_frame_is_encoded_as_the_protocol_says', () => {
  const messages = [{ sample: 2 ** 33 + 2, message: PRESS }, { sample: 2 ** 33 + 17, message: [0x80, 61, 0] }];
  const view = new DataView(encodeKeyFrame({ sequence: 258, firstSample: 2 ** 33 + 7, length: 20, messages }));
  assert.equal(view.byteLength, 32);
  assert.equal(view.getUint32(0, true), 258);
  assert.equal(view.getBigInt64(4, true), 2n ** 33n + 7n);
  assert.equal(view.getInt32(12, true), 20);
  assert.equal(view.getInt32(16, true), -5);
  assert.deepEqual([20, 21, 22, 23].map((at) => view.getUint8(at)), [0x90, 60, 80, 0]);
  assert.equal(view.getInt32(24, true), 10);
  assert.deepEqual([28, 29, 30, 31].map((at) => view.getUint8(at)), [0x80, 61, 0, 0]);
});
