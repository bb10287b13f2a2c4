import { CLICK_COUNT, clickSample, measureDelay, samplesToRecord } from './click-delay.js';
import { clickSound } from './metronome.js';
import { Microphone } from './microphone.js';
import { levelOf, TakeRecorder } from './take-recorder.js';

const CLICK_HERTZ = 1500;

/**
 * Plays clicks from the loudspeaker, hears them with the microphone and measures the delay between.
 * @param {{context: AudioContext, deviceId?: string, signal: AbortSignal, onLevel: (level: number) => void,
 *     onClick: (number: number) => void}} options onClick: called when the click of that number, from 1, has been played
 * @returns {Promise<object>} as {@link measureDelay}, and the microphone's label
 * @throws {MicrophoneError} where the microphone cannot be used
 * @throws {Error} with `reason` as last part of a message key, where it gave no sound, was lost or the signal came
 */
export async function calibrate({ context, deviceId, signal, onLevel, onClick }) {
  const microphone = await Microphone.open(context, deviceId);
  const clicks = [];
  try {
    return await new Promise((resolve, reject) => {
      const { sampleRate } = context;
      const recording = new Int16Array(samplesToRecord(sampleRate));
      let recorder;
      let played = 0;
      const fail = (reason) => reject(Object.assign(new Error(`calibration: ${reason}`), { reason }));

      microphone.onBegun = (frame) => {
        recorder = new TakeRecorder({
          sampleRate,
          firstFrame: frame,
          limit: recording.length,
          onFrame: ({ firstSample, samples }) => {
            recording.set(samples, firstSample);
            onLevel(levelOf(samples));
          },
        });
        clicks.push(...playClicks(context, frame));
      };
      microphone.onBlock = (frame, samples) => {
        recorder.add(frame, samples);
        while (played < CLICK_COUNT && recorder.length > clickSample(played, sampleRate)) onClick(++played);
        if (!recorder.full) return;
        recorder.finish();
        resolve({ label: microphone.label, ...measureDelay(recording, sampleRate) });
      };
      microphone.onDead = () => fail('microphoneDead');
      microphone.onLost = () => fail('microphoneLost');
      // Where the signal came while the learner was asked for permission, no event follows.
      if (signal.aborted) fail('cancelled');
      else signal.addEventListener('abort', () => fail('cancelled'));
    });
  } finally {
    microphone.close();
    clicks.forEach((click) => click.stop());
  }
}

/** Hands all clicks to the audio clock; the frame is that of sample 0. */
export function playClicks(context, frame) {
  const buffer = clickSound(context, CLICK_HERTZ);
  return Array.from({ length: CLICK_COUNT }, (_, k) => {
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(context.destination);
    source.start((frame + clickSample(k, context.sampleRate)) / context.sampleRate);
    return source;
  });
}
