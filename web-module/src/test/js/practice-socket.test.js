import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { PracticeSocket } from '../../main/webapp/resources/musicmuse/js/practice/practice-socket.js';
import { encodeFrame } from '../../main/webapp/resources/musicmuse/js/practice/take-recorder.js';

const RATE = 48000;
const FRAME = 960;
const START = { exercise: 'scale', instrument: 'violin', sampleRate: RATE, musicStart: 1000 };

/** The server's end of a socket, without a network. */
class FakeSocket {
  readyState = 0;
  texts = [];
  frames = [];

  send(data) {
    if (typeof data === 'string') this.texts.push(JSON.parse(data));
    else this.frames.push(new DataView(data).getUint32(0, true));
  }

  close(code) {
    this.readyState = 3;
    this.closedWith = code;
  }

  opens() {
    this.readyState = 1;
    this.onopen({});
  }

  says(message) {
    this.onmessage({ data: JSON.stringify({ v: 1, ...message }) });
  }

  closes(code, reason = '') {
    this.readyState = 3;
    this.onclose({ code, reason });
  }
}

let sockets;
let events;
let clock;
let take;

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  sockets = [];
  events = [];
  clock = 0;
  const note = (name) => (...values) => events.push([name, ...values]);
  take = new PracticeSocket({
    url: 'ws://here/ws/practice',
    start: START,
    sampleRate: RATE,
    now: () => clock,
    connect: () => {
      sockets.push(new FakeSocket());
      return sockets.at(-1);
    },
    listener: {
      onMessage: note('message'),
      onLost: note('lost'),
      onBack: note('back'),
      onRestarted: note('restarted'),
      onFailed: note('failed'),
    },
  });
});

afterEach(() => {
  take.abandon();
  mock.timers.reset();
});

function pass(millis) {
  for (let left = millis; left > 0; left -= 10) {
    clock += 10;
    mock.timers.tick(10);
  }
}

/** Plays frames in real time. */
function play(from, to) {
  for (let sequence = from; sequence < to; sequence++) {
    take.push(encodeFrame({ sequence, firstSample: sequence * FRAME, samples: new Int16Array(FRAME) }), FRAME);
    pass(20);
  }
}

function started() {
  take.open();
  sockets[0].opens();
  sockets[0].says({ type: 'started', session: 'take-1', nextSeq: 0, expected: 8 });
}

const names = () => events.map(([name]) => name);
const numbers = (from, to) => Array.from({ length: to - from }, (_, index) => from + index);

test('sound_waits_until_the_server_has_started_the_take', () => {
  take.open();
  play(0, 3);
  sockets[0].opens();
  assert.deepEqual(sockets[0].texts, [{ v: 1, type: 'start', ...START }]);
  assert.deepEqual(sockets[0].frames, []);
  sockets[0].says({ type: 'started', session: 'take-1', nextSeq: 0, expected: 8 });
  assert.deepEqual(sockets[0].frames, [0, 1, 2]);
});

test('stop_goes_out_after_the_last_frame', () => {
  started();
  play(0, 5);
  take.stop(5 * FRAME);
  assert.deepEqual(sockets[0].frames, numbers(0, 5));
  assert.deepEqual(sockets[0].texts.at(-1), { v: 1, type: 'stop', samples: 5 * FRAME });
});

test('a_lost_take_is_resumed_from_the_frame_the_server_wants', () => {
  started();
  play(0, 10);
  sockets[0].closes(1006);
  play(10, 20);
  assert.deepEqual(names(), ['lost']);
  assert.equal(sockets.length, 1);
  pass(100);
  sockets[1].opens();
  assert.deepEqual(sockets[1].texts, [{ v: 1, type: 'resume', session: 'take-1' }]);
  sockets[1].says({ type: 'resumed', session: 'take-1', nextSeq: 7 });
  assert.deepEqual(sockets[1].frames, numbers(7, 20));
  assert.deepEqual(names(), ['lost', 'back']);
});

test('sound_is_sent_again_at_most_four_times_as_fast_as_it_was_played', () => {
  started();
  play(0, 400);
  sockets[0].closes(1006);
  pass(250);
  sockets[1].opens();
  sockets[1].says({ type: 'resumed', session: 'take-1', nextSeq: 0 });
  assert.equal(sockets[1].frames.length, 25, 'half a second at once');
  pass(1000);
  assert.ok(sockets[1].frames.length >= 220 && sockets[1].frames.length <= 226, `${sockets[1].frames.length}`);
  pass(1000);
  assert.deepEqual(sockets[1].frames, numbers(0, 400));
});

test('a_take_the_server_forgot_is_begun_anew_and_sent_whole', () => {
  started();
  play(0, 10);
  take.stop(10 * FRAME);
  sockets[0].closes(1006);
  pass(250);
  sockets[1].opens();
  sockets[1].closes(4404);
  sockets[2].opens();
  assert.deepEqual(sockets[2].texts, [{ v: 1, type: 'start', ...START }]);
  sockets[2].says({ type: 'started', session: 'take-2', nextSeq: 0, expected: 8 });
  assert.deepEqual(sockets[2].frames, numbers(0, 10));
  assert.equal(sockets[2].texts.at(-1).type, 'stop');
  assert.deepEqual(names(), ['lost', 'restarted', 'back']);
});

test('a_take_the_server_refuses_to_start_fails', () => {
  take.open();
  sockets[0].opens();
  sockets[0].closes(4404);
  assert.deepEqual(events, [['failed', 'takeGone', undefined]]);
});

test('connections_are_tried_for_a_minute_with_growing_waits', () => {
  started();
  sockets[0].closes(1006);
  const tried = [];
  while (names().at(-1) !== 'failed' && clock < 100_000) {
    const before = sockets.length;
    pass(10);
    if (sockets.length > before) {
      tried.push(clock);
      sockets.at(-1).closes(1006);
    }
  }
  assert.deepEqual(tried.slice(0, 7), [250, 750, 1750, 3750, 7750, 11750, 15750]);
  assert.ok(clock >= 60_000 && clock < 66_000, `${clock}`);
  assert.deepEqual(events.at(-1), ['failed', 'lost', undefined]);
});

test('a_server_that_never_answered_is_given_up_before_the_player_has_begun', () => {
  take.open();
  sockets[0].closes(1006);
  for (let index = 1; index <= 3; index++) {
    pass(1000);
    sockets[index].closes(1006);
  }
  assert.deepEqual(events.at(-1), ['failed', 'unreachable', undefined]);
});

test('a_connection_that_died_in_silence_is_made_anew', () => {
  started();
  play(0, 100);
  pass(9000);
  assert.deepEqual(names(), ['lost']);
  assert.equal(sockets.length, 2);
  assert.equal(sockets[0].readyState, 3);
});

test('acknowledged_sound_is_no_dead_connection', () => {
  started();
  play(0, 50);
  sockets[0].says({ type: 'ack', nextSeq: 50 });
  pass(20_000);
  assert.equal(sockets.length, 1);
  assert.equal(take.acknowledged, 50);
});

for (const [code, reason] of [
  [1009, 'pageOutdated'],
  [4400, 'pageOutdated'],
  [4401, 'signedOut'],
  [4406, 'pageOutdated'],
  [4408, 'idle'],
  [4409, 'otherTab'],
  [4413, 'tooLong'],
  [4422, 'mixedUp'],
  [4429, 'pageOutdated'],
  [4430, 'tooManyTabs'],
  [4500, 'serverFailed'],
]) {
  test(`close_code_${code}_ends_the_take_as_${reason}_with_the_servers_error_number`, () => {
    started();
    sockets[0].says({ type: 'error', code, key: 'practice.error', id: 'ab-12' });
    sockets[0].closes(code);
    pass(5000);
    assert.deepEqual(events, [['failed', reason, 'ab-12']]);
    assert.equal(sockets.length, 1);
  });
}

test('a_refused_page_sends_no_more_sound', () => {
  started();
  play(0, 1);
  sockets[0].says({ type: 'error', code: 4413, key: 'practice.error', id: 'ab-12' });
  play(1, 3);
  pass(100);
  assert.equal(sockets[0].frames.length, 1);
});

test('a_server_that_failed_after_stop_is_asked_for_the_result_once_more', () => {
  started();
  play(0, 3);
  take.stop(3 * FRAME);
  sockets[0].closes(4500);
  pass(250);
  sockets[1].opens();
  assert.deepEqual(sockets[1].texts, [{ v: 1, type: 'resume', session: 'take-1' }]);
  sockets[1].says({ type: 'resumed', session: 'take-1', nextSeq: 3 });
  assert.deepEqual(sockets[1].frames, []);
  assert.deepEqual(sockets[1].texts.at(-1), { v: 1, type: 'stop', samples: 3 * FRAME });
  sockets[1].says({ type: 'result', session: 'take-1', score: 80 });
  assert.deepEqual(names(), ['lost', 'back', 'message']);
});

test('a_server_that_fails_twice_after_stop_ends_the_take', () => {
  started();
  play(0, 3);
  take.stop(3 * FRAME);
  sockets[0].closes(4500);
  pass(250);
  sockets[1].opens();
  sockets[1].says({ type: 'resumed', session: 'take-1', nextSeq: 3 });
  sockets[1].says({ type: 'error', code: 4500, key: 'practice.error', id: 'cd-34' });
  sockets[1].closes(4500);
  pass(5000);
  assert.deepEqual(events.at(-1), ['failed', 'serverFailed', 'cd-34']);
  assert.equal(sockets.length, 2);
});

test('the_id_of_a_socket_that_was_given_up_is_told', () => {
  started();
  sockets[0].closes(4500, 'practice.socket.failed ef-56');
  assert.deepEqual(events.at(-1), ['failed', 'serverFailed', 'ef-56']);
});

test('nothing_is_tried_again_after_the_result', () => {
  started();
  play(0, 2);
  take.stop(2 * FRAME);
  sockets[0].says({ type: 'result', session: 'take-1', score: 80 });
  sockets[0].closes(1000);
  pass(10_000);
  assert.deepEqual(names(), ['message']);
  assert.equal(sockets.length, 1);
});

test('a_close_that_comes_late_from_an_old_socket_changes_nothing', () => {
  started();
  sockets[0].closes(1006);
  pass(250);
  sockets[1].opens();
  sockets[1].says({ type: 'resumed', session: 'take-1', nextSeq: 0 });
  sockets[0].closes(4409);
  assert.deepEqual(names(), ['lost', 'back']);
});
