import { CLICK_COUNT } from './click-delay.js';

/** The dialog in which the delay of loudspeaker and microphone is measured. */
export class CalibrationDialog {
  #abort;
  #measured;

  /**
   * @param {HTMLDialogElement} dialog holds elements with `data-calibration`
   * @param {{messages: Messages, openContext: () => Promise<AudioContext>, measure: (options: object) => Promise<object>,
   *     onMeasured: (delay: object) => Promise<void>}} options
   *     measure: as {@link calibrate}; delay: label of the microphone or keyboard, latencyMillis, spreadMillis, number of
   *     clicks heard
   */
  constructor(dialog, { messages, openContext, measure, onMeasured }) {
    this.dialog = dialog;
    this.messages = messages;
    this.openContext = openContext;
    this.measure = measure;
    this.onMeasured = onMeasured;
    const part = (name) => dialog.querySelector(`[data-calibration="${name}"]`);
    this.measureButton = part('measure');
    this.useButton = part('use');
    this.outcome = part('outcome');
    this.progress = part('progress');
    this.measureButton.addEventListener('click', () => this.#measure());
    this.useButton.addEventListener('click', () => this.#keep());
    part('close').addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => this.#abort?.abort());
  }

  /** @param {string} input `microphone` or `midi`: what is measured */
  open(input) {
    for (const explained of this.dialog.querySelectorAll('[data-calibration-input]')) {
      explained.hidden = explained.dataset.calibrationInput !== input;
    }
    this.outcome.textContent = '';
    this.outcome.dataset.kind = '';
    this.useButton.hidden = true;
    this.#progress(0);
    this.#ready('measure');
    this.dialog.showModal();
  }

  async #measure() {
    this.#abort = new AbortController();
    this.measureButton.disabled = true;
    this.useButton.hidden = true;
    this.#say('', 'calibration.listening');
    this.#progress(0);
    try {
      const context = await this.openContext();
      const found = await this.measure({
        context,
        signal: this.#abort.signal,
        onLevel: () => {},
        onClick: (number) => this.#progress(number),
      });
      await this.#judge(found);
    } catch (failure) {
      if (failure.reason !== 'cancelled') this.#say('bad', `error.${failure.reason ?? 'unexpected'}`);
      if (!failure.reason) throw failure;
    } finally {
      this.#ready('again');
    }
  }

  async #judge(found) {
    if (found.problem) {
      this.#say('bad', `calibration.${found.problem}`, CLICK_COUNT);
      return;
    }
    this.#measured = {
      label: found.label,
      latencyMillis: Math.round(found.delayMillis * 10) / 10,
      spreadMillis: Math.round(found.spreadMillis * 10) / 10,
      clicks: found.heard,
    };
    if (found.confidence === 'sure') {
      await this.#keep();
    } else if (found.confidence === 'unsure') {
      this.#sayMeasured('unsure', 'calibration.unsure');
      this.useButton.hidden = false;
    } else {
      this.#sayMeasured('bad', 'calibration.lowConfidence');
    }
  }

  async #keep() {
    this.useButton.hidden = true;
    try {
      await this.onMeasured(this.#measured);
      this.#sayMeasured('good', 'calibration.kept');
    } catch {
      this.#sayMeasured('bad', 'calibration.notKept');
    }
  }

  #sayMeasured(kind, key) {
    const { latencyMillis, spreadMillis, clicks } = this.#measured;
    this.#say(kind, key, this.messages.number(latencyMillis), this.messages.number(spreadMillis), clicks);
  }

  #say(kind, key, ...values) {
    this.outcome.dataset.kind = kind;
    this.outcome.textContent = this.messages.text(key, ...values);
  }

  #progress(clicks) {
    this.progress.value = clicks;
    this.progress.max = CLICK_COUNT;
  }

  #ready(key) {
    this.measureButton.disabled = false;
    this.measureButton.textContent = this.messages.text(`calibration.${key}`);
  }
}
