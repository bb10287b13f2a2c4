import { bringIntoView, html, spoken } from './dom.js';
import { symbolOf, VERDICTS } from './verdicts.js';

/** In a line with notes closer to each other than this, in pixels, marks show their symbol only. */
const WORDS_NEED = 44;

/** Marks under the notes of a score, and the cursor that moves through it. */
export class ScoreMarks {
  #cursorSystem;

  /**
   * @param {ScoreView} score
   * @param {{marks: HTMLElement, cursor: HTMLElement, sheet: VerdictSheet, words: VerdictWords, notes: object[],
   *     beatOfSound: (sample: number) => number}} options marks: an empty list laid over the score
   */
  constructor(score, { marks, cursor, sheet, words, notes, beatOfSound }) {
    this.score = score;
    this.marks = marks;
    this.cursor = cursor;
    this.sheet = sheet;
    this.words = words;
    this.notes = notes;
    this.beatOfSound = beatOfSound;
    score.onDrawn = () => this.draw();
  }

  /** Draws all marks anew: after a verdict, and after the score was drawn at another width. */
  draw() {
    for (const { group } of this.score.notes) {
      group.classList.remove(...VERDICTS.map((verdict) => `is-${verdict}`));
    }
    const marks = [
      ...this.sheet.notes.map((verdict) => ({ verdict, place: this.score.notes[verdict.note] })),
      ...this.sheet.extras.map((verdict) => ({ verdict, place: this.score.at(this.beatOfSound(verdict.at)) })),
    ].filter(({ place }) => place);
    marks.sort((one, other) => one.place.system - other.place.system || one.place.x - other.place.x);
    for (const { verdict, place } of marks) place.group?.classList.add(`is-${verdict.verdict}`);

    const cramped = this.#crampedSystems();
    this.marks.replaceChildren(
      ...marks.map(({ verdict, place }) => {
        const mark = this.#mark(verdict, place);
        mark.classList.toggle('is-cramped', verdict.note >= 0 && cramped.has(place.system));
        return mark;
      }),
    );
  }

  /** Puts the cursor at a beat of the music, or hides it where that is not a number. */
  moveCursor(beat) {
    const place = Number.isFinite(beat) ? this.score.at(Math.max(0, beat)) : undefined;
    this.cursor.hidden = !place;
    if (!place) {
      this.#cursorSystem = undefined;
      return;
    }
    const system = this.score.systems[place.system];
    const top = system.top - 2 * system.unit;
    this.cursor.style.transform = `translate(${place.x.toFixed(1)}px, ${top.toFixed(1)}px)`;
    this.cursor.style.height = `${system.bottom - system.top + 4 * system.unit}px`;
    if (this.#cursorSystem !== place.system) bringIntoView(this.cursor, 'center');
    this.#cursorSystem = place.system;
  }

  /** The lines of music in which some notes are too close for words under them. */
  #crampedSystems() {
    const { notes } = this.score;
    const near = notes.filter((note, index) => {
      const next = notes[index + 1];
      return next?.system === note.system && next.x - note.x < WORDS_NEED;
    });
    return new Set(near.map((note) => note.system));
  }

  #mark(verdict, place) {
    const extra = verdict.note < 0;
    const system = this.score.systems[place.system];
    const mark = html(
      'li',
      { class: `score-mark is-${verdict.verdict}` },
      html('span', { class: 'score-mark__symbol', 'aria-hidden': 'true', text: symbolOf(verdict.verdict) }),
      html('span', { class: 'score-mark__word', 'aria-hidden': 'true', text: this.words.short(verdict) }),
      spoken(this.words.sentence(verdict, this.notes[verdict.note])),
    );
    mark.style.left = `${place.x}px`;
    mark.style.top = `${extra ? system.ceiling : system.lane}px`;
    return mark;
  }
}
