//! The forms in which a query is looked for: without what people say around it, as typed, and with words that mean
//! the same.

use super::index::Index;

/// Most forms of one query.
const MOST: usize = 8;
/// Points a form loses for a word that was not typed.
const SYNONYM: f64 = 3.0;

/// One form of a query.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct WordForm {
    /// The text as it is compared.
    pub text: String,
    /// Whether parts of it count too, not only the text in one piece.
    pub parts: bool,
    /// Points lost.
    pub loss: f64,
}

impl Index {
    /// Every form of `input`; none when nothing is left of it.
    pub(super) fn forms(&self, input: &str) -> Vec<WordForm> {
        let whole = self.traditional.plain(input);
        if whole.is_empty() {
            return Vec::new();
        }
        let reduced = Some(self.without_questions(&whole)).filter(|r| !r.is_empty()).unwrap_or_else(|| whole.clone());
        let mut forms = vec![WordForm { text: reduced.clone(), parts: true, loss: 0.0 }];
        if whole != reduced {
            forms.push(WordForm { text: whole, parts: false, loss: 0.0 });
        }
        for group in &self.synonyms {
            let Some(said) = group.iter().find(|word| reduced.contains(word.as_str())) else { continue };
            for other in group.iter().filter(|word| *word != said) {
                if forms.len() < MOST {
                    forms.push(WordForm { text: reduced.replacen(said, other, 1), parts: true, loss: SYNONYM });
                }
            }
        }
        forms
    }

    /// The text without the words of questions, the longest first at each place.
    fn without_questions(&self, text: &str) -> String {
        let mut kept = String::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            match self.questions.iter().find(|word| rest.starts_with(word.as_str())) {
                Some(word) => rest = &rest[word.len()..],
                None => {
                    kept.push(first);
                    rest = &rest[first.len_utf8()..];
                }
            }
        }
        kept
    }
}
