/** A browser's sound, as far as the room asks for it: a microphone and audio contexts that change state when told. */
export class FakeAudio {
  /** Opened microphones, in order. */
  tracks = [];
  contexts = [];
  /** What hears the microphones, in order. */
  worklets = [];
  /** Answers whoever asks for the microphone; a test may replace it to refuse or to wait. */
  permission = async () => {};
  /** Loads the worklet; a test may replace it to fail. */
  loadModule = async () => {};
  /** Makes a source of a microphone; a test may replace it to fail. */
  createSource = () => new FakeNode();

  /** Keyboards that are connected by MIDI. */
  keyboards = new FakeMidi();

  /** Puts the fake in the place of the browser's own. */
  install() {
    const audio = this;
    class AudioContext {
      state = 'suspended';
      sampleRate = 48000;
      currentTime = 0;
      destination = {};
      audioWorklet = { addModule: () => audio.loadModule() };

      constructor() {
        audio.contexts.push(this);
      }

      createMediaStreamSource() {
        return audio.createSource();
      }

      createBuffer(channels, length) {
        return { getChannelData: () => new Float32Array(length) };
      }

      createBufferSource() {
        return Object.assign(new FakeNode(), { start() {}, stop() {} });
      }

      createGain() {
        return Object.assign(new FakeNode(), { gain: { value: 1 } });
      }

      async resume() {
        this.state = 'running';
      }

      /** As in browsers: the state changes later, when the audio thread has heard of it. */
      async suspend() {
        await later();
        this.state = 'suspended';
      }

      async close() {
        this.state = 'closed';
      }
    }
    const getUserMedia = async () => {
      await this.permission();
      const track = { label: 'Built-in', stopped: false, stop: () => (track.stopped = true) };
      this.tracks.push(track);
      return { getTracks: () => [track], getAudioTracks: () => [track] };
    };
    const place = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true });
    place('AudioContext', AudioContext);
    class AudioWorkletNode extends FakeNode {
      constructor() {
        super();
        audio.worklets.push(this);
      }
    }
    place('AudioWorkletNode', AudioWorkletNode);
    const requestMIDIAccess = async () => this.keyboards.ask();
    place('navigator', { mediaDevices: { getUserMedia }, requestMIDIAccess });
  }
}

/** A browser's MIDI. */
export class FakeMidi {
  onstatechange = null;
  inputs = new Map();
  refused = false;

  ask() {
    if (this.refused) throw new DOMException('no', 'SecurityError');
    return this;
  }

  /** Plugs a keyboard in; it can then send. */
  plug(name) {
    const input = { name, state: 'connected', onmidimessage: null };
    this.inputs.set(name, input);
    this.onstatechange?.({});
    return (timeStamp, ...bytes) => input.onmidimessage?.({ data: Uint8Array.from(bytes), timeStamp });
  }

  unplug(name) {
    this.inputs.get(name).state = 'disconnected';
    this.onstatechange?.({});
  }
}

class FakeNode {
  port = { postMessage() {} };

  connect(next) {
    return next;
  }

  disconnect() {}
}

/** After everything that was due. */
export function later() {
  return new Promise((resolve) => setTimeout(resolve, 5));
}

/** A promise that a test keeps open until it is ready. */
export function pending() {
  let settle;
  const promise = new Promise((resolve, reject) => (settle = { resolve, reject }));
  return { promise, ...settle };
}
