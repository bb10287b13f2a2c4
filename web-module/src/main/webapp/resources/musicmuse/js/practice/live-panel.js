import { html } from './dom.js';

const QUIETEST = -70;
/** Louder than this, in dBFS, a sound may be cut off. */
const TOO_LOUD = -3;
/** A pitch older than this is no longer shown, in milliseconds. */
const PITCH_FADES = 400;
/** Half the angle of the tuner's scale, in degrees. */
const HALF_ANGLE = 50;
const LEVEL_EVERY_MILLIS = 60;

/** What the player sees while playing: how loud, which pitch, which beat. */
export class LivePanel {
  #levelShownAt = 0;
  #pitchAt = 0;
  #beat;

  /** @param {HTMLElement} root holds elements with `data-live` */
  constructor(root, { messages, noteNames, beatsPerBar, pitched }) {
    this.messages = messages;
    this.noteNames = noteNames;
    this.pitched = pitched;
    const part = (name) => root.querySelector(`[data-live="${name}"]`);
    this.meter = part('level');
    this.levelBar = part('level-bar');
    this.levelText = part('level-text');
    this.noteName = part('note');
    this.centsText = part('cents');
    this.needle = part('needle');
    this.tuner = part('tuner');
    this.beats = part('beats');
    this.dots = Array.from({ length: beatsPerBar }, (_, index) =>
      html('li', { class: 'beat-dot', text: index + 1 }),
    );
    this.beats.replaceChildren(...this.dots);
    this.reset();
  }

  reset() {
    this.showBeat(undefined);
    this.#levelShownAt = 0;
    this.showLevel(QUIETEST);
    this.#pitchAt = 0;
    this.#hidePitch();
  }

  /** @param {number} level dBFS */
  showLevel(level) {
    const now = performance.now();
    if (now - this.#levelShownAt < LEVEL_EVERY_MILLIS && level < TOO_LOUD) return;
    this.#levelShownAt = now;
    const part = Math.max(0, Math.min(1, (level - QUIETEST) / -QUIETEST));
    this.levelBar.style.transform = `scaleX(${part.toFixed(3)})`;
    this.levelBar.classList.toggle('is-too-loud', level >= TOO_LOUD);
    const text =
      level >= TOO_LOUD
        ? this.messages.text('level.tooLoud')
        : level <= QUIETEST
          ? this.messages.text('level.silent')
          : this.messages.text('level.value', this.messages.number(level));
    this.levelText.textContent = text;
    this.meter.setAttribute('aria-valuenow', Math.round(Math.max(QUIETEST, Math.min(0, level))));
    this.meter.setAttribute('aria-valuetext', text);
  }

  /** @param {{midi?: number, cents?: number}} pitch as in the protocol */
  showPitch({ midi, cents }) {
    if (midi === undefined || midi === null) {
      if (performance.now() - this.#pitchAt > PITCH_FADES) this.#hidePitch();
      return;
    }
    this.#pitchAt = performance.now();
    this.noteName.textContent = this.noteNames.ofMidi(midi);
    const whole = Math.round(cents);
    const tendency = Math.abs(whole) <= 10 ? 'inTune' : whole > 0 ? 'sharp' : 'flat';
    this.centsText.textContent = this.messages.text(`pitch.${tendency}`, this.messages.signed(whole));
    this.tuner.dataset.tendency = tendency;
    this.needle.style.transform = `rotate(${((cents / 50) * HALF_ANGLE).toFixed(1)}deg)`;
  }

  /** Shows a key, or pad of a drum, that was pressed, and how hard, from 1 to 127. */
  showKey(key, velocity) {
    this.noteName.textContent = this.pitched ? this.noteNames.ofMidi(key) : '●';
    this.centsText.textContent = this.messages.text('pitch.key', velocity);
  }

  /** @param {number | undefined} beatInBar from 1 */
  showBeat(beatInBar) {
    if (beatInBar === this.#beat) return;
    this.#beat = beatInBar;
    this.dots.forEach((dot, index) => dot.classList.toggle('is-now', index + 1 === beatInBar));
  }

  #hidePitch() {
    this.noteName.textContent = '–';
    this.centsText.textContent = this.messages.text('pitch.none');
    this.tuner.dataset.tendency = 'none';
    this.needle.style.transform = 'rotate(0deg)';
  }
}
