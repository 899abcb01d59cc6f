// The site behind nginx with the settings of docs/nginx.conf, under a sub-path, in a real browser.
//
//   HALLPRESS_PUBLIC=/path/to/public CHROMIUM=/usr/bin/chromium node --test hosting.test.mjs
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import puppeteer from 'puppeteer-core';

const PUBLIC = process.env.HALLPRESS_PUBLIC && path.resolve(process.env.HALLPRESS_PUBLIC);
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const NGINX = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx'].find((f) => existsSync(f));
const EXAMPLE = new URL('../../docs/nginx.conf', import.meta.url);
const skip = !PUBLIC ? 'set HALLPRESS_PUBLIC to a built public folder' : !NGINX ? 'nginx is not installed' : false;

const freePort = () =>
  new Promise((done, fail) => {
    const probe = net.createServer().on('error', fail).listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

describe('under a sub-path behind nginx', { skip }, () => {
  let browser, server, folder, base, log = '';

  before(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'hallpress-nginx-'));
    const port = await freePort();
    // A copy: the server may not be allowed to read where the build lies.
    cpSync(PUBLIC, path.join(folder, 'public'), { recursive: true, filter: (f) => !f.includes(`${path.sep}signage${path.sep}media`) });
    const example = readFileSync(EXAMPLE, 'utf8').replaceAll('/srv/hallpress/public/', `${folder}/public/`);
    const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join('\n');
    const user = process.getuid() === 0 ? 'user root;' : '';
    writeFileSync(path.join(folder, 'nginx.conf'), `daemon off; master_process off; ${user} pid ${folder}/pid; error_log stderr;
events { worker_connections 64; }
http { access_log off; ${temp}
server { listen 127.0.0.1:${port}; server_name localhost; absolute_redirect off;
${example}
} }`);
    server = spawn(NGINX, ['-p', folder, '-e', 'stderr', '-c', path.join(folder, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
    server.stderr.on('data', (text) => { log += text; });
    base = `http://127.0.0.1:${port}/hall/`;
    for (let n = 0; ; n++) {
      const up = await fetch(base).then((r) => r.ok, () => false);
      if (up) break;
      assert.ok(n < 1200 && server.exitCode === null, `nginx did not start: ${log}`);
      await new Promise((done) => setTimeout(done, 50));
    }
    browser = await puppeteer.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
  });
  after(async () => {
    await browser?.close();
    server?.kill();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  async function open(address) {
    const page = await browser.newPage();
    const problems = [];
    page.on('console', (m) => ['error', 'warn'].includes(m.type()) && problems.push(m.text()));
    page.on('pageerror', (e) => problems.push(e.message));
    page.on('request', (r) => r.url().startsWith(base) || r.url().startsWith('data:') || problems.push(`outside: ${r.url()}`));
    const answer = await page.goto(base + address, { waitUntil: 'load' });
    return { page, problems, answer };
  }
  const one = (kind) => `${kind}/${readdirSync(path.join(PUBLIC, kind)).find((f) => f.endsWith('.html') && f !== 'index.html')}`;

  test('pages of every depth load without a fault and stay under their path', async () => {
    for (const address of ['', 'index.html', 'a-z.html', 'windows/', one('matters'), one('windows'), one('floors'), one('notices'), 'kiosk.html']) {
      const { page, problems, answer } = await open(address);
      assert.equal(answer.status(), 200, address);
      assert.deepEqual(problems, [], address);
      const outside = await page.$$eval('a[href]', (links, at) => links.map((a) => new URL(a.getAttribute('href'), location.href).href).filter((h) => h.startsWith(location.origin) && !h.startsWith(at)), base);
      assert.deepEqual(outside, [], address);
      await page.close();
    }
  });

  test('the search works', async () => {
    const { page, problems } = await open(one('matters'));
    await page.focus('#q');
    await page.waitForFunction(() => window.hallpressSearchIndex);
    await page.type('#q', '登记');
    await page.waitForSelector('[data-results] .hit');
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click('[data-results] .hit')]);
    assert.ok(page.url().startsWith(base));
    assert.deepEqual(problems, []);
    await page.close();
  });

  test('a lost address shows the page for that, whole, as a 404', async () => {
    for (const address of ['matters/nothing.html', 'no/such/folder/x.html', 'nothing']) {
      const { page, answer } = await open(address);
      assert.equal(answer.status(), 404, address);
      assert.equal(await page.$eval('h1', (el) => el.textContent), '页面不存在');
      const colour = await page.$eval('.masthead', (el) => getComputedStyle(el).backgroundColor);
      assert.notEqual(colour, 'rgba(0, 0, 0, 0)', 'its style sheet is found');
      const home = await page.$eval('main .tiles a', (a) => a.href);
      assert.equal((await fetch(home)).status, 200);
      await page.close();
    }
  });

  test('pages are asked for again, hashed files never, and each says what it is', async () => {
    const text = await (await fetch(base)).text();
    const css = /assets\/site\.[0-9a-f]{8}\.css/.exec(text)[0];
    for (const [address, kind, cache] of [
      ['', 'text/html; charset=utf-8', 'no-cache'],
      [css, 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
      ['sw.js', 'text/javascript; charset=utf-8', 'no-cache'],
      ['manifest.webmanifest', 'application/manifest+json', 'no-cache'],
    ]) {
      const answer = await fetch(base + address);
      assert.equal(answer.headers.get('content-type'), kind, address);
      assert.equal(answer.headers.get('cache-control'), cache, address);
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff', address);
      assert.equal(answer.headers.get('content-encoding') === 'gzip', !address.endsWith('webmanifest'), address);
    }
    const first = await fetch(base);
    const again = await fetch(base, { headers: { 'If-Modified-Since': first.headers.get('last-modified') } });
    assert.equal(again.status, 304);
  });
});
