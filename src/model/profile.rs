//! Policy profiles (制度): the parameters of the rules, as data.

use crate::content::FormKind;
use crate::content::profile::RawProfile;
use crate::diag::{ClauseBasis, Diagnostic, Place, RuleDoc, Severity};
use crate::source::{Count, YesNo};
use std::collections::BTreeMap;

/// One of the profiles that are stacked.
#[derive(Clone, Debug)]
pub struct Layer {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where the hall wrote it; `None` for one the program brings.
    pub origin: Option<Place>,
}

/// The regulations the program quotes: the first letter of the ids of their rules, and the profile that stands for them.
const QUOTED: [(&str, &str); 4] = [("Y", "yinchuan"), ("W", "wuhai"), ("X", "xiangfu"), ("N", "xian")];

/// Rules that no key of a profile turns on and that only recommend where their regulation is not chosen.
const ADVISED: [&str; 2] = ["X0.1", "X3.2a"];

/// Rules about signatures and reviews that one city asks for.
const SIGNED_ELSEWHERE: [&str; 5] = ["Y4.3.1a", "Y4.3.1b", "Y4.3.2b", "Y14.3.2a", "Y14.3.2d"];

/// Rules with a number of days, hours or working days: they ask for nothing where no profile states the number, and for
/// what it states where one does.
const STATED: [&str; 11] = [
    "Y1.3.1a", "Y4.2a", "Y4.3.1d", "Y4.3.2a", "Y14.3.2b", "Y14.3.2c", "Y16.3.2a", "Y16.3.3a", "Y16.3.3d", "Y16.3.4a",
    "Y16.3.4b",
];

/// How bad what breaks a rule is in a hall that has or has not (`elsewhere`) chosen its regulation. What one city asks of
/// a record, and no profile of the hall does, holds back none of its records.
pub fn severity(rule: &RuleDoc, elsewhere: bool) -> Severity {
    let of_steps = rule.severity == Severity::Breach && rule.id.starts_with('Y') && !STATED.contains(&rule.id);
    let advises = of_steps || ADVISED.contains(&rule.id) || SIGNED_ELSEWHERE.contains(&rule.id);
    if elsewhere && advises { Severity::Warning } else { rule.severity }
}

/// Marks the findings that quote a regulation whose profile is not among the `chosen` ones.
pub fn mark_elsewhere(found: &mut [Diagnostic], chosen: &[&str]) {
    for finding in found.iter_mut().filter(|finding| is_elsewhere(finding.rule, chosen)) {
        let advised = ADVISED.contains(&finding.rule.id);
        finding.basis = if advised { ClauseBasis::Advice } else { ClauseBasis::Elsewhere };
        // What was lowered for another reason stays so.
        finding.severity = finding.severity.max(severity(finding.rule, true));
    }
}

/// Whether a rule quotes a regulation whose profile is not among the `chosen` ones.
pub fn is_elsewhere(rule: &RuleDoc, chosen: &[&str]) -> bool {
    let profile = QUOTED.iter().find(|(letter, _)| rule.id.starts_with(letter)).map(|(_, profile)| profile);
    !rule.clause.is_empty() && profile.is_some_and(|profile| !chosen.contains(profile))
}

/// The merged profile of a site: later layers win value by value.
#[derive(Clone, Debug)]
pub struct Profile {
    /// The layers, the lowest first.
    pub layers: Vec<Layer>,
    /// The position in `layers` of the one each stated key comes from.
    pub origins: BTreeMap<&'static str, usize>,
    /// What the layers state. If no layer states a value, there is no rule for it, unless a method below gives its
    /// default.
    pub states: RawProfile,
}

impl Profile {
    /// Stacks layers, the lowest first.
    pub fn merge(stack: &[(Layer, &RawProfile)]) -> Self {
        let (mut states, mut origins) = (RawProfile::empty(), BTreeMap::new());
        for (position, (_, raw)) in stack.iter().enumerate() {
            states.merge(raw, position, &mut origins);
        }
        Self { layers: stack.iter().map(|(layer, _)| layer.clone()).collect(), origins, states }
    }

    /// The layer the value of `key` comes from; `None` for a key no layer states.
    pub fn origin(&self, key: &str) -> Option<&Layer> {
        self.origins.get(key).and_then(|position| self.layers.get(*position))
    }

    /// The ids of the layers.
    pub fn ids(&self) -> Vec<&str> {
        self.layers.iter().map(|layer| layer.id.as_str()).collect()
    }

    /// Whether a rule quotes a regulation the hall has not chosen.
    pub fn is_elsewhere(&self, rule: &RuleDoc) -> bool {
        is_elsewhere(rule, &self.ids())
    }

    /// A clause as people are shown it: nothing is said of a rule of the program's own, nor of a regulation the hall has
    /// not chosen.
    pub fn cited(&self, clause: &'static str) -> &'static str {
        let is_quoted = |(letter, profile): &(&str, &str)| {
            clause.starts_with(letter) && self.layers.iter().any(|layer| layer.id == *profile)
        };
        if QUOTED.iter().any(is_quoted) { clause } else { "" }
    }

    /// The value used for a key no layer states, in words; `None` where there is no rule then.
    pub fn assumed(&self, key: &str) -> Option<String> {
        let count = match key {
            "条屏简称字数" => self.short_name_chars(),
            _ => return None,
        };
        self.origin(key).is_none().then(|| count.to_string())
    }

    /// Calendar days before a holiday or other hours that the public is informed; 7 if not stated. No clause asks for
    /// it.
    pub fn holiday_notice(&self) -> u32 {
        number(self.states.holiday_notice, 7)
    }

    /// Most characters of a strip's short name; 8 if not stated.
    pub fn short_name_chars(&self) -> u32 {
        number(self.states.short_name_chars, 8)
    }

    /// What the hall's regulation calls a form, else its plain name.
    pub fn form_name(&self, kind: FormKind) -> &str {
        let named = self.states.form_names.iter().find(|named| named.kind == kind);
        named.map_or(kind.word(), |named| &named.name)
    }

    /// Whether the effective day itself counts as a working day of the period.
    pub fn count_effective_day(&self) -> bool {
        asks(self.states.count_effective_day)
    }
}

fn number(stated: Option<Count>, default: u32) -> u32 {
    stated.map_or(default, |count| count.0)
}

/// Whether a profile asks for something: it says 是.
pub fn asks(stated: Option<YesNo>) -> bool {
    stated.is_some_and(|yes| yes.0)
}
