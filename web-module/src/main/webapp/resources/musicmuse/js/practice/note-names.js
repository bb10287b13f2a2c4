const NATURALS = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };
const NAME = /^([A-G])(##|bb|x|#|b|♯|♭)?(-?\d+)$/;
const ALTERATIONS = { '#': 1, '♯': 1, '##': 2, x: 2, b: -1, '♭': -1, bb: -2 };

/**
 * Note names as the learner reads them. A part for a transposing instrument is written at another pitch than it sounds;
 * names follow the written part, MIDI numbers the sound.
 */
export class NoteNames {
  /**
   * @param {{midi: number, name: string}[]} expectedNotes the music: sounding MIDI number and written name
   * @param {string[]} sharps twelve names from C upwards, spelt with sharps
   * @param {string[]} flats the same, spelt with flats
   */
  constructor(expectedNotes, sharps, flats) {
    this.sharps = sharps;
    this.flats = flats;
    const first = expectedNotes.map((note) => ({ note, written: parse(note.name) })).find((pair) => pair.written);
    /** Semitones from sounding to written pitch. */
    this.transposition = first ? first.written.midi - first.note.midi : 0;
    this.prefersFlats = expectedNotes.some((note) => (parse(note.name)?.alteration ?? 0) < 0);
  }

  /** The name of an expected note, in the spelling of the music. */
  ofExpected(note) {
    const written = parse(note.name);
    return written ? this.#name(written.midi, written.alteration < 0) : note.name;
  }

  /** The name of a key, as "Bb" or "F#", without an octave. */
  ofKey(key) {
    const tonic = parse(`${key}4`);
    return tonic ? this.#name(tonic.midi, tonic.alteration < 0).replace(/-?\d+$/, '') : key;
  }

  /** The written name of a sounding MIDI number, rounded to the nearest semitone. */
  ofMidi(midi) {
    return this.#name(Math.round(midi) + this.transposition, this.prefersFlats);
  }

  #name(midi, flat) {
    const pitchClass = ((midi % 12) + 12) % 12;
    return (flat ? this.flats : this.sharps)[pitchClass] + (Math.floor(midi / 12) - 1);
  }
}

function parse(name) {
  const match = NAME.exec(name);
  if (!match) return undefined;
  const alteration = ALTERATIONS[match[2]] ?? 0;
  return { midi: NATURALS[match[1]] + alteration + (Number(match[3]) + 1) * 12, alteration };
}
