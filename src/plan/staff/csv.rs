//! Lists for spreadsheets: RFC 4180, with a byte order mark so that Excel reads UTF-8.

/// A table as CSV: every field quoted, lines ended by CRLF. What a spreadsheet would run as a formula is made text by
/// an apostrophe before it. Every row has as many fields as there are heads.
pub(in crate::plan) fn csv<'h, R: AsRef<[String]>>(
    heads: impl AsRef<[&'h str]>,
    rows: impl IntoIterator<Item = R>,
) -> Vec<u8> {
    let mut text = String::from("\u{feff}");
    let mut line = |cells: &mut dyn Iterator<Item = &str>| {
        let cells: Vec<String> = cells.map(field).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    };
    line(&mut heads.as_ref().iter().copied());
    for row in rows {
        line(&mut row.as_ref().iter().map(String::as_str));
    }
    text.into_bytes()
}

fn field(text: &str) -> String {
    // Full-width signs begin formulas too where the input method types them.
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let guard = if is_formula { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::csv;

    #[test]
    fn an_independent_reader_gets_every_field_back() {
        let rows = [
            ["甲,乙".to_owned(), "引\"号".to_owned()],
            ["两\n行".to_owned(), String::new()],
            ["=HYPERLINK(\"x\")".to_owned(), "-1".to_owned()],
            ["＝1".to_owned(), "@sum".to_owned()],
        ];
        let bytes = csv(["一", "二"], rows);
        let text = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
        let mut reader = csv_reader::ReaderBuilder::new().has_headers(false).from_reader(text);
        let read: Vec<Vec<String>> =
            reader.records().map(|record| record.expect("a record").iter().map(str::to_owned).collect()).collect();
        let expected =
            [["一", "二"], ["甲,乙", "引\"号"], ["两\n行", ""], ["'=HYPERLINK(\"x\")", "'-1"], ["'＝1", "'@sum"]];
        assert_eq!(read, expected);
        assert_eq!(text.iter().filter(|b| **b == b'\r').count(), 5, "CRLF after each record, none inside");
    }
}
