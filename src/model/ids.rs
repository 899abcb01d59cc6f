//! Positions of entities in the hall's lists; made only by `resolve`, so always valid for their hall.

macro_rules! ids {
    ($( $(#[$doc:meta])* $name:ident ),*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(crate) usize);

        impl $name {
            /// The position in the hall's list.
            pub fn index(self) -> usize {
                self.0
            }
        }
    )* };
}

ids! {
    /// A unit.
    UnitId,
    /// An office of the hall's organ.
    OfficeId,
    /// A venue.
    VenueId,
    /// A floor.
    FloorId,
    /// A zone of a floor.
    ZoneId,
    /// A window.
    WindowId,
    /// A matter.
    MatterId,
    /// A theme.
    ThemeId,
    /// A change record.
    ChangeId,
    /// An amendment of a change record.
    AmendmentId,
    /// A notice.
    NoticeId,
    /// A timetable.
    HoursId,
    /// A posting place.
    PostingId,
    /// A screen device profile.
    DeviceId
}
