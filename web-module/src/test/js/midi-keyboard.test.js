import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { MidiKeyboard } from '../../main/webapp/resources/musicmuse/js/practice/midi-keyboard.js';
import { FakeAudio } from './fake-audio.js';

let midi;

beforeEach(() => {
  const audio = new FakeAudio();
  audio.install();
  midi = audio.keyboards;
});

const refusal = async () => MidiKeyboard.open().then(() => undefined, (failure) => failure.reason);

test('all_keyboards_are_heard_as_one_with_the_times_of_their_keys', async () => {
  const piano = midi.plug('Piano');
  const keys = midi.plug('Keys');
  const keyboard = await MidiKeyboard.open();
  const heard = [];
  keyboard.onMessage = (message, millis) => heard.push([millis, ...message]);
  piano(10.5, 0x90, 60, 80);
  keys(20, 0x90, 62, 80);
  assert.equal(keyboard.label, 'Keys, Piano');
  assert.deepEqual(heard, [[10.5, 0x90, 60, 80], [20, 0x90, 62, 80]]);
});

test('each_keyboard_has_its_own_status', async () => {
  const one = midi.plug('one');
  const other = midi.plug('other');
  const keyboard = await MidiKeyboard.open();
  const heard = [];
  keyboard.onMessage = (message) => heard.push(message);
  one(0, 0x90, 60, 80);
  other(1, 60, 80);
  assert.deepEqual(heard, [[0x90, 60, 80]]);
});

test('one_that_is_plugged_in_later_is_heard_too_and_all_gone_is_told', async () => {
  midi.plug('first');
  const keyboard = await MidiKeyboard.open();
  const heard = [];
  let lost = 0;
  keyboard.onMessage = (message) => heard.push(message);
  keyboard.onLost = () => lost++;
  const second = midi.plug('second');
  midi.unplug('first');
  second(5, 0x90, 61, 1);
  assert.deepEqual(heard, [[0x90, 61, 1]]);
  assert.equal(lost, 0);
  midi.unplug('second');
  assert.equal(lost, 1);
});

test('one_that_was_played_on_is_missed_though_others_are_there', async () => {
  const piano = midi.plug('Piano');
  midi.plug('Pads');
  const keyboard = await MidiKeyboard.open();
  let lost = 0;
  keyboard.onLost = () => lost++;
  piano(1, 0x90, 60, 80);
  midi.unplug('Pads');
  assert.equal(lost, 0);
  midi.plug('Pads');
  midi.unplug('Piano');
  assert.equal(lost, 1);
});

test('a_port_without_a_keyboard_is_none', async () => {
  midi.plug('Midi Through Port-0');
  assert.equal(await refusal(), 'midiMissing');
});

test('after_close_nothing_is_heard', async () => {
  const piano = midi.plug('Piano');
  const keyboard = await MidiKeyboard.open();
  keyboard.onMessage = () => assert.fail('heard');
  keyboard.onLost = () => assert.fail('lost');
  keyboard.close();
  piano(1, 0x90, 60, 80);
  midi.plug('later');
  midi.unplug('Piano');
});

test('what_is_missing_is_told', async () => {
  assert.equal(await refusal(), 'midiMissing');
  midi.refused = true;
  assert.equal(await refusal(), 'midiDenied');
  delete navigator.requestMIDIAccess;
  assert.equal(await refusal(), 'midiUnsupported');
});
