// The player page: what it shows when, and what it does with damaged files.
//
//   HALLPRESS_PUBLIC=/path/to/public CHROMIUM=/usr/bin/chromium node --test player.test.mjs
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import {
  answer, bytes, clock, close, comes, fast, folder, hallTime, isKept, manifest, MODES, open, openAndPass, screen, seen,
  shows, skip, special,
} from './player-page.mjs';

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
      // A slow machine gets more time before the boundary.
      for (const seconds of [3, 12, 40]) {
        const start = new Date(Date.parse(entry.from) + 8 * 3600000 - seconds * 1000).toISOString().slice(0, 19);
        const page = await open(mode, `?at=${start}`);
        const first = await comes(page, () => ['open', 'break'].find((state) => state === document.body.dataset.state));
        await shows(page, 'break');
        await close(page);
        if (await first.jsonValue() === 'open') return;
      }
      assert.fail('not open before the boundary');
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
    await comes(page, () => ['fallback', 'placeholder'].includes(document.body.dataset.state));
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
    await comes(page, (seq) => document.body.dataset.seq === seq, String(next.seq));
    special.delete('/manifest.json');
    await close(page);
  });

  test('an override ends by itself, and without an end it is not obeyed', async () => {
    // The clock of the page is the server's: the override is judged against it.
    const entry = manifest.timeline.find((e) => e.state === 'open');
    const moment = Date.parse(entry.from) + 300000;
    special.set('/override.json', answer({ state: 'fault', until: new Date(moment + 600000).toISOString() }));
    let page = await openAndPass(`?at=${clock(entry.from, 5)}`, 'fault', 600);
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
    await isKept(page);
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
