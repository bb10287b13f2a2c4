/** The symbol of each verdict: its shape says the verdict without its colour. */
const SYMBOLS = {
  right: '✓',
  early: '◀',
  late: '▶',
  flat: '▼',
  sharp: '▲',
  wrong: '✗',
  missed: '○',
  extra: '+',
};

export const VERDICTS = Object.keys(SYMBOLS);

/** A verdict of less confidence is not sure (docs/practice-protocol.md). */
const SURE = 0.7;

/** Verdicts that only something with a pitch can have. */
const OF_PITCH = ['flat', 'sharp', 'wrong'];

/** @param {boolean} pitched whether the notes have pitches, or only their rhythm counts */
export function verdictsOf(pitched) {
  return pitched ? VERDICTS : VERDICTS.filter((verdict) => !OF_PITCH.includes(verdict));
}

export function symbolOf(verdict) {
  return SYMBOLS[verdict];
}

/** Says a verdict in words. */
export class VerdictWords {
  constructor(messages, noteNames) {
    this.messages = messages;
    this.noteNames = noteNames;
  }

  /** One word: "early". */
  word(verdict) {
    return this.messages.text(`verdict.${verdict}`);
  }

  /** The word with how sure it is: "early, not sure". */
  told({ verdict, confidence }) {
    return this.#asSure(confidence, this.word(verdict), 'unsure');
  }

  /** A few characters for under a note: the heard note where it was another one, else one word. */
  short({ verdict, heardMidi, confidence }) {
    const isOther = (verdict === 'wrong' || verdict === 'extra') && heardMidi !== undefined;
    return this.#asSure(confidence, isOther ? this.noteNames.ofMidi(heardMidi) : this.word(verdict), 'unsureShort');
  }

  #asSure(confidence, words, unsure) {
    return confidence < SURE ? this.messages.text(`verdict.${unsure}`, words) : words;
  }

  /** A sentence for those who do not see the mark: "Note 3, E4: early, 45 milliseconds before the beat". */
  sentence(verdict, expected) {
    const { messages } = this;
    const heard = verdict.heardMidi === undefined ? '' : this.noteNames.ofMidi(verdict.heardMidi);
    if (!expected) {
      const extra = heard ? messages.text('mark.extra', heard) : messages.text('mark.extraStroke');
      return this.#asSure(verdict.confidence, extra, 'unsure');
    }
    const name = this.noteNames.ofExpected(expected);
    const detail = {
      early: () => messages.text('mark.early', messages.number(Math.abs(verdict.timingMillis ?? 0))),
      late: () => messages.text('mark.late', messages.number(Math.abs(verdict.timingMillis ?? 0))),
      flat: () => messages.text('mark.flat', messages.number(Math.abs(verdict.cents ?? 0))),
      sharp: () => messages.text('mark.sharp', messages.number(Math.abs(verdict.cents ?? 0))),
      wrong: () => messages.text('mark.wrong', heard),
    }[verdict.verdict];
    const words = this.#asSure(verdict.confidence, detail ? detail() : this.word(verdict.verdict), 'unsure');
    return name
      ? messages.text('mark.note', expected.index + 1, name, words)
      : messages.text('mark.stroke', expected.index + 1, words);
  }
}

/** The verdicts of a take as they come in: the newest of a note counts, extra notes may be taken back. */
export class VerdictSheet {
  #notes = new Map();
  #extras = new Map();

  /** @param {{note: number, id?: number}} verdict as in the protocol */
  add(verdict) {
    if (verdict.note >= 0) this.#notes.set(verdict.note, verdict);
    else this.#extras.set(verdict.id ?? `at ${verdict.at}`, verdict);
  }

  retract(id) {
    this.#extras.delete(id);
  }

  /** The notes from that one on are played again. */
  clearFrom(note) {
    for (const index of this.#notes.keys()) if (index >= note) this.#notes.delete(index);
  }

  clear() {
    this.#notes.clear();
    this.#extras.clear();
  }

  /** @returns {object[]} verdicts of expected notes in musical order */
  get notes() {
    return [...this.#notes.values()].sort((one, other) => one.note - other.note);
  }

  get extras() {
    return [...this.#extras.values()];
  }
}
