(function () {
"use strict";
/* A touch terminal: a keyboard on the screen, no way out of the site, back to the start when nobody is there.
   `kiosk.html?idle=90` sets after how many seconds; 60 is the rule. */
if (window.hallpressKiosk) { return; }
window.hallpressKiosk = true;
var root = document.body.getAttribute("data-root") || "", start = new URL(root + "kiosk.html", location.href), home = new URL(root + "index.html", location.href).href;
var first = location.pathname === start.pathname, asked = /[?&]idle=(\d+)/.exec(location.search), idle = 60, timer;
try {
  sessionStorage.setItem("hallpress.kiosk", asked ? asked[1] : sessionStorage.getItem("hallpress.kiosk") || "60");
  idle = +sessionStorage.getItem("hallpress.kiosk") || 60;
} catch (e) { /* the mode then ends with this page */ }
document.documentElement.setAttribute("data-kiosk", "");

/* What the last visitor chose or ticked is nobody else's business. */
function forget() {
  try {
    Object.keys(localStorage).forEach(function (key) { if (key.indexOf("hallpress.") === 0) { localStorage.removeItem(key); } });
  } catch (e) { /* nothing was kept */ }
}
function restart() { forget(); location.replace(start.href); }
function wake() { clearTimeout(timer); timer = setTimeout(restart, idle * 1000); }
["pointerdown", "keydown", "input", "scroll"].forEach(function (name) { window.addEventListener(name, wake, { capture: true, passive: true }); });
window.addEventListener("pageshow", wake);
wake();

/* Links of drawings know their address as an attribute only. */
function target(link) { return new URL(link.getAttribute("href"), location.href); }

/* Only pages of this site open: no other host, no telephone, no download. */
document.addEventListener("click", function (event) {
  var link = event.target.closest ? event.target.closest("a[href]") : null;
  if (!link) { return; }
  var to = target(link), folder = start.href.slice(0, start.href.lastIndexOf("/") + 1);
  var inside = to.href.indexOf(folder) === 0 && /(\/|\.html)$/.test(to.pathname) && !link.hasAttribute("download");
  if (!inside) { event.preventDefault(); event.stopPropagation(); }
}, true);
document.addEventListener("contextmenu", function (event) { event.preventDefault(); });
document.addEventListener("dragstart", function (event) { event.preventDefault(); });
Array.prototype.forEach.call(document.querySelectorAll("a[href]"), function (link) {
  if (target(link).href === home) { link.setAttribute("href", start.href); }
  link.removeAttribute("target");
});

if (!first) {
  var bar = document.createElement("p"), back = document.createElement("a");
  bar.className = "kiosk-bar";
  back.href = start.href;
  back.textContent = "回到首页";
  bar.appendChild(back);
  document.body.appendChild(bar);
  return;
}

forget();
var field = document.getElementById("q"), form = field.form;
field.value = "";
/* The system's own keyboard stays away. */
field.setAttribute("inputmode", "none");
Array.prototype.forEach.call(document.querySelectorAll("[data-key]"), function (button) {
  var key = button.getAttribute("data-key");
  button.addEventListener("pointerdown", function (event) { event.preventDefault(); });
  button.addEventListener("click", function (event) {
    /* The results stay open: they close on what happens outside the form. */
    event.stopPropagation();
    field.value = key === "clear" ? "" : key === "back" ? field.value.slice(0, -1) : field.value + key;
    if (document.activeElement !== field) { field.focus(); }
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
});
form.setAttribute("autocomplete", "off");
})();
