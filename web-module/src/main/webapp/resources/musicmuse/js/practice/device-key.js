/** Browser names as they stand in the user agent, the more special first. */
const BROWSERS = ['Firefox', 'Edg', 'OPR', 'Chrome', 'Safari'];

/**
 * Names the combination that a measured delay belongs to: microphone, loudspeaker and browser. A digest, so that the
 * key itself tells nothing about the person's devices.
 * @returns {Promise<string>} 32 hexadecimal digits
 */
export async function deviceKey(microphoneLabel) {
  const devices = await navigator.mediaDevices.enumerateDevices();
  const speaker = devices.find((device) => device.kind === 'audiooutput');
  return digestOf([microphoneLabel, speaker?.label ?? '', browserName()]);
}

/**
 * The same for keyboards. The loudspeaker is not in it: browsers name it only to those who have allowed a microphone.
 * @returns {Promise<string>} 32 hexadecimal digits
 */
export async function keyboardKey(keyboardLabel) {
  return digestOf(['MIDI', keyboardLabel, browserName()]);
}

function browserName() {
  return BROWSERS.find((name) => navigator.userAgent.includes(name)) ?? 'other';
}

async function digestOf(parts) {
  const text = parts.join('\n');
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest, 0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
