#!/usr/bin/env node
// Audits a directory of generated HTML the way a member of the public, a screen
// reader and a slow phone would meet it. Serves the directory on 127.0.0.1 and
// never lets the browser reach anything else.
//
//   node audit.mjs DIR [--sample 10] [--lighthouse 2] [--budget-kb 50]
//                      [--only GLOB] [--vnu sample|all|off] [--no-axe]
//                      [--skip TEXT] [--at TIME] [--json FILE] [--shots DIR] [--strict]
//
// Whole tree: links, fragments, duplicate ids, orphans, JSON-LD, feeds.
// Sample of pages: axe (desktop, phone, dark), HTML validity (vnu and
// html-validate), weight, external requests, reflow at 320 px and at 200 % text,
// text-spacing clipping, keyboard focus, A4 print pages, no-JavaScript content,
// Lighthouse (phone).
// `--at 2026-10-09T09:30` is the reader's time (UTC+8), so that a site built for that day is audited as it was read then;
// Lighthouse keeps the machine's clock. `--skip signage/` leaves out pages that are no part of the website. Of Lighthouse's categories --strict holds
// performance too only with --speed: it is a measurement of the machine as well.
// Exit status: 0 clean, 1 findings with --strict, 2 wrong use or broken tool.

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import zlib from 'node:zlib';
import { Parser } from 'htmlparser2';
import { HtmlValidate } from 'html-validate';
import puppeteer from 'puppeteer-core';

const require = createRequire(import.meta.url);
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const CHROMIUM_FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const PHONE = { width: 360, height: 740, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const DESKTOP = { width: 1280, height: 900, deviceScaleFactor: 1 };
const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json', '.jsonld': 'application/ld+json', '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.ico': 'image/x-icon',
  '.xml': 'application/xml; charset=utf-8', '.pdf': 'application/pdf', '.woff2': 'font/woff2',
  '.wasm': 'application/wasm', '.txt': 'text/plain; charset=utf-8', '.csv': 'text/csv; charset=utf-8',
};

const { values: opt, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '10' }, lighthouse: { type: 'string', default: '2' },
    'budget-kb': { type: 'string', default: '50' }, only: { type: 'string' },
    vnu: { type: 'string', default: 'sample' }, 'no-axe': { type: 'boolean', default: false },
    json: { type: 'string' }, shots: { type: 'string' }, strict: { type: 'boolean', default: false },
    skip: { type: 'string' }, speed: { type: 'boolean', default: false }, at: { type: 'string' },
  },
});
if (positionals.length !== 1 || !fs.statSync(positionals[0], { throwIfNoEntry: false })?.isDirectory()) {
  console.error('usage: node audit.mjs DIR [--sample 10] [--lighthouse 2] [--budget-kb 50] [--only TEXT] [--vnu sample|all|off] [--no-axe] [--skip TEXT] [--at TIME] [--speed] [--json FILE] [--shots DIR] [--strict]');
  process.exit(2);
}
const root = fs.realpathSync(positionals[0]);

// ---------------------------------------------------------------- files

/** Every file below `dir`, as paths relative to it with forward slashes. */
function walk(dir, prefix = '') {
  return fs.readdirSync(dir, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((e) => (e.isDirectory() ? walk(path.join(dir, e.name), `${prefix}${e.name}/`) : [`${prefix}${e.name}`]));
}

/** What tells pages made from one template: their folder, or their name below a folder for each record. Pages of small
 *  folders, front pages of folders and those at the top are each a kind of their own. */
function kinds(pages) {
  const count = (key) => {
    const found = new Map();
    for (const p of pages) found.set(key(p), (found.get(key(p)) ?? 0) + 1);
    return (p) => found.get(key(p));
  };
  const folder = (p) => p.split('/').slice(0, -1).join('/');
  const below = (p) => [...p.split('/').slice(0, -2), '*', p.split('/').at(-1)].join('/');
  const inFolder = count(folder), sameName = count(below);
  const kind = (p) => {
    if (!p.includes('/') || p.endsWith('/index.html')) return p;
    if (inFolder(p) < 3 && sameName(p) > 12) return below(p);
    return inFolder(p) > 12 ? folder(p) : p;
  };
  const groups = new Map();
  for (const p of pages) groups.set(kind(p), [...(groups.get(kind(p)) ?? []), p]);
  return groups;
}

/** Spreads the sample over the kinds of page, the home page first: one of each in turn. */
function spread(pages, count) {
  const groups = [...kinds(pages)].sort(([a], [b]) => (b === 'index.html') - (a === 'index.html')).map(([, list]) => list);
  // A sample smaller than the kinds takes some from everywhere.
  const stride = Math.max(1, Math.floor(groups.length / count));
  const order = groups.filter((_, n) => n % stride === 0).concat(groups.filter((_, n) => n % stride !== 0));
  const picked = [];
  for (let round = 0; round < pages.length && picked.length < Math.min(count, pages.length); round += 1) {
    for (const list of order) {
      const page = list[round * Math.max(1, Math.floor(list.length / count))];
      if (page && !picked.includes(page) && picked.length < count) picked.push(page);
    }
  }
  return picked.sort();
}

/** Serves `root` on a free loopback port, compressed as a public host would. */
async function serve() {
  const server = http.createServer((req, res) => {
    const url = new URL(req.url, 'http://127.0.0.1');
    let file = path.join(root, decodeURIComponent(url.pathname));
    if (!file.startsWith(root)) { res.writeHead(403).end(); return; }
    if (fs.statSync(file, { throwIfNoEntry: false })?.isDirectory()) file = path.join(file, 'index.html');
    let status = 200;
    if (!fs.existsSync(file)) { status = 404; file = path.join(root, '404.html'); }
    if (!fs.existsSync(file)) { res.writeHead(404).end('not found'); return; }
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    let body = fs.readFileSync(file);
    const head = { 'content-type': type, 'cache-control': 'max-age=600', 'x-content-type-options': 'nosniff' };
    if (/text|json|xml|svg|javascript|manifest/.test(type)) { body = zlib.gzipSync(body); head['content-encoding'] = 'gzip'; }
    res.writeHead(status, { ...head, 'content-length': body.length }).end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { server, base: `http://127.0.0.1:${server.address().port}/` };
}

// ---------------------------------------------------------------- whole tree

/** Reads one page's ids, links, language and JSON-LD without a browser. */
function readPage(file) {
  const page = { ids: new Map(), links: [], lang: null, title: '', jsonld: [], h1: 0, robots: '' };
  let capture = null;
  const parser = new Parser({
    onopentag(name, a) {
      if (a.id !== undefined) page.ids.set(a.id, (page.ids.get(a.id) ?? 0) + 1);
      if (name === 'a' && a.name) page.ids.set(a.name, page.ids.get(a.name) ?? 1);
      if (name === 'html') page.lang = a.lang ?? null;
      if (name === 'h1') page.h1 += 1;
      if (name === 'meta' && a.name === 'robots') page.robots = a.content ?? '';
      if (name === 'title' && !page.title && capture === null) capture = { kind: 'title', text: '' };
      if (name === 'script' && a.type === 'application/ld+json') capture = { kind: 'jsonld', text: '' };
      for (const key of ['href', 'src', 'action', 'poster', 'data']) if (a[key]) page.links.push(a[key]);
      if (a.srcset) for (const part of a.srcset.split(',')) page.links.push(part.trim().split(/\s+/)[0]);
    },
    ontext(text) { if (capture) capture.text += text; },
    onclosetag(name) {
      if (capture?.kind === 'title' && name === 'title') { page.title = capture.text.trim(); capture = null; }
      if (capture?.kind === 'jsonld' && name === 'script') { page.jsonld.push(capture.text); capture = null; }
    },
  });
  parser.write(fs.readFileSync(file, 'utf8'));
  parser.end();
  return page;
}

/** Broken links and fragments, duplicate ids, orphans, missing basics, JSON-LD. */
function checkTree(files, pages) {
  const out = { links: 0, broken: [], fragments: [], duplicateIds: [], orphans: [], basics: [], duplicateTitles: [], jsonld: { blocks: 0, errors: [] }, external: new Set() };
  const known = new Set(files);
  const parsed = new Map(pages.map((p) => [p, readPage(path.join(root, p))]));
  const linked = new Set(['index.html', '404.html', 'kiosk.html']);
  const titles = new Map();
  for (const [name, page] of parsed) {
    for (const [id, n] of page.ids) if (n > 1) out.duplicateIds.push(`${name}#${id}`);
    if (!page.lang) out.basics.push(`${name}: html has no lang`);
    if (!page.title) out.basics.push(`${name}: no title`);
    if (page.h1 !== 1) out.basics.push(`${name}: ${page.h1} h1`);
    if (page.title) titles.set(page.title, [...(titles.get(page.title) ?? []), name]);
    for (const link of page.links) {
      if (/^(data|mailto|tel|javascript|blob):/i.test(link)) continue;
      let url;
      try { url = new URL(link, `http://site.invalid/${encodeURI(name)}`); } catch { out.broken.push(`${name} -> ${link}`); continue; }
      if (url.hostname !== 'site.invalid') { out.external.add(url.origin); continue; }
      out.links += 1;
      let target = decodeURIComponent(url.pathname.slice(1));
      if (target === '' || target.endsWith('/')) target += 'index.html';
      else if (!known.has(target) && known.has(`${target}/index.html`)) target += '/index.html';
      if (!known.has(target)) { out.broken.push(`${name} -> ${link}`); continue; }
      if (target !== name) linked.add(target);
      const id = decodeURIComponent(url.hash.slice(1));
      if (id && id !== 'top' && parsed.has(target) && !parsed.get(target).ids.has(id)) out.fragments.push(`${name} -> ${link}`);
    }
    for (const text of page.jsonld) {
      out.jsonld.blocks += 1;
      out.jsonld.errors.push(...checkJsonLd(text).map((e) => `${name}: ${e}`));
    }
  }
  for (const p of pages) if (!linked.has(p)) out.orphans.push(p);
  for (const [title, names] of titles) if (names.length > 1) out.duplicateTitles.push(`${title} (${names.length})`);
  return out;
}

const LD_REQUIRED = {
  GovernmentService: ['name', 'provider', 'areaServed'],
  GovernmentOffice: ['name', 'address'],
  GovernmentOrganization: ['name'],
  SpecialAnnouncement: ['name', 'datePosted', 'text'],
  BreadcrumbList: ['itemListElement'],
  OpeningHoursSpecification: ['opens', 'closes'],
};

/** JSON-LD is well formed, has a schema.org context, and its types their keys. */
function checkJsonLd(text) {
  let data;
  try { data = JSON.parse(text); } catch (e) { return [`JSON-LD does not parse: ${e.message}`]; }
  const errors = [];
  const top = Array.isArray(data) ? data : [data];
  for (const d of top) if (!/^https?:\/\/schema\.org\/?$/.test(String(d['@context'] ?? ''))) errors.push('JSON-LD @context is not schema.org');
  const visit = (node) => {
    if (Array.isArray(node)) { node.forEach(visit); return; }
    if (node === null || typeof node !== 'object') return;
    for (const key of LD_REQUIRED[node['@type']] ?? []) if (node[key] === undefined && node['@id'] === undefined) errors.push(`${node['@type']} lacks ${key}`);
    Object.values(node).forEach(visit);
  };
  visit(data);
  return errors;
}

// ---------------------------------------------------------------- HTML validity

/** The Nu Html Checker over files: one Java start for all of them. */
function runVnu(names) {
  const found = [];
  for (let i = 0; i < names.length; i += 400) {
    const args = ['-jar', require('vnu-jar'), '--format', 'json', '--stdout', '--exit-zero-always', '--skip-non-html',
      ...names.slice(i, i + 400).map((n) => path.join(root, n))];
    const run = spawnSync('java', args, { encoding: 'utf8', maxBuffer: 1 << 28 });
    if (run.error || run.status !== 0) throw new Error(`vnu: ${run.error ?? run.stderr.slice(0, 400)}`);
    found.push(...JSON.parse(run.stdout).messages);
  }
  return found.map((m) => ({
    page: path.relative(root, new URL(m.url).pathname.split('/').map(decodeURIComponent).join('/')),
    kind: m.type === 'error' ? 'error' : m.subType ?? m.type, line: m.lastLine, text: m.message,
  }));
}

const htmlValidate = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: { 'doctype-style': 'off', 'void-style': 'off', 'no-trailing-whitespace': 'off', 'long-title': 'off', 'require-sri': 'off' },
});

/** html-validate's rules, which overlap vnu's and add accessibility ones. */
async function runHtmlValidate(names) {
  const out = [];
  for (const name of names) {
    const report = await htmlValidate.validateString(fs.readFileSync(path.join(root, name), 'utf8'), name);
    for (const r of report.results) for (const m of r.messages) out.push({ page: name, kind: m.ruleId, line: m.line, text: m.message });
  }
  return out;
}

// ---------------------------------------------------------------- in the browser

/** Opens `url` as one who was never here before (no worker, nothing kept), counting transfers and blocking everything off this machine. */
async function open(browser, url, { viewport = DESKTOP, script = true, large = false, dark = false } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const seen = { bytes: 0, requests: 0, external: [], failed: [], console: [] };
  await page.setViewport(viewport);
  await page.setJavaScriptEnabled(script);
  await page.setCacheEnabled(false);
  if (opt.at) {
    await page.evaluateOnNewDocument((start) => {
      const Real = Date, ahead = start - Real.now();
      globalThis.Date = class extends Real {
        constructor(...given) { if (given.length) super(...given); else super(Real.now() + ahead); }
        static now() { return Real.now() + ahead; }
      };
    }, Date.parse(`${opt.at}:00+08:00`));
  }
  if (dark) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await page.setRequestInterception(true);
  page.on('request', (r) => {
    const host = new URL(r.url()).hostname;
    if (/^(data|blob):/.test(r.url()) || host === '127.0.0.1') r.continue();
    else { seen.external.push(r.url()); r.abort(); }
  });
  page.on('response', (r) => { if (r.status() >= 400) seen.failed.push(`${r.status()} ${r.url()}`); });
  page.on('pageerror', (e) => seen.console.push(String(e.message ?? e)));
  page.on('console', (m) => { if (m.type() === 'error') seen.console.push(m.text()); });
  const cdp = await page.createCDPSession();
  await cdp.send('Network.enable');
  cdp.on('Network.loadingFinished', (e) => { seen.bytes += e.encodedDataLength; seen.requests += 1; });
  await page.goto(url, { waitUntil: 'load', timeout: 30000 });
  await page.waitForNetworkIdle({ idleTime: 120, timeout: 10000 });
  if (large) await addStyle(page, ':root{font-size:200% !important}');
  return { page, seen, close: () => context.close() };
}

const axeSource = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

async function runAxe(page) {
  await page.evaluate(axeSource);
  return page.evaluate((tags) => axe.run(document, {
    runOnly: { type: 'tag', values: tags }, resultTypes: ['violations', 'incomplete'], rules: { 'target-size': { enabled: true } },
  }).then((r) => ({
    violations: r.violations.map((v) => ({ id: v.id, impact: v.impact, nodes: v.nodes.length, at: v.nodes[0].target.join(' '), help: v.help })),
    incomplete: r.incomplete.length,
  })), AXE_TAGS);
}

/** A reader's own style. A constructed sheet, since the pages' policy refuses style elements. */
async function addStyle(page, css) {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, css);
}

/** Text a reader sees, and whether the page must be scrolled sideways. */
const measure = () => ({
  text: document.body.innerText.replace(/\s+/g, '').length,
  overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  vertical: !!document.querySelector('[style*="writing-mode"], .mn, [lang|="mn"]') && getComputedStyle(document.body).writingMode !== 'horizontal-tb',
  nodes: document.querySelectorAll('*').length,
});

/** WCAG 1.4.12: with the reader's own spacing no text may be cut off. */
async function countClipped(page) {
  await addStyle(page, '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}');
  return page.evaluate(() => [...document.querySelectorAll('body *')].filter((e) => {
    const style = getComputedStyle(e);
    return /hidden|clip/.test(style.overflowX + style.overflowY) && e.clientWidth > 4 && e.clientHeight > 4 && e.innerText?.trim()
      && (e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2);
  }).length);
}

/** Tabs through the page: every stop must be new, visible and show its focus. */
async function countBadFocus(page, stops = 20) {
  const seen = new Set();
  let bad = 0;
  for (let i = 0; i < stops; i += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const e = document.activeElement;
      if (!e || e === document.body) return null;
      const style = getComputedStyle(e);
      const box = e.getBoundingClientRect();
      const shown = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
      e.dataset.auditStop ??= String(document.querySelectorAll('[data-audit-stop]').length);
      return { key: e.dataset.auditStop, ok: shown && box.width > 0 && box.height > 0 };
    });
    if (stop === null || seen.has(stop.key)) break;
    seen.add(stop.key);
    if (!stop.ok) bad += 1;
  }
  return bad;
}

async function auditPage(browser, base, name) {
  const url = base + encodeURI(name);
  const row = { page: name, axe: [], incomplete: 0 };
  const merge = (result, where) => {
    row.incomplete += result.incomplete;
    for (const v of result.violations) if (!row.axe.some((w) => w.id === v.id)) row.axe.push({ ...v, where });
  };

  const desktop = await open(browser, url);
  const full = await desktop.page.evaluate(measure);
  Object.assign(row, { kb: desktop.seen.bytes / 1024, requests: desktop.seen.requests, nodes: full.nodes, external: desktop.seen.external, failed: desktop.seen.failed.filter((f) => !f.endsWith('/404.html')), console: desktop.seen.console });
  if (opt.shots) await desktop.page.screenshot({ path: path.join(opt.shots, `${name.replaceAll('/', '_')}.png`), fullPage: true });
  if (!opt['no-axe']) merge(await runAxe(desktop.page), 'desktop');
  row.focus = await countBadFocus(desktop.page);
  row.clipped = await countClipped(desktop.page);
  await desktop.close();

  const dark = await open(browser, url, { dark: true });
  if (!opt['no-axe']) merge(await runAxe(dark.page), 'dark');
  const pdf = Buffer.from(await dark.page.pdf({ format: 'A4', printBackground: false })).toString('latin1');
  row.a4 = (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length;
  await dark.close();

  const phone = await open(browser, url, { viewport: PHONE });
  if (!opt['no-axe']) merge(await runAxe(phone.page), 'phone');
  await phone.close();

  const narrow = await open(browser, url, { viewport: { ...PHONE, width: 320, height: 640 } });
  const at320 = await narrow.page.evaluate(measure);
  await narrow.close();
  const large = await open(browser, url, { viewport: DESKTOP, large: true });
  const at200 = await large.page.evaluate(measure);
  await large.close();
  row.reflow = full.vertical ? 0 : Math.max(0, at320.overflow);
  row.zoom = full.vertical ? 0 : Math.max(0, at200.overflow);

  const plain = await open(browser, url, { script: false });
  const noJs = await plain.page.evaluate(measure);
  await plain.close();
  row.noJs = full.text === 0 ? 0 : Math.round((100 * noJs.text) / full.text);
  return row;
}

/** Well-formedness and the required elements of every Atom, RSS and sitemap file. */
async function checkFeeds(browser, files) {
  const out = [];
  const page = await browser.newPage();
  for (const f of files.filter((n) => /\.(xml|atom|rss)$/.test(n))) {
    const errors = await page.evaluate((text) => {
      const doc = new DOMParser().parseFromString(text, 'application/xml');
      if (doc.querySelector('parsererror')) return ['not well-formed XML'];
      const need = (node, names) => names.filter((n) => ![...node.children].some((c) => c.localName === n)).map((n) => `${node.localName} lacks ${n}`);
      const r = doc.documentElement;
      const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
      if (r.localName === 'feed') {
        const found = need(r, ['id', 'title', 'updated']);
        const hasAuthor = [...r.children].some((c) => c.localName === 'author');
        const ids = new Set();
        for (const e of [...r.children].filter((c) => c.localName === 'entry')) {
          found.push(...need(e, hasAuthor ? ['id', 'title', 'updated'] : ['id', 'title', 'updated', 'author']));
          const id = e.querySelector('id')?.textContent;
          if (ids.has(id)) found.push(`entry id twice: ${id}`);
          ids.add(id);
        }
        for (const u of r.querySelectorAll('updated, published')) if (!rfc3339.test(u.textContent.trim())) found.push(`not RFC 3339: ${u.textContent}`);
        return found;
      }
      if (r.localName === 'rss') return need(r.querySelector('channel') ?? r, ['title', 'link', 'description']);
      if (r.localName === 'urlset') return [...r.children].flatMap((u) => need(u, ['loc']));
      return [];
    }, fs.readFileSync(path.join(root, f), 'utf8'));
    out.push(...errors.map((e) => `${f}: ${e}`));
  }
  await page.close();
  return out;
}

async function runLighthouse(browser, base, names) {
  const { default: lighthouse } = await import('lighthouse');
  const port = Number(new URL(browser.wsEndpoint()).port);
  const rows = [];
  for (const name of names) {
    const result = await lighthouse(base + encodeURI(name), { port, output: 'json', logLevel: 'error', onlyCategories: CATEGORIES });
    if (!result || result.lhr.runtimeError) { rows.push({ page: name, error: result?.lhr.runtimeError?.message ?? 'no result' }); continue; }
    const { categories, audits } = result.lhr;
    rows.push({
      page: name,
      scores: Object.fromEntries(CATEGORIES.map((c) => [c, categories[c] ? Math.round(categories[c].score * 100) : null])),
      lcp: Math.round(audits['largest-contentful-paint']?.numericValue ?? 0),
      cls: audits['cumulative-layout-shift']?.numericValue ?? 0, tbt: Math.round(audits['total-blocking-time']?.numericValue ?? 0),
      failed: CATEGORIES.flatMap((c) => (categories[c]?.auditRefs ?? []).filter((r) => r.weight > 0 && audits[r.id].score !== null && audits[r.id].score < 0.9).map((r) => `${c}:${r.id}`)),
    });
  }
  return rows;
}

// ---------------------------------------------------------------- report

const list = (items, max = 8) => items.slice(0, max).map((i) => `    ${i}`).concat(items.length > max ? [`    … and ${items.length - max} more`] : []);
const tally = (items, key) => [...items.reduce((m, i) => m.set(key(i), (m.get(key(i)) ?? 0) + 1), new Map())].sort((a, b) => b[1] - a[1]).map(([k, n]) => `${n} × ${k}`);

function print(report) {
  const { tree, rows, vnu, hv, feeds, lh, budget } = report;
  const say = (...lines) => console.log(lines.flat().join('\n'));
  say(`pages ${report.pages}  files ${report.files}  sampled ${rows.length}`, '');
  say(`links        ${tree.links} internal, ${tree.broken.length} broken, ${tree.fragments.length} broken fragments, ${tree.external.length} external origins linked`, list(tree.broken), list(tree.fragments));
  say(`structure    ${tree.duplicateIds.length} duplicate ids, ${tree.orphans.length} orphan pages, ${tree.basics.length} missing basics, ${tree.duplicateTitles.length} duplicate titles`, list(tree.duplicateIds, 4), list(tree.orphans, 4), list(tree.basics, 6), list(tree.duplicateTitles, 4));
  say(`JSON-LD      ${tree.jsonld.blocks} blocks, ${tree.jsonld.errors.length} errors`, list(tree.jsonld.errors, 6));
  say(`feeds        ${feeds.length} errors`, list(feeds, 6));
  say(`vnu          ${vnu.filter((m) => m.kind === 'error').length} errors, ${vnu.filter((m) => m.kind !== 'error').length} warnings`, list(tally(vnu, (m) => `${m.kind}: ${m.text}`)));
  say(`html-validate ${hv.length} messages`, list(tally(hv, (m) => `${m.kind}: ${m.text}`)));
  const impacts = {};
  for (const r of rows) for (const v of r.axe) impacts[v.impact] = (impacts[v.impact] ?? 0) + v.nodes;
  say(`axe          ${Object.entries(impacts).map(([k, n]) => `${n} ${k}`).join(', ') || 'no violations'} (${rows.reduce((n, r) => n + r.incomplete, 0)} to judge by hand)`, list(tally(rows.flatMap((r) => r.axe), (v) => `${v.impact} ${v.id}: ${v.help} [${v.where} ${v.at}]`)));
  say('', 'page                                        kB  req nodes  ext err 320px 200% clip focus A4 noJS  axe');
  for (const r of rows) {
    say(`${r.page.slice(0, 40).padEnd(40)} ${r.kb.toFixed(1).padStart(6)}${r.kb > budget ? '!' : ' '} ${String(r.requests).padStart(3)} ${String(r.nodes).padStart(5)} ${String(r.external.length).padStart(4)} ${String(r.failed.length + r.console.length).padStart(3)} ${String(r.reflow).padStart(5)} ${String(r.zoom).padStart(4)} ${String(r.clipped).padStart(4)} ${String(r.focus).padStart(5)} ${String(r.a4).padStart(2)} ${String(r.noJs).padStart(3)}% ${String(r.axe.length).padStart(4)}`);
  }
  if (lh.length) say('', 'Lighthouse (phone)                         perf a11y best  seo   LCP ms  CLS  TBT');
  for (const r of lh) {
    if (r.error) { say(`${r.page.padEnd(40)} ${r.error}`); continue; }
    const s = CATEGORIES.map((c) => String(r.scores[c]).padStart(4)).join(' ');
    say(`${r.page.slice(0, 40).padEnd(40)}   ${s} ${String(r.lcp).padStart(8)} ${r.cls.toFixed(3)} ${String(r.tbt).padStart(4)}`, list(r.failed, 6));
  }
  say('', report.findings.length ? `FINDINGS: ${report.findings.join('; ')}` : 'CLEAN');
}

/** What --strict fails on. */
function findings({ tree, rows, vnu, hv, feeds, lh, budget }) {
  const out = [];
  const add = (n, what) => { if (n > 0) out.push(`${n} ${what}`); };
  add(tree.broken.length + tree.fragments.length, 'broken links');
  add(tree.duplicateIds.length, 'duplicate ids');
  add(tree.orphans.length, 'orphan pages');
  add(tree.duplicateTitles.length, 'duplicate titles');
  add(tree.basics.length, 'missing basics');
  add(tree.jsonld.errors.length, 'JSON-LD errors');
  add(feeds.length, 'feed errors');
  add(vnu.filter((m) => m.kind === 'error').length, 'HTML errors');
  add(hv.length, 'html-validate messages');
  add(rows.reduce((n, r) => n + r.axe.length, 0), 'axe violations');
  add(rows.filter((r) => r.kb > budget).length, `pages over ${budget} kB`);
  add(rows.filter((r) => r.nodes >= 800).length, 'pages of 800 nodes or more');
  add(rows.reduce((n, r) => n + r.external.length, 0), 'external requests');
  add(rows.reduce((n, r) => n + r.failed.length + r.console.length, 0), 'failed requests or console errors');
  add(rows.filter((r) => r.reflow > 0 || r.zoom > 0).length, 'pages that scroll sideways');
  add(rows.reduce((n, r) => n + r.clipped, 0), 'clipped texts under wide spacing');
  add(rows.reduce((n, r) => n + r.focus, 0), 'keyboard stops without visible focus');
  add(rows.filter((r) => r.noJs < 90).length, 'pages that need JavaScript');
  add(lh.filter((r) => r.error || CATEGORIES.some((c) => (opt.speed || c !== 'performance') && r.scores[c] !== null && r.scores[c] < 95)).length, 'Lighthouse pages under 95');
  return out;
}

async function main() {
  const files = walk(root);
  const all = files.filter((f) => f.endsWith('.html') && !(opt.skip && f.startsWith(opt.skip)));
  const wanted = opt.only ? all.filter((f) => f.includes(opt.only)) : all;
  const sample = spread(wanted, Number(opt.sample));
  if (sample.length === 0) throw new Error(`no page to audit in ${root}`);
  const budget = Number(opt['budget-kb']);
  if (opt.shots) fs.mkdirSync(opt.shots, { recursive: true });
  const tree = checkTree(files, all);
  tree.external = [...tree.external];
  const vnu = opt.vnu === 'off' ? [] : runVnu(opt.vnu === 'all' ? all : sample);
  const hv = await runHtmlValidate(sample);

  const { server, base } = await serve();
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'audit-'));
  const browser = await puppeteer.launch({ executablePath: CHROMIUM, headless: true, userDataDir: profile, args: CHROMIUM_FLAGS });
  try {
    const rows = [];
    for (const name of sample) rows.push(await auditPage(browser, base, name));
    const feeds = await checkFeeds(browser, files);
    const lh = Number(opt.lighthouse) > 0 ? await runLighthouse(browser, base, spread(wanted.filter((p) => p !== '404.html'), Number(opt.lighthouse))) : [];
    const report = { pages: all.length, files: files.length, budget, tree, rows, vnu, hv, feeds, lh };
    report.findings = findings(report);
    print(report);
    if (opt.json) fs.writeFileSync(opt.json, JSON.stringify(report, null, 1));
    process.exitCode = opt.strict && report.findings.length ? 1 : 0;
  } finally {
    await browser.close();
    server.close();
    fs.rmSync(profile, { recursive: true, force: true });
  }
}

main().catch((e) => { console.error(e.stack ?? e); process.exit(2); });
