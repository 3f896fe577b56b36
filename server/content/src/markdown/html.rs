//! HTML from Markdown that has been checked. Raw HTML is dropped here too, whatever the check said.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::locale::Locale;
use domain::municipality::Municipality;
use pulldown_cmark::{CowStr, Event, Tag, TagEnd, html::push_html};

use super::placeholders::{escape, fill};
use super::{Piece, block_length, picture_paragraph, task_kind};
use crate::pictures::Pictures;

/// A text as HTML, once for each language of the page it may be shown on: links lead to pages in the reader's language,
/// though the text itself may be the Danish original.
#[derive(Debug)]
pub(crate) struct Html(BTreeMap<Locale, Arc<str>>);

impl Html {
    /// Renders some pieces. Tasks are left out: they are no part of the text.
    pub(crate) fn render(pieces: &[Piece], pictures: &Pictures) -> Self {
        let mut renderings: BTreeMap<_, Arc<str>> = BTreeMap::new();
        for shown in Locale::ALL {
            let html = render(pieces, pictures, shown);
            // Most texts have no links into our own pages, and are the same for every reader: they are kept once.
            let same = renderings.values().find(|other| ***other == *html).cloned();
            renderings.insert(shown, same.unwrap_or_else(|| html.into()));
        }
        Self(renderings)
    }

    /// The HTML for a page in this language, with the municipality's words filled in.
    pub(crate) fn show(&self, shown: Locale, municipality: &Municipality) -> String {
        self.0
            .get(&shown)
            .map(|html| fill(html, municipality))
            .unwrap_or_default()
    }

    /// The HTML for a page in this language, as it is written.
    pub(crate) fn plain(&self, shown: Locale) -> String {
        self.0.get(&shown).map(ToString::to_string).unwrap_or_default()
    }
}

fn render(pieces: &[Piece], pictures: &Pictures, shown: Locale) -> String {
    let mut renderer = Renderer {
        pictures,
        shown,
        quotes: Vec::new(),
        events: Vec::with_capacity(pieces.len()),
    };
    let mut rest = pieces;
    while !rest.is_empty() {
        rest = &rest[renderer.take(rest)..];
    }
    let mut html = String::new();
    push_html(&mut html, renderer.events.into_iter());
    html
}

struct Renderer<'a> {
    pictures: &'a Pictures,
    shown: Locale,
    /// The quotes that are open.
    quotes: Vec<Quote>,
    events: Vec<Event<'a>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Quote {
    Plain,
    /// A paragraph to watch out for.
    Note,
}

impl<'a> Renderer<'a> {
    /// Renders what comes first and returns how many pieces that took.
    fn take(&mut self, pieces: &[Piece<'a>]) -> usize {
        if let Some(picture) = picture_paragraph(pieces) {
            self.push_html(figure(self.pictures, &picture.name, &picture.alt));
            return picture.pieces;
        }
        if task_kind(&pieces[0]).is_some() {
            return block_length(pieces);
        }
        self.take_event(pieces);
        1
    }

    fn take_event(&mut self, pieces: &[Piece<'a>]) {
        match &pieces[0].event {
            Event::Start(Tag::BlockQuote(_)) => self.open_quote(pieces),
            Event::End(TagEnd::BlockQuote(kind)) => match self.quotes.pop() {
                Some(Quote::Note) => self.push_html("</div>\n".to_owned()),
                _ => self.events.push(Event::End(TagEnd::BlockQuote(*kind))),
            },
            Event::Start(Tag::Link { dest_url, .. }) => {
                let tag = link(dest_url, self.shown);
                self.events.push(Event::InlineHtml(CowStr::from(tag)));
            }
            Event::Start(Tag::Heading { level, id, .. }) => self.events.push(Event::Start(Tag::Heading {
                level: *level,
                id: id.clone(),
                classes: Vec::new(),
                attrs: Vec::new(),
            })),
            Event::Html(_) | Event::InlineHtml(_) => {}
            event => self.events.push(event.clone()),
        }
    }

    fn open_quote(&mut self, pieces: &[Piece<'a>]) {
        let begins_bold = matches!(
            pieces.get(1..3),
            Some([
                Piece {
                    event: Event::Start(Tag::Paragraph),
                    ..
                },
                Piece {
                    event: Event::Start(Tag::Strong),
                    ..
                }
            ])
        );
        if begins_bold {
            self.quotes.push(Quote::Note);
            self.push_html("<div class=\"note\" role=\"note\">\n".to_owned());
        } else {
            self.quotes.push(Quote::Plain);
            self.events.push(Event::Start(Tag::BlockQuote(None)));
        }
    }

    fn push_html(&mut self, html: String) {
        self.events.push(Event::Html(CowStr::from(html)));
    }
}

fn figure(pictures: &Pictures, name: &str, alt: &str) -> String {
    let src = escape(&pictures.address(name));
    let alt = escape(alt);
    format!(
        "<figure><img src=\"{src}\" alt=\"{alt}\" width=\"240\" height=\"180\" loading=\"lazy\"></figure>\n"
    )
}

fn link(address: &str, shown: Locale) -> String {
    if address.starts_with('/') {
        return format!("<a href=\"{}\">", escape(&shown.path(address)));
    }
    let is_external = address.starts_with("http://") || address.starts_with("https://");
    let rel = if is_external { " rel=\"noopener\"" } else { "" };
    format!("<a href=\"{}\"{rel}>", escape(address))
}
