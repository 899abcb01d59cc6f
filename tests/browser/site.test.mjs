// The website in a real browser, over a built public folder.
//
//   HALLPRESS_PUBLIC=/path/to/public CHROMIUM=/usr/bin/chromium node --test site.test.mjs
//
// HALLPRESS_HOLIDAY: the public folder of the starter hall as of 2026-09-29T09:00, before a holiday of a week.
//
// The folder is to be a build of the sample hall as of 2026-10-09T09:00, when changes of 12 to 19 October lie ahead.
import assert from 'node:assert/strict';
import { createReadStream, existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const PUBLIC = process.env.HALLPRESS_PUBLIC && path.resolve(process.env.HALLPRESS_PUBLIC);
const HOLIDAY = process.env.HALLPRESS_HOLIDAY && path.resolve(process.env.HALLPRESS_HOLIDAY);
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const skip = PUBLIC ? false : 'set HALLPRESS_PUBLIC to a built public folder';
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let browser, server, base;

const files = (folder) =>
  readdirSync(path.join(PUBLIC, folder)).filter((f) => f.endsWith('.html')).map((f) => `${folder}/${f}`);
/** The first page of a folder whose path is as `asked`. */
const like = (folder, asked) => files(folder).find((f) => asked.test(f)) ?? `${folder}/ (no page like ${asked})`;
const other = (folder) => like(folder, /\/(?!index\.html)/);

/** One page of every kind. A kind of which nothing was built fails: what is not there has no faults. */
const kinds = () => {
  const wanted = [
    'index.html', 'a-z.html', '404.html', 'windows/index.html', 'units/index.html', 'themes/index.html',
    'venues/index.html', 'notices/index.html', ...files('service'),
    other('windows'), other('units'), other('themes'), other('floors'), 'venues/gjj.html',
    like('notices', /change-/), like('notices', /\/20/), 'matters/gaj-shenfenzheng-huanbu.html',
  ];
  assert.deepEqual(wanted.filter((f) => !existsSync(path.join(PUBLIC, f))), [], 'kinds of pages that were not built');
  return wanted;
};

/** Opens a page; collects what goes wrong and what is asked of other hosts. */
async function open(url, { width = 1280, script = true, clock = null } = {}) {
  const page = await browser.newPage();
  const problems = [];
  page.on('console', (m) => ['error', 'warn'].includes(m.type()) && problems.push(`console: ${m.text()}`));
  page.on('pageerror', (e) => problems.push(`error: ${e.message}`));
  page.on('requestfailed', (r) => problems.push(`failed: ${r.url()}`));
  page.on('request', (r) => {
    if (!r.url().startsWith(base) && !r.url().startsWith('file:') && !r.url().startsWith('data:')) problems.push(`foreign: ${r.url()}`);
  });
  page.on('response', (r) => r.status() >= 400 && problems.push(`${r.status()}: ${r.url()}`));
  await page.setViewport({ width, height: 900 });
  if (!script) await page.setJavaScriptEnabled(false);
  if (clock) {
    await page.evaluateOnNewDocument((at) => {
      const Real = Date;
      const shift = Real.parse(at) - Real.now();
      const Fake = function (...args) {
        return args.length ? new Real(...args) : new Real(Real.now() + shift);
      };
      Fake.now = () => Real.now() + shift;
      Fake.UTC = Real.UTC;
      Fake.parse = Real.parse;
      Fake.prototype = Real.prototype;
      window.Date = Fake;
    }, clock);
  }
  await page.goto(url, { waitUntil: 'load' });
  return { page, problems };
}

const local = (file) => pathToFileURL(path.join(PUBLIC, file)).href;

async function search(page, text) {
  await page.focus('#q');
  await page.waitForFunction(() => window.hallpressSearchIndex);
  await page.$eval('#q', (el) => { el.value = ''; });
  await page.type('#q', text);
  await page.waitForSelector('[data-results] .count');
  return page.$$eval('[data-results] .hit', (hits) => hits.map((h) => ({ name: h.querySelector('.hit-name').textContent, text: h.textContent, href: h.href })));
}

before(async () => {
  if (skip) return;
  server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, 'http://x').pathname).replace(/\/$/, '/index.html');
    const file = path.join(PUBLIC, name);
    if (!file.startsWith(PUBLIC) || !existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    return createReadStream(file).pipe(response);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${server.address().port}/`;
  browser = await puppeteer.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
});

after(async () => {
  await browser?.close();
  server?.close();
});

describe('every kind of page', { skip }, () => {
  for (const [name, url] of [['from a folder', local], ['over http', (file) => base + file]]) {
    test(`has no errors and asks nothing of others, ${name}`, async () => {
      for (const file of kinds()) {
        const { page, problems } = await open(url(file));
        assert.deepEqual(problems, [], file);
        await page.close();
      }
    });
  }

  test('does not scroll sideways at 320 pixels, also in the largest letters', async () => {
    for (const file of kinds()) {
      const { page } = await open(local(file), { width: 320 });
      for (const size of ['', 'largest']) {
        await page.evaluate((s) => document.querySelector(`button[data-size="${s}"]`).click(), size);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${file} ${size}: ${wide} pixels too wide`);
      }
      await page.evaluate(() => localStorage.clear());
      await page.close();
    }
  });

  test('passes axe', async () => {
    for (const file of kinds()) {
      const { page } = await open(base + file);
      // The policy forbids injected scripts, so axe runs outside of it.
      await page.setBypassCSP(true);
      await page.reload();
      await page.addScriptTag({ path: AXE });
      const found = await page.evaluate(async () => {
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        const result = await window.axe.run(document, { runOnly: tags, rules: { 'target-size': { enabled: true } } });
        return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(' | ')}`);
      });
      assert.deepEqual(found, [], file);
      await page.close();
    }
  });

  test('can be read without script', async () => {
    for (const file of kinds()) {
      const { page } = await open(local(file), { script: false });
      const text = await page.$eval('main', (el) => el.innerText);
      assert.ok(text.length > 40, file);
      await page.close();
    }
  });
});

describe('the search', { skip }, () => {
  const first = [
    ['居民身份证换领', '居民身份证换领、补领'],
    ['身份证丢了', '居民身份证换领、补领'],
    ['shenfenzheng', /身份证/],
    ['sfz', /身份证/],
    ['身份证丢了怎么办', '居民身份证换领、补领'],
    ['A01', 'A01窗口'],
    ['身分证', /身份证/],
  ];
  for (const [name, url] of [['from a folder', local], ['over http', (file) => base + file]]) {
    test(`finds by name, alias, pinyin, initials, sound and number, ${name}`, async () => {
      const { page, problems } = await open(url('index.html'));
      for (const [query, wanted] of first) {
        const hits = await search(page, query);
        assert.ok(hits.length > 0, query);
        if (wanted instanceof RegExp) assert.match(hits[0].text, wanted, query);
        else assert.equal(hits[0].name, wanted, query);
      }
      assert.deepEqual(problems, []);
      await page.close();
    });
  }

  test('names unit, window and floor, and the alias that matched', async () => {
    const { page } = await open(local('units/index.html'));
    const [hit] = await search(page, '身份证丢了');
    assert.match(hit.text, /也叫：身份证丢了.*公安局.*窗口.*1F/);
    const answer = await fetchable(page, hit.href);
    assert.ok(answer, hit.href);
    await page.close();
  });

  test('offers a way on when nothing is found', async () => {
    const { page } = await open(local('index.html'));
    await page.focus('#q');
    await page.waitForFunction(() => window.hallpressSearchIndex);
    await page.type('#q', 'qqqqzzzz');
    const text = await page.waitForSelector('[data-results] .none').then((el) => el.evaluate((e) => e.textContent));
    assert.match(text, /7660000/);
    await page.close();
  });

  test('Enter leads to the list of matters, with results and without script', async () => {
    for (const script of [true, false]) {
      const { page } = await open(local('index.html'), { script });
      await page.type('#q', '公积金');
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      assert.match(page.url(), /a-z\.html\?q=/);
      if (script) {
        await page.waitForSelector('[data-page-results] .hit');
      } else {
        assert.match(await page.$eval('main', (el) => el.innerText), /公积金/);
      }
      await page.close();
    }
  });
});

const fetchable = (page, href) => existsSync(decodeURIComponent(new URL(href).pathname));

describe('truth over time', { skip }, () => {
  const shown = (page, selector) => page.$$eval(selector, (all) => all.filter((el) => el.offsetParent !== null).map((el) => el.innerText));
  const moved = 'windows/w-b14.html';

  test('a window that moves on 12 October has one number before, another after, both without script', async () => {
    const before = await open(local(moved), { clock: '2026-10-11T23:00:00+08:00' });
    assert.deepEqual(await before.page.$$eval('.phase', (p) => p.map((el) => el.hidden)), [false, false]);
    assert.match((await shown(before.page, '.phase:not(.is-next) dl'))[0], /B14窗口/);
    const later = await open(local(moved), { clock: '2026-10-12T00:30:00+08:00' });
    const now = await shown(later.page, '.phase');
    assert.equal(now.length, 1);
    assert.match(now[0], /E13窗口/);
    assert.match((await shown(later.page, 'h1 .plate')).join(), /^E13/);
    const plain = await open(local(moved), { script: false });
    const both = await shown(plain.page, '.phase');
    assert.equal(both.length, 2);
    assert.match(both[0], /10月12日（星期一）前/);
    assert.match(both[1], /自10月12日（星期一）起/);
    for (const { page } of [before, later, plain]) await page.close();
  });

  test('whether a window is open is told from the clock, in China time', async () => {
    const at = async (clock) => {
      const { page } = await open(local('windows/w-c05.html'), { clock });
      const text = await page.$eval('.window-title .now', (el) => el.innerText);
      await page.close();
      return text.replace(/\s+/g, ' ');
    };
    assert.match(await at('2026-10-09T10:00:00+08:00'), /^正在服务/);
    assert.match(await at('2026-10-09T12:30:00+08:00'), /^午间休息 13:00 恢复服务/);
    assert.match(await at('2026-10-09T20:00:00+08:00'), /^已下班 下次服务 10月10日（星期六，调休上班）9:00/);
    // 10 October is a Saturday worked for the National Day holiday, 11 October an ordinary Sunday.
    assert.match(await at('2026-10-10T10:00:00+08:00'), /^正在服务/);
    assert.match(await at('2026-10-11T10:00:00+08:00'), /^今日休息 下次服务 10月12日（星期一）9:00/);
    // A reader abroad, or a phone set to another zone, is told the hall's time.
    assert.match(await at('2026-10-09T02:00:00Z'), /^正在服务/);
    assert.equal((await at('2027-03-01T10:00:00+08:00')).trim(), '');
  });

  test('in a holiday nothing is open, and the next day of service is named', { skip: HOLIDAY ? false : 'set HALLPRESS_HOLIDAY to a site built as of 2026-09-29T09:00' }, async () => {
    const file = readdirSync(path.join(HOLIDAY, 'windows')).find((f) => f !== 'index.html');
    const at = async (clock) => {
      const { page } = await open(pathToFileURL(path.join(HOLIDAY, 'windows', file)).href, { clock });
      const text = await page.$eval('.window-title .now', (el) => el.innerText);
      await page.close();
      return text.replace(/\s+/g, ' ');
    };
    assert.match(await at('2026-09-30T10:00:00+08:00'), /^正在服务/);
    assert.match(await at('2026-10-01T10:00:00+08:00'), /^放假休息 国庆节放假，10月8日（星期四）9:00恢复/);
    assert.match(await at('2026-10-07T23:59:00+08:00'), /^放假休息 国庆节放假，10月8日（星期四）9:00恢复/);
    assert.match(await at('2026-10-10T10:00:00+08:00'), /^正在服务/);
  });

  test('a notice shows from its first day to its last, also without a new build', async () => {
    const at = async (clock) => {
      const { page } = await open(local('windows/w-g09.html'), { clock });
      const told = await shown(page, '.notice');
      await page.close();
      return told.join();
    };
    assert.match(await at('2026-10-13T09:00:00+08:00'), /G09窗口10月14日/);
    assert.match(await at('2026-10-16T23:30:00+08:00'), /G09窗口10月14日/);
    assert.doesNotMatch(await at('2026-10-17T00:00:30+08:00'), /G09窗口10月14日/);
  });

  test('a suspended window says nothing of being open', async () => {
    const file = files('windows').find((f) => readFileSync(path.join(PUBLIC, f), 'utf8').includes('is-suspended'));
    assert.ok(file);
    const { page } = await open(local(file), { clock: '2026-10-15T10:00:00+08:00' });
    assert.deepEqual(await shown(page, '.window-title .now'), []);
    assert.match((await shown(page, '.phase:not(.is-next)')).join(), /暂停服务/);
    await page.close();
  });
});

describe('the calendar', { skip }, () => {
  const october = '#m-2026-10';

  test('says of every day in words whether the hall is open, also without script, and goes no further than is known', async () => {
    const { page } = await open(local('service/calendar.html'), { width: 320, script: false });
    const months = await page.$$eval('.month caption', (all) => all.map((el) => el.innerText));
    assert.deepEqual(months, ['2026年10月', '2026年11月', '2026年12月']);
    const days = await page.$$eval(`${october} td:not([colspan])`, (all) => all.map((el) => el.innerText.replace(/\s+/, ' ')));
    assert.equal(days.length, 31);
    assert.ok(days.every((day) => /^\d+ [开班短延调休假停]$/.test(day)), days.join());
    assert.deepEqual([days[0], days[6], days[10], days[11]], ['1 假', '7 假', '11 休', '12 开']);
    const words = new Set(await page.$$eval('.marks b', (all) => all.map((el) => el.innerText)));
    assert.deepEqual(days.filter((day) => !words.has(day.slice(-1))), [], 'words that the page does not explain');
    assert.match(await page.$eval(`${october} p`, (el) => el.innerText), /10日：.*调休上班/);
    assert.match(await page.$eval('main', (el) => el.innerText), /2027年的日历还没有列出/);
    await page.close();
  });

  test('has a head for every column and prints on one sheet', async () => {
    const { page } = await open(base + 'service/calendar.html');
    const heads = await page.$$eval(`${october} th[scope=col]`, (all) => all.map((el) => el.abbr));
    assert.deepEqual(heads, ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日']);
    const pdf = Buffer.from(await page.pdf({ format: 'A4' })).toString('latin1');
    assert.equal((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length, 1);
    await page.close();
  });
});

describe('large letters and paper', { skip }, () => {
  const matter = 'matters/gaj-shenfenzheng-huanbu.html';

  test('长辈版 holds on every page of the site, in one place, and can be left', async () => {
    const { page } = await open(base + 'index.html');
    const root = () => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
    const plain = await root();
    await page.click('button[data-size=large]');
    const large = await root();
    assert.ok(large >= plain * 1.2, `${plain} to ${large}`);
    for (const file of [matter, 'windows/index.html', 'notices/index.html']) {
      await page.goto(base + file, { waitUntil: 'load' });
      assert.equal(await root(), large, file);
      const targets = await page.$$eval('.nav a, .sizes button, .search button', (all) => all.filter((el) => el.offsetParent).map((el) => el.getBoundingClientRect().height));
      assert.ok(targets.every((high) => high >= 44), `${file}: ${Math.min(...targets)}`);
    }
    await page.click('button[data-size=""]');
    assert.equal(await root(), plain);
    await page.close();
  });

  test('a guide prints on at most three sheets of A4, with boxes to tick and without navigation', async () => {
    const { page } = await open(base + matter);
    const pdf = Buffer.from(await page.pdf({ format: 'A4' })).toString('latin1');
    const sheets = (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length;
    assert.ok(sheets >= 1 && sheets <= 3, `${sheets} sheets`);
    await page.emulateMediaType('print');
    const drawn = (selector) => page.$$eval(selector, (all) => all.map((el) => el.getClientRects().length > 0));
    assert.ok(!(await drawn('.nav, .search, .sizes')).includes(true), 'navigation is printed');
    assert.deepEqual([...new Set(await drawn('.checks input, .print-only'))], [true]);
    await page.close();
  });

  test('a window is pointed out on the plan of its floor', async () => {
    const { page } = await open(local('windows/w-c05.html'));
    const [mark] = await page.$$eval('.plan-mark', (all) => all.map((el) => el.textContent.trim()));
    assert.equal(mark, 'C05');
    const [near, off] = await page.evaluate(() => {
      const centre = (el) => { const b = el.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; };
      const ring = centre(document.querySelector('.plan-mark circle'));
      const places = [...document.querySelectorAll('.plan-window')].map((a) => [a.querySelector('title').textContent, centre(a.querySelector('rect'))]);
      places.sort((a, b) => Math.hypot(a[1][0] - ring[0], a[1][1] - ring[1]) - Math.hypot(b[1][0] - ring[0], b[1][1] - ring[1]));
      return [places[0][0], Math.hypot(places[0][1][0] - ring[0], places[0][1][1] - ring[1])];
    });
    assert.match(near, /^C05/);
    assert.ok(off < 3, `${off} pixels off`);
    await page.close();
  });
});
