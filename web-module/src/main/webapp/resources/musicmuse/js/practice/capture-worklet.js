/** How long nothing but exact zeros may come before the microphone counts as dead, in seconds. */
const DEAD_AFTER_SECONDS = 3;

/**
 * Hands the microphone's sound to the page in stamped blocks of PCM 16 bit. Begins with the first sample other than
 * zero: a live microphone always has some noise, and a constant beginning makes takes repeatable.
 */
class CaptureProcessor extends AudioWorkletProcessor {
  constructor({ processorOptions }) {
    super();
    this.block = new Int16Array(processorOptions.blockLength);
    this.filled = 0;
    this.stamp = 0;
    this.begun = false;
    this.ended = false;
    this.silentSamples = 0;
    this.port.onmessage = () => {
      this.ended = true;
    };
  }

  process([input]) {
    if (this.ended) return false;
    const quantum = input[0];
    const first = this.begun ? 0 : this.#begin(quantum);
    if (first < 0) return true;
    if (this.filled > 0 && currentFrame !== this.stamp + this.filled) this.#post();
    this.#take(quantum, first);
    return true;
  }

  /** The place of the take's first sample in this quantum, or -1 where it has none. */
  #begin(quantum) {
    const first = quantum?.findIndex((sample) => sample !== 0) ?? -1;
    if (first >= 0) {
      this.begun = true;
      this.port.postMessage({ type: 'begun', frame: currentFrame + first });
      return first;
    }
    const before = this.silentSamples;
    this.silentSamples += quantum?.length ?? 128;
    const limit = DEAD_AFTER_SECONDS * sampleRate;
    if (before < limit && this.silentSamples >= limit) this.port.postMessage({ type: 'dead' });
    return -1;
  }

  #take(quantum, first) {
    const length = quantum?.length ?? 128;
    for (let index = first; index < length; index++) {
      if (this.filled === 0) this.stamp = currentFrame + index;
      const sample = Math.round((quantum?.[index] ?? 0) * 32768);
      this.block[this.filled++] = Math.max(-32768, Math.min(32767, sample));
      if (this.filled === this.block.length) this.#post();
    }
  }

  #post() {
    const samples = this.block.slice(0, this.filled);
    this.port.postMessage({ type: 'block', frame: this.stamp, samples }, [samples.buffer]);
    this.filled = 0;
  }
}

registerProcessor('musicmuse-capture', CaptureProcessor);
