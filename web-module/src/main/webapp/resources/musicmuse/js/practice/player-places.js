/**
 * Where in the music the player was, and since when: from each place the music goes on until the next one. Samples are those
 * that sound from the speaker: without the delay of the device.
 */
export class PlayerPlaces {
  #places;

  /** @param {{sample: number, samplesPerBeat: number}} start when beat 0 is to be played, at which tempo */
  constructor({ sample, samplesPerBeat }) {
    this.samplesPerBeat = samplesPerBeat;
    this.start = { sample, beat: 0, speed: 1 };
    this.forget();
  }

  /** Goes back to the beginning. */
  forget() {
    this.#places = [this.start];
  }

  /**
   * @param {{sample: number, beat: number, speed: number, againFrom?: number}} place speed: 1 as written; againFrom: the beat
   *     from which on what was played before counts no more, where the player went elsewhere
   */
  add(place) {
    this.#places.push(place);
  }

  /** Whether the player was seen anywhere. */
  get known() {
    return this.#places.length > 1;
  }

  get latest() {
    return this.#places[this.#places.length - 1];
  }

  /** The beat that is played at a sample; before beat 0 it is negative. */
  beatAt(sample) {
    const index = this.#indexAt(sample);
    const { sample: since, beat, speed } = this.#places[index];
    const now = beat + ((sample - since) / this.samplesPerBeat) * speed;
    const next = this.#places[index + 1];
    return next && next.againFrom === undefined ? Math.min(now, next.beat) : now;
  }

  /** The sample at which a beat is to be played, as it looks now. */
  sampleOf(beat) {
    const { sample, beat: from, speed } = this.latest;
    return sample + ((beat - from) / speed) * this.samplesPerBeat;
  }

  /** Whether what was played at a sample was played again later. */
  isTakenBack(sample) {
    const index = this.#indexAt(sample);
    const beat = this.beatAt(sample);
    return this.#places.slice(index + 1).some(({ againFrom }) => againFrom !== undefined && againFrom <= beat);
  }

  #indexAt(sample) {
    const later = this.#places.findIndex((place, index) => index > 0 && place.sample > sample);
    return later < 0 ? this.#places.length - 1 : later - 1;
  }
}
