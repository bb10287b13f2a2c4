/** The code with which the server says that it does not know the take. */
export const TAKE_GONE = 4404;
/** The code with which the server says that it failed. */
export const SERVER_FAILED = 4500;

/**
 * What each close code of the practice protocol means for the page: the last part of the message key
 * `practice.js.closed.*`. Codes that are not here are a lost connection, which is made anew.
 */
const CLOSED = new Map([
  [1009, 'pageOutdated'],
  [4400, 'pageOutdated'],
  [4401, 'signedOut'],
  [4403, 'restricted'],
  [TAKE_GONE, 'takeGone'],
  [4406, 'pageOutdated'],
  [4408, 'idle'],
  [4409, 'otherTab'],
  [4413, 'tooLong'],
  [4422, 'mixedUp'],
  [4429, 'pageOutdated'],
  [4430, 'tooManyTabs'],
  [4431, 'tooManyTakes'],
  [SERVER_FAILED, 'serverFailed'],
]);

/** Last part of the message key for a final close code, or undefined for a lost connection. */
export function closedMessage(code) {
  return CLOSED.get(code);
}
