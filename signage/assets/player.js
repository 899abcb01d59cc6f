/* Player of one strip screen. Shows what manifest.json says, never a half-loaded picture, never black by mistake.
 *
 * Three modes: over http and https the manifest is fetched, and no picture is shown before it is checked by its SHA-256; on
 * https and loopback a service worker also keeps the page itself for a start without network; from a folder (file://)
 * manifest.js is loaded as a script and pictures are plain images.
 * Every request has a time limit and is asked again by itself; none waits for another that hangs.
 * States set on site, by override.json or the address, and how long they hold: docs/screens.md.
 * Address: ?at=2026-10-01T09:00 simulates a moment, ?state=paused&until=10:30 sets a state. Sends nothing to anyone.
 * ES2017, no modules: boxes run old browsers. The build puts sha256.js, clock.js, orders.js and this into one function. */

var POLL = 30000;
var LONGEST_TIMER = 60000;
var LIMIT = 10000;                    /* for a small answer, the store, and for showing a picture */
var PICTURE_LIMIT = 20000;
var body = document.body;
var layers = [document.getElementById('a'), document.getElementById('b')];
var dark = document.getElementById('dark');
var local = location.protocol === 'file:';
var front = -1;
var current = null;      /* { manifest, pictures: { name: address }, blobs: { sum: blob }, missing } */
var loading = null;      /* the same, of the manifest whose pictures are being fetched */
var timer = 0;
var shown = '';
var started = performance.now();

/* ---- address ---- */

function parameter(name) {
  var found = new RegExp('[?&]' + name + '=([^&]*)').exec(location.search);
  return found ? decodeURIComponent(found[1]) : null;
}

function instant(text) {
  /* Without an offset the time is the hall's; China has kept +08:00 since 1991. */
  var given = /(Z|[+-]\d\d:\d\d)$/.test(text) ? text : text + (text.indexOf('T') < 0 ? 'T00:00' : '') + '+08:00';
  return Date.parse(given);
}

var simulated = parameter('at') ? instant(parameter('at')) : NaN;

/* ---- requests ---- */

function within(limit, work) {
  return new Promise(function (resolve, reject) {
    var late = setTimeout(function () { reject(new Error('no answer in time')); }, limit);
    work.then(resolve, reject).then(function () { clearTimeout(late); });
  });
}

/* `read` takes what it needs of the answer, its body too, within the limit. */
function ask(address, cache, limit, read) {
  var stop = typeof AbortController === 'function' ? new AbortController() : null;
  var how = { cache: cache };
  if (stop) { how.signal = stop.signal; }
  return within(limit, fetch(address, how).then(read)).catch(function (problem) {
    /* A request left hanging would hold one of the few connections to the server. */
    if (stop) { stop.abort(); }
    throw problem;
  });
}

function good(answer) {
  if (answer.status !== 200) { throw new Error(answer.url + ' ' + answer.status); }
  return answer;
}

/* ---- manifest ---- */

/* No moment before it is true. */
function floor(manifest) {
  return instant(String(manifest.build).split('#')[0]);
}

/* A manifest is taken whole or not at all. */
function sound(manifest) {
  if (!manifest || manifest.version !== 1 || manifest.screen !== body.getAttribute('data-screen')) {
    return false;
  }
  if (typeof manifest.seq !== 'number' || !Array.isArray(manifest.timeline) || !manifest.media || !manifest.fallback) {
    return false;
  }
  function known(name) { return Object.prototype.hasOwnProperty.call(manifest.media, name); }
  var at = manifest.valid_from;
  for (var n = 0; n < manifest.timeline.length; n++) {
    var entry = manifest.timeline[n];
    if (entry.from !== at || !(instant(entry.from) < instant(entry.to)) || !Array.isArray(entry.show)) {
      return false;
    }
    for (var k = 0; k < entry.show.length; k++) {
      if (!known(entry.show[k].media)) { return false; }
    }
    at = entry.to;
  }
  return at === manifest.valid_to && known(manifest.fallback.media) && !isNaN(floor(manifest));
}

/* A later day counts too: a target set up anew begins its sequence again. */
function newer(manifest, than) {
  return manifest.seq > than.seq || instant(manifest.valid_from) > instant(than.valid_from);
}

/* ---- pictures ---- */

var pool = {};           /* pictures at hand, by their sum */
var tardy = [];          /* sums of those that did not answer last time */

function decodes(blob) {
  if (typeof createImageBitmap !== 'function') {
    return Promise.resolve();
  }
  return createImageBitmap(blob).then(function (bitmap) { bitmap.close(); });
}

/* From what is there already, or else the browser's cache, where a damaged copy may sit, or else the server. */
function fetched(medium) {
  var old = pool[medium.sha256];
  var from = function (cache) {
    return ask(medium.src, cache, PICTURE_LIMIT, function (answer) { return good(answer).blob(); })
      .then(function (blob) { return checked(blob, medium); });
  };
  var begun = performance.now();
  return (old ? checked(old, medium) : Promise.reject()).catch(function () {
    return from('force-cache');
  }).catch(function (problem) {
    if (performance.now() - begun >= PICTURE_LIMIT) { throw problem; }
    return from('reload');
  });
}

function buffer(blob) {
  return new Promise(function (resolve, reject) {
    var reader = new FileReader();
    reader.onload = function () { resolve(reader.result); };
    reader.onerror = reject;
    reader.readAsArrayBuffer(blob);
  });
}

function checked(blob, medium) {
  if (blob.size !== medium.bytes) {
    return Promise.reject(new Error(medium.src + ' has ' + blob.size + ' bytes'));
  }
  return within(LIMIT, buffer(blob).then(function (bytes) {
    if (sha256(bytes) !== medium.sha256) { throw new Error(medium.src + ' is damaged'); }
    var png = new Blob([bytes], { type: 'image/png' });
    return decodes(png).then(function () { return png; });
  }));
}

/* One after the other: a box has little memory. */
function inTurn(names, work) {
  return names.reduce(function (before, name) {
    return before.then(function () { return work(name); });
  }, Promise.resolve());
}

/* What is needed now, the one of last resort, what comes; last of all what did not answer last time. */
function order(manifest) {
  var moment = now();
  var names = [wanted(manifest, moment).media, resort(manifest, moment), manifest.fallback.media];
  manifest.timeline.forEach(function (entry) {
    if (instant(entry.to) > moment) { entry.show.forEach(function (one) { names.push(one.media); }); }
  });
  names = names.concat(Object.keys(manifest.media)).filter(function (name, n, all) {
    return name && all.indexOf(name) === n;
  });
  var hung = function (name) { return tardy.indexOf(manifest.media[name].sha256) >= 0; };
  return names.filter(function (name) { return !hung(name); }).concat(names.filter(hung));
}

/* Takes a manifest that is newer than the one shown and the one being fetched, and what is missing of the one shown. */
function load(manifest) {
  var latest = loading || current;
  if (!latest || newer(manifest, latest.manifest)) {
    return fill({ manifest: manifest, pictures: {}, blobs: {}, missing: 0, done: false });
  }
  if (!loading && current.missing && manifest.seq === current.manifest.seq && manifest.build === current.manifest.build) {
    return fill(current);
  }
  return Promise.resolve();
}

function fill(job) {
  var late = 0;
  var gained = false;
  var names = order(job.manifest).filter(function (name) { return !job.pictures[name]; });
  loading = job;
  job.missing = names.length;
  adopt(job);
  return inTurn(names, function (name) {
    /* Two that hang are enough for one round. */
    var medium = job.manifest.media[name];
    if (loading !== job || (late >= 2 && !pool[medium.sha256])) { return; }
    var asked = performance.now();
    return fetched(medium).then(function (blob) {
      pool[medium.sha256] = blob;
      tardy = tardy.filter(function (sum) { return sum !== medium.sha256; });
      if (loading !== job) { return; }
      job.pictures[name] = URL.createObjectURL(blob);
      job.blobs[medium.sha256] = blob;
      job.missing--;
      gained = true;
      adopt(job);
      if (job === current) { show(); }
    }, function () {
      if (performance.now() - asked < PICTURE_LIMIT) { return; }
      late++;
      if (tardy.indexOf(medium.sha256) < 0) { tardy.push(medium.sha256); }
    });
  }).catch(function () { /* Whatever it was, the next round tries again. */ }).then(function () {
    if (loading === job) {
      loading = null;
      job.done = true;
      adopt(job);
    }
    if (job !== current) { return release(job); }
    body.setAttribute('data-missing', String(job.missing));
    pool = Object.assign({}, job.blobs);
    return gained ? keep(job) : undefined;
  });
}

/* An empty screen takes a manifest as soon as it can show the moment; one that shows something, when all was tried and
 * the moment and the last resort can be shown. What is still missing then gives way to the last resort. */
function adopt(job) {
  var need = wanted(job.manifest, now()).media;
  if (job === current || (need && !job.pictures[need])) { return; }
  if (current && !(job.done && job.pictures[job.manifest.fallback.media])) { return; }
  var old = current;
  current = job;
  body.setAttribute('data-seq', String(job.manifest.seq));
  shown = '';
  show();
  /* The front layer still shows a picture of the old manifest until the new one is decoded. */
  if (old) { setTimeout(function () { release(old); }, LIMIT); }
}

function release(job) {
  Object.keys(job.pictures).forEach(function (name) { URL.revokeObjectURL(job.pictures[name]); });
}

/* ---- store: the last good manifest and its pictures, for a start without network ---- */

function database() {
  return new Promise(function (resolve, reject) {
    var request = indexedDB.open('hallpress', 1);
    request.onupgradeneeded = function () { request.result.createObjectStore('screens'); };
    request.onsuccess = function () { resolve(request.result); };
    request.onerror = function () { reject(request.error); };
  });
}

function keep(job) {
  if (local || !window.indexedDB) { return; }
  return within(LIMIT, database().then(function (db) {
    return new Promise(function (resolve) {
      var put = db.transaction('screens', 'readwrite');
      put.objectStore('screens').put({ manifest: job.manifest, blobs: job.blobs }, job.manifest.screen);
      put.oncomplete = function () {
        body.setAttribute('data-kept', String(job.manifest.seq));
        db.close();
        resolve();
      };
      put.onerror = put.onabort = function () { db.close(); resolve(); };
    });
  })).catch(function () { /* A full or forbidden store: the page goes on from memory. */ });
}

function kept() {
  if (local || !window.indexedDB) { return Promise.resolve(null); }
  return within(LIMIT, database().then(function (db) {
    return new Promise(function (resolve) {
      var request = db.transaction('screens').objectStore('screens').get(body.getAttribute('data-screen'));
      request.onsuccess = function () { db.close(); resolve(request.result || null); };
      request.onerror = function () { db.close(); resolve(null); };
    });
  })).catch(function () { return null; });
}

/* ---- what to show ---- */

function entryAt(manifest, moment) {
  for (var n = 0; n < manifest.timeline.length; n++) {
    var entry = manifest.timeline[n];
    if (instant(entry.from) <= moment && moment < instant(entry.to)) { return entry; }
  }
  return null;
}

/* The picture of last resort at a moment; after the end of the timeline, that of its last stretch. */
function resort(manifest, moment) {
  var trusted = !isNaN(simulated) || moment >= floor(manifest);
  var last = manifest.timeline[manifest.timeline.length - 1];
  var over = last && moment >= instant(last.to) ? last : null;
  var entry = trusted ? entryAt(manifest, moment) || over : null;
  var name = entry && entry.manual && entry.manual.fallback;
  return name && manifest.media[name] ? name : manifest.fallback.media;
}

/* Returns the state and the picture's name; no name = dark. */
function wanted(manifest, moment) {
  /* Before the day it was built on, the clock is wrong; after the last day nothing is known. */
  var trusted = !isNaN(simulated) || moment >= floor(manifest);
  var entry = trusted ? entryAt(manifest, moment) : null;
  var until = entry ? instant(entry.to) : Infinity;
  var holding = orders(moment);
  for (var k = 0; k < holding.length; k++) {
    var state = holding[k].state;
    var name = (entry && entry.manual && entry.manual[state]) || (manifest.states || {})[state];
    if (name && manifest.media[name] && obeyed(holding[k], entry)) {
      return { state: state, media: name, until: Math.min(until, holding[k].until) };
    }
  }
  if (!entry) {
    return { state: 'fallback', media: resort(manifest, moment), until: null };
  }
  if (!entry.show.length) {
    return { state: 'off', media: null, until: until };
  }
  var total = entry.show.reduce(function (sum, one) { return sum + one.seconds; }, 0);
  if (entry.show.length === 1 || total === 0) {
    return { state: entry.state, media: entry.show[0].media, until: until };
  }
  var left = ((moment - instant(entry.from)) / 1000) % total;
  for (var n = 0; n < entry.show.length; n++) {
    if (left < entry.show[n].seconds) {
      var next = moment + (entry.show[n].seconds - left) * 1000;
      return { state: entry.state, media: entry.show[n].media, until: Math.min(until, next) };
    }
    left -= entry.show[n].seconds;
  }
  return { state: entry.state, media: entry.show[0].media, until: until };
}

function show() {
  clearTimeout(timer);
  if (!current) { return; }
  var moment = now();
  var want = wanted(current.manifest, moment);
  var wait = want.until ? want.until - moment : LONGEST_TIMER;
  /* One short timer that looks at the clock again: long ones drift and overflow. */
  timer = setTimeout(show, Math.max(50, Math.min(wait + 20, LONGEST_TIMER)));
  draw(want);
}

function draw(want) {
  var key = current.manifest.seq + ' ' + want.media;
  if (shown === key) { return; }
  shown = key;
  if (!want.media) {
    dark.className = 'shown';
    tell(want);
    return;
  }
  var medium = current.manifest.media[want.media];
  if (!current.pictures[want.media]) { return failed(want); }
  var back = front === 0 ? 1 : 0;
  var layer = layers[back];
  /* From a folder on a network that has gone, a picture neither comes nor fails. */
  var late = setTimeout(function () {
    if (shown !== key) { return; }
    layer.onload = layer.onerror = null;
    failed(want);
  }, LIMIT);
  layer.onload = function () {
    layer.onload = layer.onerror = null;
    clearTimeout(late);
    if (shown !== key) { return; }
    if (layer.naturalWidth !== medium.width || layer.naturalHeight !== medium.height) { return failed(want); }
    var gate = local && typeof createImageBitmap === 'function' ?
      createImageBitmap(layer).then(function (bitmap) { bitmap.close(); }) : Promise.resolve();
    gate.then(function () {
      if (shown !== key) { return; }
      layer.alt = medium.alt;
      layer.className = 'layer shown';
      if (front >= 0 && front !== back) { layers[front].className = 'layer'; }
      front = back;
      dark.className = '';
      tell(want);
    }, function () { failed(want); });
  };
  layer.onerror = function () {
    clearTimeout(late);
    if (shown === key) { failed(want); }
  };
  layer.src = current.pictures[want.media];
}

/* A picture that cannot be shown: the one of last resort, and if that fails too, the outlines under the layers. */
function failed(want) {
  var least = resort(current.manifest, now());
  if (want.media !== least) {
    draw({ state: 'fallback', media: least, until: want.until });
    return;
  }
  layers.forEach(function (layer) { layer.className = 'layer'; });
  front = -1;
  dark.className = '';
  /* Tried again when the time is looked at next. */
  shown = '';
  tell({ state: 'placeholder', media: '' });
}

function tell(want) {
  body.setAttribute('data-state', want.state);
  body.setAttribute('data-media', want.media || '');
}

/* ---- asking for news ---- */

var asking = {};

/* One question of a kind at a time. Each ends within its limit, and none waits for one of another kind. */
function poll(kind, question) {
  if (asking[kind]) { return; }
  asking[kind] = true;
  question().catch(function () { /* Keep what is shown; the next round asks again. */ }).then(function () {
    asking[kind] = false;
    show();
  });
}

function pollManifest() {
  if (local) { return; }
  poll('manifest', function () {
    /* A name never asked for before is in no cache. */
    var address = 'manifest.json' + (doubt || slept ? '?' + Date.now() : '');
    return ask(address, 'no-store', LIMIT, function (answer) {
      var found = {
        date: Date.parse(good(answer).headers.get('Date')),
        age: Number(answer.headers.get('Age') || 0),
        mark: performance.now()
      };
      return answer.json().then(function (manifest) { found.manifest = manifest; return found; });
    }).then(function (found) {
      /* Anything else, such as the page of a login, is neither news nor a clock. */
      if (!sound(found.manifest)) { return; }
      compare(found, found.manifest);
      load(found.manifest).catch(function () { /* Asked for again with the next manifest. */ });
      quiet();
    }).then(wake, function (problem) { wake(); throw problem; });
  });
}

/* No such file: nothing is set any more. No network, or an answer that makes no sense: what was set goes on to its end. */
function pollOverride() {
  poll('override', function () {
    return ask('override.json', 'no-store', LIMIT, function (answer) {
      return answer.status === 404 || answer.status === 410 ? null : good(answer).json();
    }).then(function (found) {
      var until = found && typeof found.until === 'string' ? instant(found.until) : NaN;
      var holds = found && typeof found.state === 'string' && until > now() && until - now() <= MAX_OVERRIDE;
      override = holds ? { state: found.state, until: until } : null;
      remember(ON_SITE, override);
    });
  });
}

/* Once a day, at 3:30, when the server has answered and has the page: what a browser leaks goes. */
function quiet() {
  var moment = new Date(now() + 8 * HOUR);
  var old = performance.now() - started > 20 * HOUR;
  if (!old || !isNaN(simulated) || moment.getUTCHours() !== 3 || moment.getUTCMinutes() < 30) { return; }
  poll('page', function () {
    return ask(location.pathname, 'no-store', LIMIT, function (answer) { return good(answer).text(); }).then(function (page) {
      if (page.indexOf('data-screen="' + body.getAttribute('data-screen') + '"') >= 0) { location.reload(); }
    });
  });
}

function pollFolder() {
  var script = document.createElement('script');
  var end = function () {
    clearTimeout(late);
    script.onload = script.onerror = null;
    script.remove();
    var manifest = window.hallpressManifest;
    if (sound(manifest) && (!current || newer(manifest, current.manifest))) {
      var pictures = {};
      Object.keys(manifest.media).forEach(function (name) { pictures[name] = manifest.media[name].src; });
      current = { manifest: manifest, pictures: pictures };
      body.setAttribute('data-seq', String(manifest.seq));
      shown = '';
    }
    show();
  };
  var late = setTimeout(end, LIMIT);
  script.src = 'manifest.js?' + Date.now();
  script.onload = script.onerror = end;
  document.head.appendChild(script);
}

/* ---- start ---- */

body.setAttribute('data-mode', local ? 'file' : window.isSecureContext && navigator.serviceWorker ? 'secure' : 'http');
if (body.getAttribute('data-mode') === 'secure') {
  navigator.serviceWorker.register(body.getAttribute('data-worker')).catch(function () { /* Only comfort. */ });
}
readOrders();
setInterval(look, 5000);
if (local) {
  pollFolder();
  setInterval(pollFolder, POLL);
} else {
  pollOverride();
  setInterval(pollOverride, POLL);
  within(LIMIT, kept().then(function (stored) {
    if (!stored) { return; }
    pool = stored.blobs || {};
    if (sound(stored.manifest)) { return load(stored.manifest); }
  })).catch(function () { /* A damaged or slow store: the network will tell. */ }).then(function () {
    pollManifest();
    setInterval(pollManifest, POLL);
  });
}
