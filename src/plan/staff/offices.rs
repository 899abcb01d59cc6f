//! Who answers for what: offices by the topic of the regulation (Y0.5, docs/requirements.md 6.4).

use crate::model::Hall;
use crate::model::duties::DutyOffice;

/// The offices of a hall. One whose regulation names none answers as a whole.
pub(in crate::plan) struct Offices<'h> {
    hall: &'h Hall,
}

impl<'h> Offices<'h> {
    pub(in crate::plan) fn of(hall: &'h Hall) -> Self {
        Self { hall }
    }

    fn topic(&self, number: &str) -> String {
        let duty = self.hall.duties.iter().find(|duty| duty.topic.starts_with(number));
        let office = duty.map(|duty| self.hall.office(duty.office).written.name.clone());
        office.unwrap_or_else(|| self.hall.unit(self.hall.organ).name().to_owned())
    }

    /// Who answers for what the table of duties names.
    pub(in crate::plan) fn named(&self, office: DutyOffice) -> String {
        match office {
            DutyOffice::Windows => self.windows(),
            DutyOffice::Network => self.network(),
            DutyOffice::Safety => self.safety(),
            DutyOffice::Matters => self.matters(),
            DutyOffice::Conduct => self.conduct(),
            DutyOffice::Publicity => self.publicity(),
            DutyOffice::Organ => self.hall.unit(self.hall.organ).name().to_owned(),
        }
    }

    /// Windows and the guide desk: topic 16.
    pub(in crate::plan) fn windows(&self) -> String {
        self.topic("16.")
    }

    /// Website, screens, the queue system: topic 20.
    pub(in crate::plan) fn network(&self) -> String {
        self.topic("20.")
    }

    /// Boards, furniture: topic 14.
    pub(in crate::plan) fn safety(&self) -> String {
        self.topic("14.")
    }

    /// The people at the windows: topic 7.
    pub(super) fn conduct(&self) -> String {
        self.topic("7.")
    }

    /// Publicity: topic 4.
    pub(in crate::plan) fn publicity(&self) -> String {
        self.topic("4.")
    }

    /// Events in the hall, city-wide notices: topic 5.
    pub(in crate::plan) fn coordination(&self) -> String {
        self.topic("5.")
    }

    /// Public opinion: topic 6.
    pub(in crate::plan) fn opinion(&self) -> String {
        self.topic("6.")
    }

    /// Complaints: topic 11.
    pub(in crate::plan) fn complaints(&self) -> String {
        self.topic("11.")
    }

    /// The list of matters: topic 1.
    pub(in crate::plan) fn matters(&self) -> String {
        self.topic("1.")
    }
}
