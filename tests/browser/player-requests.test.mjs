// The player page when answers never come.
//
//   HALLPRESS_PUBLIC=/path/to/public CHROMIUM=/usr/bin/chromium node --test player-requests.test.mjs
import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, test } from 'node:test';
import {
  answer, boxTime, clock, close, comes, fast, hallTime, hang, isKept, manifest, MODES, open, openAndPass, passInHall,
  pause, seen, shows, skip, special,
} from './player-page.mjs';

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
    while (!asked) await pause(0.1);
    await pause(2);
    assert.equal(asked, 1);
    special.set('/override.json', answer({ state: 'fault', until: new Date(Date.parse(entry().from) + 1200000).toISOString() }));
    await shows(page, 'fault');
    await comes(page, (seq) => document.body.dataset.seq === seq, String(manifest.seq + 1));
    await close(page);
  });

  test('a picture that never comes holds up no other, and is asked for again', async () => {
    const noon = Date.parse(manifest.timeline.find((e) => e.state === 'break').from);
    let asked = 0;
    special.set(pictureOf('break'), (response, file) => {
      asked += 1;
      if (asked > 1) createReadStream(file).pipe(response);
    });
    const page = await openAndPass(`?at=${clock(new Date(noon).toISOString(), -10)}`, 'open', 600);
    await shows(page, 'fallback');
    await shows(page, 'break');
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
    passInHall(24 * 3600);
    await page.evaluate(() => { window.passed = 24 * 3600000; });
    await comes(page, () => !window.mark);
    assert.ok(pages() >= before + 2, 'looked for the page, then loaded it');
    await close(page);
  });

  test('a server that never answers is no server: the worker gives what it has', async () => {
    const page = await open('secure', at());
    await shows(page, 'open');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await shows(page, 'open');
    await isKept(page);
    for (const ending of ['.json', '.html', '.js', '.css', '.png']) special.set(ending, hang);
    await page.goto(MODES.secure(at()), { timeout: 60000 });
    await shows(page, 'open');
    await close(page);
  });
});
