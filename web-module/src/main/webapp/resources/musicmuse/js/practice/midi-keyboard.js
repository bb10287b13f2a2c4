import { MidiMessages } from './midi-messages.js';

/** Why no keyboard can be used; `reason` is the last part of the message key `practice.js.error.*`. */
export class KeyboardError extends Error {
  constructor(reason, cause) {
    super(`keyboard: ${reason}`, { cause });
    this.reason = reason;
  }
}

/** All keyboards that are connected by MIDI, as one; one that is plugged in later belongs to it. */
export class MidiKeyboard {
  #access;
  #inputs = new Map();

  /** @throws {KeyboardError} where the browser has no MIDI, it is not allowed, or nothing is connected */
  static async open() {
    if (!navigator.requestMIDIAccess) throw new KeyboardError('midiUnsupported');
    let access;
    try {
      access = await navigator.requestMIDIAccess({ sysex: false });
    } catch (failure) {
      throw new KeyboardError('midiDenied', failure);
    }
    const keyboard = new MidiKeyboard(access);
    if (keyboard.#inputs.size > 0) return keyboard;
    keyboard.close();
    throw new KeyboardError('midiMissing');
  }

  constructor(access) {
    this.#access = access;
    /** Called with each message and its time, in milliseconds on the clock of `performance.now()`. */
    this.onMessage = () => {};
    /** Called where the last keyboard was unplugged or its permission taken away. */
    this.onLost = () => {};
    access.onstatechange = () => this.#listen();
    this.#listen();
  }

  /** The names of the keyboards. */
  get label() {
    return [...this.#inputs.values()].map((input) => input.name || 'MIDI').join(', ');
  }

  close() {
    this.#access.onstatechange = null;
    for (const input of this.#inputs.values()) input.onmidimessage = null;
    this.#inputs.clear();
  }

  #listen() {
    const before = this.#inputs.size;
    const connected = new Map([...this.#access.inputs].filter(([, input]) => input.state === 'connected'));
    for (const [id, input] of connected) {
      if (this.#inputs.get(id) !== input) this.#hear(input);
    }
    this.#inputs = connected;
    if (before > 0 && connected.size === 0) this.onLost();
  }

  #hear(input) {
    const messages = new MidiMessages();
    input.onmidimessage = ({ data, timeStamp }) => {
      for (const message of messages.read(data)) this.onMessage(message, timeStamp);
    };
  }
}
