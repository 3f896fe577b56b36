//! What there is to read on the page: sentences, and where they stand.

use std::ops::Range;

use domain::reading::sentences;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node, Text};

/// A sentence on the page.
#[derive(Debug, Clone)]
pub struct Passage {
    pub text: String,
    /// Tag of the language it is in.
    pub language: String,
    pub place: web_sys::Range,
}

/// Every sentence of what is marked to be read and can be seen, in the order of the page.
pub fn passages() -> Vec<Passage> {
    let mut collector = Collector::default();
    if let Ok(marked) = document().query_selector_all("main [data-read]") {
        let elements = (0..marked.length()).filter_map(|index| marked.item(index)?.dyn_into().ok());
        elements
            .filter(is_read_by_itself)
            .for_each(|element: Element| collector.read(&element));
    }
    collector.passages
}

/// Whether a marked element can be seen, and is no part of another one.
fn is_read_by_itself(element: &Element) -> bool {
    let is_within = |selector| matches!(element.closest(selector), Ok(Some(_)));
    let is_shown = element
        .dyn_ref::<HtmlElement>()
        .is_some_and(|element| element.offset_height() > 0);
    is_shown && !is_within("[data-read] [data-read]") && !is_within("details:not([open]) > :not(summary)")
}

/// Gathers text until an element ends the block that it stands in: a sentence goes on through a link, and not from one
/// paragraph to the next.
#[derive(Default)]
struct Collector {
    block: Vec<Text>,
    passages: Vec<Passage>,
}

impl Collector {
    fn read(&mut self, element: &Element) {
        let is_block = !is_inline(element);
        if is_block {
            self.end_block();
        }
        let children = element.child_nodes();
        for child in (0..children.length()).filter_map(|index| children.item(index)) {
            match child.dyn_into::<Text>() {
                Ok(text) => self.block.push(text),
                Err(other) => {
                    if let Ok(element) = other.dyn_into::<Element>() {
                        self.read(&element);
                    }
                }
            }
        }
        if is_block {
            self.end_block();
        }
    }

    fn end_block(&mut self) {
        let block = Block::new(std::mem::take(&mut self.block));
        self.passages.extend(block.passages());
    }
}

fn is_inline(element: &Element) -> bool {
    let style = window().get_computed_style(element).ok().flatten();
    let display = style.and_then(|style| style.get_property_value("display").ok());
    display.as_deref() == Some("inline") && element.tag_name() != "BR"
}

/// Pieces of text that are read as one.
struct Block {
    text: String,
    pieces: Vec<Piece>,
}

/// A node of the page, and which bytes of the block's text are its.
struct Piece {
    node: Text,
    bytes: Range<usize>,
}

impl Block {
    fn new(nodes: Vec<Text>) -> Self {
        let mut text = String::new();
        let pieces = nodes.into_iter().map(|node| {
            let start = text.len();
            text.push_str(&node.text_content().unwrap_or_default());
            let bytes = start..text.len();
            Piece { node, bytes }
        });
        let pieces = pieces.collect();
        Self { text, pieces }
    }

    fn passages(&self) -> impl Iterator<Item = Passage> {
        let language = self.language();
        sentences(&self.text).into_iter().filter_map(move |bytes| {
            Some(Passage {
                text: self.text[bytes.clone()]
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" "),
                language: language.clone(),
                place: self.place(bytes)?,
            })
        })
    }

    /// The language of the element that the block begins in.
    fn language(&self) -> String {
        let first = self.pieces.first().and_then(|piece| piece.node.parent_element());
        let marked = first.and_then(|element| element.closest("[lang]").ok().flatten());
        marked
            .and_then(|element| element.get_attribute("lang"))
            .unwrap_or_default()
    }

    /// Some bytes of the text as a part of the page.
    fn place(&self, bytes: Range<usize>) -> Option<web_sys::Range> {
        let first = self.pieces.iter().find(|piece| piece.bytes.end > bytes.start)?;
        let last = self.pieces.iter().find(|piece| piece.bytes.end >= bytes.end)?;
        let place = web_sys::Range::new().ok()?;
        place
            .set_start(node(first), self.offset(first, bytes.start))
            .ok()?;
        place.set_end(node(last), self.offset(last, bytes.end)).ok()?;
        Some(place)
    }

    /// Where a byte stands in its piece. Browsers count in units of UTF-16.
    fn offset(&self, piece: &Piece, byte: usize) -> u32 {
        let units = self.text[piece.bytes.start..byte].encode_utf16().count();
        u32::try_from(units).unwrap_or(u32::MAX)
    }
}

fn node(piece: &Piece) -> &Node {
    &piece.node
}
