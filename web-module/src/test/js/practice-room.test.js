import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { PracticeRoom } from '../../main/webapp/resources/musicmuse/js/practice/practice-room.js';
import { FakeAudio, later, pending } from './fake-audio.js';

let audio;
let root;
let shown;
let parts;
let room;

beforeEach(() => {
  audio = new FakeAudio();
  audio.install();
  globalThis.document = { addEventListener() {} };
  globalThis.location = { href: 'http://localhost/practice' };
  root = { dataset: {} };
  shown = [];
  const button = () => ({ addEventListener() {}, focus() {}, setAttribute() {} });
  parts = {
    data: { choice: { tempo: 60 }, beatsPerBar: 4, notes: [], lengthBeats: 4, socket: '/ws/practice' },
    messages: { text: (key) => key },
    settings: { countInBars: 1, refresh: async () => {}, recognize: async () => {} },
    live: { reset() {}, showLevel() {} },
    sheet: { clear() {} },
    marks: { draw() {} },
    result: { clear() {} },
    alerts: { clear() {}, show: (kind, key) => shown.push(key) },
    status: {},
    count: {},
    startButton: button(),
    stopButton: button(),
    checkButton: button(),
  };
  room = new PracticeRoom(root, parts);
});

const open = () => audio.tracks.filter((track) => !track.stopped).length;

test('a_take_begun_while_the_last_one_still_goes_to_sleep_has_a_running_context', async () => {
  await room.start();
  room.stop();
  assert.equal(audio.contexts[0].state, 'running', 'not yet suspended');
  await room.start();
  await later();
  assert.equal(audio.contexts[0].state, 'running');
  assert.equal(audio.contexts.length, 1);
  assert.equal(open(), 1);
});

test('stop_counts_while_the_learner_is_asked_for_the_microphone', async () => {
  const permission = pending();
  audio.permission = () => permission.promise;
  const starting = room.start();
  await later();
  assert.equal(root.dataset.state, 'opening');

  room.stop();
  assert.equal(root.dataset.state, 'ready');
  permission.resolve();
  await starting;

  assert.equal(root.dataset.state, 'ready');
  assert.equal(audio.tracks.length, 1, 'opened only to be recognized');
  assert.equal(open(), 0);
});

test('stop_counts_while_the_microphone_is_looked_up', async () => {
  const lookup = pending();
  parts.settings.recognize = () => lookup.promise;
  const starting = room.start();
  await later();
  room.stop();
  lookup.resolve();
  await starting;
  assert.equal(root.dataset.state, 'ready');
  assert.equal(audio.tracks.length, 1);
  assert.equal(open(), 0);
});

test('a_refusal_after_stop_is_no_news', async () => {
  const permission = pending();
  audio.permission = () => permission.promise;
  const starting = room.start();
  await later();
  room.stop();
  permission.reject(new DOMException('no', 'NotAllowedError'));
  await starting;
  assert.deepEqual(shown, []);
});

test('after_a_refused_microphone_one_can_start_again', async () => {
  audio.permission = async () => {
    throw new DOMException('no', 'NotAllowedError');
  };
  await assert.doesNotReject(room.start());
  assert.deepEqual(shown, ['error.microphoneDenied']);
  assert.equal(root.dataset.state, 'ready');

  audio.permission = async () => {};
  await room.start();
  assert.equal(open(), 1);
});

test('a_context_that_could_not_be_opened_is_tried_again', async () => {
  audio.loadModule = async () => {
    throw Object.assign(new Error('not loaded'), { reason: 'unsupported' });
  };
  await room.start();
  audio.loadModule = async () => {};
  await room.start();
  assert.equal(audio.contexts.at(-1).state, 'running');
  assert.equal(open(), 1);
});
