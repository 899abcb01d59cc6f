//! Forms as Word documents for the staff, prefilled from the records; what no record says is left blank.
//!
//! Their fields are those the regulation names; where it does not give the layout, the form says so. They are not
//! public, for some name people to talk to, but for the blanks of what a window hands to applicants.

mod dispatch;
mod file;
mod matters;
mod print_order;
mod records;
mod sheet;
mod windows;

pub use file::FormFile;

use super::Offices;
use super::handover::PrintPiece;
use crate::content::FormKind;
use crate::model::matter_change::MatterChange;
use crate::model::time::midnight;
use crate::model::{Grounds, Hall};
use crate::plan::bundle::Bundle;
use crate::plan::input::Inputs;
use crate::plan::notices::list::Publication;
use crate::plan::output::{Form as Made, Output, Rank, Tree};
use crate::plan::url;
use crate::plan::view::View;
use file::FormView;
use jiff::civil::Date;
use std::sync::Arc;

/// Every form as of `day`: those of records until the day the record takes effect, the sheets of texts that are to be
/// issued, what is to be printed, the others always.
pub fn forms(hall: &Hall, pending: &[Publication], pieces: &[PrintPiece], day: Date) -> Vec<FormFile> {
    let offices = Offices::of(hall);
    let mut all = Vec::new();
    let coming = hall.changes.iter().filter(|change| !change.revoked && change.effective() >= day);
    all.extend(coming.filter_map(|change| windows::form(hall, &offices, change)));
    all.extend(pending.iter().map(|told| dispatch::dispatch(hall, told)));
    all.extend((!pieces.is_empty()).then(|| print_order::print_order(hall, pieces, day)));
    let open = hall.matter_changes.iter().filter(|change| is_open(hall, change, day));
    all.extend(open.map(|change| records::matter_change(hall, &offices, change)));
    let coming = hall.campaigns.iter().filter(|c| c.written.from.is_none_or(|from| from.0 >= day));
    all.extend(coming.map(|campaign| records::campaign(hall, &offices, campaign)));
    all.extend(matters::check_sheets(hall, &offices));
    all.push(matters::sample(hall, &offices, day));
    all.push(matters::refusal(hall));
    all.push(matters::complaint(hall, &offices));
    all.extend(matters::supplements(hall));
    all
}

/// Whether a change of a matter still has to be filed or entered into the platform on `day`; one whose days cannot be
/// counted counts as open.
fn is_open(hall: &Hall, change: &MatterChange, day: Date) -> bool {
    let due = [change.filing_due(hall), change.update_due(hall)];
    due.into_iter().any(|due| due.map_or(true, |due| due.is_some_and(|due| due >= day))) || change.happened() >= day
}

/// The forms as bundles: each is made when it is drawn.
pub(in crate::plan) fn bundles(hall: &Arc<Hall>, forms: Vec<FormFile>, inputs: &Inputs) -> Vec<Bundle> {
    let bundle = |form: FormFile| {
        let (hall, paths, origin) = (Arc::clone(hall), vec![form.path.clone()], form.origin.clone());
        Bundle::new(Tree::Staff, paths, inputs.everything(), origin, move || vec![output(&hall, &form)])
    };
    forms.into_iter().map(bundle).collect()
}

/// What a window hands to applicants, for everybody to look at before, blank (Y2.2.2c, Y2.2.4a), and its address, which is
/// that of the staff's own.
pub(in crate::plan) fn public_blanks(hall: &Grounds) -> [(&str, String); 2] {
    [(FormKind::Supplement, matters::SUPPLEMENT), (FormKind::Refusal, matters::REFUSAL)]
        .map(|(kind, stem)| (hall.profile.form_name(kind), url::form(stem)))
}

/// The outputs of the public blanks: they say nothing of anybody.
pub(in crate::plan) fn public_outputs(hall: &Hall) -> Vec<Output> {
    let forms = [matters::blank_supplement(hall), matters::refusal(hall)];
    forms.iter().map(|form| Output { tree: Tree::Public, ..output(hall, form) }).collect()
}

fn output(hall: &Hall, form: &FormFile) -> Output {
    let (template, view): (_, Arc<dyn View>) = match &form.view {
        FormView::Form(form) => ("documents/form.xml", Arc::new(form.clone())),
        FormView::Letter(letter) => ("documents/announcement.xml", Arc::new(letter.clone())),
        FormView::Supplement(id) => ("documents/form.xml", Arc::new(matters::supplement(hall, Some(hall.matter(*id))))),
    };
    let (title, dated) = (form.title.clone(), form.dated.map(midnight));
    Output {
        tree: Tree::Staff,
        path: form.path.clone(),
        rank: Rank::Media,
        form: Made::Document { template, title, dated },
        view,
        origin: form.origin.clone(),
        listed: None,
    }
}

#[cfg(test)]
mod tests {
    use super::{FormFile, forms};
    use crate::content::Content;
    use crate::plan::sample;
    use jiff::civil::date;

    #[test]
    fn a_form_says_what_the_hall_writes_in_place_of_the_programs_words() {
        let own = "{表单: {出具单位: \"开具部门\\n（公章）\"}, 不予办理通知书: {导语: '您在{大厅}的申请不予办理：'}}";
        let own = Some(sample::doc("content/words/wording.yaml", own));
        let hall = sample::resolved(&Content { wording: own, ..sample::content() });
        let refusal = |form: &FormFile| form.path.ends_with("refusal.docx");
        let form = forms(&hall, &[], &[], date(2026, 10, 1)).into_iter().find(refusal);
        let said = format!("{:?}", form.map(|form| form.view));
        assert!(said.contains("您在银川市民大厅的申请不予办理："), "{said}");
        assert!(said.contains(r#"["开具部门", "（公章）"]"#), "{said}");
        assert!(said.contains(r#"["受理单位"]"#), "{said}");
    }
}
