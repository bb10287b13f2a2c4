import { closedMessage, SERVER_FAILED, TAKE_GONE } from './close-codes.js';

const VERSION = 1;

/** Waiting times before each new connection, in milliseconds; the last is repeated. */
const RETRY_MILLIS = [250, 500, 1000, 2000, 4000];
/** How long the server keeps a take whose connection was lost. */
const GIVE_UP_MILLIS = 60_000;
/** A take the server never knew is given up sooner: the player has hardly begun. */
const FIRST_TRIES = 3;
/** The server acknowledges twice a second: after this silence the connection is dead, even if nobody closed it. */
const STALL_MILLIS = 8000;

/** Sound is sent again at most so many times as fast as it was played, after a first half second at once. */
const RESEND_SPEED = 4;
const RESEND_AT_ONCE_SECONDS = 0.5;
const PUMP_MILLIS = 20;

/**
 * One take's connection to the server, over as many sockets as it needs. Keeps every frame until the result is there,
 * so that a lost connection, or a server that forgot the take, costs no sound.
 */
export class PracticeSocket {
  #socket;
  #frames = [];
  #next = 0;
  #session;
  #everKnown = false;
  #ready = false;
  #readyAt;
  #sentSinceReady = 0;
  #stopAt;
  #stopSent = false;
  #askedAgain = false;
  #ended = false;
  #lostAt;
  #tries = 0;
  #heardAt;
  #error;
  #timers = new Set();
  #pumping = false;

  /**
   * @param {{url: string, start: object, sampleRate: number, listener: object, connect?: (url: string) => WebSocket,
   *     now?: () => number}} options
   *     start: fields of the `start` message; listener: `onMessage(message)` for pitch, verdict, retract and result,
   *     `onLost()`, `onBack()`, `onRestarted()` (the server begins the take anew, verdicts come again) and
   *     `onFailed(reason, errorId)` with the last part of a key `practice.js.closed.*`; now: milliseconds
   */
  constructor({
    url,
    start,
    sampleRate,
    listener,
    connect = (address) => new WebSocket(address),
    now = () => performance.now(),
  }) {
    this.url = url;
    this.start = start;
    this.sampleRate = sampleRate;
    this.listener = listener;
    this.connect = connect;
    this.now = now;
    /** The sequence number before which the server has taken in everything. */
    this.acknowledged = 0;
  }

  open() {
    const socket = this.connect(this.url);
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    this.#heardAt = this.now();
    const mine = (handle) => (event) => socket === this.#socket && handle(event);
    socket.onopen = mine(() => this.#hello());
    socket.onmessage = mine((event) => this.#receive(JSON.parse(event.data)));
    socket.onclose = mine((event) => this.#closed(event.code, event.reason));
    this.#watch(socket);
  }

  /** Sends a frame, by which the take goes on by so many samples, now or when the connection is there. */
  push(frame, samples) {
    this.#frames.push({ frame, samples });
    this.#pump();
  }

  /** Says that the take is over, after all frames are sent. */
  stop(samples) {
    this.#stopAt = samples;
    this.#pump();
  }

  /** Leaves the take without a result. */
  abandon() {
    this.#end();
  }

  #hello() {
    if (this.#session) this.#send({ type: 'resume', session: this.#session, input: this.start.input });
    else this.#send({ type: 'start', ...this.start });
  }

  #receive(message) {
    this.#heardAt = this.now();
    switch (message.type) {
      case 'started':
      case 'resumed':
        this.#goOn(message);
        break;
      case 'ack':
        this.acknowledged = Math.max(this.acknowledged, message.nextSeq);
        break;
      case 'error':
        this.#error = message;
        this.#ready = false; // what is sent now is dropped, and keeps the goodbye from arriving
        break;
      case 'result':
        this.#end(1000);
        this.listener.onMessage(message);
        break;
      default:
        this.listener.onMessage(message);
    }
  }

  #goOn({ session, nextSeq }) {
    const back = this.#lostAt !== undefined;
    this.#session = session;
    this.#everKnown = true;
    this.#next = nextSeq;
    this.#ready = true;
    this.#readyAt = this.now();
    this.#sentSinceReady = 0;
    this.#stopSent = false;
    this.#lostAt = undefined;
    this.#tries = 0;
    if (back) this.listener.onBack();
    this.#pump();
  }

  #pump() {
    while (this.#ready && this.#next < this.#frames.length && this.#sentSinceReady < this.#allowance()) {
      const { frame, samples } = this.#frames[this.#next++];
      this.#socket.send(frame);
      this.#sentSinceReady += samples;
    }
    if (!this.#ready) return;
    if (this.#next < this.#frames.length) this.#pumpLater();
    else if (this.#stopAt !== undefined && !this.#stopSent) {
      this.#stopSent = true;
      this.#send({ type: 'stop', samples: this.#stopAt });
    }
  }

  #pumpLater() {
    if (this.#pumping) return;
    this.#pumping = true;
    this.#later(PUMP_MILLIS, () => {
      this.#pumping = false;
      this.#pump();
    });
  }

  /** Samples that may have been sent on this socket by now. */
  #allowance() {
    const seconds = RESEND_AT_ONCE_SECONDS + (RESEND_SPEED * (this.now() - this.#readyAt)) / 1000;
    return seconds * this.sampleRate;
  }

  /** The reason of a socket that was given up ends with a blank and the error's id; no message could tell it. */
  #closed(code, reason = '') {
    this.#ready = false;
    if (this.#ended) return;
    const [, id] = reason.split(' ');
    if (id) this.#error = { id };
    if (code === TAKE_GONE && this.#session) {
      this.#session = undefined;
      this.acknowledged = 0;
      this.listener.onRestarted();
      this.open();
      return;
    }
    // All sound is there, and the server may have the result by now: asked for once more.
    if (code === SERVER_FAILED && this.#stopSent && !this.#askedAgain) {
      this.#askedAgain = true;
      this.#retry();
      return;
    }
    const message = closedMessage(code);
    if (message) this.#fail(message);
    else this.#retry();
  }

  #retry() {
    if (this.#lostAt === undefined) {
      this.#lostAt = this.now();
      this.listener.onLost();
    }
    const neverKnown = !this.#everKnown && this.#tries >= FIRST_TRIES;
    if (neverKnown || this.now() - this.#lostAt >= GIVE_UP_MILLIS) {
      this.#fail(neverKnown ? 'unreachable' : 'lost');
      return;
    }
    const wait = RETRY_MILLIS[Math.min(this.#tries, RETRY_MILLIS.length - 1)];
    this.#tries += 1;
    this.#later(wait, () => this.open());
  }

  /** A connection that died without a word is closed here and made anew. */
  #watch(socket) {
    this.#later(1000, () => {
      if (socket !== this.#socket || socket.readyState > 1) return;
      const waiting = !this.#ready || this.acknowledged < this.#frames.length || this.#stopSent;
      if (!waiting) this.#heardAt = this.now();
      if (this.now() - this.#heardAt < STALL_MILLIS) {
        this.#watch(socket);
        return;
      }
      this.#socket = undefined;
      socket.close();
      this.#closed(1006);
    });
  }

  #send(message) {
    this.#socket.send(JSON.stringify({ v: VERSION, ...message }));
  }

  #fail(reason) {
    this.#end();
    this.listener.onFailed(reason, this.#error?.id);
  }

  #end(code = 1000) {
    this.#ended = true;
    this.#ready = false;
    this.#timers.forEach((timer) => clearTimeout(timer));
    this.#timers.clear();
    this.#frames = [];
    this.#socket?.close(code);
  }

  #later(millis, action) {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      action();
    }, millis);
    this.#timers.add(timer);
  }
}
