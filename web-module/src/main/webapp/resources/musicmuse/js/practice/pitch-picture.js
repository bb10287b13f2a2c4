import { html, svg } from './dom.js';
import { symbolOf } from './verdicts.js';

const ROW = 16;
/** Least and greatest width of a beat. */
const NARROW_BEAT = 44;
const WIDE_BEAT = 96;
const LEFT = 44;
const RIGHT = 12;
const TOP = 14;
const BOTTOM = 34;
/** Two points of the pitch line further apart than this are not joined, in seconds. */
const JOIN_SECONDS = 0.08;
/** Semitones beyond the music that are still shown. */
const MARGIN = 2;
/** A point further off the music than this is left out of the picture, in semitones. */
const FAR = 7;

/**
 * The take as a picture: time to the right in bars, pitch upwards in semitones; expected notes as bars, the played
 * pitch as a line, each verdict as its symbol. Where only the rhythm counts there is one row, and each stroke is a line.
 */
export class PitchPicture {
  constructor({ messages, noteNames, notes, pitched, plan }) {
    this.messages = messages;
    this.noteNames = noteNames;
    this.notes = notes;
    this.pitched = pitched;
    this.plan = plan;
  }

  /**
   * @param {{verdicts: object[], track: [number, number][]}} result as in the protocol
   * @param {number} available width on the page, in pixels; a longer picture scrolls
   * @returns {HTMLElement}
   */
  draw({ verdicts, track }, available) {
    const midis = this.notes.map((note) => note.midi);
    const lowest = Math.min(...midis);
    const highest = Math.max(...midis);
    const heard = track.filter(([, midi]) => midi >= lowest - FAR && midi <= highest + FAR);
    this.low = Math.floor(Math.min(lowest - MARGIN, ...heard.map(([, midi]) => midi)));
    this.high = Math.ceil(Math.max(highest + MARGIN, ...heard.map(([, midi]) => midi)));
    const fitting = (available - LEFT - RIGHT - 48) / this.plan.lengthBeats;
    this.beatWidth = Math.max(NARROW_BEAT, Math.min(WIDE_BEAT, fitting));
    const width = LEFT + this.plan.lengthBeats * this.beatWidth + RIGHT;
    const height = TOP + (this.high - this.low + 1) * ROW + BOTTOM;

    const picture = svg(
      'svg',
      {
        class: 'pitch-picture',
        viewBox: `0 0 ${width} ${height}`,
        width,
        height,
        role: 'img',
        'aria-label': this.messages.text(this.pitched ? 'picture.label' : 'picture.rhythmLabel'),
      },
      this.#grid(width, height),
      this.#expected(),
      this.pitched ? this.#line(heard) : this.#strokes(verdicts),
      this.#marks(verdicts),
    );
    // The picture may be wider than the page: it scrolls in itself, by keyboard too.
    return html(
      'div',
      { class: 'pitch-picture__frame', tabindex: '0', role: 'group', 'aria-label': this.messages.text('picture.scroll') },
      picture,
    );
  }

  #x(beat) {
    return LEFT + beat * this.beatWidth;
  }

  #y(midi) {
    return TOP + (this.high - midi + 0.5) * ROW;
  }

  #grid(width, height) {
    const grid = svg('g', { class: 'pitch-picture__grid' });
    const named = new Set(this.notes.map((note) => note.midi));
    for (let midi = this.low; midi <= this.high; midi++) {
      const y = this.#y(midi);
      if (!named.has(midi)) continue;
      grid.append(
        svg('line', { x1: LEFT, x2: width - RIGHT, y1: y, y2: y }),
      );
      if (!this.pitched) continue;
      grid.append(svg('text', { x: LEFT - 8, y: y + 4, 'text-anchor': 'end', text: this.noteNames.ofMidi(midi) }));
    }
    const floor = height - BOTTOM;
    const firstBar = this.notes[0]?.bar ?? 1;
    for (let beat = 0; beat <= this.plan.lengthBeats; beat++) {
      const inBar = (beat + this.plan.upbeat) % this.plan.beatsPerBar;
      const bar = firstBar + Math.floor((beat + this.plan.upbeat) / this.plan.beatsPerBar);
      const x = this.#x(beat);
      grid.append(svg('line', { class: inBar === 0 ? 'is-bar' : 'is-beat', x1: x, x2: x, y1: TOP, y2: floor }));
      if (inBar === 0 && beat < this.plan.lengthBeats) {
        grid.append(svg('text', { x: x + 4, y: floor + 18, text: this.messages.text('picture.bar', bar) }));
      }
    }
    return grid;
  }

  #expected() {
    return svg(
      'g',
      { class: 'pitch-picture__expected' },
      ...this.notes.map((note) =>
        svg('rect', {
          x: this.#x(note.startBeat) + 1,
          y: this.#y(note.midi) - ROW / 2,
          width: note.beats * this.beatWidth - 2,
          height: ROW,
          rx: 5,
        }),
      ),
    );
  }

  #line(track) {
    const joined = JOIN_SECONDS * this.plan.sampleRate;
    let path = '';
    let before;
    for (const point of track) {
      const [at, midi] = point;
      const beat = this.plan.beatOfSound(at);
      if (beat < -0.5 || beat > this.plan.lengthBeats + 0.5 || this.plan.isTakenBack(at)) continue;
      const follows =
        before && at - before[0] <= joined && Math.abs(midi - before[1]) < 1.5 && beat >= this.plan.beatOfSound(before[0]);
      path += `${follows ? 'L' : 'M'}${this.#x(beat).toFixed(1)} ${this.#y(midi).toFixed(1)}`;
      before = point;
    }
    return svg('path', { class: 'pitch-picture__played', d: path });
  }

  #strokes(verdicts) {
    const y = this.#y(this.notes[0]?.midi ?? this.low);
    const path = verdicts
      .filter(({ at }) => at !== undefined)
      .map(({ at }) => `M${this.#x(this.plan.beatOfSound(at)).toFixed(1)} ${y - ROW}V${y + ROW}`)
      .join('');
    return svg('path', { class: 'pitch-picture__played', d: path });
  }

  #marks(verdicts) {
    return svg(
      'g',
      { class: 'pitch-picture__marks' },
      ...verdicts.map((verdict) => {
        const note = this.notes[verdict.note];
        const beat = note ? note.startBeat : this.plan.beatOfSound(verdict.at);
        const midi = note ? note.midi : Math.min(this.high, Math.max(this.low, verdict.heardMidi ?? this.low));
        const y = note ? this.#y(midi) - ROW / 2 - 5 : this.#y(midi) + 5;
        return svg('text', {
          class: `is-${verdict.verdict}`,
          x: this.#x(beat) + 3,
          y,
          text: symbolOf(verdict.verdict),
        });
      }),
    );
  }
}
