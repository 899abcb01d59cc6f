//! The same page in other languages.

use crate::plan::url;
use crate::plan::website::parts::Twin;
use crate::plan::website::site::Site;

/// The Chinese page at `path` and those of the other languages that say the same, or their home pages. Empty
/// without languages.
pub(in crate::plan::website) fn twins(cx: &Site, path: &str) -> Vec<Twin> {
    if cx.hall.languages.is_empty() {
        return Vec::new();
    }
    let same = cx.translated.contains(path);
    let chinese = Twin {
        code: "zh-CN".to_owned(),
        name: "中文".to_owned(),
        href: path.to_owned(),
        address: cx.address(path),
        same,
        drawn: None,
    };
    let others = cx.hall.languages.iter().zip(&cx.drawn_names).map(|(language, drawn)| {
        let href = url::in_language(&language.code, if same { path } else { url::HOME });
        let address = cx.address(&href);
        let (code, name) = (language.code.clone(), language.name.clone());
        Twin { code, name, href, address, same, drawn: drawn.clone() }
    });
    std::iter::once(chinese).chain(others).collect()
}

/// The paths of the pages beside a Chinese one that say the same in other languages.
pub(in crate::plan::website) fn beside(cx: &Site, path: &str) -> Vec<String> {
    let languages = cx.hall.languages.iter().filter(|_| cx.translated.contains(path));
    languages.map(|language| url::in_language(&language.code, path)).collect()
}
