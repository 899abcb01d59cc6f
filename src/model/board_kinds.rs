//! What the rest of the program needs to know about each kind of board: whether it is made here, which changes show on
//! it, and where a profile that asks for it wants one. One line a kind.

use crate::content::BoardKind;

/// Which changes of windows and venues show on a board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// None: it shows no window.
    Nothing,
    /// Changes of permanent windows of the whole hall: an entrance guide shows every floor, whichever floor it is on.
    Guide,
    /// Changes of permanent windows of its floor.
    Floor,
    /// Changes of its windows.
    Signs,
    /// Changes of any permanent window: it names or counts matters.
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
    /// One for each thing, or chosen by standards: other rules require it, or none.
    Elsewhere,
}

/// A kind of board.
#[derive(Clone, Copy, Debug)]
pub struct BoardTraits {
    /// Whether the program makes boards of this kind. Other kinds are kept as records of boards made by somebody else;
    /// such a record is not enough for a rule that asks for a board.
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
    /// What the rest of the program needs to know about this kind.
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
            Self::Facts => drawn(Shows::Matters, Wanted::EachHall),
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
