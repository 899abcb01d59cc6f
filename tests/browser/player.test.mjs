// The player page in a real browser, over a built public folder.
//
//   HALLPRESS_PUBLIC=/path/to/public CHROMIUM=/usr/bin/chromium node --test player.test.mjs
//
// Three modes: file://, plain http (a host name that is no secure context), http on loopback (secure).
import assert from 'node:assert/strict';
import { createReadStream, cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import puppeteer from 'puppeteer-core';

const PUBLIC = process.env.HALLPRESS_PUBLIC;
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.png': 'image/png' };
const skip = PUBLIC ? false : 'set HALLPRESS_PUBLIC to a built public folder';

let browser, server, port, folder, screen, manifest;
// Answers that differ from the files: path -> (response, file) => void; and every request seen.
const special = new Map();
const seen = [];

function serve(request, response) {
  const pathname = decodeURIComponent(new URL(request.url, 'http://x').pathname);
  seen.push({ host: request.headers.host, pathname, method: request.method });
  const file = path.join(folder, pathname);
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  const other = [...special].find(([ending]) => pathname.endsWith(ending));
  if (other) return other[1](response, file, type);
  try {
    if (!statSync(file).isFile()) throw new Error('no file');
  } catch {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache' });
  createReadStream(file).pipe(response);
}

const bytes = (file, change) => (response, _file, type) => {
  response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' });
  response.end(change(readFileSync(file)));
};

/** The wall clock of an RFC 3339 instant, moved by minutes: `2026-10-12T09:00`. */
function clock(instant, minutes = 0) {
  return new Date(Date.parse(instant) + (8 * 60 + minutes) * 60000).toISOString().slice(0, 16);
}

before(async () => {
  if (skip) return;
  folder = mkdtempSync(path.join(os.tmpdir(), 'hallpress-'));
  cpSync(path.join(PUBLIC, 'signage'), path.join(folder, 'signage'), { recursive: true });
  const list = JSON.parse(readFileSync(path.join(folder, 'signage/index.json'), 'utf8'));
  const read = (id) => JSON.parse(readFileSync(path.join(folder, `signage/s/${id}/manifest.json`), 'utf8'));
  screen = list.screens.map((s) => s.id).find((id) => {
    const states = new Set(read(id).timeline.map((e) => e.state));
    return states.has('open') && states.has('closed') && states.has('break');
  });
  assert.ok(screen, 'some screen opens, pauses and closes');
  manifest = read(screen);
  server = http.createServer(serve);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = server.address().port;
  browser = await puppeteer.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync',
      '--disable-component-update', '--no-first-run', '--host-resolver-rules=MAP hall.test 127.0.0.1'],
  });
});

after(async () => {
  if (skip) return;
  await browser.close();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const MODES = {
  file: (query) => `file://${folder}/signage/s/${screen}/index.html${query}`,
  http: (query) => `http://hall.test:${port}/signage/s/${screen}/index.html${query}`,
  secure: (query) => `http://127.0.0.1:${port}/signage/s/${screen}/index.html${query}`,
};

async function open(mode, query = '', setUp) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.problems = [];
  page.on('console', (message) => {
    // A refused request is part of some tests; anything the policy or the script complains of is not.
    if (message.type() === 'error' && !/Failed to load resource|ERR_FILE_NOT_FOUND/.test(message.text())) {
      page.problems.push(message.text());
    }
  });
  page.on('pageerror', (error) => page.problems.push(String(error)));
  await page.setViewport({ width: manifest.visible.width, height: manifest.visible.height });
  if (setUp) await setUp(page);
  await page.goto(MODES[mode](query));
  return page;
}

const shows = (page, state, timeout = 20000) =>
  page.waitForFunction((state) => document.body.dataset.state === state, { timeout }, state);

const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
const stateOf = (page) => page.evaluate(() => document.body.dataset.state);
const hang = () => {};

/** Rounds of half a minute, made a second. */
const fast = (page) => page.evaluateOnNewDocument(() => {
  const set = window.setInterval;
  window.setInterval = (work) => set(work, 1000);
});

/** The box's clock at an instant. `passed` moves the clock and the running time, `jumped` the clock alone. */
const boxTime = (page, instant) => page.evaluateOnNewDocument((by) => {
  const [wall, running] = [Date.now.bind(Date), performance.now.bind(performance)];
  Object.assign(window, { passed: window.passed ?? 0, jumped: window.jumped ?? 0 });
  Date.now = () => wall() + by + window.passed + window.jumped;
  performance.now = () => running() + window.passed;
}, instant - Date.now());

/** The server tells this time with the manifest, and more headers; `date` says what Date becomes. */
let hallBy = 0;
function hallTime(instant, headers = {}, date = (now) => now) {
  hallBy = instant - Date.now();
  special.set('/manifest.json', (response, file) => {
    const now = new Date(date(Date.now() + hallBy)).toUTCString();
    response.writeHead(200, { 'Content-Type': 'application/json', ...headers, Date: now });
    response.end(readFileSync(file));
  });
}

/** Time passes, in the hall and on the box, and the box has asked for news. */
async function pass(page, seconds) {
  hallBy += seconds * 1000;
  await page.evaluate((by) => { window.passed += by; }, seconds * 1000);
  await pause(2.2);
}

const answer = (value) => (response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(value));
};

async function close(page) {
  assert.deepEqual(page.problems, []);
  await page.browserContext().close();
}

for (const mode of Object.keys(MODES)) {
  describe(mode, { skip }, () => {
    test('shows the picture of the moment on both sides of a boundary', async () => {
      const n = manifest.timeline.findIndex((e, k) => e.state === 'break' && manifest.timeline[k - 1]?.state === 'open');
      const [open_, break_] = [manifest.timeline[n - 1], manifest.timeline[n]];
      for (const [entry, minutes] of [[open_, -1], [break_, 0]]) {
        const page = await open(mode, `?at=${clock(break_.from, minutes)}`);
        await shows(page, entry.state);
        assert.equal(await page.evaluate(() => document.body.dataset.mode), mode);
        const shown = await page.evaluate(() => {
          const layer = document.querySelector('.layer.shown');
          return { media: document.body.dataset.media, alt: layer.alt, width: layer.naturalWidth, count: document.querySelectorAll('.layer.shown').length };
        });
        const { media } = entry.show[0];
        const { alt, width } = manifest.media[media];
        assert.deepEqual(shown, { media, alt, width, count: 1 });
        await close(page);
      }
    });

    test('switches by itself when the boundary passes', async () => {
      const entry = manifest.timeline.find((e) => e.state === 'break');
      const second = new Date(Date.parse(entry.from) + 8 * 3600000 - 3000).toISOString().slice(0, 19);
      const page = await open(mode, `?at=${second}`);
      await shows(page, 'open');
      await shows(page, 'break');
      await close(page);
    });

    test('obeys a state set by hand in the address', async () => {
      const entry = manifest.timeline.find((e) => e.state === 'open');
      const page = await open(mode, `?at=${clock(entry.from, 5)}&state=paused`);
      await shows(page, 'paused');
      assert.equal(await page.evaluate(() => document.body.dataset.media), entry.manual.paused);
      await close(page);
    });

    test('beyond the horizon it makes no claim about time', async () => {
      const page = await open(mode, `?at=${clock(manifest.valid_to, 1)}`);
      await shows(page, 'fallback');
      await close(page);
    });
  });
}

describe('damage', { skip }, () => {
  const at = () => `?at=${clock(manifest.timeline.find((e) => e.state === 'open').from, 5)}`;
  const openPicture = () => manifest.media[manifest.timeline.find((e) => e.state === 'open').show[0].media];
  const pictureFile = () => path.join(folder, 'signage/s', screen, openPicture().src);

  const flip = (data) => {
    const copy = Buffer.from(data);
    copy[copy.length >> 1] ^= 0xff;
    return copy;
  };

  for (const [name, change] of [['flipped', flip], ['cut', (data) => data.subarray(0, data.length >> 1)]]) {
    test(`a ${name} picture is never shown`, async () => {
      const ending = path.basename(openPicture().src);
      special.set(ending, bytes(pictureFile(), change));
      const page = await open('http', at());
      await new Promise((resolve) => setTimeout(resolve, 4000));
      assert.equal(await page.evaluate(() => document.querySelector('.layer.shown')), null);
      assert.equal(await page.evaluate(() => document.getElementById('placeholder').getBoundingClientRect().width), manifest.visible.width);
      special.delete(ending);
      await close(page);
    });
  }

  test('a cut picture in a folder gives way to the one of last resort', async () => {
    const data = readFileSync(pictureFile());
    writeFileSync(pictureFile(), data.subarray(0, 200));
    const page = await open('file', at());
    await page.waitForFunction(() => ['fallback', 'placeholder'].includes(document.body.dataset.state), { timeout: 20000 });
    writeFileSync(pictureFile(), data);
    await close(page);
  });

  test('a cut manifest, an error page and a damaged new revision keep the last good one', async () => {
    const manifestFile = path.join(folder, `signage/s/${screen}/manifest.json`);
    const page = await open('http', at(), fast);
    await shows(page, 'open');
    const seq = await page.evaluate(() => document.body.dataset.seq);
    const next = { ...manifest, seq: manifest.seq + 1 };
    const broken = {
      cut: (data) => data.subarray(0, data.length >> 1),
      portal: () => '<html>请登录</html>',
      gap: () => JSON.stringify({ ...next, timeline: next.timeline.slice(1) }),
      other: () => JSON.stringify({ ...next, screen: 'w-other' }),
      damaged: () => JSON.stringify({ ...next, media: Object.fromEntries(
        Object.entries(next.media).map(([name, m]) => [name, { ...m, sha256: '0'.repeat(64) }])) }),
      older: () => JSON.stringify({ ...next, seq: 0 }),
    };
    for (const [name, change] of Object.entries(broken)) {
      special.set('/manifest.json', bytes(manifestFile, change));
      await new Promise((resolve) => setTimeout(resolve, 2500));
      assert.equal(await page.evaluate(() => document.body.dataset.seq), seq, name);
      assert.equal(await page.evaluate(() => document.body.dataset.state), 'open', name);
      assert.ok(await page.evaluate(() => document.querySelector('.layer.shown').complete), name);
    }
    special.set('/manifest.json', bytes(manifestFile, () => JSON.stringify(next)));
    await page.waitForFunction((seq) => document.body.dataset.seq === seq, { timeout: 20000 }, String(next.seq));
    special.delete('/manifest.json');
    await close(page);
  });

  test('an override ends by itself, and without an end it is not obeyed', async () => {
    // The clock of the page is the server's: the override is judged against it.
    const entry = manifest.timeline.find((e) => e.state === 'open');
    const moment = Date.parse(entry.from) + 300000;
    special.set('/override.json', answer({ state: 'fault', until: new Date(moment + 8000).toISOString() }));
    let page = await open('http', `?at=${clock(entry.from, 5)}`, fast);
    await shows(page, 'fault');
    await shows(page, 'open');
    await close(page);
    special.set('/override.json', answer({ state: 'fault' }));
    page = await open('http', `?at=${clock(entry.from, 5)}`, fast);
    await shows(page, 'open');
    await new Promise((resolve) => setTimeout(resolve, 2500));
    assert.equal(await page.evaluate(() => document.body.dataset.state), 'open');
    special.delete('/override.json');
    await close(page);
  });

  test('a wrong clock is put right by the server, and goes on without network from the store', async () => {
    const entry = manifest.timeline.find((e) => e.state === 'open');
    hallTime(Date.parse(entry.from) + 300000);
    const page = await open('secure');
    await shows(page, 'open');
    // The worker has taken the page over; now the server is gone.
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await shows(page, 'open');
    for (const ending of ['/manifest.json', '.html', '.js', '.css', '.png', '/override.json']) {
      special.set(ending, (response) => response.destroy());
    }
    await page.goto(MODES.secure(`?at=${clock(entry.from, 5)}`));
    await shows(page, 'open');
    special.clear();
    await close(page);
  });

  test('nothing is asked of any other host, and nothing is sent', async () => {
    const page = await open('http', at());
    const hosts = new Set();
    page.on('request', (request) => hosts.add(new URL(request.url()).protocol + request.method()));
    await shows(page, 'open');
    assert.ok([...hosts].every((h) => h === 'http:GET' || h === 'blob:GET'), [...hosts].join());
    assert.ok(seen.every((r) => r.method === 'GET' && /^(hall\.test|127\.0\.0\.1):/.test(r.host)));
    await close(page);
  });
});

describe('requests that hang', { skip }, () => {
  const entry = () => manifest.timeline.find((e) => e.state === 'open');
  const at = () => `?at=${clock(entry().from, 5)}`;
  const pictureOf = (state) => path.basename(manifest.media[manifest.timeline.find((e) => e.state === state).show[0].media].src);
  afterEach(() => special.clear());

  test('a manifest that never comes is asked for again, and holds up no order from the site', async () => {
    const page = await open('http', at(), fast);
    await shows(page, 'open');
    let asked = 0;
    special.set('/manifest.json', (response) => {
      asked += 1;
      if (asked > 1) answer({ ...manifest, seq: manifest.seq + 1 })(response);
    });
    await pause(2);
    assert.equal(asked, 1);
    special.set('/override.json', answer({ state: 'fault', until: new Date(Date.parse(entry().from) + 1200000).toISOString() }));
    await shows(page, 'fault', 6000);
    await page.waitForFunction((seq) => document.body.dataset.seq === seq, { timeout: 20000 }, String(manifest.seq + 1));
    await close(page);
  });

  test('a picture that never comes holds up no other, and is asked for again', async () => {
    const noon = Date.parse(manifest.timeline.find((e) => e.state === 'break').from);
    let asked = 0;
    special.set(pictureOf('break'), (response, file) => {
      asked += 1;
      if (asked > 1) createReadStream(file).pipe(response);
    });
    const page = await open('http', `?at=${new Date(noon + 8 * 3600000 - 8000).toISOString().slice(0, 19)}`, fast);
    await shows(page, 'open', 7000);
    await shows(page, 'fallback');
    await shows(page, 'break', 40000);
    await close(page);
  });

  test('the nightly reload waits for nothing but the page', async () => {
    const night = Date.parse(manifest.valid_from) + (27 * 60 + 40) * 60000;
    hallTime(night);
    special.set('/override.json', hang);
    special.set(pictureOf('break'), hang);
    const pages = () => seen.filter((r) => r.pathname.endsWith('/index.html')).length;
    const page = await open('http', '', async (page) => {
      await fast(page);
      await boxTime(page, night);
    });
    await pause(2);
    const before = pages();
    await page.evaluate(() => { window.mark = true; });
    hallBy += 24 * 3600000;
    await page.evaluate(() => { window.passed = 24 * 3600000; });
    await page.waitForFunction(() => !window.mark, { timeout: 15000 });
    assert.ok(pages() >= before + 2, 'looked for the page, then loaded it');
    await close(page);
  });

  test('a server that never answers is no server: the worker gives what it has', async () => {
    const page = await open('secure', at());
    await shows(page, 'open');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await shows(page, 'open');
    await page.waitForFunction(() => document.body.dataset.missing === '0', { timeout: 20000 });
    await pause(2);
    for (const ending of ['.json', '.html', '.js', '.css', '.png']) special.set(ending, hang);
    await page.goto(MODES.secure(at()), { timeout: 25000 });
    await shows(page, 'open');
    await close(page);
  });
});

describe('time', { skip }, () => {
  const entry = () => manifest.timeline.find((e) => e.state === 'open');
  const morning = () => Date.parse(entry().from) + 300000;
  const evening = () => Date.parse(manifest.timeline.find((e) => e.state === 'closed' && e.from > entry().from).from) + 300000;
  const minutes = 60000;
  const box = (instant) => async (page) => {
    await fast(page);
    await boxTime(page, instant);
  };
  afterEach(() => special.clear());

  test('a box eight hours slow is put right by one fresh answer', async () => {
    hallTime(morning());
    const page = await open('http', '', box(morning() - 480 * minutes));
    await shows(page, 'open', 8000);
    assert.equal(await page.evaluate(() => Math.round(document.body.dataset.skew / 60)), 480);
    await close(page);
  });

  test('a box eight hours fast is put right when a second answer has kept pace', async () => {
    hallTime(morning());
    const page = await open('http', '', box(morning() + 480 * minutes));
    await shows(page, 'open');
    await close(page);
  });

  test('a copy from a cache does not put a right clock back', async () => {
    // The age is told; nothing is told; what is told makes no sense.
    const still = evening() - 10 * minutes;
    const copies = [[{ Age: '600' }, (now) => now - 10 * minutes], [{}, () => still], [{ Age: 'old' }, (now) => now - 10 * minutes]];
    for (const [headers, date] of copies) {
      hallTime(evening(), headers, date);
      const page = await open('http', '', box(evening()));
      await shows(page, 'closed');
      for (let n = 0; n < 3; n++) {
        await pass(page, 12);
        assert.equal(await stateOf(page), 'closed', JSON.stringify(headers));
      }
      await close(page);
    }
  });

  test('only a sound manifest tells the time', async () => {
    hallTime(morning());
    const page = await open('http', '', box(morning()));
    await shows(page, 'open');
    const later = () => new Date(morning() + 600 * minutes).toUTCString();
    const wrong = {
      portal: [200, 'text/html', '<html>请登录</html>'],
      error: [500, 'application/json', JSON.stringify(manifest)],
      other: [200, 'application/json', JSON.stringify({ ...manifest, screen: 'w-other' })],
      form: [200, 'application/json', JSON.stringify({ ...manifest, version: 2 })],
    };
    for (const [name, [status, type, text]] of Object.entries(wrong)) {
      special.set('/manifest.json', (response) => response.writeHead(status, { 'Content-Type': type, Date: later() }).end(text));
      await pause(2.5);
      assert.equal(await stateOf(page), 'open', name);
    }
    // Nor is a time believed that lies before the manifest was made, or years after.
    for (const off of [-40, 500]) {
      hallTime(morning() + off * 1440 * minutes);
      await pause(2.5);
      assert.equal(await stateOf(page), 'open', String(off));
    }
    await close(page);
  });

  test('time that goes back is not believed, a clock set by hand neither', async () => {
    hallTime(evening());
    const page = await open('http', '', box(evening()));
    await shows(page, 'closed');
    hallTime(evening() - 10 * minutes);
    for (let n = 0; n < 3; n++) {
      await pass(page, 12);
      assert.equal(await stateOf(page), 'closed');
    }
    hallTime(evening());
    for (const by of [-480, 960]) {
      await page.evaluate((by) => { window.jumped = by; }, by * minutes);
      await pause(3);
      assert.equal(await stateOf(page), 'closed');
    }
    await close(page);
  });

  test('a machine that slept knows it, without network too', async () => {
    hallTime(morning());
    const page = await open('http', '', box(morning()));
    await shows(page, 'open');
    await pause(2);
    special.set('/manifest.json', (response) => response.destroy());
    await page.evaluate((by) => { window.jumped = by; }, evening() - morning());
    await shows(page, 'closed', 8000);
    // It had not slept, somebody had set the clock: the server says so.
    hallTime(morning());
    await shows(page, 'open');
    await close(page);
  });
});

describe('orders from the site', { skip }, () => {
  const entry = () => manifest.timeline.find((e) => e.state === 'open');
  const morning = () => Date.parse(entry().from) + 300000;
  const closed = () => manifest.timeline.find((e) => e.state === 'closed' && e.from > entry().from);
  const until = (instant) => new Date(instant).toISOString();
  const gone = (status) => (response) => response.writeHead(status).end();
  const box = (instant) => async (page) => {
    await fast(page);
    await boxTime(page, instant);
  };
  afterEach(() => special.clear());

  test('an order that is taken away ends, one that cannot be read goes on', async () => {
    for (const status of [404, 410]) {
      special.set('/override.json', answer({ state: 'fault', until: until(morning() + 1200000) }));
      const page = await open('http', `?at=${clock(entry().from, 5)}`, fast);
      await shows(page, 'fault');
      const unread = [(r) => r.destroy(), gone(500), gone(403), (r) => r.writeHead(200).end('<html>请登录</html>')];
      for (const broken of unread) {
        special.set('/override.json', broken);
        await pause(2);
        assert.equal(await stateOf(page), 'fault');
      }
      special.set('/override.json', gone(status));
      await shows(page, 'open', 5000);
      await close(page);
    }
  });

  test('an order outlives a restart without network, not its end', async () => {
    hallTime(morning());
    special.set('/override.json', answer({ state: 'fault', until: until(morning() + 1200000) }));
    const page = await open('http', '', box(morning()));
    await shows(page, 'fault');
    special.set('/override.json', (response) => response.destroy());
    await page.reload();
    await shows(page, 'fault');
    hallTime(morning() + 1260000);
    await page.evaluate(() => { window.passed = 1260000; });
    await shows(page, 'open', 5000);
    await close(page);
  });

  test('a state in the address ends after two hours, also when the box has restarted', async () => {
    hallTime(morning());
    const page = await open('http', '?state=paused', box(morning()));
    await shows(page, 'paused');
    await boxTime(page, Date.now() + 119 * 60000);
    hallTime(morning() + 119 * 60000);
    await page.reload();
    await shows(page, 'paused');
    hallTime(morning() + 121 * 60000);
    await page.evaluate(() => { window.passed = 120000; });
    await shows(page, 'open', 5000);
    await boxTime(page, Date.now() + 120000);
    await page.reload();
    await shows(page, 'open');
    await page.goto(MODES.http(`?state=paused&until=${clock(entry().from, 150)}`));
    await shows(page, 'paused');
    await page.goto(MODES.http('?state=paused&until=09:01'));
    await shows(page, 'open');
    await close(page);
  });

  test('a slow clock put right does not end a state in the address', async () => {
    hallTime(morning());
    const page = await open('http', '?state=paused', box(morning() - 480 * 60000));
    await shows(page, 'paused');
    await pause(2);
    assert.equal(await stateOf(page), 'paused');
    await close(page);
  });

  test('sleep does not lengthen a state in the address', async () => {
    hallTime(morning());
    const page = await open('http', '?state=paused', box(morning()));
    await shows(page, 'paused');
    await pause(2);
    hallTime(morning() + 125 * 60000);
    await page.evaluate((by) => { window.jumped = by; }, 125 * 60000);
    await shows(page, 'open', 8000);
    await close(page);
  });

  test('an end that cannot be read is no end: the state is not obeyed', async () => {
    hallTime(morning());
    const page = await open('http', '?state=paused&until=1030', box(morning()));
    await shows(page, 'open');
    await close(page);
  });

  test('after closing what staff set yields, what is suspended stays', async () => {
    const media = Object.keys(manifest.media)[0];
    special.set('/manifest.json', answer({ ...manifest, states: { ...manifest.states, suspended: media } }));
    const end = new Date(Date.parse(closed().from) + 8 * 3600000 - 5000).toISOString().slice(0, 19);
    for (const [state, after] of [['paused', 'closed'], ['fault', 'closed'], ['open', 'closed'], ['suspended', 'suspended']]) {
      special.set('/override.json', answer({ state, until: until(Date.parse(closed().from) + 3600000) }));
      const page = await open('http', `?at=${end}`, fast);
      await shows(page, state);
      await pause(6);
      assert.equal(await stateOf(page), after, state);
      await close(page);
    }
  });

  test('an evacuation beats everything, and ends too', async () => {
    const media = Object.keys(manifest.media)[0];
    special.set('/manifest.json', answer({ ...manifest, states: { ...manifest.states, evacuate: media } }));
    for (const moment of [morning(), Date.parse(closed().from) + 300000, Date.parse(manifest.valid_to) + 300000]) {
      special.set('/override.json', answer({ state: 'evacuate', until: until(moment + 12000) }));
      const page = await open('http', `?at=${clock(until(moment))}&state=paused`, fast);
      await shows(page, 'evacuate', 9000);
      await page.waitForFunction(() => document.body.dataset.state !== 'evacuate', { timeout: 15000 });
      await close(page);
    }
  });
});
