/** Length of one frame to the server, in seconds. */
export const FRAME_SECONDS = 0.02;

/** One piece of sound of a take. */
class Frame {
  constructor(sequence, firstSample, samples) {
    this.sequence = sequence;
    this.firstSample = firstSample;
    this.samples = samples;
  }
}

/**
 * Puts the blocks of the microphone on the take's clock: the sample index is the audio clock's frame number less that
 * of the first sample. Sound that the browser dropped is replaced by silence, so that later sound stays where it was.
 */
export class TakeRecorder {
  #frameLength;
  #pending = [];
  #pendingLength = 0;
  #sequence = 0;
  #framed = 0;

  /**
   * @param {{sampleRate: number, firstFrame: number, limit: number, onFrame: (frame: Frame) => void}} options
   *     firstFrame: number of the audio clock's frame that is sample 0; limit: samples after which the take is full
   */
  constructor({ sampleRate, firstFrame, limit, onFrame }) {
    this.#frameLength = Math.round(sampleRate * FRAME_SECONDS);
    this.firstFrame = firstFrame;
    this.limit = limit;
    this.onFrame = onFrame;
    /** Samples recorded so far. */
    this.length = 0;
    /** Samples of silence put in where the browser dropped sound. */
    this.filled = 0;
  }

  get full() {
    return this.length >= this.limit;
  }

  /**
   * @param {number} clockFrame the audio clock's number of the block's first sample
   * @param {Int16Array} samples
   */
  add(clockFrame, samples) {
    const gap = clockFrame - this.firstFrame - this.length;
    if (gap > 0) {
      const silence = Math.min(gap, this.limit - this.length);
      this.filled += silence;
      this.#append(new Int16Array(silence));
    }
    this.#append(gap < 0 ? samples.subarray(Math.min(-gap, samples.length)) : samples);
  }

  /** Hands out what is left as a last, shorter frame. */
  finish() {
    if (this.#pendingLength > 0) this.#emit(this.#pendingLength);
  }

  #append(samples) {
    const kept = samples.subarray(0, Math.max(0, this.limit - this.length));
    if (kept.length === 0) return;
    this.#pending.push(kept);
    this.#pendingLength += kept.length;
    this.length += kept.length;
    while (this.#pendingLength >= this.#frameLength) this.#emit(this.#frameLength);
  }

  #emit(length) {
    const samples = new Int16Array(length);
    let filled = 0;
    while (filled < length) {
      const head = this.#pending[0];
      const part = head.subarray(0, length - filled);
      samples.set(part, filled);
      filled += part.length;
      if (part.length === head.length) this.#pending.shift();
      else this.#pending[0] = head.subarray(part.length);
    }
    this.#pendingLength -= length;
    this.onFrame(new Frame(this.#sequence, this.#framed, samples));
    this.#sequence += 1;
    this.#framed += length;
  }
}

/**
 * A frame as the protocol wants it: sequence number, index of the first sample, PCM 16 bit, all little-endian.
 * @param {Frame} frame
 * @returns {ArrayBuffer}
 */
export function encodeFrame(frame) {
  const header = 12;
  const buffer = new ArrayBuffer(header + frame.samples.length * 2);
  const view = new DataView(buffer);
  view.setUint32(0, frame.sequence, true);
  view.setBigInt64(4, BigInt(frame.firstSample), true);
  for (let index = 0; index < frame.samples.length; index++) {
    view.setInt16(header + index * 2, frame.samples[index], true);
  }
  return buffer;
}

/** Loudness of a piece of sound in dBFS (0 = full scale, -100 = silence): root mean square of PCM 16 bit samples. */
export function levelOf(samples) {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const rms = Math.sqrt(sum / Math.max(1, samples.length)) / 32768;
  return Math.max(-100, 20 * Math.log10(rms || 1e-5));
}
