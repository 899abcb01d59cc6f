//! Draws everything printed of a site to a folder, to be looked at: `SITE=… OUT=… WHEN=2026-10-09T09:00 cargo test --test draw_print -- --ignored`.

use hallpress::diag::Lang;
use hallpress::model::When;
use hallpress::plan::{self, Form};
use hallpress::project::Project;
use hallpress::text::Fonts;
use std::path::Path;

#[test]
#[ignore = "for looking at"]
fn draw() {
    let var = |name: &str, default: &str| std::env::var(name).unwrap_or_else(|_| default.to_owned());
    let project = Project::open(Path::new(&var("SITE", ".")));
    let moment = var("WHEN", "2026-10-12T09:00").parse().unwrap();
    let when = When { moment, horizon_days: 14 };
    let checked = project.check(when, false);
    let hall = checked.hall.expect("a hall");
    let engine = project.engine().unwrap_or_else(|found| panic!("{found:#?}"));
    let only = var("ONLY", "");
    let (mut jobs, findings) = plan::boards::jobs(&hall, when, Fonts::embedded());

    jobs.extend(plan::notices_print::jobs(&hall, when, Fonts::embedded()).0);
    for finding in &findings {
        println!("{:?} {} {}", finding.severity, finding.rule.id, finding.message.get(Lang::Zh));
    }
    let out = var("OUT", "/tmp/out-print");
    for job in jobs.iter().filter(|j| only.split(',').any(|o| j.path.contains(o))) {
        let bytes = engine.render(job, &job.view).unwrap_or_else(|found| panic!("{found:#?}"));
        let path = Path::new(&out).join(&job.path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &bytes).unwrap();
        if let Form::Print { .. } = job.form {
            println!("{} {}", job.path, bytes.len());
        }
    }
}
