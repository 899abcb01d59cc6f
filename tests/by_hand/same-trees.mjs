// Whether the program under test makes what an earlier one made: `tests/long same-trees [COMMIT] [SITE …] [--keep]`.
//
// Both programs build the content of the tree under test, the default hall and the test sites, at moments in the order of
// time, each into a folder of its own and over what it built before. The three trees and what `check`, `today`, `list`,
// `next` and `diff` print as JSON must be equal byte for byte, but for names made from digests (`masked` below).
// Then the program under test builds once more over the folder the earlier one left, at the same moment: no file may
// be rewritten and no `seq` may rise, but for what the program names after itself (`ALLOWED_REWRITES`).
// With `--keep`, all is left in target/same-trees to be looked at. Ends with 1 and the differences if there are any.
import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const VERSION_0_1_1 = "567c7dc";
const MOMENTS = ["2026-10-01T10:00", "2026-10-09T09:00", "2026-10-12T00:00", "2026-10-12T09:00", "2026-10-14T12:30"];
const SITES = { yinchuan: "content", wuhai: "tests/sites/wuhai/content", xiangfu: "tests/sites/xiangfu/content", xincheng: "tests/sites/xincheng/content" };
const TREES = ["public", "print", "staff"];
const LISTS = ["matters", "windows", "screens", "boards", "changes", "tasks", "coverage", "elements", "releases", "jobs"];
// Files that differ whenever the program does, since they name it.
const ALLOWED_REWRITES = [];
// How many differences of one site and moment are shown in full.
const SHOWN = 8;

const root = process.cwd();
const work = path.join(root, "target", "same-trees");
const words = process.argv.slice(2);
const keep = words.includes("--keep");
const only = words.filter((word) => word in SITES);
const named = words.find((word) => !word.startsWith("--") && !only.includes(word));
const commit = execFileSync("git", ["rev-parse", "--short=12", named ?? VERSION_0_1_1], { encoding: "utf8" }).trim();

/** The program of a source folder, copied away so that the next build does not replace it; that of a commit is kept. */
function program(folder, name) {
  const kept = path.join(work, `hallpress-${name}`);
  if (name === commit && fs.existsSync(kept)) return kept;
  const cargo = ["build", "--quiet", "--bin", "hallpress", "--manifest-path", path.join(folder, "Cargo.toml"), "--target-dir", path.join(root, "target")];
  execFileSync("cargo", cargo, { stdio: "inherit" });
  fs.copyFileSync(path.join(root, "target", "debug", "hallpress"), kept);
  return kept;
}

/** The sources of the earlier commit. */
function earlierSources() {
  const folder = path.join(work, `source-${commit}`);
  if (!fs.existsSync(path.join(folder, "Cargo.toml"))) {
    fs.mkdirSync(folder, { recursive: true });
    const packed = execFileSync("git", ["archive", commit], { maxBuffer: 1 << 30 });
    execFileSync("tar", ["-x", "-C", folder], { input: packed });
  }
  return folder;
}

/** What a command prints, and its exit status when that is not 0. */
function prints(binary, words) {
  const options = { encoding: "utf8", env: { ...process.env, HALLPRESS_LANG: "zh" }, maxBuffer: 1 << 30 };
  return new Promise((done, failed) => {
    execFile(binary, words, options, (error, out, said) => {
      if (error && error.code !== 1) failed(new Error(`${words.join(" ")}: ${said}${error.message}`));
      else done(error ? `${out}exit status 1\n` : out);
    });
  });
}

/** Runs jobs, as many at a time as there are processors. */
async function inParallel(jobs) {
  const waiting = jobs.slice();
  const worker = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) await job();
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, worker));
}

/** Builds a site at every moment; gives, by moment, every file and every command's text by its masked name. */
async function builds(binary, site, folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  fs.cpSync(site, path.join(folder, "content"), { recursive: true });
  const all = [];
  for (const [n, moment] of MOMENTS.entries()) {
    const at = ["--as-of", moment, "--out", folder, "--format", "json"];
    const until = MOMENTS[n + 1] ?? "2026-10-26T09:00";
    const commands = ["check", "today", "next", ...LISTS.map((list) => `list ${list}`)].map((words) => [words, [...words.split(" "), ...at]]);
    commands.push(["diff", ["diff", "--from", moment, "--to", until, "--format", "json"]]);
    const texts = { build: await prints(binary, ["--root", folder, "build", ...at]) };
    const run = ([name, words]) => async () => (texts[name] = await prints(binary, ["--root", folder, ...words]));
    await inParallel(commands.map(run));
    const made = snapshot(folder);
    for (const [name, text] of Object.entries(texts)) add(made, `(${name})`, Buffer.from(maskedText(text.replaceAll(folder, "SITE"))));
    all.push(made);
  }
  return all;
}

function* walk(folder, inner = "") {
  // A site with errors at a moment publishes nothing there.
  if (!fs.existsSync(path.join(folder, inner))) return;
  for (const entry of fs.readdirSync(path.join(folder, inner), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = inner ? `${inner}/${entry.name}` : entry.name;
    if (entry.isDirectory()) yield* walk(folder, file);
    else yield file;
  }
}

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** Every file of the trees: masked name to the digests of the masked bytes, in order, and a text to show. */
function snapshot(folder) {
  const made = new Map();
  for (const tree of TREES) {
    for (const file of walk(path.join(folder, tree))) {
      const bytes = fs.readFileSync(path.join(folder, tree, file));
      add(made, `${tree}/${maskedName(file)}`, masked(file, bytes));
    }
  }
  return made;
}

function add(made, name, bytes) {
  const found = made.get(name) ?? { digests: [], text: null };
  found.digests.push(sha256(bytes));
  found.digests.sort();
  if (bytes.length < 1 << 20 && !bytes.subarray(0, 4096).includes(0)) found.text = bytes.toString("utf8");
  made.set(name, found);
}

/** A text with names made from digests replaced: pictures with their stems, styles, scripts, search data. */
const maskedName = (text) => text.replace(/-[0-9a-f]{8}(?=[."])/g, "-#").replace(/\.[0-9a-f]{8}(?:[0-9a-f]{4})?\.(?=png|css|js|svg|woff2)/g, ".#.");

/** The same, and a manifest's build and number, and how long a build took. */
const maskedText = (text) => maskedName(text).replace(/("build":\s*"[^"]*#)[0-9a-f]+"/g, '$1#"').replace(/("seq":\s*)\d+/g, "$1#").replace(/("seconds":)[\d.]+/g, "$1#");

function masked(name, bytes) {
  if (/\.(html|js|json|css|xml|webmanifest)$/.test(name)) {
    let text = maskedText(bytes.toString("utf8"));
    if (/(^|\/)sw\.js$/.test(name)) text = text.replace(/("version":\s*")[0-9a-f]+"/, '$1#"');
    return Buffer.from(text);
  }
  return bytes;
}

/** The first line in which two texts differ. */
function firstDifference(before, after) {
  if (before === null || after === null) return "";
  const [a, b] = [before.split("\n"), after.split("\n")];
  const n = a.findIndex((line, n) => line !== b[n]);
  const at = n < 0 ? a.length : n;
  const cut = (line) => {
    const [x, y] = [a[at] ?? "", b[at] ?? ""];
    let from = 0;
    while (from < x.length && x[from] === y[from]) from += 1;
    return (line ?? "").slice(Math.max(0, from - 60), from + 140);
  };
  return `\n    line ${at + 1}\n    - ${cut(a[at])}\n    + ${cut(b[at])}`;
}

function compare(before, after) {
  const found = [];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [a, b] = [before.get(name), after.get(name)];
    if (!b) found.push(`${name} is not made any more`);
    else if (!a) found.push(`${name} is new`);
    else if (a.digests.join() !== b.digests.join()) found.push(`${name} differs${firstDifference(a.text, b.text)}`);
  }
  return found.sort();
}

/** Files rewritten, and sequences raised, by a build over what the earlier program left. */
async function rewritten(binary, folder) {
  const before = new Map();
  for (const tree of TREES) {
    for (const file of walk(path.join(folder, tree))) before.set(`${tree}/${file}`, fs.statSync(path.join(folder, tree, file)).ino);
  }
  const moment = MOMENTS.at(-1);
  const list = path.join(folder, "staff", "reprint.csv");
  const reprint = () => (fs.existsSync(list) ? fs.readFileSync(list, "utf8") : null);
  const reprintBefore = reprint();
  await prints(binary, ["--root", folder, "build", "--out", folder, "--as-of", moment]);
  const found = [];
  for (const tree of TREES) {
    for (const file of walk(path.join(folder, tree))) {
      const name = `${tree}/${file}`;
      if (ALLOWED_REWRITES.includes(name)) continue;
      if (!before.has(name)) found.push(`${name} is written anew over the earlier program's folder`);
      else if (before.get(name) !== fs.statSync(path.join(folder, tree, file)).ino) found.push(`${name} is rewritten over the earlier program's folder`);
      before.delete(name);
    }
  }
  for (const name of before.keys()) found.push(`${name} is removed from the earlier program's folder`);
  if (reprint() !== reprintBefore) found.push("the reprint list differs over the earlier program's folder");
  return found.sort();
}

fs.mkdirSync(work, { recursive: true });
const earlier = program(earlierSources(), commit);
const now = program(root, "now");
let count = 0;
for (const [site, content] of Object.entries(SITES)) {
  if (only.length > 0 && !only.includes(site)) continue;
  const before = await builds(earlier, path.join(root, content), path.join(work, "earlier", site));
  const after = await builds(now, path.join(root, content), path.join(work, "now", site));
  const steps = MOMENTS.map((moment, n) => [moment, before[n].size, compare(before[n], after[n])]);
  steps.push(["over the earlier folder", before.at(-1).size, await rewritten(now, path.join(work, "earlier", site))]);
  for (const [moment, size, found] of steps) {
    count += found.length;
    console.log(`${site} ${moment}: ${size} outputs and commands, ${found.length} different`);
    for (const line of found.slice(0, SHOWN)) console.log(`  ${line}`);
    if (found.length > SHOWN) console.log(`  … and ${found.length - SHOWN} more`);
  }
}
if (!keep) for (const folder of ["earlier", "now"]) fs.rmSync(path.join(work, folder), { recursive: true, force: true });
console.log(count === 0 ? `same as ${commit}` : `${count} differences from ${commit}`);
process.exit(count === 0 ? 0 : 1);
