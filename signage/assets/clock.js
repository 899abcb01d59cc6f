/* Part of the player: the time. The box's own clock until the server has told it; then the server's, counted on by the
 * running time of the page, which nobody can set. */

var HOUR = 3600 * 1000;
var SKEW = 60000;                     /* clocks closer than this agree */
var STEADY = 10000;
var LATEST = 400 * 24 * HOUR;
var clock = { epoch: Date.now(), mark: performance.now(), checked: false };
var doubt = null;        /* { epoch, mark } of an answer that is not believed yet */
var seen = { wall: Date.now(), mark: performance.now() };
var slept = 0;           /* what the machine seems to have slept through, until the server has answered */

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

function set(epoch) {
  var by = epoch - now();
  var first = !clock.checked;
  clock = { epoch: epoch, mark: performance.now(), checked: true, guessed: false };
  if (isNaN(simulated) && Math.abs(by) > SKEW) {
    /* Only an end counted on the box's own clock moves with it; what was slept through is time that passed. */
    if (first) { delayHand(by); }
    pollOverride();
  }
}

/* The server's time from a sound manifest: { date, age, mark }, `age` as a cache on the way tells it. A stored copy can
 * only lag, and does not run on; so time that is ahead and straight from the server is believed at once. Any other is
 * believed when a second answer, asked past every cache, has kept pace; once a server was believed, only if the box's own
 * clock agrees, or ours is a guess. */
function compare(answer, manifest) {
  var server = answer.date + answer.age * 1000 + (performance.now() - answer.mark);
  if (isNaN(server) || !(server >= floor(manifest) && server < floor(manifest) + LATEST) ||
    answer.age < 0 || answer.age > 24 * 3600) {
    return;
  }
  var here = Date.now();
  var near = Math.abs(server - here) <= SKEW;
  var ahead = server - now();
  body.setAttribute('data-skew', String(Math.round((server - here) / 1000)));
  if (Math.abs(ahead) <= SKEW) {
    doubt = null;
    slept = 0;
    /* Never back by a little, or a stored copy would hold the clock fast. */
    if (near) { set(here); } else if (ahead > 0 && answer.age === 0) { set(server); }
    return;
  }
  var pace = doubt ? (server - doubt.epoch) - (performance.now() - doubt.mark) : NaN;
  var second = doubt && performance.now() - doubt.mark >= STEADY;
  if ((ahead > 0 && answer.age === 0) || (second && Math.abs(pace) < STEADY / 2 &&
    (near || !clock.checked || clock.guessed))) {
    doubt = null;
    slept = 0;
    set(near ? here : server);
  } else if (!doubt || second) {
    doubt = { epoch: server, mark: performance.now() };
    setTimeout(pollManifest, STEADY);
  }
}

/* The box's clock against the running time, which stands still while a machine sleeps. Whether somebody set the clock or
 * the machine slept, the server tells; without it, and unless a wrong clock was put right, it slept. */
function look() {
  var wall = Date.now();
  var mark = performance.now();
  var jump = (wall - seen.wall) - (mark - seen.mark);
  seen = { wall: wall, mark: mark };
  if (Math.abs(jump) < 5000) { return; }
  if (clock.checked && jump > 0 && Math.abs(wall - now()) > SKEW) { slept += jump; }
  pollManifest();
  show();
}

function wake() {
  if (!slept) { return; }
  clock.epoch += slept;
  clock.guessed = true;
  slept = 0;
}
