/** Clicks played to measure a delay, their distance and where the first lies, in seconds after sample 0. */
export const CLICK_COUNT = 10;
export const CLICK_DISTANCE_SECONDS = 0.5;
export const FIRST_CLICK_SECONDS = 1;

/** Fewer heard clicks than this say nothing. */
const ENOUGH_CLICKS = 6;
/** A click must stand out from the noise of the room by this factor (12 dB), and be more than the noise of a converter. */
const OVER_NOISE = 4;
const LOUD_ENOUGH = 0.0005;
/** A click begins where it first reaches this part of its greatest height. */
const RISE = 0.4;
/** Step of the envelope, in seconds. */
const STEP = 0.0005;

/** Spread (interquartile range) in milliseconds up to which a delay is taken, and up to which it may be tried again. */
const SURE_SPREAD = 20;
const UNSURE_SPREAD = 30;

/** Where the k-th click is played, in samples after sample 0. */
export function clickSample(k, sampleRate) {
  return Math.round((FIRST_CLICK_SECONDS + k * CLICK_DISTANCE_SECONDS) * sampleRate);
}

/** Samples to record so that the last click's delay and one more distance are heard. */
export function samplesToRecord(sampleRate) {
  return clickSample(CLICK_COUNT + 1, sampleRate);
}

/**
 * Finds the delay between playing clicks and hearing them.
 * @param {Int16Array} samples the recording from sample 0 on
 * @param {number} sampleRate in hertz
 * @returns {{heard: number, confidence: 'sure' | 'unsure' | 'none', delayMillis?: number, spreadMillis?: number,
 *     problem?: 'tooFew' | 'tooLong'}} median delay and interquartile range in milliseconds
 */
export function measureDelay(samples, sampleRate) {
  const step = Math.round(STEP * sampleRate);
  const envelope = envelopeOf(samples, step);
  const before = Math.floor(clickSample(0, sampleRate) / step);
  const noise = median(Array.from(envelope.subarray(0, before)));
  const threshold = Math.max(noise * OVER_NOISE, LOUD_ENOUGH);

  // One window more than there are clicks: a sound there means that the delay is longer than a window.
  const onsets = Array.from({ length: CLICK_COUNT + 1 }, (_, k) =>
    onsetIn(samples, envelope, step, clickSample(k, sampleRate), clickSample(k + 1, sampleRate), threshold),
  );
  if (onsets[0] === undefined && onsets[CLICK_COUNT] !== undefined) {
    return { heard: 0, confidence: 'none', problem: 'tooLong' };
  }
  const delays = onsets
    .slice(0, CLICK_COUNT)
    .map((onset, k) => (onset === undefined ? undefined : ((onset - clickSample(k, sampleRate)) / sampleRate) * 1000))
    .filter((delay) => delay !== undefined);
  return judgeDelays(delays);
}

/**
 * What delays measured one by one say.
 * @param {number[]} delays in milliseconds
 * @returns {{heard: number, confidence: 'sure' | 'unsure' | 'none', delayMillis?: number, spreadMillis?: number,
 *     problem?: 'tooFew'}} median delay and interquartile range in milliseconds
 */
export function judgeDelays(delays) {
  if (delays.length < ENOUGH_CLICKS) return { heard: delays.length, confidence: 'none', problem: 'tooFew' };

  const spreadMillis = quantile(delays, 0.75) - quantile(delays, 0.25);
  const confidence = spreadMillis <= SURE_SPREAD ? 'sure' : spreadMillis <= UNSURE_SPREAD ? 'unsure' : 'none';
  return { heard: delays.length, confidence, delayMillis: median(delays), spreadMillis };
}

/** Greatest change from sample to sample in each step: keeps the click, drops hum. From 0 to 1. */
function envelopeOf(samples, step) {
  const envelope = new Float32Array(Math.floor(samples.length / step));
  for (let index = 1; index < envelope.length * step; index++) {
    const change = changeAt(samples, index);
    const slot = Math.floor(index / step);
    if (change > envelope[slot]) envelope[slot] = change;
  }
  return envelope;
}

function changeAt(samples, index) {
  return Math.abs(samples[index] - samples[index - 1]) / 65536;
}

function onsetIn(samples, envelope, step, from, to, threshold) {
  const part = envelope.subarray(Math.ceil(from / step), Math.floor(to / step));
  const peak = part.reduce((highest, value) => Math.max(highest, value), 0);
  if (peak < threshold) return undefined;
  const slot = Math.ceil(from / step) + part.findIndex((value) => value >= peak * RISE);
  for (let index = slot * step; index < (slot + 1) * step; index++) {
    if (changeAt(samples, index) >= peak * RISE) return index;
  }
  return slot * step;
}

function median(values) {
  return quantile(values, 0.5);
}

/** Linear between the two nearest ranks. */
function quantile(values, part) {
  const sorted = [...values].sort((one, other) => one - other);
  const rank = (sorted.length - 1) * part;
  const below = sorted[Math.floor(rank)];
  return below + (sorted[Math.ceil(rank)] - below) * (rank - Math.floor(rank));
}
