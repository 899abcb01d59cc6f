// Guides of matters in a real browser: the full one, the brief one, and high contrast.
//
//   HALLPRESS_PUBLIC=/path/to/public CHROMIUM=/usr/bin/chromium node --test matter.test.mjs
//
// `zbarimg` reads the code; without it that test is skipped.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const PUBLIC = process.env.HALLPRESS_PUBLIC && path.resolve(process.env.HALLPRESS_PUBLIC);
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const skip = PUBLIC ? false : 'set HALLPRESS_PUBLIC to a built public folder';
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const reader = spawnSync('zbarimg', ['--version']).error ? 'zbarimg is not installed' : false;

describe('guides', { skip }, () => {
  let browser, folder, matters;
  const local = (file) => pathToFileURL(path.join(PUBLIC, file)).href;
  before(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'hallpress-'));
    matters = readdirSync(path.join(PUBLIC, 'matters')).filter((f) => f.endsWith('.html')).map((f) => f.slice(0, -5));
    assert.ok(matters.length > 100, `only ${matters.length} guides were built`);
    browser = await puppeteer.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  async function open(file, width = 1280) {
    const page = await browser.newPage();
    await page.setViewport({ width, height: 900, deviceScaleFactor: 2 });
    await page.goto(local(file), { waitUntil: 'load' });
    return page;
  }
  /** What axe finds, text of 7:1 included. */
  async function faults(page) {
    await page.evaluate(readFileSync(AXE, 'utf8'));
    const found = await page.evaluate(() =>
      axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice', 'wcag2aaa'], rules: { 'target-size': { enabled: true } } }));
    return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`);
  }
  const some = () => matters.filter((_, n) => n % Math.ceil(matters.length / 4) === 0);
  /** Pages of a document on A4. */
  async function sheets(page) {
    const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    return pdf.match(/\/Type\s*\/Page\b(?!s)/g).length;
  }

  test('every brief guide and its full guide name each other, and search engines are sent to the full one', () => {
    const map = readFileSync(path.join(PUBLIC, 'sitemap.xml'), 'utf8');
    for (const id of matters) {
      const full = readFileSync(path.join(PUBLIC, 'matters', `${id}.html`), 'utf8');
      const brief = readFileSync(path.join(PUBLIC, 'matters', id, 'brief.html'), 'utf8');
      assert.ok(full.includes(`href="../matters/${id}/brief.html"`), id);
      assert.ok(brief.includes(`href="../../matters/${id}.html"`), id);
      const address = full.match(/<link rel="canonical" href="([^"]+)"/)[1];
      assert.equal(brief.match(/<link rel="canonical" href="([^"]+)"/)[1], address, id);
      assert.ok(map.includes(`<loc>${address}</loc>`) && !map.includes('brief.html'), id);
    }
  });

  test('a brief guide is half a sheet at most', async () => {
    for (const id of some()) {
      const page = await open(`matters/${id}/brief.html`);
      assert.equal(await sheets(page), 1, id);
      await page.emulateMediaType('print');
      await page.setViewport({ width: 688, height: 900 });
      // A4 less its margins is 273 mm; 96 pixels are an inch.
      const height = await page.$eval('.brief', (el) => el.getBoundingClientRect().height);
      assert.ok(height < (273 / 2 / 25.4) * 96, `${id}: ${height}`);
      await page.close();
    }
  });

  test('a full guide is three sheets at most, and its page is light', async () => {
    for (const id of some()) {
      const page = await open(`matters/${id}.html`);
      assert.ok((await sheets(page)) <= 3, id);
      assert.ok((await page.evaluate(() => document.querySelectorAll('*').length)) < 800, id);
      await page.close();
    }
    for (const id of matters) {
      const elements = readFileSync(path.join(PUBLIC, 'matters', `${id}.html`), 'utf8').match(/<[a-zA-Z]/g).length;
      assert.ok(elements < 800, `${id}: ${elements}`);
    }
  });

  test('the plan rings the windows that the page names', async () => {
    let plans = 0;
    for (const id of some()) {
      const page = await open(`matters/${id}.html`);
      const told = await page.$$eval('.matter-plan figure', (all) =>
        all.map((el) => ({ words: el.querySelector('figcaption').textContent, rings: el.querySelectorAll('.plan-mark circle').length })));
      for (const { words, rings } of told) {
        plans += 1;
        assert.equal(rings, words.match(/[A-Z]?\d+(?=[、窗])/g).length, `${id}: ${words}`);
      }
      await page.close();
    }
    assert.ok(plans > 0);
  });

  test('the code on the page leads to it', { skip: reader }, async () => {
    const id = matters[0];
    for (const file of [`matters/${id}.html`, `matters/${id}/brief.html`]) {
      const page = await open(file);
      const picture = path.join(folder, 'code.png');
      const code = await page.waitForSelector('.code svg');
      await code.screenshot({ path: picture });
      const read = spawnSync('zbarimg', ['--quiet', '--raw', picture], { encoding: 'utf8' }).stdout.trim();
      assert.equal(read, await page.$eval('link[rel=canonical]', (el) => el.href));
      assert.equal(read, await page.$eval('.code span', (el) => el.textContent));
      await page.close();
    }
  });

  test('high contrast is kept from page to page and moves nothing', async () => {
    const page = await open(`matters/${matters[0]}.html`, 390);
    const place = () => page.$eval('main', (el) => el.getBoundingClientRect().top);
    const top = await place();
    await page.click('[data-look]');
    assert.equal(await place(), top);
    for (const file of ['index.html', `matters/${matters[0]}/brief.html`, `matters/${matters[0]}.html`, 'windows/index.html']) {
      await page.goto(local(file), { waitUntil: 'load' });
      assert.equal(await page.$eval('html', (el) => el.dataset.contrast), 'more', file);
      assert.equal(await page.$eval('[data-look]', (el) => el.ariaPressed), 'true', file);
      assert.deepEqual(await faults(page), [], file);
    }
    await page.click('[data-look]');
    await page.reload({ waitUntil: 'load' });
    assert.equal(await page.$eval('html', (el) => el.dataset.contrast), 'usual');
    await page.close();
  });

  test('a device that asks for high contrast has it, also without script', async () => {
    for (const script of [true, false]) {
      // A context of its own: nothing is kept from other tests.
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setJavaScriptEnabled(script);
      const client = await page.createCDPSession();
      await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-contrast', value: 'more' }] });
      await page.goto(local(`matters/${matters[0]}.html`), { waitUntil: 'load' });
      const shown = await client.send('Runtime.evaluate', { expression: 'getComputedStyle(document.body).color' });
      assert.equal(shown.result.value, 'rgb(0, 0, 0)', `script: ${script}`);
      await context.close();
    }
  });

  test('axe finds nothing on guides, text of 7:1 included', async () => {
    for (const id of some()) {
      for (const [file, width] of [[`matters/${id}.html`, 390], [`matters/${id}.html`, 1280], [`matters/${id}/brief.html`, 390]]) {
        const page = await open(file, width);
        await page.$$eval('details', (all) => all.forEach((el) => { el.open = true; }));
        assert.deepEqual(await faults(page), [], `${file} ${width}`);
        await page.close();
      }
    }
  });

  test('the header of a phone leaves room for the page, and main targets are large in the large sizes', async () => {
    const page = await open(`matters/${matters[0]}.html`, 390);
    assert.ok((await page.$eval('.nav', (el) => el.getBoundingClientRect().bottom)) <= 260);
    for (const size of ['large', 'largest']) {
      await page.click(`button[data-size="${size}"]`);
      const low = await page.$$eval('.nav a, .sizes button, .search input, .search button, .plate', (all) =>
        all.map((el) => [el.textContent, el.getBoundingClientRect().height]).filter(([, height]) => height < 60));
      assert.deepEqual(low, [], size);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390, size);
    }
    await page.close();
  });

  test('the address is copied, and the button of sharing keeps its place', async () => {
    const page = await open(`matters/${matters[0]}.html`, 390);
    const button = await page.$('[data-copy]');
    await button.evaluate((el) => el.scrollIntoView({ block: 'center' }));
    await button.click();
    await page.waitForFunction(() => document.querySelector('[data-copied]').textContent);
    const place = await page.$eval('[data-share]', (el) => el.getBoundingClientRect().width);
    assert.ok(place > 0);
    await page.close();
  });
});
