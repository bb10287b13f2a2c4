import { PlayerPlaces } from './player-places.js';

/** Silence before the count-in, in seconds: time to settle, and a fixed point for recordings played to the page. */
export const LEAD_SECONDS = 1;

/** How long the page goes on listening after the last note and the device's delay, in milliseconds. */
const TAIL_MILLIS = 200 + 500;

/** A take is at most so much longer than its music, in seconds: the server listens a little longer. */
const LONGEST_AFTER = 28;

/** Who starts again, or plays slowly, may take so many times as long as the music. */
const SLOWEST = 3;

/** Who has not played the last note may still come back to it, so many bars long. */
const WAITING_BARS = 2;

/**
 * Where everything of one take lies on its clock, the sample index (0 = first sample recorded).
 * A beat is a note of the time signature's lower number; beat 0 is the first beat of the music.
 */
export class TakePlan {
  /**
   * @param {{sampleRate: number, tempo: number, beatsPerBar: number, countInBars: number, latencyMillis?: number,
   *     notes: {startBeat: number, beats: number, beatInBar: number}[], lengthBeats: number, ownTempo?: boolean}} music
   *     sampleRate in hertz, tempo in beats per minute; ownTempo: no metronome counts, the music waits for the player
   */
  constructor({ sampleRate, tempo, beatsPerBar, countInBars, latencyMillis, notes, lengthBeats, ownTempo = false }) {
    this.tempo = tempo;
    this.notes = notes;
    this.ownTempo = ownTempo;
    this.sampleRate = sampleRate;
    this.beatsPerBar = beatsPerBar;
    this.lengthBeats = lengthBeats;
    this.samplesPerBeat = (60 / tempo) * sampleRate;
    this.latencySamples = ((latencyMillis ?? 0) / 1000) * sampleRate;

    const first = notes[0];
    // How far into its bar the music begins: more than 0 for an upbeat, whose bar is counted before it.
    this.upbeat = first ? (((first.beatInBar - 1 - first.startBeat) % beatsPerBar) + beatsPerBar) % beatsPerBar : 0;
    this.countInBeats = ownTempo ? 0 : countInBars * beatsPerBar + this.upbeat;
    this.countInStart = Math.round(LEAD_SECONDS * sampleRate);
    this.musicStart = Math.round(this.countInStart + this.countInBeats * this.samplesPerBeat);

    this.lastEnd = notes.reduce((end, note) => Math.max(end, note.startBeat + note.beats), 0);
    this.places = new PlayerPlaces({ sample: this.musicStart, samplesPerBeat: this.samplesPerBeat });
    this.lastNotePlayed = false;
    this.leastEnd = 0;
  }

  /** When the take is over, as it looks now. */
  get endSample() {
    return Math.max(this.leastEnd, this.#end);
  }

  get #end() {
    const { places, sampleRate } = this;
    const longest = SLOWEST * this.lengthBeats * this.samplesPerBeat + LONGEST_AFTER * sampleRate;
    const latest = Math.floor(this.musicStart + longest);
    if (this.ownTempo && !this.#hasReached(this.notes.length - 2)) return latest;
    const isPlayed = this.ownTempo ? this.#hasReached(this.notes.length - 1) : this.lastNotePlayed;
    const waiting = isPlayed ? 0 : WAITING_BARS * this.beatsPerBar * this.samplesPerBeat;
    const tail = waiting + this.latencySamples + (TAIL_MILLIS / 1000) * sampleRate;
    return Math.min(latest, Math.ceil(places.sampleOf(this.lastEnd) + tail));
  }

  #hasReached(index) {
    return this.places.known && this.places.latest.beat >= this.notes[Math.max(0, index)].startBeat;
  }

  /**
   * What is said of a note so far. The last one is played when it was heard at its pitch: another one there may be that of
   * somebody who went back to an earlier bar, which is known only some notes later.
   */
  judged({ note, verdict }) {
    if (note === this.notes.length - 1) this.lastNotePlayed = verdict !== 'missed' && verdict !== 'wrong';
  }

  /** The player is at another place than the clock says: a message `place` of the protocol. */
  follow({ note, at, speed, again }) {
    const sample = at - this.latencySamples;
    const beat = this.notes[note].startBeat;
    if (again === undefined) {
      this.places.add({ sample, beat, speed });
      return;
    }
    this.lastNotePlayed = false;
    const first = this.notes[again].startBeat; // several notes ago, in an own tempo
    this.places.add({ sample: sample - ((beat - first) / speed) * this.samplesPerBeat, beat: first, speed, againFrom: first });
  }

  /** The take is told anew, and lasts as long as it would have lasted at least. */
  forgetPlaces() {
    if (!this.ownTempo) this.leastEnd = this.endSample; // in an own tempo the music waits anyway
    this.lastNotePlayed = false;
    this.places.forget();
  }

  /** The sample index at which a beat sounds from the speaker, if the device had no delay and nobody starts again. */
  sampleOfBeat(beat) {
    return this.musicStart + beat * this.samplesPerBeat;
  }

  /** The beat that sounds at a sample index; negative during the count-in. */
  beatOfSample(sample) {
    return this.places.beatAt(sample);
  }

  /** The beat at which the cursor stands: in an own tempo it waits at the next note. */
  cursorBeat(sample) {
    const beat = this.beatOfSample(sample);
    if (!this.ownTempo) return beat;
    if (!this.places.known) return 0;
    const next = this.notes.find((note) => note.startBeat > this.places.latest.beat);
    return next ? Math.min(beat, next.startBeat) : beat;
  }

  /** The beat in its bar, from 1; undefined before the count-in. */
  beatInBar(beat) {
    if (beat < -this.countInBeats) return undefined;
    return (((Math.floor(beat + this.upbeat) % this.beatsPerBar) + this.beatsPerBar) % this.beatsPerBar) + 1;
  }

  /** The beat that the player meant with a sound heard at a sample index: without the device's delay. */
  beatOfSound(sample) {
    return this.beatOfSample(sample - this.latencySamples);
  }

  /** Whether a sound heard at a sample index was played again later. */
  isTakenBack(sample) {
    return this.places.isTakenBack(sample - this.latencySamples);
  }

  /**
   * The clicks of the metronome in order, for as long as somebody plays; none in an own tempo.
   * @returns {Iterable<{sample: number, accent: boolean, countIn: boolean, beatInBar: number}>} beatInBar counts from 1
   */
  *clicks() {
    for (let index = 0; !this.ownTempo; index++) {
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
