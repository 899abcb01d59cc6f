//! Who drafted, signed and reviewed what goes public (审签): a draft, signed by the unit's leader, reviewed by the
//! publicity office, and so released. Clause 4.3.1 requires it for what screens show; a hall's profile may require it
//! for every announcement. Also which temporary boards must be approved before they are put up.

use super::amendment::Amendment;
use super::change::{Change, Clearance};
use super::hall::Grounds;
use super::ids::WindowId;
use super::notice::Notice;
use super::profile::asks;
use super::sign::TemporaryBoard;
use crate::content::Carrier;
use crate::content::change::RawSigned;
use jiff::civil::DateTime;

/// The signatures of one record.
#[derive(Clone, Copy, Debug)]
pub struct Signing<'r> {
    /// 拟稿.
    pub drafted: Option<&'r RawSigned>,
    /// 领导签字.
    pub signed: Option<&'r RawSigned>,
    /// 复审.
    pub reviewed: Option<&'r RawSigned>,
}

/// How far a record has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// 拟稿.
    Drafted,
    /// 单位负责人已签.
    Signed,
    /// 复审通过，可以发布.
    Released,
}

impl Stage {
    /// The word people use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Drafted => "拟稿",
            Self::Signed => "已签字",
            Self::Released => "已复审",
        }
    }
}

impl Signing<'_> {
    /// How far it has come. A review dated before the signature does not count.
    pub fn stage(&self) -> Stage {
        match (self.signed, self.reviewed) {
            (Some(signed), Some(reviewed)) if signed.date.0 <= reviewed.date.0 => Stage::Released,
            (Some(_), _) => Stage::Signed,
            (None, _) => Stage::Drafted,
        }
    }

    /// Whether anybody has begun to sign.
    fn has_begun(&self) -> bool {
        [self.drafted, self.signed, self.reviewed].iter().any(Option::is_some)
    }
}

impl Clearance {
    /// Its signatures.
    pub fn signing(&self) -> Signing<'_> {
        Signing { drafted: self.drafted.as_ref(), signed: self.signed.as_ref(), reviewed: self.reviewed.as_ref() }
    }
}

impl Notice {
    /// Its signatures.
    pub fn signing(&self) -> Signing<'_> {
        self.clearance.signing()
    }
}

impl Grounds {
    /// Whether something with these signatures may not be released: the profile asks for signatures or somebody has
    /// begun to sign, and not all are there.
    pub fn is_draft(&self, signing: Signing<'_>) -> bool {
        (asks(self.profile.states.signed_notices) || signing.has_begun()) && signing.stage() < Stage::Released
    }

    /// Whether a change record may not be released: it lacks its filing, the consent or a signature.
    pub fn is_draft_change(&self, change: &Change) -> bool {
        !self.awaited(change).is_empty()
    }

    /// Whether a notice may not be released: it lacks a signature.
    pub fn is_draft_notice(&self, notice: &Notice) -> bool {
        !self.awaited_notice(notice).is_empty()
    }

    /// Whether an amendment may not be released, for the same reasons.
    pub fn is_draft_amendment(&self, amendment: &Amendment) -> bool {
        !self.awaited_amendment(amendment).is_empty()
    }

    /// Whether what is shown of a window at `moment` comes from a change record that may not be released.
    pub fn draft_concerns(&self, window: WindowId, moment: DateTime) -> bool {
        let touches = |change: &&Change| change.to_window(window).is_some();
        let told = |change: &&Change| change.is_announced(moment) || change.span.from <= moment;
        self.changes.iter().filter(touches).filter(told).any(|change| self.is_marked_draft(change, moment))
    }
}

impl TemporaryBoard {
    /// Whether its style and content are to be approved before it is put up: a portal stand for more days than an X
    /// stand is allowed (Y14.3.2c).
    pub fn needs_approval(&self, grounds: &Grounds) -> bool {
        let days = self.span.and_then(|span| span.day_count());
        let most = grounds.profile.states.x_stand_days;
        self.written.carrier == Carrier::PortalStand
            && days.zip(most).is_some_and(|(days, most)| days > i64::from(most.0))
    }
}
