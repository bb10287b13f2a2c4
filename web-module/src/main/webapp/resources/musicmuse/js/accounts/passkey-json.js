import { decode, encode } from './base64url.js';

/** The JSON forms of Web Authentication, which not every browser in use can read and write itself. */

const withBytes = (credential) => ({ ...credential, id: decode(credential.id) });

export function creationOptions(json) {
  return {
    ...json,
    challenge: decode(json.challenge),
    user: { ...json.user, id: decode(json.user.id) },
    excludeCredentials: json.excludeCredentials.map(withBytes),
  };
}

export function requestOptions(json) {
  return { ...json, challenge: decode(json.challenge) };
}

export function answer(credential) {
  const { response } = credential;
  const part = (name) => (response[name] ? { [name]: encode(response[name]) } : {});
  return JSON.stringify({
    id: credential.id,
    rawId: encode(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: {},
    response: {
      ...part('clientDataJSON'),
      ...part('attestationObject'),
      ...part('authenticatorData'),
      ...part('signature'),
      ...part('userHandle'),
      ...(response.getTransports ? { transports: response.getTransports() } : {}),
    },
  });
}
