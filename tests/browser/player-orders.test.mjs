// The player page and orders from the site.
//
//   HALLPRESS_PUBLIC=/path/to/public CHROMIUM=/usr/bin/chromium node --test player-orders.test.mjs
import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import {
  answer, boxTime, clock, close, comes, fast, hallTime, manifest, MODES, open, openAndPass, pause, shows, skip,
  special, stateOf,
} from './player-page.mjs';

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
      await shows(page, 'open');
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
    await shows(page, 'open');
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
    await shows(page, 'open');
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
    await shows(page, 'open');
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
    const before = `?at=${clock(closed().from, -10)}`;
    for (const [state, after] of [['paused', 'closed'], ['fault', 'closed'], ['open', 'closed'], ['suspended', 'suspended']]) {
      special.set('/override.json', answer({ state, until: until(Date.parse(closed().from) + 3600000) }));
      const page = await openAndPass(before, state, 600);
      await shows(page, after);
      await pause(2);
      assert.equal(await stateOf(page), after, state);
      await close(page);
    }
  });

  test('an evacuation beats everything, and ends too', async () => {
    const media = Object.keys(manifest.media)[0];
    special.set('/manifest.json', answer({ ...manifest, states: { ...manifest.states, evacuate: media } }));
    for (const moment of [morning(), Date.parse(closed().from) + 300000, Date.parse(manifest.valid_to) + 300000]) {
      special.set('/override.json', answer({ state: 'evacuate', until: until(moment + 600000) }));
      const page = await openAndPass(`?at=${clock(until(moment))}&state=paused`, 'evacuate', 600);
      await comes(page, () => document.body.dataset.state !== 'evacuate');
      await close(page);
    }
  });
});
