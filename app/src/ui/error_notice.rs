use leptos::prelude::*;

use super::button::{ButtonKind, ButtonRow, LinkButton};
use super::page_title::PageTitle;

/// A page that could not be shown: what is true, what to do, and two ways on.
///
/// See <https://designsystem.dk/komponenter/beskeder/>.
#[component]
pub fn ErrorNotice(
    #[prop(into)] title: String,
    #[prop(into)] advice: String,
    /// Address of a drawing that says nothing the words do not say.
    #[prop(into)]
    picture: String,
    #[prop(into)] home_href: String,
    #[prop(into)] home_label: String,
    #[prop(into)] help_href: String,
    #[prop(into)] help_label: String,
) -> impl IntoView {
    view! {
        <div class="notice">
            <img class="notice__picture" src=picture alt="" width="240" height="180" />
            <div class="notice__body">
                <PageTitle title=title lead=advice />
                <ButtonRow>
                    <LinkButton href=home_href label=home_label />
                    <LinkButton href=help_href label=help_label kind=ButtonKind::Tertiary />
                </ButtonRow>
            </div>
        </div>
    }
}
