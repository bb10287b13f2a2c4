import { Metronome } from './metronome.js';
import { PracticeSocket } from './practice-socket.js';

/** One take from opening its source to its result. */
export class Take {
  #source;
  #socket;
  #metronome;
  #origin;
  #over = false;

  /**
   * @param {{context: AudioContext, source: MicrophoneSource | KeyboardSource, plan: TakePlan, url: string,
   *     start: object, listener: object}} options
   *     start: fields of the protocol's `start` message; listener: as of {@link PracticeSocket}, and `onBegun()`,
   *     `onLevel(level)`, `onKey(key, velocity)`, `onRecorded()` (all is there, the result is awaited),
   *     `onTrouble(reason)` with the last part of a key `practice.js.error.*`
   */
  constructor({ context, source, plan, url, start, listener }) {
    this.context = context;
    this.plan = plan;
    this.listener = listener;
    this.#source = source;
    this.#metronome = new Metronome(context);
    this.#socket = new PracticeSocket({ url, start, sampleRate: plan.sampleRate, listener: this.#guarded(listener) });
    source.onBegun = (origin) => this.#begun(origin);
    source.onFrame = (frame, samples) => this.#socket.push(frame, samples);
    source.onLevel = (level) => listener.onLevel(level);
    source.onKey = (key, velocity) => listener.onKey(key, velocity);
    source.onFull = () => this.stop();
    source.onTrouble = (reason) => this.#trouble(reason);
  }

  set metronomeVolume(volume) {
    this.#metronome.volume = volume;
  }

  set metronomeAudible(audible) {
    this.#metronome.audible = audible;
  }

  /** @throws {MicrophoneError | KeyboardError} where the source cannot be used */
  async begin() {
    await this.#source.open();
    if (this.#over) {
      this.#source.close();
      return;
    }
    this.context.onstatechange = () => this.context.state !== 'running' && this.#trouble('audioInterrupted');
  }

  /** The sample index that sounds from the speaker now; undefined before sample 0. */
  get soundingSample() {
    if (this.#origin === undefined) return undefined;
    const delay = this.context.outputLatency || this.context.baseLatency || 0;
    return (this.context.currentTime - delay - this.#origin) * this.plan.sampleRate;
  }

  /** Ends the recording; the server judges what it has heard. */
  stop() {
    if (this.#over) return;
    this.#release();
    if (!this.#source.begun) {
      this.#socket.abandon();
      this.listener.onAbandoned();
      return;
    }
    this.#socket.stop(this.#source.finish());
    this.listener.onRecorded();
  }

  #begun(origin) {
    if (this.#over) return;
    this.#origin = origin;
    this.#metronome.start(origin, this.plan);
    this.#socket.open();
    this.listener.onBegun();
  }

  #trouble(reason) {
    if (this.#over) return;
    this.listener.onTrouble(reason);
    this.stop();
  }

  #release() {
    this.#over = true;
    this.context.onstatechange = null;
    this.#metronome.stop();
    this.#source.close();
  }

  /** The take is over where the socket failed or the result came early. */
  #guarded(listener) {
    return {
      onLost: () => listener.onLost(),
      onBack: () => listener.onBack(),
      onRestarted: () => listener.onRestarted(),
      onMessage: (message) => {
        if (message.type === 'result') this.#release();
        listener.onMessage(message);
      },
      onFailed: (reason, errorId) => {
        this.#release();
        listener.onFailed(reason, errorId);
      },
    };
  }
}
