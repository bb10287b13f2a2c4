/** So many of the latest looks at the two clocks count: a single one may be off by a block of sound. */
const LOOKS = 50;

/**
 * Tells which sample of a take sounds from the speaker at a moment of the clock of `performance.now()`, which stamps what
 * keyboards send. The delay that the browser knows of the speaker is in it; what it does not know has to be measured.
 */
export class SoundingClock {
  #context;
  #origin;
  #offsets = [];

  /**
   * @param {AudioContext} context running
   * @param {number} origin time of sample 0 on the audio clock, in seconds
   */
  constructor(context, origin) {
    this.#context = context;
    this.#origin = origin;
    this.look();
  }

  /** Compares the two clocks; to be called while the take goes on, as they drift. */
  look() {
    const { contextTime, performanceTime } = this.#timestamp();
    this.#offsets.push(contextTime - performanceTime / 1000);
    if (this.#offsets.length > LOOKS) this.#offsets.shift();
  }

  /** @param {number} millis on the clock of `performance.now()` */
  sampleAt(millis) {
    const sorted = [...this.#offsets].sort((one, other) => one - other);
    const seconds = millis / 1000 + sorted[sorted.length >> 1] - this.#origin;
    return Math.round(seconds * this.#context.sampleRate);
  }

  /** Browsers say zero until the first sound is out. */
  #timestamp() {
    const known = this.#context.getOutputTimestamp?.();
    if (known?.performanceTime > 0 && known.contextTime > 0) return known;
    const { currentTime, outputLatency, baseLatency } = this.#context;
    return { contextTime: currentTime - (outputLatency || baseLatency || 0), performanceTime: performance.now() };
  }
}
