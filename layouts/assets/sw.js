/* Keeps the site for moments without network. Pages come from the network; when it does not answer, from what was kept,
   and then they say so. `site` is written before this text: version, and the files kept from the start. */
var scope = new URL("./", self.location).href, family = "hallpress-site " + scope + " ", kept = family + site.version;
var patience = 6000;

function two(n) { return (n < 10 ? "0" : "") + n; }
/* China's civil time, wherever the reader is. */
function words(time) {
  var d = new Date(time + 8 * 3600000);
  return d.getUTCFullYear() + "年" + (d.getUTCMonth() + 1) + "月" + d.getUTCDate() + "日" + d.getUTCHours() + ":" + two(d.getUTCMinutes());
}
function keep(key, answer) {
  return answer.blob().then(function (body) {
    var headers = { "Content-Type": answer.headers.get("Content-Type") || "application/octet-stream", "X-Kept": String(Date.now()) };
    return caches.open(kept).then(function (cache) { return cache.put(key, new Response(body, { headers: headers })); });
  }).catch(function () { /* no room left: the page is shown all the same */ });
}
function fetchAndKeep(path) {
  var address = new URL(path, scope).href;
  return fetch(address, { cache: "no-cache" }).then(function (answer) {
    if (!answer.ok) { throw new Error(address); }
    return keep(address, answer);
  });
}

self.addEventListener("install", function (event) {
  self.skipWaiting();
  event.waitUntil(Promise.all(site.files.map(fetchAndKeep)));
});
self.addEventListener("activate", function (event) {
  event.waitUntil(caches.keys().then(function (names) {
    return Promise.all(names.filter(function (name) { return name.indexOf(family) === 0 && name !== kept; })
      .map(function (name) { return caches.delete(name); }));
  }).then(function () { return self.clients.claim(); }));
});

function html(text, status) {
  return new Response(text, { status: status, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
/* A kept page, with the words that it is one. */
function told(found) {
  var when = words(+found.headers.get("X-Kept"));
  return found.text().then(function (text) {
    var here = /<html lang="zh/.test(text) ? "" : ' <span lang="en">Saved copy, no connection. Check on site.</span>';
    var bar = '<p class="kept" lang="zh-CN">现在连不上网站，这是' + when + "保存的内容，窗口变动请以现场为准。" + here + "</p>";
    return html(text.replace(/<body[^>]*>/, function (body) { return body + bar; }), 200);
  });
}
function lost() {
  return html('<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">' +
    '<title>现在连不上网站</title><link rel="stylesheet" href="' + scope + site.css + '"></head><body><main><div class="wrap">' +
    '<h1>现在连不上网站</h1><p>这一页还没有保存过。请检查网络，或者从<a href="' + scope + 'index.html">首页</a>查看已保存的内容。</p></div></main></body></html>', 503);
}
/* A page is kept under its address without search and fragment; the folder is its index. */
function key(address) {
  address.search = address.hash = "";
  return address.pathname.slice(-1) === "/" ? address.href + "index.html" : address.href;
}
function page(event, address) {
  var name = key(address);
  var network = fetch(event.request).then(function (answer) {
    if (answer.status >= 500) { throw new Error(name); }
    if (answer.ok && !answer.redirected) { event.waitUntil(keep(name, answer.clone())); }
    return answer;
  });
  var late = new Promise(function (done) { setTimeout(done, patience); });
  function stored(otherwise) {
    return caches.open(kept).then(function (cache) { return cache.match(name); }).then(function (found) { return found ? told(found) : otherwise(); });
  }
  return Promise.race([network, late]).then(function (answer) {
    return answer || stored(function () { return network; });
  }).catch(function () { return stored(lost); });
}

self.addEventListener("fetch", function (event) {
  var request = event.request, address = new URL(request.url), path = address.href.slice(scope.length);
  if (request.method !== "GET" || address.href.indexOf(scope) !== 0 || /^(signage|data|feeds)\//.test(path)) { return; }
  if (request.mode === "navigate") {
    if (/(\/|\.html)$/.test(address.pathname)) { event.respondWith(page(event, address)); }
    return;
  }
  /* What carries its hash in its name never changes. */
  if (/^assets\/[\w-]+\.[0-9a-f]{8}\.\w+$/.test(path)) {
    event.respondWith(caches.open(kept).then(function (cache) {
      return cache.match(address.href).then(function (found) {
        return found || fetch(request).then(function (answer) {
          if (answer.ok) { event.waitUntil(keep(address.href, answer.clone())); }
          return answer;
        });
      });
    }));
  }
});
