import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPress, MidiMessages } from '../../main/webapp/resources/musicmuse/js/practice/midi-messages.js';

const read = (...packets) => {
  const keyboard = new MidiMessages();
  return packets.flatMap((bytes) => keyboard.read(Uint8Array.from(bytes)));
};

test('presses_and_releases_are_told_of_any_channel', () => {
  assert.deepEqual(read([0x90, 60, 80], [0x8f, 60, 64], [0x93, 60, 0]), [
    [0x90, 60, 80],
    [0x8f, 60, 64],
    [0x93, 60, 0],
  ]);
});

test('a_status_that_is_left_out_is_the_one_before', () => {
  assert.deepEqual(read([0x90, 60, 80, 62, 80], [60, 0]), [
    [0x90, 60, 80],
    [0x90, 62, 80],
    [0x90, 60, 0],
  ]);
});

test('real_time_bytes_may_stand_anywhere', () => {
  assert.deepEqual(read([0xfe], [0x90, 60, 0xf8, 80]), [[0x90, 60, 80]]);
});

test('data_after_a_message_to_the_whole_system_belong_to_it', () => {
  assert.deepEqual(read([0xf0, 1, 2, 3, 0xf7], [60, 80], [0x90, 60, 80]), [[0x90, 60, 80]]);
});

test('half_a_message_waits_for_the_rest', () => {
  assert.deepEqual(read([0x90, 60], [80]), [[0x90, 60, 80]]);
  assert.deepEqual(read([0x90, 60], [0x80, 61, 0]), [[0x80, 61, 0]]);
});

test('a_pedal_is_told_when_it_goes_down_and_up_and_not_between', () => {
  const positions = [0, 20, 63, 64, 90, 127, 90, 64, 63, 10, 0];
  assert.deepEqual(read(...positions.map((value) => [0xb0, 64, value])), [
    [0xb0, 64, 64],
    [0xb0, 64, 63],
  ]);
});

test('the_panic_button_is_told_wheels_programs_and_pressure_are_not', () => {
  const sent = [[0xb0, 123, 0], [0xb0, 120, 0], [0xe0, 0, 64], [0xc0, 5], [0xd0, 90], [0xa0, 60, 9], [0xb0, 1, 9]];
  assert.deepEqual(read(...sent), [[0xb0, 123, 0], [0xb0, 120, 0]]);
});

test('a_press_is_a_note_on_with_a_velocity', () => {
  assert.equal(isPress([0x95, 60, 1]), true);
  assert.equal(isPress([0x95, 60, 0]), false);
  assert.equal(isPress([0x85, 60, 80]), false);
  assert.equal(isPress([0xb5, 64, 80]), false);
});
