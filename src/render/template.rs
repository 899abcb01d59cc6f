//! Templates: Tera with the few additions this program needs, and errors that point into the template.

use std::fmt;

use crate::text::phone::dialled;
use crate::text::qr::qr_svg_path;
use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

/// One fault in a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateFault {
    /// The template's name, as given to [`Templates::new`]; empty if the fault is in none.
    pub file: String,
    /// Line, from 1; 0 if unknown.
    pub line: usize,
    /// Column in characters, from 1; 0 if unknown.
    pub column: usize,
    /// What is wrong, in English, one line.
    pub message: String,
    /// The places the faulty template was called from, innermost first: file, line, column.
    pub called_from: Vec<(String, usize, usize)>,
}

/// Templates that cannot be loaded or filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateError {
    /// Never empty; loading reports every fault, rendering the first.
    pub faults: Vec<TemplateFault>,
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, fault) in self.faults.iter().enumerate() {
            let separator = if n == 0 { "" } else { "; " };
            write!(f, "{separator}{}:{}:{}: {}", fault.file, fault.line, fault.column, fault.message)?;
        }
        Ok(())
    }
}

impl std::error::Error for TemplateError {}

/// A checked set of templates; filling one in needs no lock and no disk.
pub struct Templates {
    tera: Tera,
}

impl fmt::Debug for Templates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut names: Vec<&str> = self.tera.get_template_names().collect();
        names.sort_unstable();
        f.debug_list().entries(names).finish()
    }
}

impl Templates {
    /// Reads all templates at once, so that they may include and extend each other by name. A later template of the same
    /// name replaces an earlier one.
    ///
    /// Values are escaped in templates named `*.html`, `*.svg` and `*.xml`.
    ///
    /// # Errors
    /// [`TemplateError`] with the syntax fault of every template; or, if there is none, with every unknown filter, test,
    /// function, component, include, parent and block.
    pub fn new<N, S>(sources: impl IntoIterator<Item = (N, S)>) -> Result<Templates, TemplateError>
    where
        N: AsRef<str>,
        S: AsRef<str>,
    {
        let sources: Vec<(N, S)> = sources.into_iter().collect();
        let pairs = || sources.iter().map(|(name, source)| (name.as_ref(), source.as_ref()));
        let mut tera = engine();
        match tera.add_raw_templates(pairs()) {
            Ok(()) => Ok(Templates { tera }),
            Err(error) => {
                let syntax: Vec<TemplateFault> =
                    pairs().flat_map(|(name, source)| syntax_faults(name, source)).collect();
                Err(TemplateError { faults: if syntax.is_empty() { faults(&error) } else { syntax } })
            }
        }
    }

    /// Whether there is a template `name`.
    pub fn contains(&self, name: &str) -> bool {
        self.tera.contains_template(name)
    }

    /// Fills in the template `name` with the fields of `view`, a struct or a map.
    ///
    /// # Errors
    /// [`TemplateError`] with the first value that is missing or of the wrong kind.
    pub fn render(&self, name: &str, view: &impl Serialize) -> Result<String, TemplateError> {
        let context = Context::from_serialize(view).map_err(|e| TemplateError { faults: faults(&e) })?;
        self.tera.render(name, &context).map_err(|e| TemplateError { faults: faults(&e) })
    }
}

fn engine() -> Tera {
    let mut tera = Tera::new();
    tera.autoescape_on([".html", ".svg", ".xml"]);
    tera.register_filter("json", json);
    tera.register_filter("qr", qr);
    tera.register_filter("tel", tel);
    tera
}

/// A telephone number as it stands in an address `tel:`.
fn tel(number: &str, _: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    Ok(Value::from(dialled(number)))
}

/// The QR code of an address as `side`, of its view box with the quiet zone, and `d`, its path: made here, when a page
/// is drawn, because it costs more than planning the rest of the page.
fn qr(address: &str, _: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let code = qr_svg_path(address).map_err(|e| tera::Error::message(e.to_string()))?;
    Ok(Value::from_serializable(&serde_json::json!({ "side": code.modules + 8, "d": code.d })))
}

/// Compact JSON that is safe inside `<script>` and needs no further escaping.
fn json(value: Value, _: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let plain = serde_json::to_string(&value).map_err(|e| tera::Error::message(e.to_string()))?;
    let mut safe = String::with_capacity(plain.len());
    for c in plain.chars() {
        // These occur in JSON only inside strings, where the escape means the same.
        match c {
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            other => safe.push(other),
        }
    }
    Ok(Value::safe_string(&safe))
}

/// The syntax fault of one template on its own; nothing if it only lacks others.
fn syntax_faults(name: &str, source: &str) -> Vec<TemplateFault> {
    match engine().add_raw_template(name, source) {
        Err(error) if matches!(error.kind(), tera::ErrorKind::SyntaxError(_)) => faults(&error),
        _ => Vec::new(),
    }
}

/// The faults of `error`. The engine reports several at once only as text, in the form `error: MESSAGE\n -->
/// FILE:LINE:COLUMN`, followed by `note: called from FILE:LINE:COLUMN`; so text is read here.
fn faults(error: &tera::Error) -> Vec<TemplateFault> {
    let report = error.to_string();
    let mut faults: Vec<TemplateFault> = Vec::new();
    for line in report.lines() {
        if let Some(message) = line.strip_prefix("error: ") {
            let fault = TemplateFault {
                file: String::new(),
                line: 0,
                column: 0,
                message: message.to_owned(),
                called_from: vec![],
            };
            faults.push(fault);
        } else if let Some(fault) = faults.last_mut() {
            if let Some((file, line, column)) = line.trim_start().strip_prefix("--> ").and_then(place)
                && fault.line == 0
            {
                (fault.file, fault.line, fault.column) = (file, line, column);
            } else if let Some(from) = line.strip_prefix("note: called from ").and_then(place) {
                fault.called_from.push(from);
            }
        }
    }
    if faults.is_empty() {
        let file = match error.kind() {
            tera::ErrorKind::MissingParent { current, .. } => current.clone(),
            tera::ErrorKind::CircularExtend { tpl, .. } | tera::ErrorKind::CircularInclude { tpl, .. } => tpl.clone(),
            _ => String::new(),
        };
        faults.push(TemplateFault { file, line: 0, column: 0, message: report, called_from: Vec::new() });
    }
    faults
}

/// Reads `FILE:LINE:COLUMN`.
fn place(text: &str) -> Option<(String, usize, usize)> {
    let mut parts = text.trim().rsplitn(3, ':');
    let column = parts.next()?.parse().ok()?;
    let line = parts.next()?.parse().ok()?;
    Some((parts.next()?.to_owned(), line, column))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn one(name: &str, source: &str, view: &serde_json::Value) -> Result<String, TemplateError> {
        Templates::new([(name, source)])?.render(name, view)
    }

    #[test]
    fn svg_and_html_are_escaped_and_json_is_safe_in_a_script() {
        let view = json!({"v": "<a & b>", "n": null});
        assert_eq!(one("a.svg", "{{ v }}", &view).as_deref(), Ok("&lt;a &amp; b&gt;"));
        assert_eq!(one("a.html", "{{ v | json }}", &view).as_deref(), Ok(r#""\u003ca \u0026 b\u003e""#));
        assert_eq!(one("a.txt", "{{ v }}", &view).as_deref(), Ok("<a & b>"));
    }

    #[test]
    fn maps_keep_their_order() {
        let view = json!({"m": {"z": 1, "a": 2}});
        assert_eq!(one("a.txt", "{% for k, v in m %}{{ k }}{{ v }}{% endfor %}", &view).as_deref(), Ok("a2z1"));
        assert_eq!(
            one("a.txt", "{% set m = {'z': 1, 'a': 2} %}{{ m | json }}", &view).as_deref(),
            Ok(r#"{"z":1,"a":2}"#)
        );
    }

    #[test]
    fn every_syntax_fault_is_reported_with_its_place() {
        let error = Templates::new([("甲.html", "好\n{{ 1 + }}"), ("b.html", "{% if %}"), ("c.html", "{{ x }}")])
            .expect_err("two are broken");
        let places: Vec<_> = error.faults.iter().map(|f| (f.file.as_str(), f.line, f.column)).collect();
        assert_eq!(places, [("甲.html", 2, 8), ("b.html", 1, 7)]);
    }

    #[test]
    fn unknown_names_are_faults_of_loading() {
        let error =
            Templates::new([("a.html", "{{ x | nope }}\n{{ <ui.none /> }}"), ("b.html", "{% include 'no.html' %}")])
                .expect_err("three unknown names");
        let places: Vec<_> = error.faults.iter().map(|f| (f.file.as_str(), f.line)).collect();
        assert_eq!(places, [("a.html", 1), ("a.html", 2), ("b.html", 1)], "{error}");
    }

    #[test]
    fn a_missing_value_is_a_fault_of_rendering_with_its_callers() {
        let all = Templates::new([("a.html", "x\n{% include 'b.html' %}"), ("b.html", "{{ n }}{{ w.name }}")]);
        let error = all.expect("fine").render("a.html", &json!({"n": 1, "w": {}})).expect_err("no name");
        let fault = &error.faults[0];
        assert_eq!((fault.file.as_str(), fault.line), ("b.html", 1), "{error}");
        assert_eq!(fault.called_from.first().map(|f| (f.0.as_str(), f.1)), Some(("a.html", 2)));
    }

    #[test]
    fn the_body_of_a_component_is_safe_and_its_values_are_escaped() {
        let source = "{% component c(t) %}<p>{{ t }}{{ body or '' }}</p>{% endcomponent c %}\
                      {% <c t={v}> %}<b>{{ v }}</b>{% </c> %}{{ <c t={v} /> }}{{ n }}{{ v or n }}";
        let out = one("a.html", source, &json!({"v": "&", "n": null}));
        assert_eq!(out.as_deref(), Ok("<p>&amp;<b>&amp;</b></p><p>&amp;</p>&amp;"));
    }

    #[test]
    fn components_and_the_rest_of_the_language_work_as_documented() {
        let source = "{% component ui.card(title: string, tone: string = 'plain', ...rest) %}<{{ title }}/{{ tone }}>{{ body or '' }}{% endcomponent ui.card %}";
        let page = "{{ <ui.card title={w.name} tone=\"x\" /> }}{% <ui.card title=\"乙\"> %}{{ w.name }}{% </ui.card> %}\
                    {{ w.none or '–' }}{{ w?.a?.b or '?' }}[{{ w.null }}]{{ list[-1] }}{{ list[:1] | join(sep='、') }}\
                    {{ [x * 2 for x in list if x > 1] | join(sep=',') }}{{ '甲' if list | length == 2 else '乙' }}\
                    {% for x in list %}{{ loop.index }}/{{ loop.length }}{% if not loop.last %},{% endif %}{% endfor %}";
        let all = Templates::new([("p.txt", source), ("a.txt", page)]).expect("fine");
        let out = all.render("a.txt", &json!({"w": {"name": "甲", "null": null}, "list": [1, 2]}));
        assert_eq!(out.as_deref(), Ok("<甲/x><乙/plain>甲–?[]214甲1/2,2/2"));
    }
}
