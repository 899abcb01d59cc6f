//! One [`Output`] to bytes.

use super::docx::{self, Properties};
use super::gate::DrawError;
use super::pdf::{PdfMeta, PdfPage, pdf};
use super::picture::png;
use super::template::{TemplateError, TemplateFault, Templates};
use crate::diag::{Diagnostic, Place, RuleDoc, Severity};
use crate::plan::output::{Form, Output};
use crate::plan::view::View;
use crate::source::Sources;
use crate::text::date::rfc3339;
use crate::text::font::Fonts;
use crate::text::hex::hex;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Changes whenever this program draws or writes differently, so that what it made before is made again.
const RENDERER: &str = concat!("hallpress ", env!("CARGO_PKG_VERSION"), " krilla 0.8 resvg 0.47");

/// The separator between SVG documents in the output of a print template: each is a page.
const PAGE_BREAK: &str = "<!--page-->";

/// The rules of this stage.
pub static RULES: [&RuleDoc; 2] = [&TEMPLATE, &DRAWING];

/// A template that cannot be filled in.
pub static TEMPLATE: RuleDoc = RuleDoc {
    id: "template",
    severity: Severity::Broken,
    title: ["模板有错", "A template is faulty"],
    what: [
        "layouts/ 和 signage/ 下的模板要能解析，用到的名字都要存在。",
        "Templates under layouts/ and signage/ parse, and every name they use exists.",
    ],
    why: ["模板错了，用它的页面和图片都出不来。", "Every page or picture that uses it fails."],
    clause: "",
    example: "{{ windw.number }}",
    fix: [
        "按提示的行列修改；删去自己的模板即恢复内置模板。",
        "Mend the line; delete your own template to get the built-in one back.",
    ],
};

/// A picture or page that cannot be drawn.
pub static DRAWING: RuleDoc = RuleDoc {
    id: "drawing",
    severity: Severity::Broken,
    title: ["图画不出来", "A drawing fails"],
    what: [
        "条屏、标牌、海报的每个字、每种字体、每个图片都要能画出。",
        "Every character, font and picture of screens, boards and posters can be drawn.",
    ],
    why: ["画不出的部分会无声地消失。", "What cannot be drawn would silently vanish."],
    clause: "",
    example: "SVG 模板里写 font-family=\"SimSun\"",
    fix: [
        "按提示修改内容或模板；字体只用 Noto Sans SC 和 Noto Sans Mongolian。",
        "Change the content or template as told; use only the program's fonts.",
    ],
};

/// Draws outputs. Pure: no disk, no clock; may be used by many threads at once.
#[derive(Debug)]
pub struct Engine {
    templates: Templates,
    files: TemplateFiles,
    fonts: Fonts,
    digest: String,
}

impl Engine {
    /// An engine over the templates of `layouts/` and `signage/`, drawing with `fonts`.
    ///
    /// # Errors
    /// Every template that cannot be parsed, with its line and column.
    pub fn new(sources: &Sources, fonts: &Fonts) -> Result<Self, Vec<Diagnostic>> {
        let mut files = TemplateFiles::new();
        let mut hash = Sha256::new();
        for path in sources.paths() {
            let name = path.strip_prefix("layouts/").or_else(|| path.strip_prefix("signage/"));
            let (Some(name), Some(text)) = (name, sources.text(path)) else { continue };
            if name.starts_with("assets/") {
                continue;
            }
            hash.update(name.as_bytes());
            hash.update(text.as_bytes());
            files.insert(name.to_owned(), (path.to_owned(), text.to_owned()));
        }
        hash.update(fonts.digest().as_bytes());
        hash.update(RENDERER.as_bytes());
        let texts = files.iter().map(|(name, (_, text))| (name, text));
        let templates = Templates::new(texts).map_err(|e| faults(&e, &files))?;
        Ok(Self { templates, files, fonts: fonts.clone(), digest: hex(&hash.finalize()) })
    }

    /// Digest of all an output is made from: its content, every template, fonts, renderer.
    pub fn build_digest(&self, output: &Output, content_digest: &str) -> String {
        let mut hash = Sha256::new();
        hash.update(content_digest.as_bytes());
        hash.update(format!("{:?}", output.form.without_bytes()).as_bytes());
        if !matches!(output.form, Form::Asset(_) | Form::Manifest { .. }) {
            hash.update(self.digest.as_bytes());
        }
        hex(&hash.finalize())
    }

    /// Makes an output whose pictures, if it names any, are described by its view already.
    ///
    /// # Errors
    /// A diagnostic that blames the output's origin, or the template.
    pub fn render(&self, output: &Output) -> Result<Vec<u8>, Vec<Diagnostic>> {
        let view = &self.outlined(output);
        let drawn = |result: Result<Vec<u8>, DrawError>| result.map_err(|e| vec![undrawn(output, &e)]);
        match &output.form {
            Form::Page { template } => self.fill(output, template, view).map(String::into_bytes),
            Form::Picture { template, width, height } => {
                drawn(png(&self.fill(output, template, view)?, &self.fonts, Some((*width, *height))))
            }
            Form::Print { template, width_mm, height_mm, title, dated } => {
                let svg = self.fill(output, template, view)?;
                let page = |svg: &str| PdfPage {
                    svg: svg.to_owned(),
                    width_mm: *width_mm,
                    height_mm: *height_mm,
                    bleed_mm: 0.0,
                };
                let pages: Vec<PdfPage> = svg.split(PAGE_BREAK).map(page).collect();
                let meta = PdfMeta { title: title.clone(), subject: None, date: *dated, lang: "zh-CN".to_owned() };
                drawn(pdf(&pages, &meta, &self.fonts))
            }
            Form::Document { template, title, dated } => {
                let media: Vec<(String, Arc<[u8]>)> = (1..)
                    .zip(view.media())
                    .map(|(number, medium)| (docx::picture_path(number, medium.ending), medium.bytes))
                    .collect();
                let pictures = media.iter().map(|(path, _)| path.clone()).collect();
                let properties = Properties { title: title.clone(), dated: dated.map(rfc3339), pictures };
                let part = |(name, fixed): (&'static str, &'static str)| {
                    let text = match name {
                        docx::BODY => self.fill(output, template, view),
                        _ => self.fill(output, fixed, &properties),
                    };
                    text.map(|text| (name, text))
                };
                let parts: Vec<(&str, String)> = docx::PARTS.into_iter().map(part).collect::<Result<_, _>>()?;
                drawn(docx::pack(&parts, &media))
            }
            Form::Manifest { assign } => {
                let json = serde_json::to_string(view).map_err(|e| vec![defect(output, &e.to_string())])?;
                Ok(match assign {
                    // A script may not contain the end tag of a script.
                    Some(name) => format!("window.{name} = {};\n", json.replace('<', "\\u003c")),
                    None => format!("{json}\n"),
                }
                .into_bytes())
            }
            Form::Asset(bytes) => Ok(bytes.clone()),
        }
    }

    /// The result of an output's template: the HTML of a page, the SVG of a picture or of print, where texts are still
    /// texts; empty for outputs without a template. For tests and tools that read what is drawn.
    ///
    /// # Errors
    /// A diagnostic that blames the template.
    pub fn filled(&self, output: &Output) -> Result<String, Vec<Diagnostic>> {
        match &output.form {
            Form::Page { template }
            | Form::Picture { template, .. }
            | Form::Print { template, .. }
            | Form::Document { template, .. } => self.fill(output, template, &self.outlined(output)),
            Form::Manifest { .. } | Form::Asset(_) => Ok(String::new()),
        }
    }

    fn outlined(&self, output: &Output) -> Arc<dyn View> {
        output.view.outlined(&self.fonts).unwrap_or_else(|| Arc::clone(&output.view))
    }

    fn fill(&self, output: &Output, template: &str, view: &impl Serialize) -> Result<String, Vec<Diagnostic>> {
        self.templates.render(template, view).map_err(|error| {
            let (zh, en) = (format!("输出 {} 时", output.path), format!("while making {}", output.path));
            faults(&error, &self.files).into_iter().map(|d| d.also(output.origin.clone(), &zh, &en)).collect()
        })
    }
}

/// Templates by name: path in the site, text.
type TemplateFiles = BTreeMap<String, (String, String)>;

/// The faults of templates, each at its word.
fn faults(error: &TemplateError, files: &TemplateFiles) -> Vec<Diagnostic> {
    error.faults.iter().map(|fault| fault_of(fault, files)).collect()
}

fn fault_of(fault: &TemplateFault, files: &TemplateFiles) -> Diagnostic {
    let spot = |name: &str, line: usize, column: usize| match files.get(name) {
        Some((path, text)) if line > 0 => Place::bytes(path.as_str(), at(text, line, column)),
        Some((path, _)) => Place::file(path.as_str()),
        None => Place::file(name),
    };
    let place = spot(&fault.file, fault.line, fault.column);
    let (file, line, column, cause) = (&place.file, fault.line, fault.column, &fault.message);
    let (zh, en) = if line > 0 {
        (
            format!("模板 {file} 第 {line} 行第 {column} 列写错了，无法生成（{cause}）"),
            format!("template {file} line {line} column {column}: {cause}"),
        )
    } else {
        (format!("模板 {file} 写错了，无法生成（{cause}）"), format!("template {file}: {cause}"))
    };
    let mut found = Diagnostic::new(&TEMPLATE, place, zh, en).fix(TEMPLATE.fix[0], TEMPLATE.fix[1]);
    for (name, line, column) in &fault.called_from {
        found = found.also(spot(name, *line, *column), "从这里用到它", "called from here");
    }
    found
}

/// The bytes of the word at a line and column (both from 1, in characters).
fn at(text: &str, line: usize, column: usize) -> std::ops::Range<usize> {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = &text[start..];
    let inner: usize = rest.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum();
    let begin = (start + inner).min(text.len());
    let word = text[begin..].find(|c: char| c.is_whitespace() || c == '}' || c == '%').unwrap_or(1).max(1);
    let mut end = (begin + word).min(text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    begin..end
}

fn undrawn(output: &Output, error: &DrawError) -> Diagnostic {
    let (zh, en) = match error {
        DrawError::MissingGlyph { text, character, .. } => {
            (format!("“{text}”中的“{character}”没有字形"), format!("no glyph for \"{character}\" in \"{text}\""))
        }
        DrawError::UnknownFamily(family) => {
            (format!("模板用了程序没有的字体“{family}”"), format!("the template uses an unknown font \"{family}\""))
        }
        DrawError::LostText(text) => (format!("“{text}”没有画出来"), format!("\"{text}\" is not in the drawing")),
        DrawError::ForeignImage(href) => {
            (format!("模板引用了外部图片“{href}”"), format!("the template refers to a picture \"{href}\""))
        }
        DrawError::TooLarge { width, height } => {
            (format!("{width}×{height} 像素太大"), format!("{width}×{height} pixels are too many"))
        }
        DrawError::Document { part, cause } => (
            format!("Word 文档的 {part} 不是有效的 XML：{cause}"),
            format!("the part {part} of the Word document cannot be read: {cause}"),
        ),
        DrawError::BadSize => ("尺寸不是正数".to_owned(), "a size is not a positive number".to_owned()),
        DrawError::Broken(cause) | DrawError::Encode(cause) => {
            (format!("SVG 无法使用：{cause}"), format!("the SVG cannot be used: {cause}"))
        }
    };
    Diagnostic::new(&DRAWING, output.origin.clone(), format!("{}：{zh}", output.path), format!("{}: {en}", output.path))
        .fix(DRAWING.fix[0], DRAWING.fix[1])
}

/// A fault of the program itself, reported like any other so that nothing panics.
pub fn defect(output: &Output, cause: &str) -> Diagnostic {
    Diagnostic::new(
        &DRAWING,
        output.origin.clone(),
        format!("{}：程序内部错误：{cause}。请把这一行报告给维护者。", output.path),
        format!("{}: internal error: {cause}. Please report this line.", output.path),
    )
}
