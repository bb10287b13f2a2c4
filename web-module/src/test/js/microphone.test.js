import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { calibrate } from '../../main/webapp/resources/musicmuse/js/practice/calibration.js';
import { Microphone, openAudioContext } from '../../main/webapp/resources/musicmuse/js/practice/microphone.js';
import { FakeAudio } from './fake-audio.js';

let audio;

beforeEach(() => {
  audio = new FakeAudio();
  audio.install();
});

test('a_microphone_that_cannot_be_connected_is_switched_off_again', async () => {
  const context = await openAudioContext();
  audio.createSource = () => {
    throw new DOMException('different sample rates', 'NotSupportedError');
  };
  await assert.rejects(Microphone.open(context), { reason: 'microphoneRate' });
  assert.deepEqual(audio.tracks.map((track) => track.stopped), [true]);
});

test('a_refused_microphone_is_told_as_refused', async () => {
  const context = await openAudioContext();
  audio.permission = async () => {
    throw new DOMException('no', 'NotAllowedError');
  };
  await assert.rejects(Microphone.open(context), { reason: 'microphoneDenied' });
});

test('an_audio_context_without_its_worklet_is_closed', async () => {
  audio.loadModule = async () => {
    throw new DOMException('not loaded', 'AbortError');
  };
  await assert.rejects(openAudioContext(), { name: 'AbortError' });
  assert.deepEqual(audio.contexts.map((context) => context.state), ['closed']);
});

test('a_measurement_cancelled_before_the_microphone_was_allowed_ends_and_switches_it_off', async () => {
  const context = await openAudioContext();
  const abort = new AbortController();
  audio.permission = async () => abort.abort();
  const measuring = calibrate({ context, signal: abort.signal, onLevel: () => {}, onClick: () => {} });
  await assert.rejects(measuring, { reason: 'cancelled' });
  assert.deepEqual(audio.tracks.map((track) => track.stopped), [true]);
});

test('a_measurement_cancelled_while_it_listens_ends_too', async () => {
  const context = await openAudioContext();
  const abort = new AbortController();
  const measuring = calibrate({ context, signal: abort.signal, onLevel: () => {}, onClick: () => {} });
  setTimeout(() => abort.abort(), 5);
  await assert.rejects(measuring, { reason: 'cancelled' });
  assert.deepEqual(audio.tracks.map((track) => track.stopped), [true]);
});
