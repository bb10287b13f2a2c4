import { Microphone } from './microphone.js';
import { encodeFrame, levelOf, TakeRecorder } from './take-recorder.js';

/** What a take by microphone is made of. */
export class MicrophoneSource {
  #context;
  #deviceId;
  #plan;
  #microphone;
  #recorder;
  #closed = false;

  /** @param {{context: AudioContext, deviceId?: string, plan: TakePlan}} options */
  constructor({ context, deviceId, plan }) {
    this.#context = context;
    this.#deviceId = deviceId;
    this.#plan = plan;
    /** Called once with the time of sample 0 on the audio clock, in seconds. */
    this.onBegun = () => {};
    /** Called with each frame as the protocol wants it, and by how many samples the take goes on with it. */
    this.onFrame = () => {};
    /** Called with the level of each frame, in dBFS. */
    this.onLevel = () => {};
    /** Called when the take has its full length. */
    this.onFull = () => {};
    /** Called where it cannot go on, with the last part of a key `practice.js.error.*`. */
    this.onTrouble = () => {};
  }

  /** @throws {MicrophoneError} where the microphone cannot be used */
  async open() {
    const microphone = await Microphone.open(this.#context, this.#deviceId);
    if (this.#closed) {
      microphone.close();
      return;
    }
    this.#microphone = microphone;
    microphone.onBegun = (frame) => this.#begin(frame);
    microphone.onBlock = (frame, samples) => this.#recorded(frame, samples);
    microphone.onDead = () => this.onTrouble('microphoneDead');
    microphone.onLost = () => this.onTrouble('microphoneLost');
  }

  /** Whether the take has a first sample. */
  get begun() {
    return this.#recorder !== undefined;
  }

  /** Ends the take; gives its length in samples. */
  finish() {
    this.#recorder.finish();
    return this.#recorder.length;
  }

  close() {
    this.#closed = true;
    this.#microphone?.close();
  }

  #begin(frame) {
    const { sampleRate } = this.#plan;
    this.#recorder = new TakeRecorder({
      sampleRate,
      firstFrame: frame,
      limit: this.#plan.endSample,
      onFrame: (recorded) => {
        this.onFrame(encodeFrame(recorded), recorded.samples.length);
        this.onLevel(levelOf(recorded.samples));
      },
    });
    this.onBegun(frame / sampleRate);
  }

  #recorded(frame, samples) {
    this.#recorder.limit = this.#plan.endSample; // a player who starts again needs longer
    this.#recorder.add(frame, samples);
    if (this.#recorder.full) this.onFull();
  }
}
