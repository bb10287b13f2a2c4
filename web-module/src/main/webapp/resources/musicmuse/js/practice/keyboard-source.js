import { KeyRecorder, encodeKeyFrame } from './key-recorder.js';
import { isPress } from './midi-messages.js';
import { MidiKeyboard } from './midi-keyboard.js';
import { SoundingClock } from './sounding-clock.js';

/** Sample 0 is so far ahead, in seconds, that nothing of the take has to sound at once. */
const HEAD_START_SECONDS = 0.1;
const TICK_MILLIS = 20;

/** A time stamp farther from now, in milliseconds, is none: some drivers give zero. */
const FARTHEST_STAMP = 1000;

/** What a take on keys is made of. Has what {@link MicrophoneSource} has. */
export class KeyboardSource {
  #context;
  #plan;
  #keyboard;
  #recorder;
  #clock;
  #timer;

  /** @param {{context: AudioContext, plan: TakePlan}} options */
  constructor({ context, plan }) {
    this.#context = context;
    this.#plan = plan;
    this.onBegun = () => {};
    this.onFrame = () => {};
    this.onLevel = () => {};
    /** Called with the key and its velocity when one is pressed. */
    this.onKey = () => {};
    this.onFull = () => {};
    this.onTrouble = () => {};
  }

  /** @throws {KeyboardError} where there is no keyboard to play on */
  async open() {
    const keyboard = await MidiKeyboard.open();
    this.#keyboard = keyboard;
    keyboard.onMessage = (message, millis) => this.#play(message, millis);
    keyboard.onLost = () => this.onTrouble('midiLost');
    const origin = this.#context.currentTime + HEAD_START_SECONDS;
    this.#clock = new SoundingClock(this.#context, origin);
    this.#recorder = new KeyRecorder({
      sampleRate: this.#plan.sampleRate,
      limit: this.#plan.endSample,
      onFrame: (frame) => this.onFrame(encodeKeyFrame(frame), frame.length),
    });
    this.#timer = setInterval(() => this.#tick(), TICK_MILLIS);
    this.onBegun(origin);
  }

  /** Whether the take has a first moment. */
  get begun() {
    return this.#recorder !== undefined;
  }

  /** Ends the take; gives its length in samples. */
  finish() {
    return this.#recorder.length;
  }

  close() {
    clearInterval(this.#timer);
    this.#keyboard?.close();
  }

  #play(message, millis) {
    const now = performance.now();
    const played = Math.abs(now - millis) > FARTHEST_STAMP ? now : millis;
    this.#recorder.play(this.#clock.sampleAt(played), message);
    if (isPress(message)) this.onKey(message[1], message[2]);
  }

  #tick() {
    this.#recorder.limit = this.#plan.endSample; // a player who starts again needs longer
    this.#clock.look();
    this.#recorder.advance(this.#clock.sampleAt(performance.now()));
    if (this.#recorder.full) this.onFull();
  }
}
