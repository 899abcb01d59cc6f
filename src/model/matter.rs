//! Matters (事项) with their references resolved.

use super::ids::{MatterId, ThemeId, UnitId, WindowId};
use super::limit::Limit;
use crate::content::catalogue::RawMatterList;
use crate::content::matter::RawMatter;
use crate::content::{Collection, ResultKind, Way};
use crate::diag::Place;
use std::sync::Arc;

/// A matter.
#[derive(Clone, Debug)]
pub struct Matter {
    /// The elements as written; descriptive ones have no further meaning to resolve. Shared by the halls of earlier
    /// announcements, since most of a hall's memory is this.
    pub written: Arc<RawMatter>,
    /// The unit that decides.
    pub unit: UnitId,
    /// Its themes.
    pub themes: Vec<ThemeId>,
    /// Statutory limit.
    pub legal: Option<Limit>,
    /// Promised limit.
    pub promised: Option<Limit>,
    /// The promise for online cases.
    pub online: Option<Limit>,
    /// Joint units with their promises.
    pub joint: Vec<(UnitId, Option<Limit>)>,
    /// The windows that hand out results, where those are others than the ones that accept.
    pub issue: Vec<WindowId>,
    /// Where it is written.
    pub origin: Place,
}

impl Matter {
    /// The id people gave it, part of its address.
    pub fn id(&self) -> &str {
        &self.written.id
    }

    /// The full name.
    pub fn name(&self) -> &str {
        &self.written.name
    }

    /// The name for boards and windows: the short one where there is one.
    pub fn short_name(&self) -> &str {
        self.written.short_name.as_deref().unwrap_or(&self.written.name)
    }

    /// Whether its data is illustrative.
    pub fn illustrative(&self) -> bool {
        self.written.illustrative.is_some_and(|y| y.0)
    }

    /// Whether it is applied for: every type but penalties, coercion, levies and inspections (依申请类).
    pub fn is_applied_for(&self) -> bool {
        use crate::content::MatterType::{Coercion, Inspection, Levy, Penalty};
        !matches!(self.written.kind, Penalty | Coercion | Levy | Inspection)
    }

    /// Whether it can be applied for online.
    pub fn is_online(&self) -> bool {
        self.written.ways.iter().any(|way| is_online(*way))
    }

    /// Whether it can be applied for online and in no other way (全程网办).
    pub fn is_online_only(&self) -> bool {
        self.is_online() && self.written.ways.iter().all(|way| is_online(*way))
    }

    /// How its result is collected: as it says itself, else as is `usual` in the hall and possible for it. Empty where
    /// there is no result, or nobody says.
    pub fn collection(&self, usual: &[Collection]) -> Vec<Collection> {
        let written = &self.written;
        if !written.collection.is_empty()
            || usual.is_empty()
            || !written.results.iter().any(|result| result.kind != ResultKind::None)
        {
            return written.collection.to_vec();
        }
        let no_window = written.not_in_hall.is_some() || self.is_online_only();
        let mailed = written.mail_result.map(|yes| yes.0);
        let possible = |way: &Collection| match way {
            Collection::Window => !no_window,
            Collection::Mail => mailed != Some(false),
            Collection::SelfService | Collection::Download => true,
        };
        let mut ways: Vec<Collection> = usual.iter().copied().filter(possible).collect();
        if mailed == Some(true) && !ways.contains(&Collection::Mail) {
            ways.push(Collection::Mail);
        }
        ways
    }

    /// Whether the home page shows it among the popular ones.
    pub fn popular(&self) -> bool {
        self.written.popular.is_some_and(|y| y.0)
    }
}

/// A published list of matters (清单), such as 公民个人办事清单.
#[derive(Clone, Debug)]
pub struct MatterList {
    /// The record as written.
    pub written: RawMatterList,
    /// Its matters, each once, in the order written.
    pub matters: Vec<MatterId>,
    /// Where it is written.
    pub origin: Place,
}

fn is_online(way: Way) -> bool {
    matches!(way, Way::Online | Way::Mobile)
}

/// A theme (服务主题).
#[derive(Clone, Debug)]
pub struct Theme {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// For whom.
    pub audience: crate::content::ThemeFor,
    /// The event in life it belongs to, in people's words.
    pub life_event: Option<String>,
}
