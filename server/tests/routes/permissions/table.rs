use axum::http::Method;

use super::actors::{Actor, group};

/// Read when the tests run, so that another row compiles nothing anew.
const FILE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/routes/permissions/permissions.txt"
);

/// `permissions.txt`, which says itself how it is written.
pub struct Table {
    pub rows: Vec<Row>,
    /// Names of fields, each with something that fits.
    examples: Vec<(String, String)>,
}

/// Who may call an address.
pub struct Row {
    /// Its line in the file.
    pub line: usize,
    pub who: &'static [Actor],
    pub method: Method,
    /// As the router has it: `/tid/{service}`.
    pub path: String,
    /// The row's own examples, stronger than those of the table.
    pub own: Vec<(String, String)>,
}

impl Table {
    pub fn read() -> Self {
        let mut table = Self {
            rows: Vec::new(),
            examples: Vec::new(),
        };
        let text = std::fs::read_to_string(FILE).unwrap();
        for (index, line) in text.lines().enumerate() {
            let words: Vec<_> = line.split_whitespace().collect();
            match words[..] {
                [] => {}
                [first, ..] if first.starts_with('#') => {}
                ["example", example] => table.examples.push(field(example)),
                [who, method, path] => table.rows.push(Row::read(index + 1, who, method, path, "")),
                [who, method, path, fields] => {
                    table.rows.push(Row::read(index + 1, who, method, path, fields));
                }
                _ => panic!("permissions.txt, line {}: this is no row: {line}", index + 1),
            }
        }
        table
    }

    /// The table with an example of one's own for a field.
    pub fn with_example(mut self, name: &str, example: &str) -> Self {
        self.examples.retain(|(other, _)| other != name);
        self.examples.push((name.to_owned(), example.to_owned()));
        self
    }
}

impl Row {
    fn read(line: usize, who: &str, method: &str, path: &str, fields: &str) -> Self {
        let who =
            group(who).unwrap_or_else(|| panic!("permissions.txt, line {line}: there is no group {who}"));
        Self {
            line,
            who,
            method: method.parse().unwrap(),
            path: path.to_owned(),
            own: fields
                .split('&')
                .filter(|text| !text.is_empty())
                .map(field)
                .collect(),
        }
    }

    /// The path with examples in the places of its parameters.
    pub fn address(&self, table: &Table) -> String {
        let segments = self.path.split('/').map(|segment| {
            let name = segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
            let Some(name) = name else {
                return segment.to_owned();
            };
            let name = name.trim_start_matches('*');
            let example = self.fields(table).find(|(field, _)| field == name);
            let (_, example) = example
                .unwrap_or_else(|| panic!("permissions.txt, line {}: write what {{{name}}} is", self.line));
            example
        });
        segments.collect::<Vec<_>>().join("/")
    }

    /// Every field that is known, the row's own first: a function leaves alone what it does not know.
    pub fn fields(&self, table: &Table) -> impl Iterator<Item = (String, String)> {
        let is_own = |name: &str| self.own.iter().any(|(own, _)| own == name);
        let others = table.examples.iter().filter(move |(name, _)| !is_own(name));
        let fields: Vec<_> = self.own.iter().chain(others).cloned().collect();
        fields.into_iter()
    }
}

fn field(text: &str) -> (String, String) {
    let (name, example) = text.split_once('=').unwrap_or((text, ""));
    (name.to_owned(), example.to_owned())
}
