// The worker that keeps the site for moments without network, in a real browser.
//
//   HALLPRESS_PUBLIC=/path/to/public CHROMIUM=/usr/bin/chromium node --test offline.test.mjs
import assert from 'node:assert/strict';
import { createReadStream, existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import puppeteer from 'puppeteer-core';

const PUBLIC = process.env.HALLPRESS_PUBLIC && path.resolve(process.env.HALLPRESS_PUBLIC);
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png', '.webmanifest': 'application/manifest+json' };
const skip = PUBLIC ? false : 'set HALLPRESS_PUBLIC to a built public folder';

describe('without network', { skip }, () => {
  let browser, server, base, mode = 'up', rebuilt = false;
  const matters = () => readdirSync(path.join(PUBLIC, 'matters')).filter((f) => f.endsWith('.html'));

  before(async () => {
    server = http.createServer((request, response) => {
      if (mode === 'down') return request.socket.destroy();
      if (mode === 'broken') return response.writeHead(502).end('bad gateway');
      const name = decodeURIComponent(new URL(request.url, 'http://x').pathname).replace(/\/$/, '/index.html').replace(/^\/hall\//, '/');
      const file = path.join(PUBLIC, name);
      if (!file.startsWith(PUBLIC) || !existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
      response.writeHead(200, { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
      // A later build is one whose worker names another version.
      if (rebuilt && name === '/sw.js') return response.end(readFileSync(file, 'utf8').replace(/"version":"[0-9a-f]+"/, '"version":"later"'));
      return createReadStream(file).pipe(response);
    });
    await new Promise((done) => server.listen(0, '127.0.0.1', done));
    base = `http://127.0.0.1:${server.address().port}/hall/`;
    browser = await puppeteer.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
  });
  after(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });

  const kept = (page) => page.$$eval('.kept', (bars) => bars.map((bar) => bar.textContent));
  const caches = (page) => page.evaluate(() => window.caches.keys());
  const until = async (page, what, asked) => {
    for (let n = 0; n < 600; n++) {
      if (await page.evaluate(asked)) return;
      await new Promise((done) => setTimeout(done, 100));
    }
    assert.fail(what);
  };
  async function controlled() {
    const page = await browser.newPage();
    const problems = [];
    page.on('console', (m) => ['error', 'warn'].includes(m.type()) && problems.push(m.text()));
    page.on('pageerror', (e) => problems.push(e.message));
    await page.goto(`${base}index.html`, { waitUntil: 'load' });
    await until(page, 'the worker takes the page', () => Boolean(navigator.serviceWorker.controller));
    return { page, problems };
  }

  test('a page read before, the home page and the search answer, and say that they were kept', async () => {
    mode = 'up';
    const { page, problems } = await controlled();
    const matter = `matters/${matters()[0]}`;
    await page.goto(base + matter, { waitUntil: 'load' });
    assert.deepEqual(await kept(page), [], 'nothing is said of a page from the network');
    await until(page, 'the page is kept', async () => Boolean(await caches.match(location.href)));
    const title = await page.title();
    assert.deepEqual(problems, []);

    mode = 'down';
    await page.goto(base + matter, { waitUntil: 'load' });
    assert.equal(await page.title(), title);
    const [bar] = await kept(page);
    assert.match(bar, /^现在连不上网站，这是\d{4}年\d+月\d+日\d+:\d\d保存的内容，窗口变动请以现场为准。$/);
    const shown = await page.$eval('.kept', (el) => el.getBoundingClientRect().height);
    assert.ok(shown > 20, 'styles were kept too');

    for (const address of ['index.html', '', 'index.html?from=sign#open', 'a-z.html']) {
      await page.goto(base + address, { waitUntil: 'load' });
      assert.equal((await kept(page)).length, 1, address);
    }
    await page.goto(`${base}index.html`, { waitUntil: 'load' });
    await page.focus('#q');
    await page.waitForFunction(() => window.hallpressSearchIndex);
    await page.type('#q', '登记');
    await page.waitForSelector('[data-results] .hit');

    const never = matters().at(-1);
    const answer = await page.goto(`${base}matters/${never}`, { waitUntil: 'load' });
    assert.equal(answer.status(), 503);
    assert.match(await page.$eval('main', (el) => el.textContent), /这一页还没有保存过/);
    const back = await page.$eval('main a', (el) => el.href);
    assert.equal(back, `${base}index.html`);

    mode = 'broken';
    await page.goto(base + matter, { waitUntil: 'load' });
    assert.equal((await kept(page)).length, 1, 'a server that fails is no answer');
    mode = 'up';
    await page.goto(base + matter, { waitUntil: 'load' });
    assert.deepEqual(await kept(page), []);
    await page.close();
  });

  test('a lost address is lost, and screens and data are not kept', async () => {
    mode = 'up';
    const { page } = await controlled();
    const answer = await page.goto(`${base}matters/nothing-of-this-name.html`);
    assert.equal(answer.status(), 404);
    await page.goto(`${base}index.html`, { waitUntil: 'load' });
    await page.evaluate(() => Promise.all(['signage/index.json', 'feeds/all.xml'].map((f) => fetch(f).then((r) => r.text(), () => ''))));
    const names = await page.evaluate(async () => {
      const all = [];
      for (const name of await window.caches.keys()) all.push(...(await (await window.caches.open(name)).keys()).map((r) => r.url));
      return all;
    });
    assert.ok(names.length > 5);
    assert.deepEqual(names.filter((n) => /signage|feeds|nothing/.test(n)), []);
    await page.close();
  });

  test('a new build replaces what an older one kept', async () => {
    mode = 'up';
    const { page } = await controlled();
    const before = await caches(page);
    assert.equal(before.length, 1);
    rebuilt = true;
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then((r) => r.update()));
    await until(page, 'the later cache is alone', async () => {
      const names = await window.caches.keys();
      return names.length === 1 && names[0].endsWith(' later');
    });
    rebuilt = false;
    await page.close();
  });

  test('the manifest is valid, and its icons are there in their sizes', async () => {
    const manifest = JSON.parse(readFileSync(path.join(PUBLIC, 'manifest.webmanifest'), 'utf8'));
    assert.ok(manifest.name && manifest.start_url === 'index.html' && manifest.display === 'minimal-ui');
    const icons = manifest.icons.filter((i) => i.type === 'image/png');
    assert.ok(icons.length >= 2, `${icons.length} icons`);
    for (const icon of icons) {
      const bytes = readFileSync(path.join(PUBLIC, icon.src));
      assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, icon.sizes);
    }
    const page = await browser.newPage();
    await page.goto(`${base}index.html`);
    const session = await page.createCDPSession();
    const { errors } = await session.send('Page.getAppManifest');
    assert.deepEqual(errors, []);
    await page.close();
  });
});
