//! Text without its markup, for searching and for measuring how hard it is to read.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Piece;

/// The words of some pieces on one line.
pub(crate) fn plain_text(pieces: &[Piece]) -> String {
    let mut text = String::new();
    for piece in pieces {
        push(&mut text, &piece.event);
    }
    text.trim().to_owned()
}

/// The words of a text, one block for each paragraph, heading and list item. Pictures and code blocks, among them
/// questions with their keys, are left out.
pub(crate) fn plain_blocks(pieces: &[Piece]) -> Vec<String> {
    let mut blocks = vec![String::new()];
    let mut skipped = 0_usize;
    for piece in pieces {
        match &piece.event {
            Event::Start(Tag::CodeBlock(_) | Tag::Image { .. }) => skipped += 1,
            Event::End(TagEnd::CodeBlock | TagEnd::Image) => skipped = skipped.saturating_sub(1),
            event if is_block_edge(event) => blocks.push(String::new()),
            event if skipped == 0 => {
                if let Some(block) = blocks.last_mut() {
                    push(block, event);
                }
            }
            _ => {}
        }
    }
    blocks.retain(|block| !block.trim().is_empty());
    blocks
}

fn push(text: &mut String, event: &Event) {
    match event {
        Event::Text(words) | Event::Code(words) => text.push_str(words),
        Event::SoftBreak | Event::HardBreak => text.push(' '),
        _ => {}
    }
}

fn is_block_edge(event: &Event) -> bool {
    matches!(
        event,
        Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::List(_) | Tag::BlockQuote(_))
            | Event::End(
                TagEnd::Paragraph
                    | TagEnd::Heading(_)
                    | TagEnd::Item
                    | TagEnd::List(_)
                    | TagEnd::BlockQuote(_)
            )
    )
}
