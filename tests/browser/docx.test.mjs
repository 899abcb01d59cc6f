// Word documents read back by a reader that is not ours: what they say is what the pages, the plain texts and the
// records say.
//
//   HALLPRESS_PUBLIC=/path/to/public node --test docx.test.mjs
//
// The staff tree lies beside the public one; the records are those of content/ of this repository.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, test } from 'node:test';
import mammoth from 'mammoth';

const PUBLIC = process.env.HALLPRESS_PUBLIC && path.resolve(process.env.HALLPRESS_PUBLIC);
const skip = PUBLIC ? false : 'set HALLPRESS_PUBLIC to a built public folder';
const STAFF = PUBLIC && path.join(PUBLIC, '..', 'staff');
const CONTENT = path.resolve(import.meta.dirname, '../../content');
const ofMammoth = createRequire(createRequire(import.meta.url).resolve('mammoth'));
const JSZip = ofMammoth('jszip');
const { DOMParser } = ofMammoth('@xmldom/xmldom');

const squeeze = (text) => text.replace(/\s+/gu, '');
const documents = (folder) =>
  readdirSync(folder, { recursive: true }).map(String).filter((f) => f.endsWith('.docx')).sort().map((f) => path.join(folder, f));

/** What a document says, without white space. */
async function said(file) {
  const { value, messages } = await mammoth.extractRawText({ path: file });
  assert.deepEqual(messages.filter((m) => m.type === 'error'), [], file);
  return squeeze(value);
}

/** The paragraphs, headings, items and cells of an HTML page's article, as its reader sees them. */
function paragraphs(html) {
  const [from, to] = [html.indexOf('<h1'), html.indexOf('（此件公开发布）')];
  assert.ok(from >= 0 && from < to, 'the page has a title and an end');
  const article = html.slice(from, to);
  const text = article
    .replace(/<p class="(?:stamp|ended)"[^]*?<\/p>/g, '')
    .replace(/<\/?(?:h\d|p|li|ul|ol|td|th|tr|table|thead|tbody|div|br)\b[^>]*>/g, '\n')
    .replace(/<[^>]+>/g, '');
  const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#x27;': "'", '&#x2F;': '/', '&amp;': '&' };
  const plain = text.replace(/&(?:lt|gt|quot|#39|#x27|#x2F|amp);/g, (e) => entities[e]);
  return plain.split('\n').map(squeeze).filter(Boolean);
}

describe('Word documents', { skip }, () => {
  test('every part of every document is well-formed XML', async () => {
    const all = [...documents(path.join(PUBLIC, 'notices')), ...documents(STAFF)];
    assert.ok(all.length > 100, `${all.length} documents`);
    for (const file of all) {
      const zip = await JSZip.loadAsync(readFileSync(file));
      assert.equal(Object.keys(zip.files)[0], '[Content_Types].xml', file);
      for (const name of Object.keys(zip.files).filter((name) => !name.startsWith('word/media/'))) {
        const problems = [];
        const note = (level) => (message) => problems.push(`${level}: ${message}`);
        const errorHandler = { warning: note('warning'), error: note('error'), fatalError: note('fatal') };
        new DOMParser({ errorHandler }).parseFromString(await zip.file(name).async('string'), 'text/xml');
        assert.deepEqual(problems, [], `${file} ${name}`);
      }
    }
  });

  test('an announcement or notice says what its plain text says, and its metadata', async () => {
    const texts = readdirSync(path.join(PUBLIC, 'notices')).filter((f) => f.endsWith('.txt'));
    assert.ok(texts.length > 0);
    for (const name of texts) {
      const file = path.join(PUBLIC, 'notices', name);
      const text = readFileSync(file, 'utf8');
      const words = (await said(file.replace(/txt$/, 'docx'))).replace('（此件公开发布）', '');
      const meta = words.indexOf(`名称${squeeze(text.split('\n')[0])}`);
      const rest = meta < 0 ? words : words.slice(0, meta) + words.slice(words.indexOf('来源：', meta));
      assert.equal(rest, squeeze(text), name);
    }
  });

  test('a notice says what its page says, in the same order', async () => {
    const pages = readdirSync(path.join(PUBLIC, 'notices')).filter((f) => /^20.*\.html$/.test(f));
    assert.ok(pages.length > 3);
    for (const name of pages) {
      const html = readFileSync(path.join(PUBLIC, 'notices', name), 'utf8');
      const word = name.replace(/html$/, 'docx');
      assert.ok(html.includes(`href="../notices/${word}" download`), `${name} links to its document`);
      // The document writes addresses of links out.
      const text = (await said(path.join(PUBLIC, 'notices', word))).replace(/（https?:[^）]*）/g, '');
      let at = 0;
      for (const paragraph of paragraphs(html)) {
        const found = text.indexOf(paragraph, at);
        assert.ok(found >= 0, `${word} lacks “${paragraph}” after “${text.slice(Math.max(0, at - 20), at)}”`);
        at = found + paragraph.length;
      }
      assert.ok(text.includes('（此件公开发布）'), word);
    }
  });

  test('every form says its title and what its record says', async () => {
    const KEYS = /^(原因|过渡说明|调整内容|调整依据|调整理由|情形|主题|时长|文字|形式|参加人数|布展|后勤|联系人): (.+)$/gm;
    const DATES = /^(备案日期|提交日期|平台更新日期|发生日期): (\d+)-(\d+)-(\d+)$/gm;
    const folders = { '': 'changes', 'matter-': 'matter-changes', 'campaign-': 'campaigns' };
    const list = readFileSync(path.join(STAFF, 'forms.html'), 'utf8');
    let values = 0;
    for (const [prefix, folder] of Object.entries(folders)) {
      for (const record of readdirSync(path.join(CONTENT, folder)).filter((f) => f.endsWith('.yaml'))) {
        const form = `forms/${prefix}${record.replace(/yaml$/, 'docx')}`;
        const yaml = readFileSync(path.join(CONTENT, folder, record), 'utf8');
        // A suspension is not filed: it alone has no form.
        assert.equal(existsSync(path.join(STAFF, form)), !/^种类: 暂停$/m.test(yaml), form);
        if (!existsSync(path.join(STAFF, form))) continue;
        const link = list.match(new RegExp(`href="${form}" download>([^<]+)<`));
        assert.ok(link, `${form} is listed`);
        const text = await said(path.join(STAFF, form));
        assert.ok(text.startsWith(squeeze(link[1])), `${form} begins with ${link[1]}`);
        for (const [, key, value] of yaml.matchAll(KEYS)) {
          assert.ok(text.includes(squeeze(value).replace(/。$/, '')), `${form} lacks ${key} ${value}`);
          values += 1;
        }
        for (const [, key, year, month, day] of yaml.matchAll(DATES)) {
          const date = `${year}年${Number(month)}月${Number(day)}日`;
          assert.ok(text.includes(date), `${form} lacks ${key} ${date}`);
          values += 1;
        }
      }
    }
    assert.ok(values > 20, `${values} values were compared`);
  });

  test('every matter’s form names it and its materials', async () => {
    const all = documents(path.join(STAFF, 'forms', 'supplement'));
    let materials = 0;
    for (const file of all) {
      const text = await said(file);
      const id = path.basename(file, '.docx');
      const page = readFileSync(path.join(PUBLIC, 'matters', `${id}.html`), 'utf8');
      const name = page.match(/<h1>([^<]+)<\/h1>/)[1];
      assert.ok(text.includes(`“${squeeze(name)}”`), `${id} names ${name}`);
      const needs = [...page.matchAll(/<label><input[^>]*><span class="check-name">([^<]+)<\/span>/g)];
      for (const [, material] of needs) assert.ok(text.includes(squeeze(material)), `${id} lacks ${material}`);
      materials += needs.length;
    }
    assert.ok(all.length > 100 && materials > all.length, `${materials} materials of ${all.length} matters were compared`);
  });
});
