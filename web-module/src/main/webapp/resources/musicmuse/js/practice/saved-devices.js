/**
 * Gives a measured delay to the server, through the page's PrimeFaces remote command `saveAudioDevice`.
 * @param {{deviceLabel: string, deviceKey: string, latencyMillis: number, spreadMillis: number, clicks: number}} device
 * @returns {Promise<void>} rejected where the server did not take it
 */
export async function saveCalibration({ deviceLabel, deviceKey, latencyMillis, spreadMillis, clicks }) {
  const answer = await globalThis.saveAudioDevice([
    { name: 'label', value: deviceLabel },
    { name: 'key', value: deviceKey },
    { name: 'latencyMillis', value: latencyMillis },
    { name: 'spreadMillis', value: spreadMillis },
    { name: 'clicks', value: clicks },
  ]);
  if (answer?.args?.validationFailed) throw new Error('the server did not take the measured delay');
}
