import { deviceKey, keyboardKey } from './device-key.js';
import { html } from './dom.js';
import { namedMicrophones } from './microphone.js';

const LONGEST_LABEL = 200;

/** The room's settings of sound: microphone or keyboard and its measured delay, metronome and count-in. */
export class SoundSettings {
  #label = '';
  #key;

  /**
   * @param {HTMLElement} root holds elements with `data-setting`
   * @param {{messages: Messages, devices: object[], countInBars: number, metronome: boolean}} options
   *     devices: measured devices of the account
   */
  constructor(root, { messages, devices, countInBars, metronome }) {
    this.messages = messages;
    this.devices = devices;
    const part = (name) => root.querySelector(`[data-setting="${name}"]`);
    this.metronome = part('metronome');
    this.volume = part('volume');
    this.countIn = part('count-in');
    this.input = part('input');
    this.microphone = part('microphone');
    this.keyboards = part('keyboards');
    this.delay = part('delay');
    this.metronome.checked = metronome;
    this.countIn.value = String(countInBars);
    /** Called when metronome or volume change. */
    this.onMetronome = () => {};
    /** Called when another microphone is chosen, or a keyboard. */
    this.onInput = () => {};
    this.metronome.addEventListener('change', () => this.onMetronome());
    this.volume.addEventListener('input', () => this.onMetronome());
    this.input.addEventListener('change', () => this.onInput());
    this.microphone.addEventListener('change', () => this.onInput());
  }

  get countInBars() {
    return Number(this.countIn.value);
  }

  /** Loudness of the metronome from 0 to 1. */
  get metronomeVolume() {
    return Number(this.volume.value) / 100;
  }

  get metronomeAudible() {
    return this.metronome.checked;
  }

  /** Whether the metronome can be heard while the music goes on. */
  get metronomeSounds() {
    return this.metronomeAudible && this.metronomeVolume > 0;
  }

  /** While a take goes on, it stays what it is played on. */
  set locked(locked) {
    this.input.disabled = locked;
  }

  /** Whether keys are played, not a microphone. */
  get onKeys() {
    return this.input.value === 'midi';
  }

  /** The chosen microphone; undefined: the browser's default. */
  get deviceId() {
    return this.microphone.value || undefined;
  }

  /** The measured delay of the recognized microphone in milliseconds; undefined where it was never measured. */
  get latencyMillis() {
    return this.#measured?.latencyMillis;
  }

  /** Lists the microphones, as far as the browser names them, and tells what is known of the chosen one. */
  async refresh() {
    if (this.onKeys) {
      this.#key = undefined;
      this.keyboards.textContent = this.messages.text('keyboards.unknown');
      this.#showDelay();
      return;
    }
    const microphones = await namedMicrophones();
    const chosen = this.deviceId;
    this.microphone.replaceChildren(
      html('option', { value: '', text: this.messages.text('microphone.default') }),
      ...microphones.map((device) => html('option', { value: device.deviceId, text: device.label })),
    );
    this.microphone.value = microphones.some((device) => device.deviceId === chosen) ? chosen : '';
    const current = microphones.find((device) => device.deviceId === this.deviceId) ?? microphones[0];
    if (current) await this.recognize(current.label);
    else this.#showDelay();
  }

  /** Looks up the delay of the microphone or keyboard of that name. */
  async recognize(label) {
    this.#label = label;
    this.#key = await (this.onKeys ? keyboardKey(label) : deviceKey(label));
    if (this.onKeys) this.keyboards.textContent = label;
    this.#showDelay();
  }

  /** Takes a new measurement of the recognized microphone or keyboard; returns what the server is to keep. */
  measured({ latencyMillis, spreadMillis, clicks }) {
    const device = { key: this.#key, label: this.#label, latencyMillis, spreadMillis };
    this.devices = [device, ...this.devices.filter((other) => other.key !== this.#key)];
    this.#showDelay();
    // Names of keyboards are not kept: the policy names microphones only.
    const deviceLabel = this.onKeys ? 'MIDI' : this.#label.slice(0, LONGEST_LABEL);
    return { deviceLabel, deviceKey: this.#key, latencyMillis, spreadMillis, clicks };
  }

  get #measured() {
    return this.devices.find((device) => device.key === this.#key);
  }

  #showDelay() {
    const { messages } = this;
    const device = this.#measured;
    this.delay.dataset.measured = device !== undefined;
    this.delay.textContent = device
      ? messages.text('delay.measured', messages.number(device.latencyMillis), messages.number(device.spreadMillis))
      : messages.text('delay.unknown');
  }
}
