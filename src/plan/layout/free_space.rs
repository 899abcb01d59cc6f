//! Free room between obstacles: where a label can be placed on a plan.

/// A rectangle, y down, any unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Rect {
    /// From its left, top, width and height.
    pub fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width, height }
    }

    /// A square of this side around a centre.
    pub fn around(centre: (f64, f64), side: f64) -> Self {
        Self::new(centre.0 - side / 2.0, centre.1 - side / 2.0, side, side)
    }

    /// Right edge.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Bottom edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(&self, other: &Rect) -> bool {
        const TOUCH: f64 = 1e-6;
        self.x + TOUCH < other.right()
            && other.x + TOUCH < self.right()
            && self.y + TOUCH < other.bottom()
            && other.y + TOUCH < self.bottom()
    }

    /// Whether `other` is wholly inside.
    pub fn contains(&self, other: &Rect) -> bool {
        self.x <= other.x && self.y <= other.y && other.right() <= self.right() && other.bottom() <= self.bottom()
    }

    /// Smaller by `margin` on every side.
    #[must_use]
    pub fn inset(&self, margin: f64) -> Self {
        Self::new(self.x + margin, self.y + margin, self.width - 2.0 * margin, self.height - 2.0 * margin)
    }
}

/// The maximal empty rectangles of `room` between `obstacles`: none can grow on any side. `room` itself when there is
/// nothing in it.
pub fn free_rects(room: Rect, obstacles: &[Rect]) -> Vec<Rect> {
    let inside: Vec<&Rect> = obstacles.iter().filter(|o| o.overlaps(&room)).collect();
    let mut tops = vec![room.y];
    tops.extend(inside.iter().map(|o| o.bottom()).filter(|y| *y < room.bottom()));
    let mut bottoms = vec![room.bottom()];
    bottoms.extend(inside.iter().map(|o| o.y).filter(|y| *y > room.y));
    sort(&mut tops);
    sort(&mut bottoms);
    let mut free: Vec<Rect> = Vec::new();
    for &top in &tops {
        for &bottom in bottoms.iter().filter(|b| **b > top) {
            // Between these two edges only the gaps left and right of the obstacles are empty.
            let mut blocked: Vec<(f64, f64)> =
                inside.iter().filter(|o| o.y < bottom && o.bottom() > top).map(|o| (o.x, o.right())).collect();
            blocked.sort_by(|a, b| a.0.total_cmp(&b.0));
            let mut left = room.x;
            for (from, to) in blocked.into_iter().chain([(room.right(), room.right())]) {
                if from > left {
                    free.push(Rect::new(left, top, from - left, bottom - top));
                }
                left = left.max(to);
            }
        }
    }
    let all = free.clone();
    free.retain(|r| !all.iter().any(|o| o != r && o.contains(r)));
    free
}

fn sort(edges: &mut Vec<f64>) {
    edges.sort_by(f64::total_cmp);
    edges.dedup();
}

#[cfg(test)]
mod tests {
    use super::{Rect, free_rects};

    #[test]
    fn an_empty_room_is_one_rectangle() {
        let room = Rect::new(0.0, 0.0, 10.0, 4.0);
        assert_eq!(free_rects(room, &[Rect::new(20.0, 0.0, 1.0, 1.0)]), [room]);
    }

    #[test]
    fn rectangles_end_at_obstacles_and_never_overlap_them() {
        let room = Rect::new(0.0, 0.0, 10.0, 6.0);
        let obstacles = [Rect::new(1.0, 1.0, 2.0, 1.0), Rect::new(6.0, 0.0, 2.0, 2.0)];
        let free = free_rects(room, &obstacles);
        assert!(free.contains(&Rect::new(0.0, 2.0, 10.0, 4.0)));
        for rect in &free {
            assert!(room.contains(rect));
            assert!(obstacles.iter().all(|o| !o.overlaps(rect)), "{rect:?}");
        }
    }
}
