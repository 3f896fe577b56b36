//! Pages that load themselves again while an author works on the content.

use leptos::prelude::*;

/// In a page's context it means that the page loads itself again when the content has changed. The server gives it with
/// `serve --watch-content` only.
#[derive(Clone, Copy)]
pub struct ReloadsOnSave;

/// Where a page hears of each change, as server-sent events.
pub const CHANGES_PATH: &str = "/dev/content";

/// The script of a page that loads itself again; nothing for any other page.
pub fn reload_script() -> Option<impl IntoView> {
    use_context::<ReloadsOnSave>()?;
    let script = format!("new EventSource(\"{CHANGES_PATH}\").onmessage = () => location.reload();");
    Some(view! { <script nonce=use_nonce()>{script}</script> })
}
