// The search's ranking without a browser, over the fixture both rankings are held to; then in a real one, over a built
// public folder, with every kept query.
//
//   HALLPRESS_PUBLIC=/path/to/public CHROMIUM=/usr/bin/chromium node --test search.test.mjs
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import vm from 'node:vm';
import puppeteer from 'puppeteer-core';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PUBLIC = process.env.HALLPRESS_PUBLIC && path.resolve(process.env.HALLPRESS_PUBLIC);
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const skip = PUBLIC ? false : 'set HALLPRESS_PUBLIC to a built public folder';

/** The index of search.js over `data`, as the page makes it. */
function index(data) {
  const window = {};
  vm.runInNewContext(readFileSync(path.join(ROOT, 'layouts/assets/search.js'), 'utf8'), { window, TextDecoder });
  return new window.hallpressSearchIndex(data);
}

/** The data a built site gives the browser. */
function built() {
  const folder = path.join(PUBLIC, 'assets');
  const name = readdirSync(folder).find((f) => f.startsWith('search-data.'));
  const window = {};
  vm.runInNewContext(readFileSync(path.join(folder, name), 'utf8'), { window });
  return window.hallpressSearch;
}

/** The kept queries; the file is written in one way only. */
function queries() {
  const text = readFileSync(path.join(ROOT, 'content/words/queries.yaml'), 'utf8');
  const each = [...text.matchAll(/- 问法: (.+)\n\s+找到: \[(.+)\]\n\s+方式: (.+)\n/g)];
  assert.equal(each.length, text.split('问法:').length - 1, 'a query is written in another way');
  return each.map(([, asked, ids, way]) => ({ asked, ids: ids.split(', '), way }));
}

test('ranks as the program does, to the same scores', () => {
  const shared = JSON.parse(readFileSync(path.join(ROOT, 'tests/data/search.json'), 'utf8'));
  const own = index(shared.data);
  for (const [query, ranked] of Object.entries(shared.ranked)) {
    // What comes out of another context has other prototypes.
    const hits = Array.from(own.find(query), (hit) => [hit.doc.page, hit.score]);
    assert.deepEqual(hits.map(([page]) => page), ranked.map(([page]) => page), query);
    hits.forEach(([, score], n) => assert.ok(Math.abs(score - ranked[n][1]) < 1e-9, `${query}: ${score} ${ranked[n][1]}`));
  }
});

describe('the built site', { skip }, () => {
  test('finds every matter by every part of its name', () => {
    const own = index(built());
    const missed = [];
    const matters = own.docs.filter((d) => d.kind === 0);
    assert.ok(matters.length > 100, `${matters.length} matters`);
    for (const doc of matters) {
      for (let from = 0; from < doc.name.length; from++) {
        for (let to = from + 2; to <= Math.min(from + 6, doc.name.length); to++) {
          const part = doc.name.slice(from, to);
          if (own.plain(part) && !own.find(part).some((hit) => hit.doc === doc)) missed.push(`${part}: ${doc.name}`);
        }
      }
    }
    assert.deepEqual(missed, []);
  });

  test('answers a key within the time of a frame or two', () => {
    const own = index(built());
    const times = queries().map(({ asked }) => {
      const start = performance.now();
      own.find(asked);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    assert.ok(times[times.length >> 1] < 30, `median ${times[times.length >> 1]} ms`);
  });
});

describe('in a browser', { skip }, () => {
  let browser;
  let page;

  before(async () => {
    browser = await puppeteer.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
  });
  after(() => browser?.close());

  const local = (file) => pathToFileURL(path.join(PUBLIC, file)).href;
  async function open(url, width = 1280) {
    page = await browser.newPage();
    await page.setViewport({ width, height: 900 });
    await page.goto(url, { waitUntil: 'load' });
    return page;
  }
  async function ask(text) {
    await page.focus('#q');
    await page.waitForFunction(() => window.hallpressSearchIndex);
    await page.$eval('#q', (el, value) => {
      el.value = value;
      el.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
    return page.$$eval('[data-results] .hit', (hits) => hits.map((hit) => ({ href: hit.href, text: hit.textContent, html: hit.innerHTML })));
  }

  test('every kept query finds its matter among the first five', async () => {
    await open(local('index.html'));
    const missed = [];
    let first = 0;
    for (const { asked, ids, way } of queries()) {
      const hits = (await ask(asked)).map((hit) => hit.href);
      const rank = hits.findIndex((href) => ids.some((id) => href.endsWith(`/matters/${id}.html`)));
      if (rank === 0) first++;
      if (rank < 0 || rank >= 5) missed.push(`${asked} (${way}): ${rank}`);
    }
    console.log(`first: ${first} of ${queries().length}`);
    assert.deepEqual(missed, []);
    assert.ok(queries().length >= 100);
    await page.close();
  });

  test('a result marks what was asked, and shows alias, unit, window and floor', async () => {
    await open(local('index.html'), 390);
    const [hit] = await ask('身份证丢了');
    assert.match(hit.html, /也叫：<mark>身份证丢了<\/mark>/);
    assert.match(hit.text, /公安局/);
    assert.match(hit.text, /窗口，.*楼/);
    assert.match((await ask('居住证'))[0].html, /<mark>居住证<\/mark>申领/);
    assert.match((await ask('juzhuzheng'))[0].html, /<mark>居住证<\/mark>申领/);
    assert.doesNotMatch((await ask('审批局')).slice(1).map((hit) => hit.text).join('\n'), /也叫/, 'what was found by its unit names no alias');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} pixels too wide`);
    await page.close();
  });

  test('what is not there leads to the nearest, the whole list and the phone', async () => {
    await open(local('index.html'));
    const hits = await ask('魔法证');
    assert.ok(hits.length > 0 && hits.length <= 3, `${hits.length}`);
    const said = await page.$eval('[data-results]', (el) => el.textContent);
    assert.match(said, /没有找到“魔法证”/);
    assert.match(said, /拨打 \d+/);
    assert.ok(await page.$('[data-results] .none a[href$="a-z.html"]'));
    await page.close();
  });

  test('the results page shows what was asked', async () => {
    await open(`${local('a-z.html')}?q=${encodeURIComponent('護照換發')}`);
    await page.waitForSelector('[data-page-results] .hit');
    assert.match(await page.$eval('[data-page-results] .hit', (el) => el.textContent), /普通护照换发/);
    assert.ok(existsSync(path.join(PUBLIC, 'a-z.html')));
    await page.close();
  });
});
