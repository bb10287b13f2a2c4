import { bringIntoView, html, svg } from './dom.js';
import { PitchPicture } from './pitch-picture.js';
import { symbolOf } from './verdicts.js';

const RING_RADIUS = 52;

/** Texts for what the protocol's `sound` names. */
const SOUND_TROUBLES = { clipped: 'soundClipped', noisy: 'soundNoisy', hum: 'soundHum' };

/** Shows the result of a take: score, figures, picture and a table of all notes. */
export class ResultPanel {
  /**
   * @param {HTMLElement} root takes the summary; empty and hidden while there is no result
   * @param {HTMLElement} details takes picture and table, likewise
   * @param {HTMLElement} announcer live region that says the summary
   * @param {{messages: Messages, noteNames: NoteNames, words: VerdictWords, notes: object[], pitched: boolean,
   *     historyUrl: string, onAgain: () => void}} options pitched: whether the notes have pitches
   */
  constructor(root, details, announcer, options) {
    this.root = root;
    this.details = details;
    this.announcer = announcer;
    Object.assign(this, options);
  }

  clear() {
    for (const part of [this.root, this.details]) {
      part.hidden = true;
      part.replaceChildren();
    }
    this.announcer.textContent = '';
  }

  /**
   * @param {object} result as in the protocol
   * @param {TakePlan} plan of the take
   */
  show(result, plan) {
    const { messages, noteNames, notes, pitched } = this;
    const heading = html('h2', { tabindex: '-1', id: 'result-heading', text: messages.text('result.heading') });
    const summary = messages.text('result.summary', result.right, result.expected);
    const advice = this.#advice(result);
    const picture = new PitchPicture({ messages, noteNames, notes, pitched, plan });
    this.root.replaceChildren(
      html(
        'div',
        { class: 'result__top' },
        this.#ring(result.score),
        html(
          'div',
          { class: 'result__words' },
          heading,
          html('p', { class: 'result__summary', text: summary }),
          this.#figures(result, plan),
          ...advice.map((text) => html('p', { class: 'result__note', text })),
          this.#actions(),
        ),
      ),
    );
    this.root.hidden = false;
    this.details.hidden = false;
    this.details.replaceChildren(
      html('h2', { text: messages.text('picture.heading') }),
      html('p', { class: 'result__note', text: messages.text(pitched ? 'picture.explained' : 'picture.rhythmExplained') }),
      picture.draw(result, this.details.clientWidth),
      html('h2', { text: messages.text('result.notes') }),
      this.#table(result.verdicts),
    );
    const score = messages.text('result.score', messages.number(result.score));
    this.announcer.textContent = [score, summary, ...advice].join(' ');
    heading.focus({ preventScroll: true });
    bringIntoView(this.root, 'start');
  }

  #ring(score) {
    const around = 2 * Math.PI * RING_RADIUS;
    const circle = (name, dash) =>
      svg('circle', { class: name, cx: 60, cy: 60, r: RING_RADIUS, 'stroke-dasharray': dash });
    const points = this.messages.number(score);
    return html(
      'div',
      { class: 'result__ring' },
      svg(
        'svg',
        { viewBox: '0 0 120 120', role: 'img', 'aria-label': this.messages.text('result.score', points) },
        circle('result__ring-track'),
        circle('result__ring-value', `${(around * score) / 100} ${around}`),
        svg('text', { x: 60, y: 66, 'text-anchor': 'middle', class: 'result__ring-number', text: points }),
        svg('text', { x: 60, y: 84, 'text-anchor': 'middle', text: this.messages.text('result.of') }),
      ),
    );
  }

  #figures(result, plan) {
    const { messages } = this;
    const figures = [
      ['accuracy', messages.text('result.percent', messages.number(result.accuracyPercent))],
      ['played', messages.text('result.playedOf', result.notesPlayed, result.expected)],
      ['duration', messages.duration(result.durationMillis)],
    ];
    if (plan.ownTempo) figures.push(['tempo', messages.text('choice.tempo', messages.number(plan.tempo * result.speed))]);
    if (isThere(result.medianTimingMillis)) {
      figures.push(['timing', this.#tendency(result.medianTimingMillis, 'early', 'onTheBeat', 'late')]);
    }
    if (isThere(result.medianCents)) {
      figures.push(['tuning', this.#tendency(result.medianCents, 'flat', 'inTune', 'sharp')]);
    }
    return html(
      'dl',
      { class: 'result__figures' },
      ...figures.map(([name, value]) =>
        html(
          'div',
          { 'data-figure': name },
          html('dt', { text: messages.text(`result.${name}`) }),
          html('dd', { text: value }),
        ),
      ),
    );
  }

  /** A median in words: its size and to which side it leans. */
  #tendency(median, below, none, above) {
    const whole = Math.round(median);
    const side = whole < 0 ? below : whole > 0 ? above : none;
    return this.messages.text(`result.${side}`, this.messages.number(Math.abs(whole)));
  }

  /** What to mend before the next take, once, and not as a mistake at each note. */
  #advice({ sound = [], tuningCents, transposedSemitones, changes = 0, calibrated }) {
    const { messages } = this;
    const toSide = (value, below, above) =>
      messages.text(`result.${value < 0 ? below : above}`, messages.number(Math.abs(value)));
    return [
      ...sound.map((trouble) => messages.text(`result.${SOUND_TROUBLES[trouble]}`)),
      ...(isThere(transposedSemitones) ? [toSide(transposedSemitones, 'transposedLower', 'transposedHigher')] : []),
      ...(isThere(tuningCents) ? [toSide(tuningCents, 'tuneUp', 'tuneDown')] : []),
      ...(changes > 0 ? [messages.text('result.changes', changes)] : []),
      ...(calibrated ? [] : [messages.text('result.uncalibrated')]),
    ];
  }

  #actions() {
    const again = html('button', { type: 'button', class: 'room-button is-main', text: this.messages.text('result.again') });
    again.addEventListener('click', () => this.onAgain());
    return html(
      'p',
      { class: 'result__actions' },
      again,
      html('a', { class: 'room-button', href: this.historyUrl, text: this.messages.text('result.history') }),
    );
  }

  #table(verdicts) {
    const { messages } = this;
    const columns = this.pitched
      ? ['number', 'bar', 'note', 'verdict', 'timing', 'cents', 'heard']
      : ['number', 'bar', 'verdict', 'timing'];
    return html(
      'div',
      { class: 'result__table', tabindex: '0', role: 'group', 'aria-label': messages.text('result.notes') },
      html(
        'table',
        {},
        html(
          'thead',
          {},
          html('tr', {}, ...columns.map((name) => html('th', { scope: 'col', text: messages.text(`table.${name}`) }))),
        ),
        html('tbody', {}, ...verdicts.map((verdict) => this.#row(verdict, columns))),
      ),
    );
  }

  #row(verdict, columns) {
    const { messages, noteNames } = this;
    const note = this.notes[verdict.note];
    const texts = {
      number: note ? note.index + 1 : '',
      bar: note ? note.bar : '',
      note: note ? noteNames.ofExpected(note) : messages.text('table.noNote'),
      timing: isThere(verdict.timingMillis) ? messages.signed(verdict.timingMillis) : '',
      cents: isThere(verdict.cents) ? messages.signed(verdict.cents) : '',
      heard: isThere(verdict.heardMidi) ? noteNames.ofMidi(verdict.heardMidi) : '',
    };
    return html(
      'tr',
      {},
      ...columns.map((column) =>
        column === 'verdict'
          ? html(
              'td',
              { class: `result__verdict is-${verdict.verdict}` },
              html('span', { 'aria-hidden': 'true', text: symbolOf(verdict.verdict) }),
              ` ${this.words.told(verdict)}`,
            )
          : html('td', { text: texts[column] }),
      ),
    );
  }
}

function isThere(value) {
  return value !== undefined && value !== null;
}
