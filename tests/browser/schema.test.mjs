// The schemas of content files, by a validator and a YAML reader that are not ours: what is read passes, what is refused
// for its shape is refused.
import Ajv from 'ajv/dist/2020.js';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CASES = path.join(ROOT, 'tests/cases');
const read = (...parts) => readFileSync(path.join(...parts), 'utf8');

/** Findings about the shape of a document; of `bad-value` some need more than a schema can say. */
const SHAPE = ['unknown-key', 'wrong-type', 'missing-key', 'number-range', 'bad-value'];

/** Cases of `bad-value` whose text has the form of its kind and is refused for what it says, or for saying nothing. */
const FORM_IS_RIGHT = ['input/date-impossible', 'input/days-inverted', 'input/empty-text', 'input/span-backwards', 'input/url-no-slash'];

let scratch, kinds;

/** The kinds, as `hallpress schema` lists them: pattern of paths, compiled schema. */
before(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'hallpress-schema-'));
  const run = (...args) => execFileSync('cargo', ['run', '--quiet', '--', ...args], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  run('new', path.join(scratch, 'new'));
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false, allErrors: true });
  kinds = run('schema', path.join(scratch, 'schemas')).trim().split('\n').map((line) => {
    const [pattern, file] = line.split('\t');
    const text = pattern.split('**/').map((part) => RegExp.escape?.(part) ?? part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('(?:.*/)?');
    return { pattern: new RegExp(`^${text.replace(/\\\*/g, '[^/]*')}$`), file, check: ajv.compile(JSON.parse(readFileSync(file, 'utf8'))) };
  });
});
after(() => rmSync(scratch, { recursive: true, force: true }));

const kind = (file) => kinds.find(({ pattern }) => pattern.test(file));

/** Every document below a site's content. */
function documents(site) {
  return readdirSync(path.join(site, 'content'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('attachments') && /\.(yaml|md)$/.test(entry.name))
    .map((entry) => path.relative(site, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/** What the schema says against a document; null where it is no YAML. */
function refused(site, file) {
  let text = read(site, file);
  if (file.endsWith('.md')) text = text.split(/^---\r?$/m)[1] ?? '';
  let value;
  try { value = parse(text); } catch { return null; }
  const { check } = kind(file);
  return check(value) ? [] : check.errors.map((error) => `${error.instancePath} ${error.message}`);
}

const sites = () => [ROOT, ...readdirSync(path.join(ROOT, 'tests/sites')).map((name) => path.join(ROOT, 'tests/sites', name)), path.join(CASES, 'base'), path.join(scratch, 'new')];

describe('schemas', () => {
  test('let pass every document of every hall', () => {
    for (const site of sites()) {
      const all = documents(site);
      assert.ok(all.length > 5, site);
      for (const file of all) assert.deepEqual(refused(site, file), [], `${site}/${file}`);
    }
  });

  test('are where each document of a new hall says', () => {
    const site = path.join(scratch, 'new');
    for (const file of documents(site).filter((file) => file.endsWith('.yaml'))) {
      const [, line] = read(site, file).match(/^# yaml-language-server: \$schema=(.*)\n/) ?? [];
      const schema = path.join(site, path.dirname(file), line ?? 'none');
      assert.equal(readFileSync(schema, 'utf8'), readFileSync(kind(file).file, 'utf8'), file);
    }
  });

  test('refuse what is refused for its shape, and nothing that is read', () => {
    const cases = readdirSync(CASES, { recursive: true }).filter((file) => path.basename(file) === 'expect.txt').map(path.dirname);
    const wrong = [];
    const seen = Object.fromEntries(SHAPE.map((rule) => [rule, 0]));
    for (const name of cases) {
      const site = path.join(CASES, name);
      if (!existsSync(path.join(site, 'content'))) continue;
      const findings = [...read(site, 'expect.txt').matchAll(/^(content\/\S+?):\d+:\d+ \S+ (\S+) (.*)$/gm)];
      for (const file of documents(site).filter((file) => kind(file))) {
        const errors = refused(site, file);
        if (errors === null) continue;
        const shape = findings.filter(([, where, rule]) => where === file && SHAPE.includes(rule) && !(rule === 'bad-value' && FORM_IS_RIGHT.includes(name)));
        const unread = findings.some(([, where, rule]) => where === file && /^(yaml|file)-|^duplicate-key$/.test(rule));
        if (shape.length && !errors.length) wrong.push(`${name} passes: ${shape[0][0]}`);
        if (!shape.length && !unread) wrong.push(...errors.map((error) => `${name}/${file}: ${error}`));
        for (const [, , rule] of shape) seen[rule] += 1;
      }
    }
    assert.deepEqual(wrong, []);
    for (const rule of SHAPE) assert.ok(seen[rule] > 0, `no case of ${rule}`);
  });

  test('refuse an unknown key, a group for a value and a value for a list, wherever they stand', () => {
    const site = path.join(scratch, 'new');
    let tried = 0;
    for (const file of documents(site).filter((file) => file.endsWith('.yaml'))) {
      const { check } = kind(file);
      const whole = parse(read(site, file));
      const refuses = (where, change, back) => {
        change();
        assert.ok(!check(whole), `${file} ${where}`);
        back();
        tried += 1;
      };
      const walk = (value, where, put) => {
        if (Array.isArray(value)) {
          refuses(`${where}: a text`, () => put('x'), () => put(value));
          value.forEach((item, n) => walk(item, `${where}/${n}`, (other) => { value[n] = other; }));
        } else if (value && typeof value === 'object') {
          refuses(`${where}: a key more`, () => { value['没有的键'] = 1; }, () => { delete value['没有的键']; });
          for (const key of Object.keys(value)) walk(value[key], `${where}/${key}`, (other) => { value[key] = other; });
        } else {
          refuses(`${where}: a group`, () => put({}), () => put(value));
        }
      };
      for (const key of Object.keys(whole)) walk(whole[key], key, (other) => { whole[key] = other; });
      refuses('a key more', () => { whole['没有的键'] = 1; }, () => { delete whole['没有的键']; });
      assert.ok(check(whole), file);
    }
    assert.ok(tried > 500, `only ${tried}`);
  });

  test('offer the words, the ranges and the help of the field table', () => {
    const change = JSON.parse(read(scratch, 'schemas/changes.json'));
    assert.equal(change.$schema, 'https://json-schema.org/draft/2020-12/schema');
    assert.equal(change.title, '窗口变更记录 Change record');
    assert.deepEqual(change.properties.种类, change.properties.kind);
    assert.ok(change.properties.kind.enum.includes('撤离') && change.properties.kind.enum.includes('withdraw'));
    assert.match(change.properties.生效日期.description, /第一天/);
    const { check } = kind('content/changes/x.yaml');
    const record = parse(read(ROOT, 'content/changes/2026-10-12-zhsw-move.yaml'));
    const with_ = (more) => check({ ...record, ...more });
    assert.ok(with_({}));
    assert.ok(!with_({ id: record.编号 }), 'a key and its alias');
    assert.ok(!with_({ 种类: '搬家' }), 'a word that is none');
    assert.ok(!with_({ 生效日期: '2026-13-01' }), 'no date');
    const { 编号, ...less } = record;
    assert.ok(!check(less) && check({ ...less, id: 编号 }));
    const moved = (x) => with_({ 窗口: [{ ...record.窗口[0], 东: x }] });
    assert.ok(moved(10) && moved('10.5') && !moved(5000) && !moved('ten'));
  });
});
