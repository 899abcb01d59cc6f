// The player page and clocks that are wrong.
//
//   HALLPRESS_PUBLIC=/path/to/public CHROMIUM=/usr/bin/chromium node --test player-time.test.mjs
import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import {
  answer, boxTime, clock, close, fast, hallTime, manifest, open, pass, pause, seen, shows, skip, special,
  stateOf,
} from './player-page.mjs';

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
    seen.length = 0;
    const page = await open('http', '', box(morning() - 480 * minutes));
    await shows(page, 'open');
    assert.ok(seen.some((r) => r.url.endsWith('/manifest.json')));
    assert.ok(!seen.some((r) => r.url.includes('manifest.json?')), 'no second answer was asked for');
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
    await shows(page, 'closed');
    // It had not slept, somebody had set the clock: the server says so.
    hallTime(morning());
    await shows(page, 'open');
    await close(page);
  });
});
