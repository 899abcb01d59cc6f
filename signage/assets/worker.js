/* Keeps player pages, their script and style for a start without network. Manifests and pictures are the page's own care. */
'use strict';
var CACHE = 'hallpress-player-1';
/* A server that does not answer is no server: what was kept is shown then. */
var LIMIT = 5000;

self.addEventListener('install', function () { self.skipWaiting(); });
self.addEventListener('activate', function (event) { event.waitUntil(self.clients.claim()); });

self.addEventListener('fetch', function (event) {
  var request = event.request;
  var path = new URL(request.url).pathname;
  var page = request.mode === 'navigate';
  if (request.method !== 'GET' || !(page || /\/assets\/player\.[0-9a-f]+\.(js|css)$/.test(path))) {
    return;
  }
  /* Pages differ in nothing but their parameters. */
  var key = page ? path : request.url;
  var fresh = fetch(request);
  event.waitUntil(fresh.then(function (answer) {
    if (!answer.ok) { return; }
    var copy = answer.clone();
    return caches.open(CACHE).then(function (cache) { return cache.put(key, copy); });
  }).catch(function () { /* Without a copy the page still works. */ }));
  var late = new Promise(function (resolve, reject) {
    setTimeout(function () { reject(new Error('no answer in time')); }, LIMIT);
  });
  event.respondWith(Promise.race([fresh, late]).catch(function () {
    return caches.open(CACHE).then(function (cache) { return cache.match(key); }).then(function (found) {
      return found || fresh;
    });
  }).catch(function () { return Response.error(); }));
});
