import { CLICK_COUNT, CLICK_DISTANCE_SECONDS, clickSample, judgeDelays } from './click-delay.js';
import { playClicks } from './calibration.js';
import { isPress } from './midi-messages.js';
import { MidiKeyboard } from './midi-keyboard.js';
import { SoundingClock } from './sounding-clock.js';

const HEAD_START_SECONDS = 0.1;
const TICK_MILLIS = 20;

/** A key is meant for a click if it was pressed so long before it, in seconds, and up to 0.35 s after. */
const AHEAD_SECONDS = 0.15;

/** Nobody is farther ahead of clicks that are heard, in milliseconds: such keys were meant for the click before. */
const FARTHEST_AHEAD_MILLIS = 60;

/**
 * Plays clicks, to each of which the player presses a key, and measures the delay between. Has what {@link calibrate}
 * has; who is a little ahead of the clicks has no delay.
 * @param {{context: AudioContext, signal: AbortSignal, onClick: (number: number) => void}} options
 * @throws {KeyboardError} where there is no keyboard
 * @throws {Error} with `reason` as last part of a message key, where it was unplugged or the signal came
 */
export async function calibrateKeys({ context, signal, onClick }) {
  const keyboard = await MidiKeyboard.open();
  const { sampleRate } = context;
  const origin = context.currentTime + HEAD_START_SECONDS;
  const clock = new SoundingClock(context, origin);
  const presses = [];
  const clicks = [];
  let timer;
  try {
    return await new Promise((resolve, reject) => {
      const fail = (reason) => reject(Object.assign(new Error(`calibration: ${reason}`), { reason }));
      keyboard.onMessage = (message, millis) => isPress(message) && presses.push(clock.sampleAt(millis));
      keyboard.onLost = () => fail('midiLost');
      if (signal.aborted) fail('cancelled');
      else signal.addEventListener('abort', () => fail('cancelled'));
      clicks.push(...playClicks(context, Math.round(origin * sampleRate)));
      let played = 0;
      timer = setInterval(() => {
        clock.look();
        const now = clock.sampleAt(performance.now());
        while (played < CLICK_COUNT && now > clickSample(played, sampleRate)) onClick(++played);
        if (now >= clickSample(CLICK_COUNT, sampleRate)) {
          resolve({ label: keyboard.label, ...delayOfPresses(presses, sampleRate) });
        }
      }, TICK_MILLIS);
    });
  } finally {
    clearInterval(timer);
    keyboard.close();
    clicks.forEach((click) => click.stop());
  }
}

/**
 * The delay between clicks and the keys pressed to them.
 * @param {number[]} presses samples after sample 0
 * @returns {object} as {@link judgeDelays}, with `problem` `tooFewKeys`, `unevenKeys` or `tooLong` where they say nothing
 */
export function delayOfPresses(presses, sampleRate) {
  const ahead = AHEAD_SECONDS * sampleRate;
  const delays = Array.from({ length: CLICK_COUNT }, (_, k) => {
    const click = clickSample(k, sampleRate);
    const press = presses.find((at) => at >= click - ahead && at < click - ahead + CLICK_DISTANCE_SECONDS * sampleRate);
    return press === undefined ? undefined : ((press - click) / sampleRate) * 1000;
  }).filter((delay) => delay !== undefined);
  const judged = judgeDelays(delays);
  if (judged.problem) return { ...judged, problem: 'tooFewKeys' };
  if (judged.confidence === 'none') return { ...judged, problem: 'unevenKeys' };
  if (judged.delayMillis < -FARTHEST_AHEAD_MILLIS) return { ...judged, problem: 'tooLong' };
  return { ...judged, confidence: 'sure', delayMillis: Math.max(0, judged.delayMillis) };
}
