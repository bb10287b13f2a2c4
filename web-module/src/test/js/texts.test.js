import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { VERDICTS } from '../../main/webapp/resources/musicmuse/js/practice/verdicts.js';

const main = fileURLToPath(new URL('../../main/', import.meta.url));
const scripts = `${main}webapp/resources/musicmuse/js/practice/`;
const code = readdirSync(scripts).map((name) => readFileSync(scripts + name, 'utf8')).join('\n');
const page = readFileSync(`${main}webapp/practice/room.xhtml`, 'utf8');

function bundle(suffix) {
  const text = readFileSync(`${main}resources/io/astrionix/musicmuse/web/practice-client${suffix}.properties`, 'utf8');
  return new Map([...text.matchAll(/^(practice\.[^=]+)=(.+)$/gm)].map(([, key, value]) => [key, value]));
}

const english = bundle('');
const german = bundle('_de');

/** Every quoted part of the code that is, with a prefix where the code adds one, a key of the bundle. */
function usedKeys() {
  const quoted = [...code.matchAll(/['`]([A-Za-z][A-Za-z.]*)['`]/g)].map(([, text]) => text);
  const prefixes = ['', 'error.', 'closed.', 'pitch.', 'result.', 'status.', 'table.', 'calibration.', 'verdict.'];
  const keys = quoted.flatMap((text) => prefixes.map((prefix) => `practice.js.${prefix}${text}`));
  VERDICTS.forEach((verdict) => keys.push(`practice.js.verdict.${verdict}`));
  ['beginner', 'standard', 'strict'].forEach((level) => keys.push(`practice.js.choice.${level}`));
  return new Set(keys);
}

test('both_languages_have_the_same_keys_and_places', () => {
  assert.deepEqual([...german.keys()], [...english.keys()]);
  for (const [key, text] of english) {
    const places = (value) => [...new Set(value.match(/\{\d\}/g))].sort();
    assert.deepEqual(places(german.get(key)), places(text), key);
  }
});

test('every_text_the_scripts_ask_for_is_there', () => {
  const asked = [...code.matchAll(/\btext\('([^']+)'/g), ...code.matchAll(/'((?:error|closed|connection|calibration)\.\w+)'/g)];
  assert.ok(asked.length > 30, `${asked.length}`);
  for (const [, key] of asked) assert.ok(english.has(`practice.js.${key}`), key);
});

test('every_text_the_page_asks_for_is_there', () => {
  const asked = [...page.matchAll(/msg\['([^']+)'\]/g)].map(([, key]) => key);
  assert.ok(asked.length > 30, `${asked.length}`);
  for (const key of asked) assert.ok(english.has(key), key);
});

test('no_text_lies_unused', () => {
  const used = usedKeys();
  for (const key of english.keys()) {
    assert.ok(used.has(key) || page.includes(`'${key}'`), key);
  }
});

test('nothing_is_stored_in_the_browser', () => {
  assert.doesNotMatch(code, /localStorage|sessionStorage|indexedDB|document\.cookie/);
});

test('the_page_has_no_inline_code_or_style', () => {
  assert.doesNotMatch(page, /\son[a-z]+="|\sstyle="|<style/);
});
