//! The hall's wording in place of the program's own.

use super::context::Context;
use crate::content::Doc;
use crate::content::wording::{Sentence, SentenceFault, Wording};
use crate::diag::{Diagnostic, LocalizedText, Place, RuleDoc, Severity};

/// A sentence of the wording that cannot be used.
pub static WORDING: RuleDoc = RuleDoc {
    id: "wording",
    severity: Severity::Broken,
    title: ["措辞里的一句不能用", "Wording that cannot be used"],
    what: [
        "content/words/wording.yaml 里的每一句是一行文字；花括号里只能写这一句可以填的名称，程序原来的句子里有的名称一个也不能少。",
        "Each sentence of content/words/wording.yaml is one line; the names in braces are those it is given, and every name of the program's own sentence is in it.",
    ],
    why: [
        "说法可以换，窗口号、日期、地点这些事实不能丢。",
        "The way of saying it is the hall's, but no window, day or place may be lost.",
    ],
    clause: "",
    example: "停止时间: 上述窗口停止服务。（少了 {时间}）",
    fix: [
        "按提示改这一句；删去这一句，就用程序原来的说法。",
        "Correct the sentence as told; without it the program's own is used.",
    ],
};

/// The sentences in use: the hall's where they can be used, the program's elsewhere.
pub(super) fn wording(doc: Option<&Doc<Wording>>, cx: &mut Context<'_>) -> Wording {
    let mut wording = Wording::built_in().clone();
    let Some(doc) = doc.filter(|doc| !cx.withheld.contains(&doc.place)) else { return wording };
    let mut own = Wording::clone(&doc.value);
    for (said, own) in wording.sentences_mut().into_iter().zip(own.sentences_mut()) {
        let Some(text) = own.text.take() else { continue };
        let built_in = said.text.as_deref().unwrap_or_default();
        let place = doc.place.key(own.group).key(own.sentence.key);
        let faults = own.sentence.faults(&text, built_in);
        cx.out.extend(faults.iter().map(|fault| finding(own.sentence, fault, &text, built_in, &place)));
        if faults.is_empty() {
            *said.text = Some(text);
        }
    }
    wording
}

fn finding(sentence: &Sentence, fault: &SentenceFault, text: &str, built_in: &str, place: &Place) -> Diagnostic {
    let text = text.replace('\n', "\\n");
    let (zh, en) = match fault {
        SentenceFault::Empty => ("这一句是空的".to_owned(), "this sentence is empty".to_owned()),
        SentenceFault::Lines => ("这一句分成了几行".to_owned(), "this sentence has several lines".to_owned()),
        SentenceFault::Braces => (
            format!("“{text}”里的花括号不成对、是全角的或者是空的"),
            format!("the braces in \"{text}\" are not paired, full-width or empty"),
        ),
        SentenceFault::Unknown(name, _) => {
            (format!("这一句没有“{name}”可以填"), format!("this sentence is not given \"{name}\""))
        }
        SentenceFault::Missing(name) => {
            (format!("这一句少了“{{{name}}}”"), format!("this sentence leaves out {{{name}}}"))
        }
    };
    let one = match built_in.contains('\n') {
        true => LocalizedText::new("文字，换行写成 \\n", "text, a line break written \\n"),
        false => LocalizedText::new("一行文字", "one line"),
    };
    let built_in = as_written(built_in);
    let names: Vec<String> = sentence.values.iter().map(|name| format!("{{{name}}}")).collect();
    let found = Diagnostic::new(&WORDING, place.clone(), zh, en);
    let found = match names.as_slice() {
        [] => found.expected(format!("{}，没有要填的名称", one.zh), format!("{}, nothing to fill in", one.en)),
        names => found.expected(
            format!("{}，可以填 {}", one.zh, names.join("、")),
            format!("{}; it may name {}", one.en, names.join(", ")),
        ),
    };
    match fault {
        SentenceFault::Unknown(_, Some(near)) => {
            found.fix(format!("是不是 {{{near}}}？"), format!("Did you mean {{{near}}}?"))
        }
        _ => found
            .fix(format!("照程序原来的一句改：{built_in}"), format!("Follow the program's own sentence: {built_in}")),
    }
}

/// A sentence as a document writes it, on one line; what begins with a brace is no text to YAML without quotes.
fn as_written(text: &str) -> String {
    let needs_quotes = text.starts_with('{') || text.contains('\n');
    if needs_quotes { format!("\"{}\"", text.replace('\n', "\\n")) } else { text.to_owned() }
}
