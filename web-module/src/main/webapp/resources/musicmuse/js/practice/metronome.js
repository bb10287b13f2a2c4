/** How far ahead clicks are handed to the audio clock, in seconds: more than a hidden page's timers may be late. */
const AHEAD_SECONDS = 2;
const CHECK_MILLIS = 250;

const CLICK_SECONDS = 0.03;
const ACCENT_HERTZ = 1568;
const BEAT_HERTZ = 1047;

/** Plays clicks at exact times of the audio clock. Turning it off or down mutes it; its beat goes on. */
export class Metronome {
  #context;
  #countInGain;
  #musicGain;
  #sources = new Set();
  #timer;
  #volume = 0.5;
  #audible = true;

  constructor(context) {
    this.#context = context;
    this.#countInGain = context.createGain();
    this.#musicGain = context.createGain();
    this.#countInGain.connect(context.destination);
    this.#musicGain.connect(context.destination);
    this.accent = clickSound(context, ACCENT_HERTZ);
    this.beat = clickSound(context, BEAT_HERTZ);
    this.#applyGains();
  }

  /** Loudness from 0 to 1, for count-in and music. */
  set volume(volume) {
    this.#volume = volume;
    this.#applyGains();
  }

  /** Whether it goes on after the count-in. */
  set audible(audible) {
    this.#audible = audible;
    this.#applyGains();
  }

  /**
   * @param {number} origin time of sample 0 on the audio clock, in seconds
   * @param {TakePlan} plan where the clicks lie
   */
  start(origin, plan) {
    const clicks = plan.clicks();
    let next = clicks.next();
    const schedule = () => {
      const horizon = this.#context.currentTime + AHEAD_SECONDS;
      while (!next.done && origin + next.value.sample / plan.sampleRate < horizon) {
        this.#click(origin + next.value.sample / plan.sampleRate, next.value);
        next = clicks.next();
      }
      if (next.done) clearInterval(this.#timer);
    };
    this.#timer = setInterval(schedule, CHECK_MILLIS);
    schedule();
  }

  stop() {
    clearInterval(this.#timer);
    this.#sources.forEach((source) => source.stop());
    this.#sources.clear();
  }

  #click(time, { accent, countIn }) {
    const source = this.#context.createBufferSource();
    source.buffer = accent ? this.accent : this.beat;
    source.connect(countIn ? this.#countInGain : this.#musicGain);
    source.onended = () => this.#sources.delete(source);
    source.start(time);
    this.#sources.add(source);
  }

  #applyGains() {
    this.#countInGain.gain.value = this.#volume;
    this.#musicGain.gain.value = this.#audible ? this.#volume : 0;
  }
}

/** A dry woodblock-like click whose first sample is its loudest, so that its beginning is sharp. */
export function clickSound(context, hertz) {
  const length = Math.round(CLICK_SECONDS * context.sampleRate);
  const buffer = context.createBuffer(1, length, context.sampleRate);
  const samples = buffer.getChannelData(0);
  for (let index = 0; index < length; index++) {
    const seconds = index / context.sampleRate;
    const fade = 1 - index / length;
    samples[index] = 0.9 * Math.cos(2 * Math.PI * hertz * seconds) * Math.exp(-seconds / 0.006) * fade;
  }
  return buffer;
}
