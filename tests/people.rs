//! Personal data of the people at the windows stays out of the public tree.

use crate::support::root;
use hallpress::model::When;
use hallpress::plan::output::{Form, Tree};
use hallpress::project::Project;
use jiff::civil::date;

#[test]
fn nobody_at_a_window_is_named_in_public() {
    let project = Project::open(&root().join("tests/sites/wuhai"));
    let when = When { moment: date(2026, 10, 12).at(9, 0, 0, 0), horizon_days: 14 };
    let checked = project.check(when, false);
    let hall = checked.hall.unwrap();
    assert!(hall.staff.len() > 10);
    let mut cards = 0;
    for output in &checked.plan.all_outputs() {
        let view = serde_json::to_string(&output.view).unwrap();
        let bytes = match &output.form {
            Form::Asset(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            _ => String::new(),
        };
        for person in &hall.staff {
            let (name, number) = (person.written.name.as_deref().unwrap(), &person.written.id);
            let named = [&view, &bytes].iter().any(|text| text.contains(name) || text.contains(number.as_str()));
            // In print are their badges and cards; the register of whose filing is recorded (X3.5a) is the office's own.
            let is_register = output.tree == Tree::Staff && output.path == "registers.html";
            assert!(!named || output.tree == Tree::Print || is_register, "{} names {name}", output.path);
            cards += usize::from(named);
        }
    }
    assert!(cards >= hall.staff.len(), "every person has a card in print");
}
