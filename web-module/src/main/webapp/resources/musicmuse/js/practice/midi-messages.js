const NOTE_OFF = 0x80;
const NOTE_ON = 0x90;
const CONTROL_CHANGE = 0xb0;
const SYSTEM = 0xf0;
const REAL_TIME = 0xf8;

/** Program change and channel pressure have one data byte, all other messages of a channel two. */
const ONE_BYTE = [0xc0, 0xd0];

const SUSTAIN_PEDAL = 64;
const PEDAL_DOWN = 64;
const ALL_SOUND_OFF = 120;
const ALL_NOTES_OFF = 123;

/**
 * Reads the bytes of one keyboard: keeps what says which notes sound, drops the rest. Browsers hand over whole messages;
 * where a driver leaves out a status that is as before, or hands over several messages at once, they are told apart here.
 */
export class MidiMessages {
  #status = 0;
  #data = [];
  #pedals = new Map();

  /**
   * @param {Uint8Array} bytes
   * @returns {number[][]} complete messages: status, key or controller, velocity or value
   */
  read(bytes) {
    const messages = [];
    for (const byte of bytes) {
      if (byte >= REAL_TIME) continue; // may stand between the bytes of any other message
      if (byte & 0x80) {
        this.#status = byte < SYSTEM ? byte : 0; // data that follow a message to the whole system are not for us
        this.#data = [];
        continue;
      }
      if (!this.#status) continue;
      this.#data.push(byte);
      if (this.#data.length < dataBytes(this.#status)) continue;
      const message = [this.#status, ...this.#data];
      this.#data = [];
      if (this.#counts(message)) messages.push(message);
    }
    return messages;
  }

  #counts([status, data1, data2]) {
    const kind = status & 0xf0;
    if (kind === NOTE_ON || kind === NOTE_OFF) return true;
    if (kind !== CONTROL_CHANGE) return false;
    if (data1 === ALL_SOUND_OFF || data1 === ALL_NOTES_OFF) return true;
    return data1 === SUSTAIN_PEDAL && this.#pedalMoves(status, data2 >= PEDAL_DOWN);
  }

  /** A pedal that tells how far it is down says the same many times. */
  #pedalMoves(status, down) {
    const moves = (this.#pedals.get(status) ?? false) !== down;
    this.#pedals.set(status, down);
    return moves;
  }
}

/** Whether a message says that a key was pressed. */
export function isPress([status, , velocity]) {
  return (status & 0xf0) === NOTE_ON && velocity > 0;
}

function dataBytes(status) {
  return ONE_BYTE.includes(status & 0xf0) ? 1 : 2;
}
