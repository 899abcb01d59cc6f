//! A site's own templates, with faults.

use super::site::{MOMENT, Site};

/// A template that a build of the base site fills in; the site's own one has this path.
const TEMPLATE: &str = "signage/strip.svg";

#[test]
fn a_name_that_is_not_there_is_shown_in_the_template() {
    let site = Site::base();
    site.build().ends(0);
    let before = site.release();
    site.write(TEMPLATE, "<svg xmlns=\"http://www.w3.org/2000/svg\">\n  <g>好{{ nosuch.thing }}</g>\n</svg>\n");
    let ran = site.build().ends(1).says("signage/strip.svg").says("没有发布").says("nosuch").says("^");
    assert!(ran.err.contains("signage/strip.svg:2:") && ran.err.contains("第 2 行"), "{}", ran.err);
    assert!(site.release() == before);

    let json = site.build_with(&["--format", "json"]).ends(1).json_lines();
    assert_eq!((&json[0]["rule"], &json[0]["line"]), (&"template".into(), &2.into()));
    assert!(json[0]["value"].as_str().unwrap().contains("nosuch"), "{}", json[0]);
    assert!(json[0]["message"]["en"].as_str().unwrap().contains("line 2"), "{}", json[0]);
    site.remove(TEMPLATE);
    assert_eq!(site.counts()["written"], 0);
}

#[test]
fn a_syntax_error_is_shown_in_the_template() {
    let site = Site::base();
    site.write(TEMPLATE, "<svg>\n{{ 1 + }}\n</svg>\n");
    for command in ["build", "check"] {
        let ran = site.run(&[command, "--as-of", MOMENT]).ends(1).says("signage/strip.svg:2:").says("^");
        assert!(ran.err.contains("模板"), "{}", ran.err);
    }
    assert!(!site.path("preview/public").exists() || super::site::files(&site.path("preview/public")).is_empty());
}

#[test]
fn a_template_nobody_uses_is_checked_too() {
    let site = Site::base();
    site.write("layouts/own.html", "{% if x %}");
    site.write("layouts/more.html", "{{ x | nosuchfilter }}");
    site.run(&["check", "--as-of", MOMENT]).ends(1).says("layouts/own.html");
    site.remove("layouts/own.html");
    site.run(&["check", "--as-of", MOMENT]).ends(1).says("layouts/more.html:1:").says("nosuchfilter");
}

#[test]
fn pages_are_judged_like_pictures() {
    let site = Site::base();
    for (template, page) in
        [("layouts/matter.html", "matters/rsj-shebaoka.html"), ("signage/player.html", "signage/s/w-a01/index.html")]
    {
        let outputs = site.run(&["list", "jobs", "--as-of", MOMENT, "--format", "json"]).ends(0).out;
        if !outputs.contains(page) {
            assert_ne!(template, "signage/player.html", "there are always screens");
            continue;
        }
        site.write(template, "<!doctype html>\n<title>{{ nosuch.thing }}</title>\n</html>\n");
        site.build().ends(1).says(&format!("{template}:2:")).says("nosuch").says("没有发布");
        site.remove(template);
    }
}
