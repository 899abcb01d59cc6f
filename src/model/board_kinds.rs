//! What each kind of board is to the rest of the program: whether it is made here, which changes show on it, and where a
//! profile that asks for it wants one. One line a kind.

use crate::content::BoardKind;

/// Which changes of windows and venues show on a board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// None: it speaks of no window.
    Nothing,
    /// Those of permanent windows of the whole hall: an entrance guide shows every floor, wherever it stands.
    Guide,
    /// Those of permanent windows of its floor.
    Floor,
    /// Those of its windows.
    Signs,
    /// Those of any permanent window: matters may be served elsewhere.
    Matters,
}

/// Where a profile that asks for a kind wants one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// In every hall and centre.
    EachHall,
    /// In every hall and centre, at the entrance.
    Entrance,
    /// On every floor.
    EachFloor,
    /// Over every window.
    EachWindow,
    /// In every hall and centre, with the same on a screen.
    Complaint,
    /// One a thing, or chosen by standards: other rules ask, or none.
    Elsewhere,
}

/// A kind of board.
#[derive(Clone, Copy, Debug)]
pub struct BoardTraits {
    /// Whether the program makes boards of this kind. Of the others it keeps a record of what hangs, made by somebody
    /// else; such a record is not the board a rule asks for.
    pub is_drawn: bool,
    /// Which changes show on it.
    pub shows: Shows,
    /// Where a profile wants one.
    pub wanted: Wanted,
}

const fn drawn(shows: Shows, wanted: Wanted) -> BoardTraits {
    BoardTraits { is_drawn: true, shows, wanted }
}

const fn recorded(wanted: Wanted) -> BoardTraits {
    BoardTraits { is_drawn: false, shows: Shows::Nothing, wanted }
}

impl BoardKind {
    /// What this kind is to the rest of the program.
    pub const fn traits(self) -> BoardTraits {
        match self {
            Self::EntranceGuide => drawn(Shows::Guide, Wanted::Entrance),
            Self::FloorGuide => drawn(Shows::Floor, Wanted::EachFloor),
            Self::Location => drawn(Shows::Floor, Wanted::EachFloor),
            Self::WindowSign => drawn(Shows::Signs, Wanted::EachWindow),
            Self::Hours => drawn(Shows::Nothing, Wanted::EachHall),
            Self::Direction => drawn(Shows::Nothing, Wanted::EachHall),
            Self::Systems => drawn(Shows::Nothing, Wanted::EachHall),
            Self::Complaint => drawn(Shows::Nothing, Wanted::Complaint),
            Self::DeskSign => drawn(Shows::Signs, Wanted::Elsewhere),
            Self::DeviceCard => drawn(Shows::Nothing, Wanted::Elsewhere),
            Self::Evaluation => drawn(Shows::Nothing, Wanted::EachHall),
            Self::Facts => drawn(Shows::Guide, Wanted::EachHall),
            Self::Standards => drawn(Shows::Nothing, Wanted::EachHall),
            Self::Matters => drawn(Shows::Matters, Wanted::EachHall),
            Self::Care => drawn(Shows::Nothing, Wanted::EachHall),
            Self::Display => recorded(Wanted::EachHall),
            Self::FireSign => recorded(Wanted::Elsewhere),
            Self::PublicGood => recorded(Wanted::EachHall),
            Self::Volunteers => recorded(Wanted::EachHall),
            Self::Civility => recorded(Wanted::EachHall),
            Self::Other => recorded(Wanted::EachHall),
        }
    }

    /// Whether the program makes boards of this kind.
    pub const fn is_drawn(self) -> bool {
        self.traits().is_drawn
    }
}
