import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Messages } from '../../main/webapp/resources/musicmuse/js/practice/messages.js';
import {
  symbolOf,
  VERDICTS,
  verdictsOf,
  VerdictSheet,
  VerdictWords,
} from '../../main/webapp/resources/musicmuse/js/practice/verdicts.js';

test('each_verdict_has_a_shape_of_its_own', () => {
  assert.equal(new Set(VERDICTS.map(symbolOf)).size, 8);
});

test('the_newest_verdict_of_a_note_counts', () => {
  const sheet = new VerdictSheet();
  sheet.add({ note: 1, verdict: 'missed' });
  sheet.add({ note: 0, verdict: 'right' });
  sheet.add({ note: 1, verdict: 'late' });
  assert.deepEqual(sheet.notes.map((verdict) => verdict.verdict), ['right', 'late']);
});

test('an_extra_note_can_be_taken_back', () => {
  const sheet = new VerdictSheet();
  sheet.add({ note: -1, verdict: 'extra', id: 3, at: 100 });
  sheet.add({ note: -1, verdict: 'extra', id: 4, at: 200 });
  sheet.retract(3);
  assert.deepEqual(sheet.extras.map((extra) => extra.id), [4]);
});

const TEXTS = new Messages(
  {
    'practice.js.verdict.right': 'right',
    'practice.js.verdict.missed': 'missed',
    'practice.js.verdict.unsure': '{0}, not sure',
    'practice.js.verdict.unsureShort': '{0}?',
    'practice.js.mark.note': 'Note {0}, {1}: {2}',
    'practice.js.mark.stroke': 'Note {0}: {1}',
    'practice.js.mark.extra': 'Extra note, heard {0}',
    'practice.js.mark.extraStroke': 'Extra stroke',
    'practice.js.mark.late': 'late by {0} milliseconds',
  },
  'en',
);
const NAMES = { ofExpected: (note) => note.name, ofMidi: (midi) => `key ${midi}` };

test('a_stroke_without_a_pitch_is_told_without_a_name', () => {
  const words = new VerdictWords(TEXTS, NAMES);
  const stroke = { index: 2, name: '' };
  assert.equal(words.sentence({ verdict: 'right', note: 2 }, stroke), 'Note 3: right');
  assert.equal(words.sentence({ verdict: 'late', note: 2, timingMillis: 80 }, stroke), 'Note 3: late by 80 milliseconds');
  assert.equal(words.sentence({ verdict: 'extra', note: -1 }, undefined), 'Extra stroke');
});

test('a_note_is_told_with_its_name', () => {
  const words = new VerdictWords(TEXTS, NAMES);
  assert.equal(words.sentence({ verdict: 'right', note: 2, heardMidi: 64 }, { index: 2, name: 'E4' }), 'Note 3, E4: right');
  assert.equal(words.sentence({ verdict: 'extra', note: -1, heardMidi: 64 }, undefined), 'Extra note, heard key 64');
});

test('what_is_not_sure_is_told_so', () => {
  const words = new VerdictWords(TEXTS, NAMES);
  const unsure = { verdict: 'missed', note: 2, confidence: 0.05 };
  assert.equal(words.told(unsure), 'missed, not sure');
  assert.equal(words.short(unsure), 'missed?');
  assert.equal(words.sentence(unsure, { index: 2, name: 'E4' }), 'Note 3, E4: missed, not sure');
  assert.equal(words.told({ ...unsure, confidence: 0.7 }), 'missed');
  assert.equal(words.short({ verdict: 'extra', note: -1, heardMidi: 64, confidence: 0.43 }), 'key 64?');
  assert.equal(words.sentence({ verdict: 'extra', note: -1, heardMidi: 64, confidence: 0.43 }), 'Extra note, heard key 64, not sure');
});

test('what_has_no_pitch_is_never_out_of_tune_or_another_note', () => {
  assert.deepEqual(verdictsOf(true), VERDICTS);
  assert.deepEqual(verdictsOf(false), ['right', 'early', 'late', 'missed', 'extra']);
});
