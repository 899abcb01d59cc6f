//! `content/words/wording.yaml`: how the hall words its announcements, messages, screens and forms, in place of the
//! program's own sentences in `assets/wording.yaml`.
//!
//! A sentence names what is filled in by its name in braces, `{窗口号}`. The names allowed are beside the sentence in the
//! tables here; docs/wording.md lists them all.

mod amendments;
mod changes;
mod circulars;
mod forms;
mod messages;
mod sentence;
mod windows;

pub use amendments::AmendmentWords;
pub use changes::{
    AdjustWords, CloseVenueWords, DayWords, MoveVenueWords, NewWords, NoticeWords, ResidentWords, ResumeWords,
    SuspendWords, TemporaryWords, TransitionWords, WithdrawWords,
};
pub use circulars::{FaultWords, HolidayWords, OtherHoursWords};
pub use forms::{
    CheckSheetWords, ComplaintFormWords, DispatchWords, EventLetterWords, FormWords, MatterFilingWords,
    PrintOrderWords, RefusalWords, SampleSheetWords, ScreenFormWords, SupplementWords, WindowFormWords,
};
pub use messages::MessageWords;
pub use sentence::{Sentence, SentenceFault};
pub use windows::{DirectionWords, StateNames, StripWords, UpcomingWords};

use crate::source::{Shape, Shaped, TextWalk, record};
use serde::{Deserialize, Deserializer};
use std::ops::{Deref, DerefMut};
use std::sync::LazyLock;

/// The program's own sentences.
const BUILT_IN: &str = include_str!("../../../assets/wording.yaml");

/// A group of sentences.
pub trait Sentences: Default {
    /// What each sentence is.
    fn table() -> &'static [Sentence];
    /// Their texts, in the order of the table.
    fn texts_mut(&mut self) -> Vec<&mut Option<String>>;
}

/// A group of sentences in a document, which may be left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SentenceGroup<T>(T);

impl<T> Deref for SentenceGroup<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for SentenceGroup<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<'de, T: Deserialize<'de> + Default> Deserialize<'de> for SentenceGroup<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(Option::<T>::deserialize(deserializer)?.unwrap_or_default()))
    }
}

impl<T: Shaped> Shaped for SentenceGroup<T> {
    const OPTIONAL: bool = true;
    fn shape() -> Shape {
        T::shape()
    }
    fn texts<'a>(&'a self, walk: &mut TextWalk<'a, '_>) {
        self.0.texts(walk);
    }
    fn tells_same(&self, other: &Self) -> bool {
        self.0.tells_same(&other.0)
    }
}

/// A sentence of a document, with its group.
pub struct Worded<'w> {
    /// The key of its group.
    pub group: &'static str,
    /// What it is.
    pub sentence: &'static Sentence,
    /// Its text, where it is given.
    pub text: &'w mut Option<String>,
}

/// Declares the groups of the document.
macro_rules! groups {
    ($( $key:literal | $alias:literal => $group:ident: $words:ty, $help:literal; )*) => {
        record! {
            /// How things are worded.
            Wording { $( $key | $alias => $group: SentenceGroup<$words>, $help; )* }
        }

        impl Default for Wording {
            fn default() -> Self {
                Self { $( $group: SentenceGroup::default() ),* }
            }
        }

        impl Wording {
            /// Every sentence, group by group.
            pub fn sentences_mut(&mut self) -> Vec<Worded<'_>> {
                let mut all = Vec::new();
                $( all.extend(<$words>::table().iter().zip(self.$group.texts_mut()).map(|(sentence, text)| Worded {
                    group: $key,
                    sentence,
                    text,
                })); )*
                all
            }

            /// What each group is for: its key, its help.
            pub const GROUPS: &'static [[&'static str; 2]] = &[$( [$key, $help] ),*];
        }
    };
}

groups! {
    "公告" | "notice" => notice: NoticeWords, "所有公告共用的话";
    "日期" | "days" => days: DayWords, "公告里的日期";
    "新增" | "new" => new: NewWords, "新增窗口的公告";
    "临时窗口" | "temporary" => temporary: TemporaryWords, "设置临时窗口的公告";
    "撤离" | "withdraw" => withdraw: WithdrawWords, "窗口撤离的公告";
    "暂停" | "suspend" => suspend: SuspendWords, "窗口暂停服务的公告";
    "恢复" | "resume" => resume: ResumeWords, "窗口恢复服务的公告";
    "过渡安排" | "transition" => transition: TransitionWords, "窗口变更期间怎么办";
    "调整" | "adjust" => adjust: AdjustWords, "窗口调整的公告";
    "搬迁" | "move_venue" => move_venue: MoveVenueWords, "场所整体搬迁的公告";
    "关闭" | "close_venue" => close_venue: CloseVenueWords, "场所整体关闭的公告";
    "场所情况" | "residents" => residents: ResidentWords, "搬迁或关闭的场所里有什么";
    "公告更正" | "amendment" => amendment: AmendmentWords, "延期、更正、提前结束和取消的公告";
    "节假日通告" | "holiday" => holiday: HolidayWords, "节假日的通告";
    "办公时间通告" | "other_hours" => other_hours: OtherHoursWords, "临时调整办公时间的通告";
    "设备故障通告" | "fault" => fault: FaultWords, "设备故障的通告和设备上的卡片";
    "短信" | "message" => message: MessageWords, "复制到短信平台的文字";
    "窗口状态" | "state" => state: StateNames, "窗口此刻的状态，条屏和网站上都用";
    "条屏" | "strip" => strip: StripWords, "条屏上的其他话";
    "预告" | "upcoming" => upcoming: UpcomingWords, "窗口就要变的事，条屏和网站上都用";
    "去向" | "directions" => directions: DirectionWords, "停了的窗口的业务到哪里办";
    "表单" | "form" => form: FormWords, "各种表单共用的话";
    "窗口表单" | "window_form" => window_form: WindowFormWords, "窗口需求单、窗口调整申请表和窗口撤离备案表";
    "政务服务事项动态管理备案表" | "matter_filing" => matter_filing: MatterFilingWords, "事项变更的备案表";
    "电子屏使用申请单" | "screen_form" => screen_form: ScreenFormWords, "在电子屏上播放的申请单";
    "致函" | "event_letter" => event_letter: EventLetterWords, "在大厅举办活动的函";
    "一次性补正材料告知书" | "supplement" => supplement: SupplementWords, "每个申请办理的事项一份";
    "不予办理通知书" | "refusal" => refusal: RefusalWords, "窗口不予办理时出具";
    "政务服务事项核对单" | "check_sheet" => check_sheet: CheckSheetWords, "每个单位一份，核对自己的事项";
    "政务服务事项随机抽查表" | "sample_sheet" => sample_sheet: SampleSheetWords, "每个月一份，抽查事项";
    "发文稿纸" | "dispatch" => dispatch: DispatchWords, "公告发出以前请领导签发";
    "印制单" | "print_order" => print_order: PrintOrderWords, "交给印制店";
    "投诉举报记录表" | "complaint_form" => complaint_form: ComplaintFormWords, "每件投诉举报一份";
}

impl Wording {
    /// Where a hall's is, from the site's folder.
    pub const PATH: &'static str = "content/words/wording.yaml";

    /// The program's own, every sentence of it.
    pub fn built_in() -> &'static Self {
        // The tests below check that it can be read and is complete.
        static WORDING: LazyLock<Wording> = LazyLock::new(|| serde_yaml::from_str(BUILT_IN).unwrap_or_default());
        &WORDING
    }
}

#[cfg(test)]
mod tests {
    use super::{BUILT_IN, Wording};

    #[test]
    fn every_sentence_of_the_program_is_there_and_names_what_it_is_given() {
        let mut wording: Wording = serde_yaml::from_str(BUILT_IN).expect("it can be read");
        for worded in wording.sentences_mut() {
            let name = format!("{} {}", worded.group, worded.sentence.key);
            let Some(text) = worded.text else { panic!("{name} is not there") };
            assert_eq!(worded.sentence.faults(text, text), [], "{name}");
        }
    }
}
