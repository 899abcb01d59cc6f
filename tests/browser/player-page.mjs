// The player page in a real browser, over a copy of a built public folder and a server whose answers a test can change.
// Each file of tests has its own browser, server and copy, so that they run side by side.
//
// Three modes: file://, plain http (a host name that is no secure context), http on loopback (secure).
import assert from 'node:assert/strict';
import { createReadStream, cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after, before } from 'node:test';
import puppeteer from 'puppeteer-core';

const PUBLIC = process.env.HALLPRESS_PUBLIC;
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.png': 'image/png' };
export const skip = PUBLIC ? false : 'set HALLPRESS_PUBLIC to a built public folder';

export let folder, screen, manifest;
let browser, server, port;
// Answers that differ from the files: path -> (response, file) => void; and every request seen.
export const special = new Map();
export const seen = [];

function serve(request, response) {
  const pathname = decodeURIComponent(new URL(request.url, 'http://x').pathname);
  seen.push({ host: request.headers.host, pathname, method: request.method, url: request.url });
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

export const bytes = (file, change) => (response, _file, type) => {
  response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' });
  response.end(change(readFileSync(file)));
};

/** The wall clock of an RFC 3339 instant, moved by minutes: `2026-10-12T09:00`. */
export function clock(instant, minutes = 0) {
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

export const MODES = {
  file: (query) => `file://${folder}/signage/s/${screen}/index.html${query}`,
  http: (query) => `http://hall.test:${port}/signage/s/${screen}/index.html${query}`,
  secure: (query) => `http://127.0.0.1:${port}/signage/s/${screen}/index.html${query}`,
};

export async function open(mode, query = '', setUp) {
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

/** A machine may be slow: how long to wait for what must come says nothing of how soon it comes. */
const PATIENCE = 60000;
export const comes = (page, what, ...values) => page.waitForFunction(what, { timeout: PATIENCE }, ...values);
export const shows = (page, state) => comes(page, (state) => document.body.dataset.state === state, state);
/** The last manifest and all its pictures are in the store. */
export const isKept = (page) => comes(page, () => document.body.dataset.kept === document.body.dataset.seq);

/** Opens the page at a moment and shows `state`, then lets so many seconds pass at once. */
export async function openAndPass(query, state, seconds) {
  const page = await open('http', query, async (page) => {
    await fast(page);
    await boxTime(page, Date.now());
  });
  await shows(page, state);
  await page.evaluate((by) => { window.passed += by; }, seconds * 1000);
  return page;
}

export const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
export const stateOf = (page) => page.evaluate(() => document.body.dataset.state);
export const hang = () => {};

/** Rounds of half a minute, made a second. */
export const fast = (page) => page.evaluateOnNewDocument(() => {
  const set = window.setInterval;
  window.setInterval = (work) => set(work, 1000);
});

/** The box's clock at an instant. `passed` moves the clock and the running time, `jumped` the clock alone. */
export const boxTime = (page, instant) => page.evaluateOnNewDocument((by) => {
  const [wall, running] = [Date.now.bind(Date), performance.now.bind(performance)];
  Object.assign(window, { passed: window.passed ?? 0, jumped: window.jumped ?? 0 });
  Date.now = () => wall() + by + window.passed + window.jumped;
  performance.now = () => running() + window.passed;
}, instant - Date.now());

/** The server tells this time with the manifest, and more headers; `date` says what Date becomes. */
let hallBy = 0;
export function hallTime(instant, headers = {}, date = (now) => now) {
  hallBy = instant - Date.now();
  special.set('/manifest.json', (response, file) => {
    const now = new Date(date(Date.now() + hallBy)).toUTCString();
    response.writeHead(200, { 'Content-Type': 'application/json', ...headers, Date: now });
    response.end(readFileSync(file));
  });
}

/** Time passes in the hall. */
export function passInHall(seconds) {
  hallBy += seconds * 1000;
}

/** Time passes, in the hall and on the box, and the box has asked for news. */
export async function pass(page, seconds) {
  passInHall(seconds);
  await page.evaluate((by) => { window.passed += by; }, seconds * 1000);
  await pause(2.2);
}

export const answer = (value) => (response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(value));
};

export async function close(page) {
  assert.deepEqual(page.problems, []);
  await page.browserContext().close();
}
