import assert from 'node:assert/strict';
import { test } from 'node:test';
import { symbolOf, VERDICTS, VerdictSheet } from '../../main/webapp/resources/musicmuse/js/practice/verdicts.js';

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
