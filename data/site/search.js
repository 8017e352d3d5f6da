// SPDX-License-Identifier: Apache-2.0
// The search in the catalogue: narrows the list to the entries that hold every word, whatever their marks and capitals.
'use strict';

// The words of a text without what people leave out when they type in haste: marks, capitals, "đ", punctuation.
function fold(text) {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐðÐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim();
}

// Whether a folded text holds every word of a folded question: the beginning of a word, any part of a number.
function holds(text, question) {
  return question.split(' ').every(word => ` ${text}`.includes(/\d/.test(word) ? word : ` ${word}`));
}

function tell(shown, all, question) {
  if (!question) return `${all} thủ tục`;
  return shown ? `Tìm thấy ${shown} trong ${all} thủ tục` : 'Không tìm thấy thủ tục phù hợp';
}

// Entries with their folded words, read once: the name, and what is known besides.
function collect(list) {
  return Array.from(list, element => {
    const name = element.querySelector('a').textContent;
    return { element, words: fold(`${name} ${element.dataset.words}`) };
  });
}

function start(form, status) {
  const box = form.querySelector('input');
  const entries = collect(document.querySelectorAll('.entries > li'));
  const sections = document.querySelectorAll('section.field');
  const jumps = document.querySelectorAll('.jumps');

  function narrow() {
    const question = fold(box.value);
    let shown = 0;
    for (const entry of entries) {
      entry.element.hidden = !holds(entry.words, question);
      if (!entry.element.hidden) shown += 1;
    }
    for (const jump of jumps) jump.hidden = question !== '';
    for (const section of sections) section.hidden = !section.querySelector('.entries > li:not([hidden])');
    status.textContent = tell(shown, entries.length, question);
  }

  form.addEventListener('submit', event => {
    event.preventDefault();
    narrow();
  });
  box.addEventListener('input', narrow);
  box.value = new URLSearchParams(location.search).get('q') || '';
  if (box.value) narrow();
}

const form = document.querySelector('form.search');
const line = document.getElementById('so-thu-tuc');
if (form) form.hidden = false; // without this script it would do nothing
if (form && line) start(form, line);
