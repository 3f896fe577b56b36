//! The forms of a page, as a browser without JavaScript sees them.

/// A form and what stands in it.
#[derive(Debug, Clone)]
pub struct PageForm {
    /// Where it is sent.
    pub action: String,
    pub fields: Vec<Field>,
}

/// A field that a browser sends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    pub name: String,
    pub value: String,
    pub kind: FieldKind,
}

/// How a field is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    /// Somebody types into it; with the input's type, or `textarea`.
    Typed(String),
    /// A list, a box, a button or a hidden field: a browser sends nothing but what the page offers.
    Chosen,
}

impl Field {
    pub fn is_typed(&self) -> bool {
        matches!(self.kind, FieldKind::Typed(_))
    }
}

/// The forms that change something.
pub fn page_forms(page: &str) -> Vec<PageForm> {
    let forms = elements(page, "form");
    forms
        .filter(|(tag, _)| attribute(tag, "method").is_some_and(|method| method.eq_ignore_ascii_case("post")))
        .filter_map(|(tag, inside)| {
            Some(PageForm {
                action: attribute(tag, "action")?,
                fields: fields(inside),
            })
        })
        .collect()
}

/// What stands in the fields of a form.
fn fields(form: &str) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for (tag, _) in elements(form, "input") {
        let kind = attribute(tag, "type").unwrap_or_else(|| "text".to_owned());
        let value = attribute(tag, "value").unwrap_or_default();
        match &*kind {
            "radio" | "checkbox" if !has_flag(tag, "checked") => {}
            "radio" | "checkbox" | "hidden" => add(&mut fields, tag, value, FieldKind::Chosen),
            "file" | "submit" | "password" => {}
            _ => add(&mut fields, tag, value, FieldKind::Typed(kind)),
        }
    }
    for (tag, text) in elements(form, "textarea") {
        add(
            &mut fields,
            tag,
            unescaped(text),
            FieldKind::Typed("textarea".to_owned()),
        );
    }
    for (tag, options) in elements(form, "select") {
        let options: Vec<_> = elements(options, "option").collect();
        let selected = options
            .iter()
            .find(|(option, _)| has_flag(option, "selected"))
            .or(options.first());
        let value = selected
            .and_then(|(option, _)| attribute(option, "value"))
            .unwrap_or_default();
        add(&mut fields, tag, value, FieldKind::Chosen);
    }
    if let Some((tag, _)) = elements(form, "button").find(|(tag, _)| attribute(tag, "name").is_some()) {
        add(
            &mut fields,
            tag,
            attribute(tag, "value").unwrap_or_default(),
            FieldKind::Chosen,
        );
    }
    fields
}

fn add(fields: &mut Vec<Field>, tag: &str, value: String, kind: FieldKind) {
    if let Some(name) = attribute(tag, "name") {
        fields.push(Field { name, value, kind });
    }
}

/// The elements of a name: the inside of each opening tag, and what stands up to the end tag.
fn elements<'a>(page: &'a str, name: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let (begin, end) = (format!("<{name}"), format!("</{name}>"));
    let mut rest = page;
    std::iter::from_fn(move || {
        loop {
            let (_, after) = rest.split_once(&*begin)?;
            rest = after;
            if after.starts_with([' ', '>', '/']) {
                let (tag, inside) = after.split_once('>')?;
                return Some((tag, inside.split(&*end).next().unwrap_or(inside)));
            }
        }
    })
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(unescaped(rest.split('"').next()?))
}

fn has_flag(tag: &str, name: &str) -> bool {
    tag.split_whitespace()
        .any(|part| part == name || part.starts_with(&format!("{name}=")))
}

fn unescaped(text: &str) -> String {
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ]
    .into_iter()
    .fold(text.to_owned(), |text, (entity, sign)| text.replace(entity, sign))
}
