// The choice of conditions on the list of matters, in a real browser, from a folder.
//
//   HALLPRESS_PUBLIC=/path/to/public CHROMIUM=/usr/bin/chromium node --test facets.test.mjs
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const PUBLIC = process.env.HALLPRESS_PUBLIC && path.resolve(process.env.HALLPRESS_PUBLIC);
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const skip = PUBLIC ? false : 'set HALLPRESS_PUBLIC to a built public folder';

describe('the choice of conditions', { skip }, () => {
  let browser;
  before(async () => {
    browser = await puppeteer.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
  });
  after(() => browser?.close());

  async function open(hash = '', script = true) {
    const page = await browser.newPage();
    const problems = [];
    page.on('console', (m) => ['error', 'warn'].includes(m.type()) && problems.push(m.text()));
    page.on('pageerror', (e) => problems.push(e.message));
    await page.setViewport({ width: 390, height: 900 });
    await page.setJavaScriptEnabled(script);
    await page.goto(pathToFileURL(path.join(PUBLIC, 'a-z.html')).href + hash, { waitUntil: 'load' });
    return { page, problems };
  }
  const shown = (page) => page.$$eval('[data-marks]', (items) => items.filter((i) => !i.hidden).map((i) => [i.dataset.marks.split(' '), i.dataset.unit]));
  const status = (page) => page.$eval('.facets-count [role=status]', (el) => el.textContent);
  const tick = (page, mark) => page.$eval(`.facets input[value="${mark}"]`, (el) => el.click());

  test('shows what has one of each group, says how many, and keeps it in the address', async () => {
    const { page, problems } = await open();
    const all = (await shown(page)).length;
    assert.equal(await status(page), '');
    await page.click('.facets summary');
    await tick(page, 'p');
    await tick(page, 'i');
    await tick(page, 'c');
    const some = await shown(page);
    assert.ok(some.length > 0 && some.length < all);
    assert.ok(some.every(([marks]) => marks.includes('p') && (marks.includes('i') || marks.includes('c'))));
    assert.equal(await status(page), `符合条件的有${some.length}项，共${all}项`);
    assert.match(page.url(), /#who=p&kind=i,c$/);
    const empty = await page.$$eval('.letter-group', (groups) => groups.filter((g) => !g.hidden && !g.querySelector('li:not([hidden])')).length);
    assert.equal(empty, 0, 'a letter without matters is hidden');
    const letters = await page.$$eval('.is-letters li', (items) => items.filter((i) => !i.hidden).length);
    assert.equal(letters, await page.$$eval('.letter-group', (groups) => groups.filter((g) => !g.hidden).length));

    await page.reload({ waitUntil: 'load' });
    assert.deepEqual(await shown(page), some, 'the same after the page is loaded again');
    assert.ok(await page.$eval('.facets', (el) => el.open));

    await page.click('[data-clear]');
    assert.equal((await shown(page)).length, all);
    assert.equal(await status(page), '');
    assert.equal(await page.$eval('[data-clear]', (el) => el.hidden), true);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'SUMMARY', 'the focus is not lost');
    assert.deepEqual(problems, []);
    await page.close();
  });

  test('a unit is chosen from a list, and a link brings the choice along', async () => {
    const { page } = await open('#fee=f&unit=gaj');
    const some = await shown(page);
    assert.ok(some.length > 0 && some.every(([marks, unit]) => marks.includes('f') && unit === 'gaj'));
    assert.equal(await page.$eval('#facet-unit', (el) => el.value), 'gaj');
    await page.select('#facet-unit', '');
    assert.ok((await shown(page)).length > some.length);
    await page.close();
  });

  test('nothing fits: the page says so', async () => {
    const { page } = await open('#unit=gaj&kind=j&who=l&way=0');
    if ((await shown(page)).length === 0) assert.match(await status(page), /没有符合全部条件的事项/);
    await page.close();
  });

  test('works by keyboard', async () => {
    const { page } = await open();
    await page.focus('.facets summary');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    assert.equal(await page.evaluate(() => document.activeElement.checked), true);
    assert.match(await status(page), /^符合条件的有\d+项/);
    await page.close();
  });

  test('an unknown choice and a letter in the address change nothing', async () => {
    for (const hash of ['#unit=nowhere', '#l-s', '#who=zz']) {
      const { page } = await open(hash);
      const some = await shown(page);
      if (hash !== '#who=zz') assert.ok(some.length > 100, hash);
      await page.close();
    }
  });

  test('without script there is no choice, and everything is there', async () => {
    const { page } = await open('#who=p', false);
    const visible = await page.$eval('.facets', (el) => el.getBoundingClientRect().height);
    assert.equal(visible, 0);
    assert.ok((await page.$$('main a[href$="themes/index.html"], main a[href$="units/index.html"]')).length === 2);
    await page.close();
  });

  test('the page is light', async () => {
    const { page } = await open();
    assert.ok((await page.evaluate(() => document.querySelectorAll('*').length)) < 800);
    await page.close();
  });
});
