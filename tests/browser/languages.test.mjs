// Pages in other languages in a real browser: English of the default hall, vertical Mongolian of another.
//
//   HALLPRESS_PUBLIC=… HALLPRESS_VERTICAL=… CHROMIUM=/usr/bin/chromium node --test languages.test.mjs
//
// HALLPRESS_PUBLIC is a build of the default hall as of 2026-10-09T09:00, HALLPRESS_VERTICAL one of tests/sites/wuhai.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const ENGLISH = process.env.HALLPRESS_PUBLIC && path.resolve(process.env.HALLPRESS_PUBLIC);
const VERTICAL = process.env.HALLPRESS_VERTICAL && path.resolve(process.env.HALLPRESS_VERTICAL);
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const english = ENGLISH ? false : 'set HALLPRESS_PUBLIC to a built public folder';
const vertical = VERTICAL ? false : 'set HALLPRESS_VERTICAL to a build of tests/sites/wuhai';

let browser;

before(async () => {
  if (english && vertical) return;
  browser = await puppeteer.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
});
after(() => browser?.close());

const pages = (root, code) =>
  ['index.html', 'a-z.html', 'units/index.html', 'windows/index.html', 'venues/index.html',
    `matters/${readdirSync(path.join(root, code, 'matters')).at(0)}`, `units/${readdirSync(path.join(root, code, 'units')).find((f) => f !== 'index.html')}`];

async function open(root, file, { width = 1280, clock = null } = {}) {
  const page = await browser.newPage();
  const problems = [];
  page.on('console', (m) => ['error', 'warn'].includes(m.type()) && problems.push(m.text()));
  page.on('pageerror', (e) => problems.push(e.message));
  page.on('requestfailed', (r) => problems.push(`failed: ${r.url()}`));
  page.on('request', (r) => /^https?:/.test(r.url()) && problems.push(`foreign: ${r.url()}`));
  await page.setViewport({ width, height: 800 });
  if (clock) {
    await page.evaluateOnNewDocument((at) => {
      const now = Date.now;
      const shift = Date.parse(at) - now();
      Date.now = () => now() + shift;
    }, clock);
  }
  await page.goto(pathToFileURL(path.join(root, file)).href, { waitUntil: 'load' });
  return { page, problems };
}

const alternates = (page) =>
  page.$$eval('link[rel=alternate][hreflang]', (links) => links.map((l) => [l.hreflang, l.href]).sort());

async function axe(page) {
  await page.setBypassCSP(true);
  await page.reload();
  await page.addScriptTag({ path: AXE });
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const result = await window.axe.run(document, { runOnly: tags, rules: { 'target-size': { enabled: true } } });
    return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(' | ')}`);
  });
}

/** Chinese characters outside of what is marked as Chinese. */
const unmarked = (page) =>
  page.evaluate(() => {
    const found = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const { parentElement, data } = walk.currentNode;
      if (/[㐀-鿿]/.test(data) && !parentElement.closest('[lang|=zh]')) found.push(data.trim());
    }
    return found;
  });

for (const [name, root, code, skip] of [['English', ENGLISH, 'en', english], ['Mongolian', VERTICAL, 'mn-Mong', vertical]]) {
  describe(`${name} pages`, { skip }, () => {
    test('name each other and the Chinese pages, both ways', async () => {
      for (const file of pages(root, code)) {
        const there = await open(root, `${code}/${file}`);
        const back = await open(root, file);
        const links = await alternates(there.page);
        const own = await there.page.evaluate(() => (document.querySelector('link[rel=canonical]') || location).href);
        const base = own.slice(0, -`${code}/${file}`.length);
        assert.deepEqual(links, await alternates(back.page), file);
        assert.deepEqual(links.map(([language]) => language), [code, 'x-default', 'zh-CN'].sort());
        for (const [, href] of links) assert.ok(existsSync(path.join(root, href.slice(base.length))), href);
        await there.page.close();
        await back.page.close();
      }
    });

    test('switch to the same page and back; elsewhere to the home page', async () => {
      const matter = pages(root, code)[5];
      const { page } = await open(root, matter);
      await Promise.all([page.waitForNavigation(), page.click(`.tongues a[hreflang=${code}]`)]);
      assert.ok(page.url().endsWith(`${code}/${matter}`), page.url());
      await Promise.all([page.waitForNavigation(), page.$eval('.tongues a[hreflang=zh-CN]', (a) => a.click())]);
      assert.ok(page.url().endsWith(`public/${matter}`) || !page.url().includes(code), page.url());
      await page.close();
      const notices = await open(root, 'notices/index.html');
      assert.ok((await notices.page.$eval(`.tongues a[hreflang=${code}]`, (a) => a.href)).endsWith(`${code}/index.html`));
      assert.deepEqual(await alternates(notices.page), []);
      await notices.page.close();
    });

    test('have no errors, ask nothing of others, mark all Chinese, keep within 800 elements', async () => {
      for (const file of pages(root, code)) {
        const { page, problems } = await open(root, `${code}/${file}`);
        assert.deepEqual(problems, [], file);
        assert.equal(await page.$eval('html', (el) => el.lang), code);
        assert.deepEqual(await unmarked(page), [], file);
        assert.equal((await page.$$('h1')).length, 1);
        const elements = await page.evaluate(() => document.querySelectorAll('*').length);
        assert.ok(elements < 800, `${file}: ${elements}`);
        await page.close();
      }
    });

    test('pass axe', async () => {
      for (const file of pages(root, code)) {
        const { page } = await open(root, `${code}/${file}`);
        assert.deepEqual(await axe(page), [], file);
        await page.close();
      }
    });
  });
}

describe('English', { skip: english }, () => {
  test('does not scroll sideways at 320 pixels, also in the largest letters', async () => {
    for (const file of pages(ENGLISH, 'en')) {
      const { page } = await open(ENGLISH, `en/${file}`, { width: 320 });
      for (const size of ['', 'largest']) {
        await page.evaluate((s) => document.querySelector(`button[data-size="${s}"]`).click(), size);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${file} ${size}: ${wide} pixels too wide`);
      }
      await page.evaluate(() => localStorage.clear());
      await page.close();
    }
  });

  test('tells of the moment in English', async () => {
    for (const [clock, told] of [
      ['2026-10-12T10:00:00+08:00', /^Open now/],
      ['2026-10-12T12:30:00+08:00', /^Closed for lunch.*opens again at 13:00/],
      ['2026-10-16T20:00:00+08:00', /^Closed now.*opens Monday, 19 October 9:00/],
    ]) {
      const { page } = await open(ENGLISH, 'en/index.html', { clock });
      assert.match(await page.$eval('.hours .now', (el) => el.textContent), told, clock);
      await page.close();
    }
  });

  test('has the window of a moved service with its days', async () => {
    const file = pages(ENGLISH, 'en');
    const moved = readdirSync(path.join(ENGLISH, 'en/matters')).map((f) => `en/matters/${f}`)
      .find((f) => readFileSync(path.join(ENGLISH, f), 'utf8').includes('class="days">From Monday, 12 October'));
    assert.ok(moved, `${file.length} kinds of pages, none with a change`);
  });
});

describe('vertical pages', { skip: vertical }, () => {
  test('run from top to bottom, columns from left to right, in the font they bring', async () => {
    for (const file of pages(VERTICAL, 'mn-Mong')) {
      const { page } = await open(VERTICAL, `mn-Mong/${file}`);
      const modes = await page.$$eval('html, body, .nav, h1', (all) => all.map((el) => getComputedStyle(el).writingMode));
      assert.deepEqual(new Set(modes), new Set(['vertical-lr']), file);
      const fonts = await page.evaluate(async () => {
        await document.fonts.ready;
        return [...document.fonts].filter((f) => f.status === 'loaded').map((f) => f.family.replaceAll('"', ''));
      });
      assert.deepEqual(fonts, ['Noto Sans Mongolian'], file);
      const [nav, main] = await page.$$eval('.nav, main', (all) => all.map((el) => el.getBoundingClientRect().left));
      assert.ok(nav < main, `${file}: the navigation stands left of the text`);
      const high = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
      assert.ok(high <= 0, `${file}: ${high} pixels too high`);
      await page.close();
    }
  });

  test('alone have the font; other pages neither load nor allow it', async () => {
    const { page } = await open(VERTICAL, 'index.html');
    assert.equal(await page.evaluate(() => document.fonts.size), 0);
    assert.doesNotMatch(readFileSync(path.join(VERTICAL, 'index.html'), 'utf8'), /font-src/);
    assert.ok(await page.$eval('.tongues .drawn path', (el) => el.getBBox().width > 100), 'the name is drawn');
    await page.close();
  });

  test('numbers stand upright', async () => {
    const { page } = await open(VERTICAL, 'mn-Mong/windows/index.html');
    const upright = await page.$$eval('.num, .numbers b', (all) => all.map((el) => getComputedStyle(el).writingMode));
    assert.ok(upright.length > 5 && upright.every((mode) => mode === 'horizontal-tb'));
    await page.close();
  });
});
