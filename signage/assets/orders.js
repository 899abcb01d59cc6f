/* Part of the player: states set on site, by override.json or the address. The rules are told in docs/screens.md. */

var MAX_OVERRIDE = 24 * HOUR;
var BY_HAND = 2 * HOUR;                  /* a state in the address without an end */
var ON_SITE = 'hallpress override ' + location.pathname;
var IN_ADDRESS = 'hallpress state ' + location.pathname;
var override = null;                     /* { state, until } from override.json */
var hand = null;                         /* { state, until, said } from the address */
var fresh = false;                       /* whether its end was counted on a clock that may yet be put right */

/* Simulated moments keep nothing and find nothing. */
function recall(key) {
  try { return isNaN(simulated) ? JSON.parse(localStorage.getItem(key)) : null; } catch (problem) { return null; }
}

function remember(key, value) {
  if (!isNaN(simulated)) { return; }
  try {
    if (value) { localStorage.setItem(key, JSON.stringify(value)); } else { localStorage.removeItem(key); }
  } catch (problem) { /* A full or forbidden store: until the next start. */ }
}

/* Those of before the start. One address is one order: opened again, it goes on or has ended. */
function readOrders() {
  var state = parameter('state');
  var until = parameter('until');
  override = recall(ON_SITE);
  hand = recall(IN_ADDRESS);
  if (!state || !hand || hand.said !== location.search) {
    /* A time alone is one of today. */
    var day = new Date(now() + 8 * HOUR).toISOString().slice(0, 11);
    var end = until ? instant(until.indexOf('-') < 0 ? day + until : until) : NaN;
    fresh = !until;
    hand = state ? { state: state, until: fresh ? now() + BY_HAND : end, said: location.search } : null;
    remember(IN_ADDRESS, hand);
  }
}

function delayHand(by) {
  if (hand && fresh) {
    hand.until += by;
    remember(IN_ADDRESS, hand);
  }
}

/* The orders that hold, the stronger first: an evacuation, then the address, then the file. */
function orders(moment) {
  var holds = [hand, override].filter(function (one) {
    return one && moment < one.until && one.until - moment <= MAX_OVERRIDE;
  });
  return holds.filter(function (one) { return one.state === 'evacuate'; }).concat(holds);
}

/* After closing time the staff are gone, and nobody is back in a moment; but what is suspended stays so. */
function obeyed(order, entry) {
  if (order.state === 'evacuate') { return true; }
  return Boolean(entry) && entry.state !== 'off' && (entry.state !== 'closed' || order.state === 'suspended');
}
