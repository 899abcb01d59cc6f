// What programs read: open data, feeds, the site map, structured data. Over a built public folder (HALLPRESS_PUBLIC).
import Ajv from 'ajv/dist/2020.js';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { Parser } from 'htmlparser2';

const PUBLIC = process.env.HALLPRESS_PUBLIC && path.resolve(process.env.HALLPRESS_PUBLIC);
const skip = PUBLIC ? false : 'set HALLPRESS_PUBLIC to a built public folder';
const read = (file) => readFileSync(path.join(PUBLIC, file), 'utf8');

/** Every page of the website; the players of screens are none. */
function pages(folder = '') {
  return readdirSync(path.join(PUBLIC, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = folder + entry.name;
    if (entry.isDirectory()) return file === 'signage' ? [] : pages(`${file}/`);
    return file.endsWith('.html') ? [file] : [];
  });
}

/** Elements of an XML text with their attributes and own text, in order. The audit tells whether it is well formed. */
function elements(xml) {
  const found = [], open = [];
  const parser = new Parser({
    onopentag: (name, attributes) => { const element = { name, attributes, text: '' }; found.push(element); open.push(element); },
    ontext: (text) => { if (open.length) open.at(-1).text += text; },
    onclosetag: () => open.pop(),
    onerror: (error) => { throw error; },
  }, { xmlMode: true });
  parser.end(xml);
  return found;
}

describe('open data', { skip }, () => {
  test('is as its schema says, and the schema refuses what it does not know', () => {
    const check = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(read('data/catalogue.schema.json')));
    const catalogue = JSON.parse(read('data/catalogue.json'));
    assert.ok(check(catalogue), JSON.stringify(check.errors?.slice(0, 3)));
    assert.ok(!check({ ...catalogue, surprise: 1 }));
  });

  test('names what it refers to, and pages that are there', () => {
    const { matters, windows, units, venues, timetables, notices } = JSON.parse(read('data/catalogue.json'));
    for (const list of [matters, windows, units, venues, timetables, notices]) assert.ok(list.length > 0);
    const ids = (list) => new Set(list.map((item) => item.id));
    const [matter, unit, venue, table] = [matters, units, venues, timetables].map(ids);
    for (const { page } of [...matters, ...windows, ...units, ...venues, ...notices]) assert.ok(statSync(path.join(PUBLIC, page)).isFile(), page);
    for (const { unit: of } of matters) assert.ok(unit.has(of), of);
    for (const { id, periods } of windows) {
      for (const [n, period] of periods.entries()) {
        if (n > 0) assert.equal(periods[n - 1].until, period.from, `${id} has a gap`);
        if (!period.number) continue;
        assert.ok(unit.has(period.unit) && venue.has(period.venue) && table.has(period.timetable), id);
        assert.ok(period.matters.every((m) => matter.has(m)), id);
      }
    }
  });

  test('has the digests it states', () => {
    const sums = read('data/SHA256SUMS').trim().split('\n').map((line) => line.split('  '));
    assert.equal(sums.length, 5);
    for (const [sum, name] of sums) assert.equal(createHash('sha256').update(readFileSync(path.join(PUBLIC, 'data', name))).digest('hex'), sum, name);
  });
});

describe('for search engines and readers of feeds', { skip }, () => {
  test('the site map lists every page but those for lost addresses and for terminals', () => {
    const listed = elements(read('sitemap.xml')).filter((e) => e.name === 'loc').map((e) => e.text);
    const base = listed.find((address) => address.endsWith('/'));
    const expected = pages().filter((file) => !['404.html', 'kiosk.html'].includes(file) && !file.endsWith('/brief.html')).map((file) => base + (file === 'index.html' ? '' : file));
    assert.deepEqual([...listed].sort(), expected.sort());
    assert.match(read('robots.txt'), new RegExp(`^Sitemap: ${base}sitemap\\.xml$`, 'm'));
  });

  test('feeds have what RFC 4287 asks for, and every address is a page', () => {
    const feeds = readdirSync(path.join(PUBLIC, 'feeds'));
    assert.ok(feeds.length > 1, `${feeds.length} feeds`);
    for (const file of feeds) {
      const all = elements(read(`feeds/${file}`));
      const entries = all.filter((e) => e.name === 'entry').length;
      assert.ok(entries > 0, file);
      const [own, ...ids] = all.filter((e) => e.name === 'id').map((e) => e.text);
      assert.ok(own.endsWith(`feeds/${file}`));
      assert.equal(new Set(ids).size, entries, `${file}: ids`);
      const base = own.slice(0, own.indexOf('feeds/'));
      for (const id of ids) assert.ok(statSync(path.join(PUBLIC, id.slice(base.length))).isFile(), id);
      assert.equal(all.filter((e) => e.name === 'title' && e.text).length, entries + 1);
      for (const { text } of all.filter((e) => e.name === 'updated')) assert.match(text, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/);
      assert.equal(all.filter((e) => e.name === 'author').length, 1);
    }
  });

  test('a guide describes its service, a notice its announcement', () => {
    const data = (file) => [...read(file).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map((m) => JSON.parse(m[1]));
    const [crumbs, service] = data('matters/gaj-shenfenzheng-huanbu.html');
    assert.equal(crumbs['@type'], 'BreadcrumbList');
    assert.equal(service['@type'], 'GovernmentService');
    assert.equal(service.provider.name, '银川市公安局');
    assert.ok(service.availableChannel.some((channel) => /C05窗口/.test(channel.serviceLocation?.name)));
    assert.ok(service.hoursAvailable.some((hours) => hours.opens === '09:00' && hours.dayOfWeek.includes('Monday')));
    const [, told] = data('notices/change-2026-10-12-zhsw-move.html');
    assert.equal(told['@type'], 'SpecialAnnouncement');
    assert.match(told.datePosted, /^2026-/);
    assert.equal(data('index.html')[0]['@type'], 'GovernmentOffice');
  });
});
