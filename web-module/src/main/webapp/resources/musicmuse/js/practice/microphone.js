import { FRAME_SECONDS } from './take-recorder.js';

const RATES = [44100, 48000];

/** Sound as it is: anything that "improves" speech destroys music. */
const CONSTRAINTS = { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 1 };

/** Why the microphone cannot be used; `reason` is the last part of the message key `practice.js.error.*`. */
export class MicrophoneError extends Error {
  constructor(reason, cause) {
    super(`microphone: ${reason}`, { cause });
    this.reason = reason;
  }
}

const REASONS = {
  NotAllowedError: 'microphoneDenied',
  SecurityError: 'microphoneDenied',
  NotFoundError: 'microphoneMissing',
  OverconstrainedError: 'microphoneMissing',
  NotReadableError: 'microphoneBusy',
  AbortError: 'microphoneBusy',
  // Firefox, where microphone and audio context run at different sample rates.
  NotSupportedError: 'microphoneRate',
};

/** What this browser lacks to practise in it: last part of a message key, or undefined if nothing is missing. */
export function missingSupport(window) {
  if (!window.isSecureContext) return 'insecure';
  const complete =
    window.navigator.mediaDevices?.getUserMedia && window.AudioContext && window.AudioWorkletNode && window.WebSocket;
  return complete ? undefined : 'unsupported';
}

/**
 * The audio context for recording and metronome: at the device's own rate where the protocol knows it, else 48 kHz.
 * Must be called from a click or key press, else browsers do not let it sound.
 */
export async function openAudioContext() {
  let context = new AudioContext({ latencyHint: 'interactive' });
  if (!RATES.includes(context.sampleRate)) {
    await context.close();
    context = new AudioContext({ latencyHint: 'interactive', sampleRate: 48000 });
  }
  try {
    await context.audioWorklet.addModule(new URL('./capture-worklet.js', import.meta.url));
  } catch (failure) {
    await context.close();
    throw failure;
  }
  return context;
}

/** One opened microphone. Opening it again gives a new object and a new first sample. */
export class Microphone {
  #stream;
  #nodes;

  /**
   * @param {AudioContext} context running
   * @param {string} [deviceId] the learner's choice; absent: the browser's default
   * @throws {MicrophoneError} where it is not allowed, missing, used by another program or of an unusable sample rate
   */
  static async open(context, deviceId) {
    const audio = deviceId ? { ...CONSTRAINTS, deviceId: { exact: deviceId } } : CONSTRAINTS;
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio });
      return new Microphone(context, stream);
    } catch (failure) {
      stream?.getTracks().forEach((track) => track.stop());
      throw new MicrophoneError(REASONS[failure.name] ?? 'microphoneBusy', failure);
    }
  }

  constructor(context, stream) {
    this.#stream = stream;
    const source = context.createMediaStreamSource(stream);
    const worklet = new AudioWorkletNode(context, 'musicmuse-capture', {
      numberOfInputs: 1,
      numberOfOutputs: 1,
      channelCount: 1,
      channelCountMode: 'explicit',
      processorOptions: { blockLength: Math.round(context.sampleRate * FRAME_SECONDS) },
    });
    // A node that leads nowhere is not run; its output is silence.
    source.connect(worklet).connect(context.destination);
    this.#nodes = [source, worklet];

    /** Called once with the audio clock's number of the first sample. */
    this.onBegun = () => {};
    /** Called with the audio clock's number of the block's first sample, and the block. */
    this.onBlock = () => {};
    /** Called where nothing but exact zeros came for three seconds. */
    this.onDead = () => {};
    /** Called where the device was unplugged or its permission taken away. */
    this.onLost = () => {};
    worklet.port.onmessage = ({ data }) => {
      if (data.type === 'block') this.onBlock(data.frame, data.samples);
      else if (data.type === 'begun') this.onBegun(data.frame);
      else this.onDead();
    };
    this.track.onended = () => this.onLost();
  }

  get track() {
    return this.#stream.getAudioTracks()[0];
  }

  get label() {
    return this.track.label;
  }

  get deviceId() {
    return this.track.getSettings().deviceId;
  }

  close() {
    this.track.onended = null;
    this.#stream.getTracks().forEach((track) => track.stop());
    this.#nodes[1].port.postMessage('end');
    this.#nodes[1].port.onmessage = null;
    this.#nodes.forEach((node) => node.disconnect());
  }
}

/** The microphones with a name; empty until the learner has allowed one. */
export async function namedMicrophones() {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter((device) => device.kind === 'audioinput' && device.label);
}
