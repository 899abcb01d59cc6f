//! From a value's path to its bytes.

use super::shape::Shape;
use super::tree::{self, Node, NodeKind};
use crate::diag::{Place, Seg, Spot};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

/// What is known of the documents that were read, and the trees of those that were blamed.
#[derive(Debug, Default)]
pub(super) struct Documents(Mutex<BTreeMap<Arc<str>, ParsedDocument>>);

struct ParsedDocument {
    shape: Shape,
    /// The YAML part of the file.
    range: Range<usize>,
    /// Parsed when the first value of the file is blamed.
    tree: Option<Arc<Option<Node>>>,
}

impl std::fmt::Debug for ParsedDocument {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Document").field("range", &self.range).finish_non_exhaustive()
    }
}

impl Documents {
    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<Arc<str>, ParsedDocument>> {
        // A panic of another thread cannot leave the map half changed.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn extend(&mut self, other: Self) {
        let theirs = other.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        self.lock().extend(theirs);
    }

    /// Notes the shape of the document at `path`; `range` is its YAML.
    pub(super) fn register(&self, path: &str, shape: Shape, range: Range<usize>) {
        self.lock().insert(path.into(), ParsedDocument { shape, range, tree: None });
    }

    /// The bytes of `text`, that of its file, which `place` means; see [`Sources::locate`](super::Sources::locate).
    pub(super) fn locate(&self, place: &Place, text: &str) -> Option<Range<usize>> {
        match &place.spot {
            Spot::File => None,
            Spot::Bytes { start, end } => Some(*start..*end),
            Spot::Value(path) => {
                let (tree, shape) = self.tree(&place.file, text);
                Some(walk(tree.as_ref().as_ref()?, shape, &path.0))
            }
        }
    }

    fn tree(&self, path: &str, text: &str) -> (Arc<Option<Node>>, Option<Shape>) {
        let mut documents = self.lock();
        let Some(document) = documents.get_mut(path) else {
            return (Arc::new(tree::parse(text, 0).root), None);
        };
        let range = document.range.clone();
        let tree = document.tree.get_or_insert_with(|| {
            let part = text.get(range.clone()).unwrap_or("");
            Arc::new(tree::parse(part, range.start).root)
        });
        (tree.clone(), Some(document.shape))
    }
}

fn walk(root: &Node, shape: Option<Shape>, path: &[Seg]) -> Range<usize> {
    let mut node = root;
    let mut shape = shape;
    let mut blame = root.blame();
    for seg in path {
        let next = match (seg, &node.kind) {
            (Seg::Index(n), NodeKind::List(items)) => items.get(*n).inspect(|item| {
                blame = item.blame();
                shape = shape.and_then(|shape| if let Shape::List(item) = shape { Some(item()) } else { None });
            }),
            (Seg::Key(key), NodeKind::Map(entries)) => {
                let field = match shape {
                    Some(Shape::Record(fields)) => fields.iter().find(|field| field.key == *key),
                    _ => None,
                };
                let named = |text: &str| text == *key || field.is_some_and(|field| field.alias == text);
                entries.iter().find(|(name, _)| name.text().is_some_and(named)).map(|(name, value)| {
                    let shows = matches!(value.kind, NodeKind::Scalar { .. }) && !value.range.is_empty();
                    blame = if shows { value.range.clone() } else { name.range.clone() };
                    shape = field.map(|field| (field.shape)());
                    value
                })
            }
            _ => None,
        };
        match next {
            Some(next) => node = next,
            None => return blame,
        }
    }
    blame
}
