import { Metronome } from './metronome.js';
import { Microphone } from './microphone.js';
import { PracticeSocket } from './practice-socket.js';
import { encodeFrame, levelOf, TakeRecorder } from './take-recorder.js';

/** One take from opening the microphone to its result. */
export class Take {
  #microphone;
  #recorder;
  #socket;
  #metronome;
  #origin;
  #over = false;

  /**
   * @param {{context: AudioContext, deviceId?: string, plan: TakePlan, url: string, start: object, listener: object}}
   *     options start: fields of the protocol's `start` message; listener: as of {@link PracticeSocket}, and `onBegun()`,
   *     `onLevel(level)`, `onRecorded()` (all sound is there, the result is awaited), `onTrouble(reason)` with the last
   *     part of a key `practice.js.error.*`
   */
  constructor({ context, deviceId, plan, url, start, listener }) {
    this.context = context;
    this.deviceId = deviceId;
    this.plan = plan;
    this.listener = listener;
    this.#metronome = new Metronome(context);
    this.#socket = new PracticeSocket({ url, start, sampleRate: plan.sampleRate, listener: this.#guarded(listener) });
  }

  set metronomeVolume(volume) {
    this.#metronome.volume = volume;
  }

  set metronomeAudible(audible) {
    this.#metronome.audible = audible;
  }

  /** @throws {MicrophoneError} where the microphone cannot be used */
  async begin() {
    const microphone = await Microphone.open(this.context, this.deviceId);
    if (this.#over) {
      microphone.close();
      return;
    }
    this.#microphone = microphone;
    microphone.onBegun = (frame) => this.#begun(frame);
    microphone.onBlock = (frame, samples) => this.#recorded(frame, samples);
    microphone.onDead = () => this.#trouble('microphoneDead');
    microphone.onLost = () => this.#trouble('microphoneLost');
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
    if (!this.#recorder) {
      this.#socket.abandon();
      this.listener.onAbandoned();
      return;
    }
    this.#recorder.finish();
    this.#socket.stop(this.#recorder.length);
    this.listener.onRecorded();
  }

  #begun(frame) {
    const { sampleRate, endSample } = this.plan;
    this.#origin = frame / sampleRate;
    this.#recorder = new TakeRecorder({
      sampleRate,
      firstFrame: frame,
      limit: endSample,
      onFrame: (recorded) => {
        this.#socket.push(encodeFrame(recorded));
        this.listener.onLevel(levelOf(recorded.samples));
      },
    });
    this.#metronome.start(this.#origin, this.plan);
    this.#socket.open();
    this.listener.onBegun();
  }

  #recorded(frame, samples) {
    this.#recorder.add(frame, samples);
    if (this.#recorder.full) this.stop();
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
    this.#microphone?.close();
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
