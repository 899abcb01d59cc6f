//! HTML and SVG as people see them: a tree of elements, and what of it is shown on a day, with script and without.

use std::collections::BTreeMap;

/// An element with its attributes and its content.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    attributes: BTreeMap<String, String>,
    inner: Vec<Node>,
}

#[derive(Debug)]
enum Node {
    Element(Element),
    Text(String),
}

/// Elements that have no end.
const VOID: [&str; 8] = ["area", "br", "col", "hr", "img", "input", "link", "meta"];

impl Element {
    /// Reads a document. Ends that match no beginning are a fault of the template.
    pub(crate) fn parse(text: &str) -> Self {
        let mut open = vec![Self::default()];
        let mut rest = text;
        while let Some(at) = rest.find('<') {
            open.last_mut().unwrap().inner.push(Node::Text(plain(&rest[..at])));
            rest = &rest[at..];
            if let Some(after) = rest.strip_prefix("<!--") {
                rest = after.split_once("-->").expect("a comment ends").1;
                continue;
            }
            let end = tag_end(rest);
            let tag = &rest[1..end];
            rest = &rest[end + 1..];
            if let Some(name) = tag.strip_prefix('/') {
                let closed = open.pop().unwrap();
                assert_eq!(closed.name, name.trim(), "an end without its beginning");
                open.last_mut().expect("the root stays").inner.push(Node::Element(closed));
            } else if !tag.starts_with('!') {
                let element = begin(tag);
                if tag.ends_with('/') || VOID.contains(&element.name.as_str()) {
                    open.last_mut().unwrap().inner.push(Node::Element(element));
                } else {
                    // Scripts and styles are no text.
                    if ["script", "style"].contains(&element.name.as_str()) {
                        rest = &rest[rest.find("</").expect("a script ends")..];
                    }
                    open.push(element);
                }
            }
        }
        assert_eq!(open.len(), 1, "{} has no end", open.last().unwrap().name);
        open.pop().unwrap()
    }

    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    pub(crate) fn has_class(&self, class: &str) -> bool {
        self.attribute("class").is_some_and(|all| all.split(' ').any(|one| one == class))
    }

    /// Its children that people see: on `day`, as the page's script leaves them; without one, as the page comes.
    fn seen(&self, day: Option<&str>) -> impl Iterator<Item = &Node> {
        let phases = day.is_some() && self.attribute("data-phases").is_some();
        let mut later = false;
        self.inner.iter().filter(move |node| {
            let Node::Element(element) = node else { return true };
            let is_hidden = element.is_hidden(day);
            // From a set of phases only the next one stays.
            let is_further = phases && !is_hidden && day.is_some_and(|day| element.is_next(day)) && {
                std::mem::replace(&mut later, true)
            };
            !is_hidden && !is_further
        })
    }

    fn is_hidden(&self, day: Option<&str>) -> bool {
        let (from, to) = (self.attribute("data-from"), self.attribute("data-to"));
        // Read aloud only.
        self.has_class("hide")
            || match day {
                Some(day) if from.is_some() || to.is_some() => {
                    to.is_some_and(|to| to <= day) || (self.is_next(day) && self.attribute("data-show").is_some())
                }
                _ => self.attribute("hidden").is_some(),
            }
    }

    /// Whether it is only true from a later day on.
    pub(crate) fn is_next(&self, day: &str) -> bool {
        self.attribute("data-from").is_some_and(|from| day < from)
    }

    /// Every element in it that people see and that is `wanted`, in order.
    pub(crate) fn all(&self, day: Option<&str>, wanted: &dyn Fn(&Self) -> bool) -> Vec<&Self> {
        let mut found = Vec::new();
        for node in self.seen(day) {
            if let Node::Element(element) = node {
                if wanted(element) {
                    found.push(element);
                }
                found.extend(element.all(day, wanted));
            }
        }
        found
    }

    pub(crate) fn of_class(&self, day: Option<&str>, class: &str) -> Vec<&Self> {
        self.all(day, &|element| element.has_class(class))
    }

    /// What people read in it, on a day or without script.
    pub(crate) fn text(&self, day: Option<&str>) -> String {
        let each = self.seen(day).map(|node| match node {
            Node::Element(element) => element.text(day),
            Node::Text(text) => text.clone(),
        });
        each.collect()
    }

    /// Its own text, without that of the elements inside it.
    pub(crate) fn own_text(&self) -> String {
        let each = self.inner.iter().filter_map(|node| match node {
            Node::Element(_) => None,
            Node::Text(text) => Some(text.as_str()),
        });
        each.collect::<String>().trim().to_owned()
    }

    /// The value beside a name in lists of pairs.
    pub(crate) fn pair(&self, day: Option<&str>, name: &str) -> Option<&Self> {
        let pairs = self.all(day, &|element| element.name == "div");
        pairs.into_iter().find_map(|pair| {
            let is_named = pair.all(day, &|e| e.name == "dt").first().is_some_and(|dt| dt.text(day) == name);
            pair.all(day, &|e| e.name == "dd").into_iter().find(|_| is_named)
        })
    }
}

/// Where the tag at the beginning ends; `>` may occur in values.
fn tag_end(text: &str) -> usize {
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return at,
            _ => {}
        }
    }
    panic!("a tag has no end: {}", text.chars().take(80).collect::<String>());
}

fn begin(tag: &str) -> Element {
    let tag = tag.trim_end_matches('/').trim();
    let (name, mut rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    let mut attributes = BTreeMap::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            break;
        }
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let key = rest[..end].to_owned();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix("=\"") {
            let (inner, after) = after.split_once('"').expect("a value ends");
            value = plain(inner);
            rest = after;
        } else if let Some(after) = rest.strip_prefix('=') {
            let (inner, after) = after.split_once(char::is_whitespace).unwrap_or((after, ""));
            value = plain(inner);
            rest = after;
        }
        attributes.insert(key, value);
    }
    Element { name: name.to_owned(), attributes, inner: Vec::new() }
}

/// A text without entities.
fn plain(text: &str) -> String {
    let entities = [
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#x2F;", "/"),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ];
    match text.contains('&') {
        true => entities.iter().fold(text.to_owned(), |text, (entity, c)| text.replace(entity, c)),
        false => text.to_owned(),
    }
}

/// A text of a drawing; for one placed on a rectangle, also the middle of that.
pub(crate) struct Drawn {
    pub(crate) text: String,
    pub(crate) on: Option<(f64, f64)>,
}

/// The texts of an SVG, in order.
pub(crate) fn drawn(svg: &str) -> Vec<Drawn> {
    let mut texts = Vec::new();
    collect(&Element::parse(svg), &mut texts);
    texts
}

fn collect(element: &Element, texts: &mut Vec<Drawn>) {
    let mut ground = None;
    let children = element.inner.iter().filter_map(|node| match node {
        Node::Element(child) => Some(child),
        Node::Text(_) => None,
    });
    for child in children {
        if child.name == "text" {
            texts.push(Drawn { text: child.text(None), on: ground });
        } else {
            collect(child, texts);
        }
        let number = |name: &str| child.attribute(name).and_then(|n| n.parse::<f64>().ok());
        let middle = |at: &str, size: &str| Some(number(at)? + number(size)? / 2.0);
        ground = (child.name == "rect").then(|| middle("x", "width").zip(middle("y", "height"))).flatten();
    }
}

#[test]
fn what_is_hidden_is_not_read() {
    let page = "<main><ul data-phases><li data-to=\"2026-10-12\">A<b class=\"hide\">x</b></li><li data-from=\"2026-10-12\">B</li>\
                <li data-from=\"2026-10-14\">C</li></ul><p hidden>D</p><p data-from=\"2026-10-14\" data-show hidden>E &lt;</p></main>";
    let page = Element::parse(page);
    assert_eq!(page.text(None), "ABC");
    assert_eq!(page.text(Some("2026-10-11")), "AB");
    assert_eq!(page.text(Some("2026-10-12")), "BC");
    assert_eq!(page.text(Some("2026-10-14")), "BCE <");
}
