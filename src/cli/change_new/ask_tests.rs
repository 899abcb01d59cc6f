//! Scripted dialogues: what is typed, what is shown, and what is known in the end.

use super::ask::{Dialogue, Went};
use crate::content::{ChangeKind, Transition};
use crate::diag::Lang;
use crate::drafting::{Answers, GivenAnswer, Interview, Occasion, Slot};
use crate::model::Hall;
use crate::project::Project;
use jiff::civil::date;
use std::io;
use std::path::Path;

fn hall() -> Hall {
    let project = Project::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/base"));
    let mut found = Vec::new();
    let content = project.content(&mut found);
    project.resolve(&content, &mut found).expect("the small hall")
}

/// A dialogue that came to its end, or did not.
struct Talk {
    ended: io::Result<Went>,
    interview: Interview,
    shown: String,
    /// How many answers were kept, after each.
    kept: Vec<usize>,
}

/// Types `typed` on 8 October 2026, a Thursday, after what `begun` says.
fn talk_after(begun: Interview, typed: &str, lang: Lang) -> Talk {
    let (mut interview, mut shown, mut kept) = (begun, Vec::new(), Vec::new());
    let hall = hall();
    let on = Occasion { hall: &hall, now: date(2026, 10, 8).at(9, 0, 0, 0) };
    let mut dialogue = Dialogue::new(typed.as_bytes(), &mut shown, lang);
    let ended = dialogue.ask(&mut interview, on, &mut |so_far| kept.push(so_far.given().len()));
    Talk { ended, interview, shown: String::from_utf8(shown).expect("text"), kept }
}

fn talk(typed: &str) -> Talk {
    talk_after(Interview::default(), typed, Lang::Zh)
}

impl Talk {
    #[track_caller]
    fn through(self) -> Self {
        assert_eq!(self.ended.as_ref().ok(), Some(&Went::Through), "{}", self.shown);
        self
    }

    fn answers(&self) -> &Answers {
        self.interview.answers()
    }

    #[track_caller]
    fn says(&self, words: &str) -> &Self {
        assert!(self.shown.contains(words), "no “{words}” in\n{}", self.shown);
        self
    }
}

#[test]
fn a_withdrawal_is_asked_for_until_it_is_right() {
    let typed = "撤走\n撤离\n2026-10-12\nA0\nA02\n\n\n不再办理，请网上申请\n\n业务减少\n网办\n见网站\n\n编辑组\n王某\n";
    let talk = talk(typed).through();
    let answers = talk.answers();
    assert_eq!(answers.kind, Some(ChangeKind::Withdraw));
    assert_eq!(answers.effective, Some(date(2026, 10, 12)));
    assert_eq!(answers.windows, ["w-a02"]);
    assert_eq!(answers.ended.as_deref(), Some("不再办理，请网上申请"));
    assert_eq!(answers.reason.as_deref(), Some("业务减少"));
    assert_eq!(answers.transition, Some(Transition::Online));
    assert_eq!(answers.drafted_by.as_deref(), Some("王某"));
    talk.says("“撤走”不对，应为新增、调整、撤离、临时、暂停、恢复、整体搬迁、整体关闭。")
        .says("没有窗口“A0”，是不是“A0")
        .says("接办的窗口，用逗号隔开（可不填，按回车）：")
        .says("这一项必须填写。");
    // The kind was asked twice: it was kept once it was right, and so was every other answer.
    assert_eq!(talk.kept, (1..=talk.kept.len()).collect::<Vec<_>>());
}

#[test]
fn an_answer_spares_questions() {
    let talk = talk("撤离\n2026-10-12\nA02\nA03\n原因\n\n\n编辑组\n\n").through();
    assert_eq!(talk.answers().to_windows, ["w-a03"]);
    assert!(!talk.shown.contains("厅外的办事地址") && !talk.shown.contains("不再办理"), "{}", talk.shown);
    assert!(!talk.shown.contains("申请单位"), "it is the window's: {}", talk.shown);
}

#[test]
fn a_terminal_that_ends_is_told() {
    let talk = talk("调整\n2026-10-12\n");
    assert_eq!(talk.ended.as_ref().map_err(io::Error::kind), Err(io::ErrorKind::UnexpectedEof));
    assert_eq!(talk.answers().kind, Some(ChangeKind::Adjust));
}

#[test]
fn days_are_taken_as_people_say_them_and_told_back() {
    let days = talk("临时\n后天\n三天\n");
    assert_eq!(days.answers().effective, Some(date(2026, 10, 10)));
    assert_eq!(days.answers().last_day, Some(date(2026, 10, 12)));
    days.says("最后一天（含），也可以写多久")
        .says("  10月10日（星期六，调休上班）\n")
        .says("  10月12日（星期一），连头带尾3天\n");
    talk("暂停\n10月1日\n").says("  10月1日（星期四，国庆节放假），已经过了\n");
    talk("暂停\n三天\n").says("“三天”是一段时间，这里要的是一天；从今天数起写“三天后”");
    let english = talk_after(Interview::default(), "suspend\ntomorrow\n", Lang::En);
    english.says("  Fri 2026-10-09\n");
}

#[test]
fn one_can_go_back_over_several_questions_and_keep_what_was_right() {
    // Back to the day and then to the kind; the kind stays, the day is another one, the window stays.
    let typed = "撤离\n10月12日\nA02\n<\n返回\n上一步\n\n10月13日\n\n";
    let talk = talk(typed);
    assert_eq!(talk.answers().kind, Some(ChangeKind::Withdraw));
    assert_eq!(talk.answers().effective, Some(date(2026, 10, 13)));
    assert_eq!(talk.answers().windows, ["w-a02"]);
    talk.says("（原来：撤离；回车不变）：")
        .says("（原来：10月12日（星期一）；回车不变）：")
        .says("（原来：w-a02；回车不变）：");
}

#[test]
fn before_the_first_question_there_is_none() {
    talk("<\n").says("这是第一题，前面没有了。");
}

#[test]
fn another_kind_drops_what_it_has_no_use_for() {
    let talk = talk("调整\n10月12日\nA02\nA04\n<\n<\n<\n<\n撤离\n\n\n\n\n不再办理\n");
    assert_eq!(talk.answers().kind, Some(ChangeKind::Withdraw));
    assert_eq!(talk.answers().number, None);
    assert_eq!(talk.answers().ended.as_deref(), Some("不再办理"));
}

#[test]
fn an_optional_answer_can_be_taken_away_again() {
    let talk = talk("撤离\n１０月１２日\nＡ０２\nA03\n<\n-\n");
    assert!(talk.answers().to_windows.is_empty());
    talk.says("（原来：w-a03；回车不变，- 不填）：").says("厅外的办事地址");
}

#[test]
fn one_may_ask_what_can_be_answered() {
    let talk = talk("?\n3\n？\n10月12日\n?03\n1\n");
    assert_eq!(talk.answers().kind, Some(ChangeKind::Withdraw), "the third of the list");
    assert_eq!(talk.answers().windows, ["w-a03"]);
    talk.says("   3  撤离  窗口不再设\n").says("  写哪天，如 明天、三天后、下周一、10月12日、2026-10-12。\n");
    talk.says("   1  w-a03  A03，");
}

#[test]
fn three_wrong_answers_bring_the_list_and_six_the_end() {
    let third = talk("走\n走\n走\n3\n10月12日\n");
    assert_eq!(third.answers().kind, Some(ChangeKind::Withdraw));
    assert_eq!(third.shown.matches("   8  整体关闭").count(), 1, "{}", third.shown);
    third.says("< 回到上一题；停 先存着，问清楚了再接着答。");
    let talk = talk("走\n走\n走\n走\n走\n走\n撤离\n");
    assert_eq!(talk.ended.as_ref().ok(), Some(&Went::Stopped), "{}", talk.shown);
    talk.says("先到这里，问清楚了再答。");
}

#[test]
fn one_can_stop_at_any_question() {
    let talk = talk("撤离\n停\n10月12日\n");
    assert_eq!(talk.ended.as_ref().ok(), Some(&Went::Stopped));
    assert_eq!((talk.interview.given().len(), talk.answers().effective), (1, None));
}

#[test]
fn answers_of_the_last_time_are_gone_on_from() {
    let given = |slot, text: &str| GivenAnswer { slot, text: text.to_owned(), by_flag: false };
    let mut begun = Interview::default();
    let hall = hall();
    let on = Occasion { hall: &hall, now: date(2026, 10, 8).at(9, 0, 0, 0) };
    // The window is gone meanwhile; what was left open stays so.
    let last = [
        given(Slot::Kind, "撤离"),
        given(Slot::Effective, "2026-10-12"),
        given(Slot::Window, "w-a99"),
        given(Slot::ToWindow, ""),
        given(Slot::ToAddress, "样例路2号一楼"),
    ];
    begun.resume(last.to_vec(), on);
    let talk = talk_after(begun, "A02\n业务减少\n", Lang::Zh);
    assert_eq!(talk.answers().windows, ["w-a02"]);
    assert_eq!(talk.answers().to_address.as_deref(), Some("样例路2号一楼"));
    assert_eq!(talk.answers().reason.as_deref(), Some("业务减少"));
    talk.says("（原来：w-a99；回车不变）：");
    assert!(!talk.shown.contains("接办的窗口"), "{}", talk.shown);
}

#[test]
fn a_whole_venue_is_asked_for_its_new_place() {
    let talk = talk("整体搬迁\n10月19日\nhall\n样例路8号一楼\n10月18日\n10月22日\n\n公交：样例路站；停车：门前\n\n\n\nspj\n改善环境\n\n\n编辑组\n\n").through();
    let answers = talk.answers();
    assert_eq!(answers.opens, Some(date(2026, 10, 22)));
    assert_eq!(answers.transport, ["公交：样例路站", "停车：门前"]);
    talk.says("新址启用 2026-10-18 早于生效日期 2026-10-19。").says("搬迁的场所（编号或名称）：");
    assert!(!talk.shown.contains("窗口号或编号"), "{}", talk.shown);
}
