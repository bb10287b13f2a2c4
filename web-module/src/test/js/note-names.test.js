import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NoteNames } from '../../main/webapp/resources/musicmuse/js/practice/note-names.js';

const SHARPS = 'C C♯ D D♯ E F F♯ G G♯ A A♯ B'.split(' ');
const FLATS = 'C D♭ D E♭ E F G♭ G A♭ A B♭ B'.split(' ');
const GERMAN_FLATS = 'C Des D Es E F Ges G As A B H'.split(' ');

test('heard_notes_are_spelt_as_the_music_spells_its_own', () => {
  const sharp = new NoteNames([{ midi: 66, name: 'F#4' }], SHARPS, FLATS);
  const flat = new NoteNames([{ midi: 65, name: 'F4' }, { midi: 70, name: 'Bb4' }], SHARPS, FLATS);
  assert.equal(sharp.ofMidi(70), 'A♯4');
  assert.equal(flat.ofMidi(70), 'B♭4');
  assert.equal(flat.ofMidi(59.6), 'C4');
});

test('names_follow_the_written_part_of_a_transposing_instrument', () => {
  const clarinet = new NoteNames([{ midi: 58, name: 'C4' }], SHARPS, FLATS);
  assert.equal(clarinet.ofExpected({ midi: 58, name: 'C4' }), 'C4');
  assert.equal(clarinet.ofMidi(60), 'D4');
});

test('german_readers_see_h_and_b', () => {
  const names = new NoteNames([{ midi: 70, name: 'Bb4' }], SHARPS, GERMAN_FLATS);
  assert.equal(names.ofExpected({ midi: 70, name: 'Bb4' }), 'B4');
  assert.equal(names.ofMidi(71), 'H4');
  assert.equal(names.ofKey('Eb'), 'Es');
});

test('octaves_change_at_c', () => {
  const names = new NoteNames([{ midi: 60, name: 'C4' }], SHARPS, FLATS);
  assert.equal(names.ofMidi(59), 'B3');
  assert.equal(names.ofMidi(60), 'C4');
  assert.equal(names.ofMidi(0), 'C-1');
});

test('a_name_that_is_not_understood_is_shown_as_it_is', () => {
  const names = new NoteNames([{ midi: 60, name: 'do' }], SHARPS, FLATS);
  assert.equal(names.ofExpected({ midi: 60, name: 'do' }), 'do');
  assert.equal(names.ofMidi(62), 'D4');
});
