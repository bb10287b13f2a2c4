import { MidiMessages } from './midi-messages.js';

/** Why no keyboard can be used; `reason` is the last part of the message key `practice.js.error.*`. */
export class KeyboardError extends Error {
  constructor(reason, cause) {
    super(`keyboard: ${reason}`, { cause });
    this.reason = reason;
  }
}

/** What Linux calls a port that no keyboard is behind. */
const NO_KEYBOARD = /^Midi Through/;

/** All keyboards that are connected by MIDI, as one; one that is plugged in later belongs to it. */
export class MidiKeyboard {
  #access;
  #inputs = new Map();
  #played = new Set();

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
    /** Called where one that was played on was unplugged, or the last one, or the permission was taken away. */
    this.onLost = () => {};
    access.onstatechange = () => this.#listen();
    this.#listen();
  }

  /** The names of the keyboards. */
  get label() {
    return [...this.#inputs.values()]
      .map((input) => input.name || 'MIDI')
      .sort()
      .join(', ');
  }

  close() {
    this.#access.onstatechange = null;
    for (const input of this.#inputs.values()) input.onmidimessage = null;
    this.#inputs.clear();
  }

  #listen() {
    const before = this.#inputs.size;
    const isKeyboard = ([, { state, name }]) => state === 'connected' && !NO_KEYBOARD.test(name);
    const connected = new Map([...this.#access.inputs].filter(isKeyboard));
    for (const [id, input] of connected) {
      if (this.#inputs.get(id) !== input) this.#hear(id, input);
    }
    this.#inputs = connected;
    const gone = [...this.#played].some((id) => !connected.has(id));
    if (gone || (before > 0 && connected.size === 0)) this.onLost();
  }

  #hear(id, input) {
    const messages = new MidiMessages();
    input.onmidimessage = ({ data, timeStamp }) => {
      this.#played.add(id);
      for (const message of messages.read(data)) this.onMessage(message, timeStamp);
    };
  }
}
