//! The questions put in a terminal, one by one, each answer checked at once.

use crate::cli::output::say;
use crate::diag::{Lang, LocalizedText};
use crate::drafting::{AnswerChoice, Interview, Occasion, Slot, Want, choices, hint, understood};
use std::io::{self, BufRead, Write};

/// Wrong answers to one question after which the answers there are, are listed.
const LISTED_AFTER: u32 = 3;
/// Wrong answers after which it is better to stop: whoever knows the answer may go on later.
const STOPPED_AFTER: u32 = 6;
/// Names shown at once.
const AT_ONCE: usize = 20;

/// A terminal, or whatever is used in its place.
pub(super) struct Dialogue<R, W> {
    input: R,
    output: W,
    pub(super) lang: Lang,
}

/// How far somebody went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Went {
    /// Through all that was asked.
    Through,
    /// Not further, for now.
    Stopped,
}

/// What somebody typed.
pub(super) enum Typed {
    Nothing,
    Back,
    Stop,
    /// What may be answered? Only what holds these words.
    Help(String),
    /// Nothing, instead of the earlier answer.
    Open,
    Answer(String),
}

impl Typed {
    fn read(text: &str) -> Self {
        if let Some(words) = text.strip_prefix(['?', '？']) {
            return Self::Help(words.trim().to_owned());
        }
        match text.to_lowercase().as_str() {
            "" => Self::Nothing,
            "<" | "＜" | "《" | "返回" | "上一步" | "上一题" | "back" => Self::Back,
            "停" | "退出" | "stop" | "quit" | "exit" => Self::Stop,
            "帮助" | "help" => Self::Help(String::new()),
            "-" | "－" | "—" => Self::Open,
            _ => Self::Answer(text.to_owned()),
        }
    }
}

impl<R: BufRead, W: Write> Dialogue<R, W> {
    /// A dialogue in `lang`.
    pub(super) fn new(input: R, output: W, lang: Lang) -> Self {
        Self { input, output, lang }
    }

    /// Puts every question that is open; `keep` is called after each answer.
    ///
    /// # Errors
    /// When the terminal cannot be written, or ends before the last answer.
    pub(super) fn ask(
        &mut self,
        interview: &mut Interview,
        on: Occasion<'_>,
        keep: &mut dyn FnMut(&Interview),
    ) -> io::Result<Went> {
        // Each answer may make others unnecessary: which one is next is determined anew.
        while let Some((slot, want)) = interview.next(on.hall) {
            if self.question(slot, want, interview, on)? == Went::Stopped {
                return Ok(Went::Stopped);
            }
            keep(interview);
        }
        Ok(Went::Through)
    }

    /// Puts one question until it is answered, or until somebody goes back or stops.
    pub(super) fn question(
        &mut self,
        slot: Slot,
        want: Want,
        interview: &mut Interview,
        on: Occasion<'_>,
    ) -> io::Result<Went> {
        let (mut wrong, mut listed) = (0, Vec::new());
        loop {
            self.prompt(slot, want, interview, on)?;
            let typed = self.typed()?;
            let refused = match typed {
                Typed::Stop => return Ok(Went::Stopped),
                Typed::Back if interview.back(slot) => return Ok(Went::Through),
                Typed::Back => {
                    self.line("  这是第一题，前面没有了。", "  This is the first question.")?;
                    continue;
                }
                Typed::Help(words) => {
                    listed = self.help(slot, &words, interview, on)?;
                    continue;
                }
                Typed::Nothing | Typed::Open => match unanswered(slot, want, &typed, interview, on) {
                    Ok(()) => return Ok(Went::Through),
                    Err(refused) => refused,
                },
                Typed::Answer(text) => match answered(slot, &text, &listed, interview, on) {
                    Ok(()) => {
                        if let Some(words) = understood(slot, interview.answers(), on) {
                            self.line(&format!("  {}", words.zh), &format!("  {}", words.en))?;
                        }
                        return Ok(Went::Through);
                    }
                    Err(refused) => refused,
                },
            };
            wrong += 1;
            self.refuse(&refused)?;
            if wrong >= STOPPED_AFTER {
                self.line("  先到这里，问清楚了再答。", "  Let us stop here; find out, then go on.")?;
                return Ok(Went::Stopped);
            }
            if wrong >= LISTED_AFTER {
                listed = self.help(slot, "", interview, on)?;
                self.ways_on(want)?;
            }
        }
    }

    fn prompt(&mut self, slot: Slot, want: Want, interview: &Interview, on: Occasion<'_>) -> io::Result<()> {
        let lang = self.lang;
        let question = slot.question_for(interview.answers().kind);
        let given = interview.earlier(slot).filter(|text| !text.is_empty());
        let words = understood(slot, interview.answers(), on).map(|words| words.get(lang).to_owned());
        let is_open = want == Want::Optional;
        let note = match (given.map(|text| words.unwrap_or_else(|| text.to_owned())), lang) {
            (Some(text), Lang::Zh) => format!("（原来：{text}；回车不变{}）", if is_open { "，- 不填" } else { "" }),
            (Some(text), Lang::En) => format!(" ({text}; Enter keeps it{})", if is_open { ", - for none" } else { "" }),
            (None, _) if is_open => say(lang, "（可不填，按回车）", " (optional)").to_owned(),
            (None, _) => String::new(),
        };
        write!(self.output, "{}{note}{}", question.get(lang), say(lang, "：", ": "))?;
        self.output.flush()
    }

    /// Reads a line.
    ///
    /// # Errors
    /// When there is none any more.
    pub(super) fn typed(&mut self) -> io::Result<Typed> {
        let mut bytes = Vec::new();
        if self.input.read_until(b'\n', &mut bytes)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        // Bytes of another encoding are a wrong answer, not the end.
        Ok(Typed::read(String::from_utf8_lossy(&bytes).trim()))
    }

    /// Says a line.
    pub(super) fn line(&mut self, zh: &str, en: &str) -> io::Result<()> {
        writeln!(self.output, "{}", say(self.lang, zh, en))
    }

    fn refuse(&mut self, why: &LocalizedText) -> io::Result<()> {
        let ended = |words: &str, mark: &str| {
            let end = if words.ends_with(['？', '?', '。', '.']) { "" } else { mark };
            format!("  {words}{end}")
        };
        self.line(&ended(&why.zh, "。"), &ended(&why.en, "."))
    }

    /// Tells what may be answered, and lists the answers there are, those with `words` in them; returns them in the
    /// order of their numbers.
    fn help(
        &mut self,
        slot: Slot,
        words: &str,
        interview: &Interview,
        on: Occasion<'_>,
    ) -> io::Result<Vec<AnswerChoice>> {
        let hint = hint(slot, interview.answers());
        self.line(&format!("  {}。", hint.zh), &format!("  Write {}.", hint.en))?;
        let mut all = choices(slot, interview.answers(), on);
        all.retain(|one| one.text.contains(words) || one.label.contains(words));
        let count = all.len();
        all.truncate(AT_ONCE);
        for (n, one) in all.iter().enumerate() {
            let label = if one.label.is_empty() { String::new() } else { format!("  {}", one.label) };
            writeln!(self.output, "  {:>2}  {}{label}", n + 1, one.text)?;
        }
        if count > AT_ONCE {
            self.line(
                &format!("  共{count}个，这里是前{AT_ONCE}个；输入“? 几个字”只列含这几个字的。"),
                &format!("  {count} in all, these are the first; \"? WORDS\" lists those with WORDS in them."),
            )?;
        }
        if count > 0 {
            self.line("  也可以只写前面的号码。", "  The number in front will do.")?;
        }
        Ok(all)
    }

    /// What to do who does not know the answer.
    fn ways_on(&mut self, want: Want) -> io::Result<()> {
        if want == Want::Optional {
            self.line(
                "  不知道的可以先不填（按回车）；< 回到上一题；停 先存着，以后接着答。",
                "  Enter leaves it open; < goes back; stop keeps the answers for later.",
            )
        } else {
            self.line(
                "  < 回到上一题；停 先存着，问清楚了再接着答。",
                "  < goes back; stop keeps the answers for later.",
            )
        }
    }

    /// Asks which of the given answers are to be changed; none where somebody stops.
    ///
    /// # Errors
    /// When the terminal ends.
    pub(super) fn pick(&mut self, interview: &Interview) -> io::Result<Option<Vec<Slot>>> {
        let lang = self.lang;
        let slots: Vec<Slot> = interview.given().iter().map(|one| one.slot).collect();
        for (n, one) in interview.given().iter().enumerate() {
            let question = one.slot.question_for(interview.answers().kind);
            let text = if one.text.is_empty() { say(lang, "（没有填）", "(none)") } else { &one.text };
            writeln!(self.output, "  {:>2}  {}{}{text}", n + 1, question.get(lang), say(lang, "：", ": "))?;
        }
        for _ in 0..LISTED_AFTER {
            let ask = say(
                lang,
                "改哪几项？写号码，用逗号隔开；停 先存着：",
                "Which ones are to be changed? Their numbers, or stop: ",
            );
            write!(self.output, "{ask}")?;
            self.output.flush()?;
            match self.typed()? {
                Typed::Answer(text) => {
                    let numbers = text.split([',', '，', '、', ' ']).filter(|part| !part.is_empty());
                    let chosen =
                        numbers.map(|n| n.parse().ok().and_then(|n: usize| slots.get(n.checked_sub(1)?).copied()));
                    if let Some(chosen) = chosen.collect::<Option<Vec<Slot>>>().filter(|chosen| !chosen.is_empty()) {
                        return Ok(Some(chosen));
                    }
                }
                Typed::Stop => return Ok(None),
                _ => {}
            }
        }
        Ok(None)
    }
}

/// Nothing was typed, or that there is no answer: the earlier one stays, or the question is left open.
fn unanswered(
    slot: Slot,
    want: Want,
    typed: &Typed,
    interview: &mut Interview,
    on: Occasion<'_>,
) -> Result<(), LocalizedText> {
    let earlier = interview.earlier(slot).filter(|text| !text.is_empty()).map(str::to_owned);
    match earlier.filter(|_| matches!(typed, Typed::Nothing)) {
        Some(_) if interview.has(slot) => interview.keep(slot),
        Some(text) => interview.answer(slot, &text, on)?,
        None if want == Want::Optional => interview.leave_open(slot, on),
        None => return Err(LocalizedText::new("这一项必须填写", "This must be answered")),
    }
    Ok(())
}

/// Takes an answer, or the one of that number in the list shown last.
fn answered(
    slot: Slot,
    text: &str,
    listed: &[AnswerChoice],
    interview: &mut Interview,
    on: Occasion<'_>,
) -> Result<(), LocalizedText> {
    let refused = match interview.answer(slot, text, on) {
        Ok(()) => return Ok(()),
        Err(refused) => refused,
    };
    let number = text.trim_end_matches(['.', '。', '、']).parse::<usize>().ok();
    match number.and_then(|n| listed.get(n.checked_sub(1)?)) {
        Some(one) => interview.answer(slot, &one.text, on),
        None => Err(refused),
    }
}
