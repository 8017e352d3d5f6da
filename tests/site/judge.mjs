// SPDX-License-Identifier: Apache-2.0
// Judges sites in Chromium: judge.mjs SITE…. Every page opens from the disk without an error, axe-core finds nothing serious in
// light or dark on any kind of page, none is wider than a screen of 320 pixels, and search and keyboard do what they should.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Browser } from './browser.mjs';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const GRAVE = ['serious', 'critical'];
const EACH = 3; // pages of a kind that axe-core reads
const failures = [];

function check(right, what) {
  if (!right) failures.push(what);
}

function pagesOf(site) {
  return fs.readdirSync(site).filter(name => name.endsWith('.html')).sort();
}

// thu-tuc-1.001193.html is of the kind thu-tuc-.
function kindOf(page) {
  return /^(thu-tuc|quy-trinh)-/.exec(page)?.[0] ?? page;
}

// Some pages of each kind.
function chosen(pages) {
  const seen = new Map();
  return pages.filter(page => {
    seen.set(kindOf(page), (seen.get(kindOf(page)) ?? 0) + 1);
    return seen.get(kindOf(page)) <= EACH;
  });
}

async function openAll(browser, site, pages) {
  for (const page of pages) {
    browser.complaints.length = 0;
    await browser.go(pathToFileURL(path.join(site, page)).href);
    for (const complaint of browser.complaints) failures.push(`${page}: ${complaint}`);
    const wide = await browser.value('document.documentElement.scrollWidth');
    check(wide <= 320, `${page}: ${wide} pixels wide on a screen of 320`);
  }
  console.log(`chromium: ${pages.length} pages of ${path.basename(site)} opened`);
}

function tell(page, scheme, violation) {
  const where = violation.nodes.slice(0, 3).map(node => node.target.join(' ')).join(', ');
  return `${page} (${scheme}): ${violation.impact}: ${violation.id}: ${violation.help}: ${where}`;
}

async function judge(browser, site, page, scheme) {
  await browser.colours(scheme);
  await browser.go(pathToFileURL(path.join(site, page)).href);
  await browser.value(`${axe}; true`);
  const { violations, passes } = await browser.value(
    'axe.run(document, { resultTypes: ["violations"] }).then(({ violations, passes }) => ({ violations, passes: passes.length }))');
  for (const violation of violations)
    if (GRAVE.includes(violation.impact)) failures.push(tell(page, scheme, violation));
    else console.log(`  note: ${tell(page, scheme, violation)}`);
  return passes;
}

async function judgeAll(browser, site, pages) {
  let passes = 0;
  for (const page of pages) for (const scheme of ['light', 'dark']) passes += await judge(browser, site, page, scheme);
  await browser.colours('light');
  console.log(`axe-core: ${pages.length} pages of ${path.basename(site)} in light and dark, ${passes} rules kept`);
}

// Names of the entries that are to be seen, and what is said of them.
const SEEN = `({ names: Array.from(document.querySelectorAll('.entries > li')).filter(entry => entry.offsetParent)
  .map(entry => entry.querySelector('a').textContent), said: document.querySelector('[role=status]').textContent })`;

async function search(browser, site, question, wanted) {
  await browser.go(pathToFileURL(path.join(site, 'thu-tuc.html')).href);
  await browser.value('document.getElementById("tim").focus()');
  await browser.write(question);
  const { names, said } = await browser.value(SEEN);
  check(names.length === wanted, `«${question}» finds ${names.length}: ${names.join('; ')}`);
  check(wanted ? said.includes(String(wanted)) : said.startsWith('Không tìm thấy'), `«${question}»: ${said}`);
}

async function searchAll(browser, site) {
  const questions = [['khai sinh', 2], ['KHAI  SINH', 2], ['khai sinh'.normalize('NFD'), 2], ['đăng ký lại khai sinh', 1],
    ['dang ky lai khai sinh', 1], ['1.001193', 1], ['1001193', 1], ['dat dai', 3], ['khong co gi nhu the', 0]];
  for (const [question, wanted] of questions) await search(browser, site, question, wanted);
  console.log(`search: ${questions.length} questions asked`);
}

// From the home page by the keyboard alone: past the navigation, and from the search to the catalogue.
async function walk(browser, site) {
  await browser.go(pathToFileURL(path.join(site, 'index.html')).href);
  await browser.press('Tab', 9);
  check(await browser.value('document.activeElement.className') === 'skip', 'the first stop is not the link past the navigation');
  check(await browser.value('document.activeElement.getBoundingClientRect().top >= 0'), 'the link past the navigation is not seen');
  await browser.press('Enter', 13);
  check(await browser.value('document.activeElement.id') === 'noi-dung', 'the link past the navigation does not lead to the contents');
  await browser.value('document.getElementById("tim").focus()');
  await browser.write('khai tu');
  const loaded = browser.next('Page.loadEventFired');
  await browser.press('Enter', 13);
  await loaded;
  const { names } = await browser.value(SEEN);
  check(await browser.value('location.pathname.endsWith("/thu-tuc.html")'), 'the search of the home page leads elsewhere');
  check(names.length > 0 && names.every(name => name.includes('khai tử')), `the home page's search finds ${names.join('; ')}`);
  console.log('keyboard: walked');
}

const sites = process.argv.slice(2);
const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'libqms-site-'));
const browser = await Browser.start(profile);
try {
  for (const site of sites) {
    const pages = pagesOf(site);
    await browser.width(320);
    await openAll(browser, site, pages);
    await browser.width(1280);
    await judgeAll(browser, site, chosen(pages));
  }
  await searchAll(browser, sites[0]);
  await walk(browser, sites[0]);
} finally {
  await browser.end();
  fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
for (const failure of failures) console.log(failure);
console.log(`${failures.length} failures`);
process.exitCode = failures.length ? 1 : 0;
