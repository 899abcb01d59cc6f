//! From a view to bytes: templates, pictures, print. Pure: no disk, no clock, no system font; the same input gives the
//! same bytes on every run and any number of threads.

pub mod docx;
pub mod engine;
pub mod gate;
pub mod pdf;
pub mod picture;
pub mod template;

pub use crate::text::qr::{QrError, QrPath, qr_svg_path};
pub use engine::{Engine, defect};
pub use gate::DrawError;
pub use pdf::{PdfMeta, PdfPage, pdf};
pub use picture::{Pixels, encode, pixels, png};
pub use template::{TemplateError, TemplateFault, Templates};
