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
  const button = () => ({
    addEventListener(type, handle) {
      this.click = (millisFromNow) => handle({ timeStamp: performance.now() + millisFromNow });
    },
    focus() {},
    setAttribute() {},
  });
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

test('a_double_click_on_start_starts', async () => {
  parts.startButton.click(0);
  parts.stopButton.click(200);
  assert.equal(root.dataset.state, 'opening');
  await later();
  assert.equal(open(), 1);

  parts.stopButton.click(600);
  assert.equal(root.dataset.state, 'ready');
});

test('a_double_click_on_stop_starts_nothing', () => {
  parts.startButton.click(0);
  parts.stopButton.click(600);
  parts.startButton.click(200);
  assert.equal(root.dataset.state, 'ready');

  parts.startButton.click(600);
  assert.equal(root.dataset.state, 'opening');
  room.stop();
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

test('a_take_on_keys_asks_for_no_microphone_and_sends_its_keys_at_once', async () => {
  const sockets = fakeSockets();
  parts.settings.onKeys = true;
  const keys = [];
  Object.assign(parts.live, { showBeat() {}, showKey: (key, velocity) => keys.push([key, velocity]) });
  parts.marks.moveCursor = () => {};
  globalThis.requestAnimationFrame = () => {};
  const play = audio.keyboards.plug('Piano');
  try {
    await room.start();
    await later();
    assert.equal(audio.tracks.length, 0);
    sockets[0].onopen({});
    assert.equal(JSON.parse(sockets[0].sent[0]).input, 'midi');
    sockets[0].onmessage({ data: JSON.stringify({ type: 'started', session: 'take-1', nextSeq: 0 }) });
    audio.contexts[0].currentTime = 2;
    await new Promise((resolve) => setTimeout(resolve, 1100)); // the clock takes the middle of its latest looks
    const before = sockets[0].sent.length;
    play(performance.now(), 0x90, 60, 80);
    assert.deepEqual(keys, [[60, 80]]);
    assert.equal(new DataView(sockets[0].sent.at(-1)).getUint8(20), 0x90);
    assert.ok(sockets[0].sent.length > before);

    audio.keyboards.unplug('Piano');
    assert.deepEqual(shown, ['error.midiLost']);
    assert.equal(JSON.parse(sockets[0].sent.at(-1)).type, 'stop');
  } finally {
    room.stop();
    sockets[0]?.onclose({ code: 4401 }); // else it goes on waiting for the result
  }
});

test('the_server_is_told_whether_the_metronome_sounds', async () => {
  const sockets = fakeSockets();
  parts.settings.metronomeSounds = true;
  Object.assign(parts.live, { showBeat() {} });
  parts.marks.moveCursor = () => {};
  globalThis.requestAnimationFrame = () => {};
  try {
    await room.start();
    audio.worklets.at(-1).port.onmessage({ data: { type: 'begun', frame: 0 } });
    sockets[0].onopen({});
    assert.equal(JSON.parse(sockets[0].sent[0]).metronome, true);
  } finally {
    room.stop();
    sockets[0]?.onclose({ code: 4401 });
  }
});

test('without_a_keyboard_it_is_said_how_to_get_one', async () => {
  parts.settings.onKeys = true;
  await room.start();
  assert.deepEqual(shown, ['error.midiMissing']);
  assert.equal(root.dataset.state, 'ready');
  assert.equal(audio.tracks.length, 0);
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

/** Sockets as the room opens them, each with what was sent over it. */
function fakeSockets() {
  const sockets = [];
  globalThis.WebSocket = class {
    readyState = 1;
    sent = [];

    constructor() {
      sockets.push(this);
    }

    send(data) {
      this.sent.push(data);
    }

    close() {}
  };
  return sockets;
}
