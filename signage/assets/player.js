/* Player of one strip screen. Shows what manifest.json says, never a half-loaded picture, never black by mistake.
 *
 * Three modes: over http and https the manifest is fetched and every picture is checked by its SHA-256 before anything of a
 * new manifest is shown; on https and loopback a service worker also keeps the page itself for a start without network;
 * from a folder (file://) manifest.js is loaded as a script and pictures are plain images.
 * Address: ?at=2026-10-01T09:00 simulates a moment, ?state=paused shows a state set by hand. Sends nothing to anyone.
 * ES2017, no modules: boxes run old browsers. */
(function () {
  'use strict';

  var POLL = 30000;
  var LONGEST_TIMER = 60000;
  var SKEW = 60000;
  var MAX_OVERRIDE = 24 * 3600 * 1000;
  var body = document.body;
  var layers = [document.getElementById('a'), document.getElementById('b')];
  var dark = document.getElementById('dark');
  var local = location.protocol === 'file:';
  var front = -1;
  var current = null;      /* { manifest, pictures: { name: address } } */
  var override = null;     /* { state, until } from override.json */
  var timer = 0;
  var loading = false;
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
  var byHand = parameter('state');

  /* ---- clock ---- */

  var clock = { epoch: Date.now(), mark: performance.now(), checked: false };

  function now() {
    if (!isNaN(simulated)) {
      return simulated + (performance.now() - started);
    }
    if (!clock.checked) {
      return Date.now();
    }
    /* Since the last answer of the server; a clock set meanwhile does not matter. */
    return clock.epoch + (performance.now() - clock.mark);
  }

  function compare(header) {
    var server = header ? Date.parse(header) : NaN;
    if (isNaN(server)) {
      return;
    }
    var here = Date.now();
    clock = { epoch: Math.abs(server - here) > SKEW ? server : here, mark: performance.now(), checked: true };
    body.setAttribute('data-skew', String(Math.round((server - here) / 1000)));
  }

  function floor(manifest) {
    return instant(String(manifest.build).split('#')[0]);
  }

  /* ---- SHA-256 in plain script: crypto.subtle is missing on plain http ---- */

  var K = [];
  (function () {
    var n = 2;
    while (K.length < 64) {
      var prime = true;
      for (var d = 2; d * d <= n; d++) {
        if (n % d === 0) { prime = false; break; }
      }
      if (prime) {
        var root = Math.pow(n, 1 / 3);
        K.push(((root - Math.floor(root)) * 4294967296) >>> 0);
      }
      n++;
    }
  })();

  function sha256(buffer) {
    var data = new Uint8Array(buffer);
    var length = data.length;
    var size = ((length + 8) >> 6 << 6) + 64;
    var bytes = new Uint8Array(size);
    bytes.set(data);
    bytes[length] = 0x80;
    var view = new DataView(bytes.buffer);
    view.setUint32(size - 8, Math.floor(length / 536870912));
    view.setUint32(size - 4, (length << 3) >>> 0);
    var h = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
    var w = new Int32Array(64);
    for (var at = 0; at < size; at += 64) {
      var i;
      for (i = 0; i < 16; i++) { w[i] = view.getInt32(at + 4 * i); }
      for (i = 16; i < 64; i++) {
        var x = w[i - 15], y = w[i - 2];
        var s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
        var s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
        w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
      }
      var a = h[0], b = h[1], c = h[2], d = h[3], e = h[4], f = h[5], g = h[6], k = h[7];
      for (i = 0; i < 64; i++) {
        var t1 = (k + (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) +
          ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
        var t2 = ((((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) +
          ((a & b) ^ (a & c) ^ (b & c))) | 0;
        k = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
      }
      h[0] = (h[0] + a) | 0; h[1] = (h[1] + b) | 0; h[2] = (h[2] + c) | 0; h[3] = (h[3] + d) | 0;
      h[4] = (h[4] + e) | 0; h[5] = (h[5] + f) | 0; h[6] = (h[6] + g) | 0; h[7] = (h[7] + k) | 0;
    }
    return h.map(function (word) { return ('0000000' + (word >>> 0).toString(16)).slice(-8); }).join('');
  }

  /* ---- manifest ---- */

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
  function newer(manifest) {
    return sound(manifest) && (!current || manifest.seq > current.manifest.seq ||
      instant(manifest.valid_from) > instant(current.manifest.valid_from));
  }

  /* ---- pictures ---- */

  function decodes(blob) {
    if (typeof createImageBitmap !== 'function') {
      return Promise.resolve();
    }
    return createImageBitmap(blob).then(function (bitmap) { bitmap.close(); });
  }

  function fetched(medium, kept) {
    if (kept && kept[medium.sha256]) {
      return checked(kept[medium.sha256], medium);
    }
    return fetch(medium.src, { cache: 'force-cache' }).then(function (answer) {
      if (!answer.ok) { throw new Error(medium.src + ' ' + answer.status); }
      return answer.blob();
    }).then(function (blob) {
      return checked(blob, medium);
    }).catch(function () {
      /* A damaged copy may sit in the browser's cache: once more, from the server. */
      return fetch(medium.src, { cache: 'reload' }).then(function (answer) {
        if (!answer.ok) { throw new Error(medium.src + ' ' + answer.status); }
        return answer.blob();
      }).then(function (blob) { return checked(blob, medium); });
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
    return buffer(blob).then(function (bytes) {
      if (sha256(bytes) !== medium.sha256) { throw new Error(medium.src + ' is damaged'); }
      var png = new Blob([bytes], { type: 'image/png' });
      return decodes(png).then(function () { return png; });
    });
  }

  /* One after the other: a box has little memory. */
  function inTurn(names, work) {
    return names.reduce(function (before, name) {
      return before.then(function () { return work(name); });
    }, Promise.resolve());
  }

  function take(manifest, kept) {
    var blobs = {};
    return inTurn(Object.keys(manifest.media), function (name) {
      return fetched(manifest.media[name], kept).then(function (blob) { blobs[name] = blob; });
    }).then(function () {
      if (!newer(manifest)) { return; }
      var old = current;
      var pictures = {};
      Object.keys(blobs).forEach(function (name) { pictures[name] = URL.createObjectURL(blobs[name]); });
      current = { manifest: manifest, pictures: pictures };
      body.setAttribute('data-seq', String(manifest.seq));
      shown = '';
      show();
      /* The front layer still shows a picture of the old manifest until the new one is decoded. */
      if (old) {
        setTimeout(function () {
          Object.keys(old.pictures).forEach(function (name) { URL.revokeObjectURL(old.pictures[name]); });
        }, 10000);
      }
      return keep(manifest, blobs);
    });
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

  function keep(manifest, blobs) {
    if (local || !window.indexedDB) { return; }
    var bySum = {};
    Object.keys(blobs).forEach(function (name) { bySum[manifest.media[name].sha256] = blobs[name]; });
    return database().then(function (db) {
      return new Promise(function (resolve) {
        var job = db.transaction('screens', 'readwrite');
        job.objectStore('screens').put({ manifest: manifest, blobs: bySum }, manifest.screen);
        job.oncomplete = job.onerror = job.onabort = function () { db.close(); resolve(); };
      });
    }).catch(function () { /* A full or forbidden store: the page goes on from memory. */ });
  }

  function kept() {
    if (local || !window.indexedDB) { return Promise.resolve(null); }
    return database().then(function (db) {
      return new Promise(function (resolve) {
        var request = db.transaction('screens').objectStore('screens').get(body.getAttribute('data-screen'));
        request.onsuccess = function () { db.close(); resolve(request.result || null); };
        request.onerror = function () { db.close(); resolve(null); };
      });
    }).catch(function () { return null; });
  }

  /* ---- what to show ---- */

  function entryAt(manifest, moment) {
    for (var n = 0; n < manifest.timeline.length; n++) {
      var entry = manifest.timeline[n];
      if (instant(entry.from) <= moment && moment < instant(entry.to)) { return entry; }
    }
    return null;
  }

  function manualState(moment) {
    if (byHand) { return byHand; }
    return override && moment < override.until ? override.state : null;
  }

  /* Returns the state and the picture's name; no name = dark. */
  function wanted(moment) {
    var manifest = current.manifest;
    var entry = entryAt(manifest, moment);
    /* Before the day it was built on, the clock is wrong; after the last day nothing is known. */
    var trusted = !isNaN(simulated) || moment >= floor(manifest);
    if (!entry || !trusted) {
      return { state: 'fallback', media: manifest.fallback.media, until: null };
    }
    var until = instant(entry.to);
    var state = manualState(moment);
    if (state) {
      var name = (entry.manual && entry.manual[state]) || manifest.states[state];
      if (name && manifest.media[name]) {
        return { state: state, media: name, until: override && !byHand ? Math.min(until, override.until) : until };
      }
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
    var want = wanted(moment);
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
    var back = front === 0 ? 1 : 0;
    var layer = layers[back];
    layer.onload = function () {
      layer.onload = layer.onerror = null;
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
    layer.onerror = function () { failed(want); };
    layer.src = current.pictures[want.media];
  }

  /* A picture that cannot be shown: the one of last resort, and if that fails too, the outlines under the layers. */
  function failed(want) {
    var resort = current.manifest.fallback.media;
    if (want.media !== resort) {
      draw({ state: 'fallback', media: resort, until: want.until });
      return;
    }
    layers.forEach(function (layer) { layer.className = 'layer'; });
    front = -1;
    dark.className = '';
    tell({ state: 'placeholder', media: '' });
  }

  function tell(want) {
    body.setAttribute('data-state', want.state);
    body.setAttribute('data-media', want.media || '');
  }

  /* ---- asking for news ---- */

  function read(address) {
    return fetch(address, { cache: 'no-store' }).then(function (answer) {
      if (!answer.ok) { throw new Error(address + ' ' + answer.status); }
      if (address === 'manifest.json') { compare(answer.headers.get('Date')); }
      return answer.json();
    });
  }

  /* A state set on site, {"state","until"}: without a near end it is not obeyed, so that none stays for a week. */
  function readOverride() {
    return read('override.json').then(function (found) {
      var until = found && found.until ? instant(found.until) : NaN;
      var good = typeof found.state === 'string' && until > now() && until - now() <= MAX_OVERRIDE;
      override = good ? { state: found.state, until: until } : null;
    }, function () {
      /* No such file, or no network: one read before ends by its own time. */
      if (navigator.onLine !== false && override && override.until <= now()) { override = null; }
    });
  }

  function poll() {
    if (loading) { return; }
    loading = true;
    read('manifest.json').then(function (manifest) {
      if (!newer(manifest)) { return; }
      return kept().then(function (stored) { return take(manifest, stored && stored.blobs); });
    }).then(function () {
      return readOverride();
    }).then(quiet, function () { /* Keep what is shown; the next round asks again. */ }).then(function () {
      loading = false;
      show();
    });
  }

  /* Once a day, at 3:30, right after the server has answered: what a browser leaks goes. */
  function quiet() {
    var moment = new Date(now() + 8 * 3600 * 1000);
    var old = performance.now() - started > 20 * 3600 * 1000;
    if (old && isNaN(simulated) && moment.getUTCHours() === 3 && moment.getUTCMinutes() >= 30) {
      location.reload();
    }
  }

  function pollFolder() {
    var script = document.createElement('script');
    script.src = 'manifest.js?' + Date.now();
    script.onload = script.onerror = function () {
      script.remove();
      var manifest = window.hallpressManifest;
      if (newer(manifest)) {
        var pictures = {};
        Object.keys(manifest.media).forEach(function (name) { pictures[name] = manifest.media[name].src; });
        current = { manifest: manifest, pictures: pictures };
        body.setAttribute('data-seq', String(manifest.seq));
        shown = '';
      }
      show();
    };
    document.head.appendChild(script);
  }

  /* ---- start ---- */

  body.setAttribute('data-mode', local ? 'file' : window.isSecureContext && navigator.serviceWorker ? 'secure' : 'http');
  if (body.getAttribute('data-mode') === 'secure') {
    navigator.serviceWorker.register(body.getAttribute('data-worker')).catch(function () { /* Only comfort. */ });
  }
  if (local) {
    pollFolder();
    setInterval(pollFolder, POLL);
  } else {
    kept().then(function (stored) {
      if (stored && newer(stored.manifest)) { return take(stored.manifest, stored.blobs); }
    }).catch(function () { /* A damaged store: the network will tell. */ }).then(function () {
      poll();
      setInterval(poll, POLL);
    });
  }
})();
