// SPDX-License-Identifier: Apache-2.0
// The search without a browser: search.mjs SEARCH.JS THU-TUC.HTML [QUESTION COUNT]…. Folds texts, and asks the catalogue of a site.
import fs from 'node:fs';
import vm from 'node:vm';
import assert from 'node:assert/strict';

const [script, page, ...questions] = process.argv.slice(2);

function unescape(text) {
  return text.replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

// The entries of the page, as far as the search looks at them.
function entriesOf(html) {
  const entries = html.matchAll(/<li data-words="([^"]*)"><a [^>]*>([^<]*)<\/a>/g);
  return Array.from(entries, ([, words, name]) => ({
    dataset: { words: unescape(words) },
    querySelector: () => ({ textContent: unescape(name) }),
    hidden: false,
  }));
}

// A page without a browser: what search.js asks of one, and the box to type into.
function load(entries, address) {
  const heard = {};
  const box = { value: '', addEventListener: (event, hear) => (heard[event] = hear) };
  const form = { hidden: true, querySelector: () => box, addEventListener: (event, hear) => (heard[event] = hear) };
  const line = { textContent: '' };
  const document = {
    querySelector: () => form,
    getElementById: () => line,
    querySelectorAll: what => (what.startsWith('.entries') ? entries : []),
  };
  const context = vm.createContext({ document, location: { search: address }, URLSearchParams });
  vm.runInContext(fs.readFileSync(script, 'utf8'), context);
  return { context, box, form, line, heard };
}

const entries = entriesOf(fs.readFileSync(page, 'utf8'));
const { context, box, form, line, heard } = load(entries, '');
const shown = () => entries.filter(entry => !entry.hidden).length;

assert.equal(form.hidden, false, 'the form is shown where there is script');
for (const [text, folded] of [
  ['Đăng ký khai sinh', 'dang ky khai sinh'],
  ['Đăng ký khai sinh'.normalize('NFD'), 'dang ky khai sinh'],
  ['  ĐẤT   ĐAI\n', 'dat dai'],
  ['ƯƠNG, ươ; “ợ” (ỡ)', 'uong uo o o'],
  ['1.001193.000.00.00.H42', '1.001193.000.00.00.h42'],
  ['\u0110\u00d0\u0111\u00f0', 'dddd'],
  ['…', ''],
])
  assert.equal(context.fold(text), folded);
assert.ok(context.holds('dang ky khai sinh', 'sinh khai'), 'in any order');
assert.ok(context.holds('dang ky khai sinh', 'kh si'), 'beginnings of words');
assert.ok(!context.holds('dang ky khai sinh', 'inh'), 'not the middle of words');
assert.ok(context.holds('1.001193', '1193'), 'any part of a number');

for (let i = 0; i + 1 < questions.length; i += 2) {
  box.value = questions[i];
  heard.input();
  assert.equal(shown(), Number(questions[i + 1]), `«${questions[i]}»: ${line.textContent}`);
  const said = shown() ? `Tìm thấy ${shown()} trong ${entries.length} thủ tục` : 'Không tìm thấy thủ tục phù hợp';
  assert.equal(line.textContent, said);
}
box.value = '';
heard.input();
assert.equal(shown(), entries.length, 'nothing asked, all shown');
assert.equal(load(entries, '?q=khai+sinh').box.value, 'khai sinh', 'the question of the address is asked');
console.log(`${entries.length} entries, ${questions.length / 2} questions`);
