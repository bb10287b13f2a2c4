/** Length of a frame in which nothing was played, in seconds; a key is sent at once. */
const FRAME_SECONDS = 0.02;

/** The protocol's longest frame and its most messages in one. */
const LONGEST_FRAME = 4800;
const MOST_MESSAGES = 256;

/** A message that was under way for longer than this, in seconds, counts as one that was so long under way. */
const LONGEST_UNDER_WAY = 0.9;

/** Puts what was played on keys on the take's clock, and makes frames of it. */
export class KeyRecorder {
  #waiting = [];
  #sequence = 0;

  /**
   * @param {{sampleRate: number, limit: number, onFrame: (frame: object) => void}} options
   *     limit: samples after which the take is full; frame: sequence, firstSample, length and messages with their samples
   */
  constructor({ sampleRate, limit, onFrame }) {
    this.sampleRate = sampleRate;
    this.limit = limit;
    this.onFrame = onFrame;
    /** Samples that have been framed so far. */
    this.length = 0;
  }

  get full() {
    return this.length >= this.limit;
  }

  /**
   * Takes in a message and sends it at once.
   * @param {number} sample when it was played
   * @param {number[]} message status and two data bytes
   */
  play(sample, message) {
    if (sample < 0 || sample >= this.limit) return;
    const oldest = Math.round(this.length - LONGEST_UNDER_WAY * this.sampleRate);
    this.#waiting.push({ sample: Math.max(sample, oldest), message });
    this.#frame(Math.max(this.length, sample) + 1);
  }

  /** The time has come so far: where a frame is complete, it is sent. */
  advance(sample) {
    if (sample - this.length >= FRAME_SECONDS * this.sampleRate) this.#frame(sample);
  }

  #frame(until) {
    const end = Math.min(until, this.limit);
    while (this.length < end) this.#emit(Math.min(end - this.length, LONGEST_FRAME));
  }

  #emit(length) {
    const firstSample = this.length;
    const later = ({ sample }) => sample >= firstSample + length;
    const messages = this.#waiting.filter((played) => !later(played)).slice(0, MOST_MESSAGES);
    this.#waiting = this.#waiting.filter((played) => later(played));
    this.length += length;
    this.onFrame({ sequence: this.#sequence, firstSample, length, messages });
    this.#sequence += 1;
  }
}

/**
 * A frame as the protocol wants it: sequence number, index of the first sample, length, then of each message its sample
 * counted from the first one, status, two data bytes and a zero, all little-endian.
 * @returns {ArrayBuffer}
 */
export function encodeKeyFrame({ sequence, firstSample, length, messages }) {
  const header = 16;
  const messageBytes = 8;
  const buffer = new ArrayBuffer(header + messages.length * messageBytes);
  const view = new DataView(buffer);
  view.setUint32(0, sequence, true);
  view.setBigInt64(4, BigInt(firstSample), true);
  view.setInt32(12, length, true);
  messages.forEach(({ sample, message }, index) => {
    const at = header + index * messageBytes;
    view.setInt32(at, sample - firstSample, true);
    message.forEach((byte, place) => view.setUint8(at + 4 + place, byte));
  });
  return buffer;
}
