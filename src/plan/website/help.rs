//! Help for those who need it, self-service, facilities.

use super::frame::{self, Frame};
use super::nearby::is_nearby;
use super::parts::{Heading, Link, Listing};
use super::site::Site;
use super::venue::{self, PointView};
use crate::content::site::RawApp;
use crate::content::{FacilityKind, PointKind};
use crate::plan::url;
use crate::plan::view::View;
use crate::plan::words::punctuation::fullwidth_punctuation;
use crate::text::qr::fits_qr;
use serde::Serialize;

/// Its line on the hub.
pub(super) const LISTING: Listing =
    Listing::new(Heading::Visit, "便民服务和设施", url::HELP, "优先服务、自助服务区、母婴室等在哪里。");

/// `help.html`: people who go first, service at home, the 24-hour zone, things to borrow and to use.
#[derive(Clone, Debug, Serialize)]
pub struct HelpPage {
    /// The frame.
    pub frame: Frame,
    /// Who is served first, how, and whom to call (W2.2.3).
    pub priority: Vec<HelpView>,
    /// Applications for phones (N2.3.2).
    pub apps: Vec<AppView>,
    /// Self-service: zones with services and hours, devices out of order (Y3.2.4).
    pub zones: Vec<PointView>,
    /// What there is on which floor.
    pub facilities: Vec<FacilityRow>,
}

impl View for HelpPage {}

/// An application for phones.
#[derive(Clone, Debug, Serialize)]
pub struct AppView {
    /// Its name.
    pub name: String,
    /// Its address, for its QR code.
    pub code: String,
}

/// A service for people who need it.
#[derive(Clone, Debug, Serialize)]
pub struct HelpView {
    /// `绿色通道`
    pub name: String,
    /// Whom it is for.
    pub whom: Vec<String>,
    /// How.
    pub about: String,
    /// Whom to call.
    pub phone: Option<String>,
    /// The document that says so.
    pub source: Option<String>,
}

/// A kind of facility and the floors that have it.
#[derive(Clone, Debug, Serialize)]
pub struct FacilityRow {
    /// `母婴室`
    pub name: String,
    /// The floors' pages.
    pub floors: Vec<Link>,
}
/// Help for those who need it, self-service, facilities.
pub(super) fn help_page(cx: &Site) -> HelpPage {
    let care = cx.hall.site.care.iter().map(|care| HelpView {
        name: fullwidth_punctuation(&care.name),
        whom: care.whom.iter().map(|line| fullwidth_punctuation(line)).collect(),
        about: fullwidth_punctuation(&care.about),
        phone: care.phone.clone(),
        source: care.source.as_deref().map(fullwidth_punctuation),
    });
    HelpPage {
        frame: frame::service_frame(cx, &LISTING),
        priority: care.collect(),
        apps: cx.hall.site.apps.iter().filter_map(app).collect(),
        zones: venue::points(cx, |point| point.written.kind == PointKind::SelfService && !is_nearby(point)),
        facilities: FacilityKind::ALL.iter().filter_map(|kind| facility_row(cx, *kind)).collect(),
    }
}

fn facility_row(cx: &Site, kind: FacilityKind) -> Option<FacilityRow> {
    let floors = cx.hall.floors.iter().filter(|floor| venue::stands(cx, floor));
    let having = floors.filter(|floor| floor.facilities.iter().any(|f| f.kind == kind));
    let floors: Vec<Link> = having.map(|floor| Link::written(&floor.name, &url::floor(&floor.id))).collect();
    (!floors.is_empty()).then(|| FacilityRow { name: kind.word().to_owned(), floors })
}

/// An application for phones with the code of its address; none where the address fits in no code.
fn app(app: &RawApp) -> Option<AppView> {
    fits_qr(&app.url).then(|| AppView { name: fullwidth_punctuation(&app.name), code: app.url.clone() })
}
