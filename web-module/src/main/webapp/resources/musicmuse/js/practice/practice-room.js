import { KeyboardSource } from './keyboard-source.js';
import { Microphone, missingSupport, openAudioContext } from './microphone.js';
import { MicrophoneSource } from './microphone-source.js';
import { isPress } from './midi-messages.js';
import { MidiKeyboard } from './midi-keyboard.js';
import { Take } from './take.js';
import { TakePlan } from './take-plan.js';
import { levelOf } from './take-recorder.js';

/** What the room is doing; shown as `data-state` of its element and as a word on the page. */
const State = {
  READY: 'ready',
  CHECKING: 'checking',
  OPENING: 'opening',
  PLAYING: 'playing',
  JUDGING: 'judging',
  DONE: 'done',
};

/** Start and Stop stand in the same place: so soon, in milliseconds, a click on the other is a double click's second. */
const DOUBLE_CLICK_MILLIS = 500;

/** Runs the Practice Room: check of the microphone or keyboard, takes, and what is shown while they go on. */
export class PracticeRoom {
  #state = State.READY;
  #context;
  #contextOpening;
  #suspending;
  #attempt;
  #check;
  #take;
  #plan;
  #changedPlacesAt = -Infinity;

  /**
   * @param {HTMLElement} root
   * @param {object} parts data (the room's data from the server), messages, settings, live, sheet, marks, result,
   *     alerts, and the elements status, count, startButton, stopButton, checkButton
   */
  constructor(root, parts) {
    this.root = root;
    Object.assign(this, parts);
    this.startButton.addEventListener('click', (event) => this.#isMeant(event) && this.start());
    this.stopButton.addEventListener('click', (event) => this.#isMeant(event) && this.stop());
    this.checkButton.addEventListener('click', () => this.#toggleCheck());
    this.settings.onMetronome = () => this.#applyMetronome();
    this.settings.onInput = () => this.#changeInput();
    document.addEventListener('keydown', (event) => this.#key(event));
    document.addEventListener('visibilitychange', () => this.#visibilityChanged());
    this.#showInput(); // a browser that goes back keeps what was chosen
    this.#become(State.READY);
  }

  /** Where a browser lacks what the room needs, says so; nothing can be started then. */
  checkSupport() {
    const missing = missingSupport(window);
    if (!missing) return true;
    this.alerts.show('error', `error.${missing}`);
    this.startButton.disabled = true;
    this.checkButton.disabled = true;
    return false;
  }

  /** The audio context, running. Must begin with a click or key press. */
  async openContext() {
    this.#contextOpening ??= openAudioContext();
    try {
      this.#context = await this.#contextOpening;
    } catch (failure) {
      this.#contextOpening = undefined;
      throw failure;
    }
    // A context that is about to be suspended still calls itself running.
    await this.#suspending;
    await this.#context.resume();
    return this.#context;
  }

  /** The beat in which a sound of this take, or of the last one, was meant. */
  beatOfSound(sample) {
    return this.#plan?.beatOfSound(sample);
  }

  async start() {
    if (this.#busy) return;
    this.alerts.clear();
    this.result.clear();
    this.#plan = undefined;
    this.#clearVerdicts();
    this.live.reset();
    this.#become(State.OPENING);
    this.stopButton.focus({ preventScroll: true });
    const attempt = {};
    this.#attempt = attempt;
    const cancelled = () => this.#attempt !== attempt;
    try {
      const context = await this.openContext();
      if (cancelled()) return;
      await this.#recognizeInput(context);
      if (cancelled()) return;
      await this.#begin(context);
    } catch (failure) {
      if (cancelled()) return;
      this.#end(State.READY);
      this.#report(failure);
    }
  }

  /** Ends the take, or the opening of its source before it. */
  stop() {
    if (this.#take) this.#take.stop();
    else if (this.#state === State.OPENING) this.#end(State.READY);
  }

  /** Closes what the check has opened. */
  endCheck() {
    this.#check?.close();
    this.#check = undefined;
    if (this.#state === State.CHECKING) {
      this.live.reset();
      this.#become(State.READY);
    }
  }

  get #busy() {
    return [State.OPENING, State.PLAYING, State.JUDGING].includes(this.#state);
  }

  /**
   * The delay belongs to the microphone or keyboard, whose name is known once it is open. The take opens it once more, so
   * that its first sample is the first of a fresh microphone.
   */
  async #recognizeInput(context) {
    const check = this.#check;
    this.#check = undefined;
    const opened = check ?? (await this.#open(context));
    const { label } = opened;
    opened.close();
    await this.settings.refresh();
    await this.settings.recognize(label);
  }

  #open(context) {
    return this.settings.onKeys ? MidiKeyboard.open() : Microphone.open(context, this.settings.deviceId);
  }

  async #begin(context) {
    const { data, settings } = this;
    const { latencyMillis, countInBars } = settings;
    this.#plan = new TakePlan({
      sampleRate: context.sampleRate,
      tempo: data.choice.tempo,
      beatsPerBar: data.beatsPerBar,
      notes: data.notes,
      lengthBeats: data.lengthBeats,
      countInBars,
      latencyMillis,
      ownTempo: data.choice.pace === 'own',
    });
    const { exercise, instrument, key, octave, tempo, pace, strictness, a4 } = data.choice;
    const take = new Take({
      context,
      source: settings.onKeys
        ? new KeyboardSource({ context, plan: this.#plan })
        : new MicrophoneSource({ context, deviceId: settings.deviceId, plan: this.#plan }),
      plan: this.#plan,
      url: new URL(data.socket, location.href.replace(/^http/, 'ws')).href,
      start: {
        input: settings.onKeys ? 'midi' : undefined,
        exercise,
        instrument,
        key: key || undefined,
        octave,
        tempo,
        pace,
        strictness,
        a4,
        sampleRate: this.#plan.sampleRate,
        musicStart: this.#plan.musicStart,
        latencyMillis,
        metronome: settings.onKeys || this.#plan.ownTempo ? undefined : settings.metronomeSounds,
      },
      listener: this.#listener(),
    });
    this.#take = take;
    this.#applyMetronome();
    await take.begin();
  }

  #listener() {
    return {
      onBegun: () => {
        this.#become(State.PLAYING);
        this.#animate(this.#take);
      },
      onLevel: (level) => this.live.showLevel(level),
      onKey: (key, velocity) => this.live.showKey(key, velocity),
      onMessage: (message) => this.#received(message),
      onRecorded: () => this.#become(State.JUDGING),
      onAbandoned: () => this.#end(State.READY),
      onLost: () => this.alerts.show('notice', 'connection.lost'),
      onBack: () => this.alerts.clearIf('connection.lost'),
      onRestarted: () => this.#clearVerdicts(),
      onTrouble: (reason) => this.alerts.show('error', `error.${reason}`),
      onFailed: (reason, errorId) => {
        this.alerts.show('error', `closed.${reason}`, errorId);
        this.#end(State.READY);
      },
    };
  }

  #received(message) {
    switch (message.type) {
      case 'pitch':
        this.live.showPitch(message);
        break;
      case 'verdict':
        this.sheet.add(message);
        this.marks.draw();
        this.#plan.judged(message);
        break;
      case 'place':
        this.#plan.follow(message);
        if (message.again !== undefined) {
          this.sheet.clearFrom(message.again);
          this.marks.draw();
        }
        break;
      case 'retract':
        this.sheet.retract(message.id);
        this.marks.draw();
        break;
      case 'result':
        this.#showResult(message);
        break;
      default: // a newer server may say more than this page understands
    }
  }

  #showResult(result) {
    const { onKeys } = this.settings;
    this.sheet.clear();
    result.verdicts.forEach((verdict) => this.sheet.add(verdict));
    this.marks.draw();
    this.#end(State.DONE);
    // How a key is tuned nobody at the keys decides.
    this.result.show(onKeys ? { ...result, medianCents: undefined } : result, this.#plan);
  }

  #end(state) {
    this.#attempt = undefined;
    this.#take = undefined;
    this.endCheck();
    this.#become(state);
    this.live.reset();
    this.#suspending = this.#context?.suspend();
    if (state === State.READY) this.startButton.focus();
  }

  #clearVerdicts() {
    this.#plan?.forgetPlaces();
    this.sheet.clear();
    this.marks.draw();
  }

  #animate(take) {
    const step = () => {
      if (this.#take !== take || this.#state !== State.PLAYING) {
        this.marks.moveCursor(undefined);
        this.count.textContent = '';
        return;
      }
      this.#showTime(take.soundingSample);
      requestAnimationFrame(step);
    };
    step();
  }

  #showTime(sample) {
    const plan = this.#plan;
    const beat = plan.cursorBeat(sample);
    const beatInBar = plan.beatInBar(beat);
    const over = beat >= plan.lengthBeats;
    this.live.showBeat(over ? undefined : beatInBar);
    this.count.textContent = beat < 0 && beatInBar !== undefined ? beatInBar : '';
    this.marks.moveCursor(over ? undefined : beat);
    this.#say(sample < 0 ? this.messages.text('status.getReady') : this.#timeInWords(beat, beatInBar, over));
  }

  #timeInWords(beat, beatInBar, over) {
    const { messages, data } = this;
    if (over) return messages.text('status.lastSound');
    if (this.#plan.ownTempo && !this.#plan.places.known) return messages.text('status.begin');
    if (beatInBar === undefined) return messages.text('status.getReady');
    if (beat < 0) return messages.text('status.countIn');
    const first = data.notes[0]?.bar ?? 1;
    const bar = first + Math.floor((beat + this.#plan.upbeat) / data.beatsPerBar);
    const last = data.notes[data.notes.length - 1]?.bar ?? bar;
    return messages.text('status.bar', Math.min(bar, last), last);
  }

  async #toggleCheck() {
    if (this.#check) {
      this.endCheck();
      return;
    }
    this.alerts.clear();
    try {
      const context = await this.openContext();
      const { onKeys } = this.settings;
      const check = await this.#open(context);
      if (this.#busy || this.#check || this.settings.onKeys !== onKeys) {
        check.close(); // Start, a second press or another choice came before the permission
        return;
      }
      this.#check = check;
      check.onBlock = (frame, samples) => this.live.showLevel(levelOf(samples));
      check.onMessage = (message) => isPress(message) && this.live.showKey(message[1], message[2]);
      check.onDead = () => this.alerts.show('error', 'error.microphoneDead');
      check.onLost = () => {
        this.endCheck();
        this.alerts.show('error', onKeys ? 'error.midiLost' : 'error.microphoneLost');
      };
      this.#become(State.CHECKING);
      await this.settings.refresh();
      await this.settings.recognize(this.#check.label);
    } catch (failure) {
      this.#report(failure);
    }
  }

  /** Tells what failed; what nobody foresaw goes to the browser's console too. */
  #report(failure) {
    this.alerts.show('error', `error.${failure.reason ?? 'unexpected'}`);
    if (!failure.reason) throw failure;
  }

  async #changeInput() {
    this.endCheck();
    this.#showInput();
    await this.settings.refresh();
  }

  /** Parts of the page are for the microphone only, others for keys. */
  #showInput() {
    this.root.dataset.input = this.settings.onKeys ? 'midi' : 'microphone';
  }

  #applyMetronome() {
    if (!this.#take) return;
    this.#take.metronomeVolume = this.settings.metronomeVolume;
    this.#take.metronomeAudible = this.settings.metronomeAudible;
  }

  #key(event) {
    const typing = event.target.closest?.('input, select, textarea, dialog[open]');
    const stops = event.key === 'Escape' || (event.key.toLowerCase() === 's' && !event.ctrlKey && !event.metaKey);
    if (stops && !typing) this.stop();
    const starts = event.key === ' ' || event.key === 'Enter';
    if (starts && !event.target.closest?.('a, button, input, select, textarea, dialog[open]')) {
      event.preventDefault(); // Space would scroll the page
      if (!this.startButton.disabled) this.start();
    }
  }

  #visibilityChanged() {
    if (document.hidden && this.#state === State.PLAYING) this.alerts.show('notice', 'error.pageHidden');
  }

  #isMeant(click) {
    return click.timeStamp - this.#changedPlacesAt >= DOUBLE_CLICK_MILLIS;
  }

  #become(state) {
    const wasBusy = this.#busy;
    this.#state = state;
    if (this.#busy !== wasBusy) this.#changedPlacesAt = performance.now();
    this.settings.locked = this.#busy;
    this.root.dataset.state = state;
    this.startButton.hidden = this.#busy;
    this.stopButton.hidden = !this.#busy;
    this.stopButton.disabled = state === State.JUDGING;
    this.checkButton.hidden = this.#busy;
    this.checkButton.setAttribute('aria-pressed', String(state === State.CHECKING));
    if (state !== State.PLAYING) this.#say(this.messages.text(this.#words(state)));
  }

  #words(state) {
    if (this.settings.onKeys && state === State.CHECKING) return 'status.checkingKeys';
    if (this.settings.onKeys && state === State.OPENING) return 'status.openingKeys';
    return `status.${state}`;
  }

  #say(text) {
    if (this.status.textContent !== text) this.status.textContent = text;
  }
}
