/* Keeps player pages, their script and style for a start without network. Manifests and pictures are the page's own care. */
'use strict';
var CACHE = 'hallpress-player-1';

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
  event.respondWith(
    fetch(request).then(function (answer) {
      if (answer.ok) {
        var copy = answer.clone();
        event.waitUntil(caches.open(CACHE).then(function (cache) { return cache.put(key, copy); }));
      }
      return answer;
    }).catch(function () {
      return caches.open(CACHE).then(function (cache) { return cache.match(key); }).then(function (found) {
        return found || Response.error();
      });
    })
  );
});
