// The touch terminal, from a folder, in a real browser.
//
//   HALLPRESS_PUBLIC=/path/to/public CHROMIUM=/usr/bin/chromium node --test kiosk.test.mjs
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const PUBLIC = process.env.HALLPRESS_PUBLIC && path.resolve(process.env.HALLPRESS_PUBLIC);
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const skip = PUBLIC ? false : 'set HALLPRESS_PUBLIC to a built public folder';

describe('the touch terminal', { skip }, () => {
  let browser;
  const local = (file) => pathToFileURL(path.join(PUBLIC, file)).href;
  before(async () => {
    browser = await puppeteer.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
  });
  after(() => browser?.close());

  async function start(query = '', setUp) {
    const page = await browser.newPage();
    if (setUp) await setUp(page);
    const problems = [];
    page.on('console', (m) => ['error', 'warn'].includes(m.type()) && problems.push(m.text()));
    page.on('pageerror', (e) => problems.push(e.message));
    await page.setViewport({ width: 1080, height: 1920, hasTouch: true });
    await page.goto(local('kiosk.html') + query, { waitUntil: 'load' });
    return { page, problems };
  }
  const tap = (page, keys) => keys.split('').reduce((before, key) => before.then(() => page.tap(`[data-key="${key}"]`)), Promise.resolve());

  test('typing on the screen finds a matter, and its page leads back', async () => {
    const { page, problems } = await start();
    await tap(page, 'SF');
    await page.waitForFunction(() => window.hallpressSearchIndex);
    await tap(page, 'Z');
    assert.equal(await page.$eval('#q', (el) => el.value), 'SFZ');
    await page.waitForSelector('[data-results] .hit');
    const hits = await page.$$eval('[data-results] .hit-name', (all) => all.map((el) => el.textContent));
    assert.ok(hits.some((name) => name.includes('身份证')), hits.join());
    await page.tap('[data-key="back"]');
    assert.equal(await page.$eval('#q', (el) => el.value), 'SF');
    await page.tap('[data-key="clear"]');
    assert.equal(await page.$eval('[data-results]', (el) => el.hidden), true);
    await tap(page, 'SFZ');
    await page.waitForSelector('[data-results] .hit');
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.tap('[data-results] .hit')]);
    await page.waitForSelector('.kiosk-bar a');
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.tap('.kiosk-bar a')]);
    assert.equal(page.url(), local('kiosk.html'));
    assert.equal(await page.$eval('#q', (el) => el.value), '');
    assert.deepEqual(problems, []);
    await page.close();
  });

  test('returns to the start when nobody is there, and forgets what the visitor chose', async () => {
    // The time of nobody being there ends when the test says so.
    const { page } = await start('?idle=90', (page) => page.evaluateOnNewDocument(() => {
      const real = window.setTimeout;
      window.setTimeout = (act, wait) => wait === 90000 ? (window.leave = act, 0) : real(act, wait);
    }));
    await page.click('button[data-size="largest"]');
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click('main .tiles a')]);
    await page.waitForSelector('.kiosk-bar');
    assert.equal(await page.$eval('html', (el) => el.dataset.size), 'largest', 'kept while the visitor is there');
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.evaluate(() => window.leave())]);
    assert.equal(page.url(), local('kiosk.html'));
    assert.equal(await page.$eval('html', (el) => el.dataset.size ?? ''), '');
    await page.close();
  });

  test('a minute is the rule, and every touch begins it anew', async () => {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(() => {
      window.waits = [];
      const real = window.setTimeout;
      window.setTimeout = (act, wait) => { window.waits.push(wait); return real(act, wait); };
    });
    await page.goto(local('kiosk.html'), { waitUntil: 'load' });
    const before = await page.evaluate(() => window.waits.length);
    await page.click('[data-key="A"]');
    const waits = await page.evaluate(() => window.waits);
    assert.ok(waits.length > before && waits.at(-1) === 60000);
    await page.close();
  });

  test('nothing leads out: no other host, no telephone, no download', async () => {
    const { page } = await start();
    for (const file of ['index.html', 'kiosk.html', 'notices/index.html', 'service/index.html', 'service/downloads.html']) {
      await page.goto(local(file), { waitUntil: 'load' });
      await page.waitForFunction(() => window.hallpressKiosk);
      const out = await page.evaluate(() => {
        const folder = new URL(document.body.dataset.root || './', location.href).href;
        const at = (a) => new URL(a.getAttribute('href'), location.href).href;
        const follows = (a) => a.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
        const added = ['https://example.org/', 'tel:12345', 'mailto:a@b.c', 'assets/x.pdf'].map((href) => {
          const a = Object.assign(document.createElement('a'), { href, textContent: href });
          document.querySelector('main').append(a);
          return a;
        });
        const outward = [...document.querySelectorAll('a[href]')].filter((a) => !at(a).startsWith(folder) || !/(\/|\.html)(#.*)?$/.test(at(a)));
        if (!added.every((a) => outward.includes(a))) return ['the test sees no outward links'];
        return outward.filter(follows).map(at);
      });
      assert.deepEqual(out, [], file);
    }
    await page.close();
  });

  test('a window on a plan can be touched', async () => {
    const { page, problems } = await start();
    const floor = readdirSync(path.join(PUBLIC, 'floors')).find((f) => readFileSync(path.join(PUBLIC, 'floors', f), 'utf8').includes('plan-svg'));
    await page.goto(local(`floors/${floor}`), { waitUntil: 'load' });
    await page.waitForSelector('.kiosk-bar a');
    // A later plan shows the windows that stay as copies of those of the first: they are found by where they are drawn.
    const at = await page.evaluate(() => {
      const plan = document.querySelector('.plan-figure:not([hidden]) .plan-svg');
      plan.scrollIntoView();
      const { x, y, width, height } = document.querySelector('.plan-window rect');
      const centre = new DOMPoint(x.baseVal.value + width.baseVal.value / 2, y.baseVal.value + height.baseVal.value / 2);
      const { x: left, y: top } = centre.matrixTransform(plan.getScreenCTM());
      return { left, top };
    });
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.touchscreen.tap(at.left, at.top)]);
    assert.notEqual(page.url(), local(`floors/${floor}`));
    await page.waitForSelector('.kiosk-bar a');
    assert.deepEqual(problems, []);
    await page.close();
  });

  test('keys and tiles are large enough for a finger, and nothing scrolls sideways', async () => {
    for (const width of [1080, 768, 390]) {
      const { page } = await start();
      await page.setViewport({ width, height: 1200 });
      const small = await page.$$eval('[data-key], main .tiles a', (all) => all.map((el) => el.getBoundingClientRect()).filter((r) => r.height < 44 || r.width < 24).length);
      assert.equal(small, 0, `${width}`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${width}`);
      await page.close();
    }
  });

  test('a visitor at home never gets the terminal', async () => {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.goto(local('index.html'), { waitUntil: 'load' });
    assert.equal(await page.evaluate(() => window.hallpressKiosk), undefined);
    assert.equal(await page.$('.kiosk-bar'), null);
    await context.close();
  });
});
