/** Silence before the count-in, in seconds: time to settle, and a fixed point for recordings played to the page. */
export const LEAD_SECONDS = 1;

/** How long the page goes on listening after the last note and the device's delay, in milliseconds. */
const TAIL_MILLIS = 200 + 500;

/**
 * Where everything of one take lies on its clock, the sample index (0 = first sample recorded).
 * A beat is a note of the time signature's lower number; beat 0 is the first beat of the music.
 */
export class TakePlan {
  /**
   * @param {{sampleRate: number, tempo: number, beatsPerBar: number, countInBars: number, latencyMillis?: number,
   *     notes: {startBeat: number, beats: number, beatInBar: number}[], lengthBeats: number}} music
   *     sampleRate in hertz, tempo in beats per minute
   */
  constructor({ sampleRate, tempo, beatsPerBar, countInBars, latencyMillis, notes, lengthBeats }) {
    this.sampleRate = sampleRate;
    this.beatsPerBar = beatsPerBar;
    this.lengthBeats = lengthBeats;
    this.samplesPerBeat = (60 / tempo) * sampleRate;
    this.latencySamples = ((latencyMillis ?? 0) / 1000) * sampleRate;

    const first = notes[0];
    // How far into its bar the music begins: more than 0 for an upbeat, whose bar is counted before it.
    this.upbeat = first ? (((first.beatInBar - 1 - first.startBeat) % beatsPerBar) + beatsPerBar) % beatsPerBar : 0;
    this.countInBeats = countInBars * beatsPerBar + this.upbeat;
    this.countInStart = Math.round(LEAD_SECONDS * sampleRate);
    this.musicStart = Math.round(this.countInStart + this.countInBeats * this.samplesPerBeat);

    const lastEnd = notes.reduce((end, note) => Math.max(end, note.startBeat + note.beats), 0);
    this.endSample = Math.ceil(
      this.sampleOfBeat(lastEnd) + this.latencySamples + (TAIL_MILLIS / 1000) * sampleRate,
    );
  }

  /** The sample index at which a beat sounds from the speaker, if the device had no delay. */
  sampleOfBeat(beat) {
    return this.musicStart + beat * this.samplesPerBeat;
  }

  /** The beat that sounds at a sample index; negative during the count-in. */
  beatOfSample(sample) {
    return (sample - this.musicStart) / this.samplesPerBeat;
  }

  /** The beat that the player meant with a sound heard at a sample index: without the device's delay. */
  beatOfSound(sample) {
    return this.beatOfSample(sample - this.latencySamples);
  }

  /**
   * The clicks of the metronome in order.
   * @returns {Iterable<{sample: number, accent: boolean, countIn: boolean, beatInBar: number}>} beatInBar counts from 1
   */
  *clicks() {
    const count = Math.ceil(this.countInBeats + this.lengthBeats);
    for (let index = 0; index < count; index++) {
      const beatInBar = (index % this.beatsPerBar) + 1;
      yield {
        sample: Math.round(this.countInStart + index * this.samplesPerBeat),
        accent: beatInBar === 1,
        countIn: index < this.countInBeats,
        beatInBar,
      };
    }
  }
}
