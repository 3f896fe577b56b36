//! Forms that work without JavaScript, and are sent in the background with it.
//!
//! Every form's server function keeps its result where the next page finds it (the database or the session) and redirects
//! there. So a result, an error and what was typed survive the round trip in the same way with and without JavaScript, and
//! nothing of it stands in an address.
//!
//! Leptos' own `ActionForm` makes a whole machinery for each form's type; here one serves them all, which keeps the wasm
//! small. The server functions behind the forms are Leptos' own.

#[cfg(feature = "hydrate")]
mod browser;

use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::error::AppError;
use crate::texts::use_texts;
use crate::ui::{Alert, AlertKind};

/// Counts the forms that have been sent and led back to their own page, so that the page is fetched again.
#[derive(Debug, Clone, Copy)]
pub struct Sent {
    times: RwSignal<u32>,
    /// The browser has gone to another page since the first one was loaded.
    moved: RwSignal<bool>,
    /// A form is on its way, or the page that it has led on to.
    under_way: RwSignal<bool>,
}

impl Sent {
    /// Provides the counter to every page.
    pub fn provide() {
        provide_context(Self::new());
    }

    /// A counter of its own, for a part of a page that is fetched again without the rest of it.
    pub fn new() -> Self {
        Self {
            times: RwSignal::new(0),
            moved: RwSignal::new(false),
            under_way: use_context().map_or_else(|| RwSignal::new(false), |whole: Self| whole.under_way),
        }
    }

    /// How often; tracks it.
    pub fn times(self) -> u32 {
        self.times.get()
    }

    /// Lets the page be fetched again, as if one of its forms had been sent.
    #[cfg(feature = "hydrate")]
    pub fn again(self) {
        self.times.update(|times| *times += 1);
    }

    /// Whether a form's answer is awaited, or the page that it has led on to. What the form has changed is told of sooner than
    /// it is answered: until then nothing need be fetched again, and it may even be gone.
    #[cfg(feature = "hydrate")]
    pub fn is_under_way(self) -> bool {
        self.under_way.get_untracked()
    }

    /// How often, without being told when it changes.
    #[cfg(feature = "hydrate")]
    pub fn times_untracked(self) -> u32 {
        self.times.get_untracked()
    }

    /// Notes from now on that the browser has gone to another page. Called once, inside the router.
    pub fn watch_moves() {
        let Some(Self { moved, under_way, .. }) = use_context() else {
            return;
        };
        let location = use_location();
        Effect::new(move |first: Option<String>| {
            location.search.track();
            let path = location.pathname.get();
            under_way.set(false);
            match first {
                Some(first) if first != path => {
                    moved.set(true);
                    first
                }
                Some(first) => first,
                None => path,
            }
        });
    }

    /// Whether this is still the page that the server has sent. What has been typed into it must stay.
    fn is_first_page(self) -> bool {
        !self.moved.get_untracked() && self.times.get_untracked() == 0
    }
}

/// A form that is sent to a server function.
#[component]
pub fn PostForm(
    /// The server function's address: `Answer::PATH`.
    action: &'static str,
    #[prop(optional)] class: &'static str,
    children: Children,
) -> impl IntoView {
    let problem = RwSignal::new(None);
    let texts = use_texts();
    let form = NodeRef::<html::Form>::new();
    begin_anew(form);
    view! {
        <SendProblem problem=problem />
        <form node_ref=form class=class method="post" action=action on:submit=when_submitted(problem) novalidate>
            <input type="hidden" name="locale" value=texts.locale().tag() />
            {children()}
        </form>
    }
}

/// A page that is shown anew reuses the fields of the one before, and a browser leaves in them what was typed there: they
/// begin with what the server says.
pub fn begin_anew(form: NodeRef<html::Form>) {
    let sent = use_context::<Sent>();
    Effect::new(move || {
        let Some(form) = form.get() else { return };
        if sent.is_some_and(|sent| !sent.is_first_page()) {
            form.reset();
        }
    });
}

/// What stands in a form, as a browser would write it in an address. On the server there is nothing but the address.
pub fn typed_into(form: NodeRef<html::Form>) -> Option<String> {
    #[cfg(feature = "hydrate")]
    return form.get_untracked().and_then(|form| browser::query(&form));
    #[cfg(not(feature = "hydrate"))]
    {
        let _ = form;
        None
    }
}

/// Says that the form could not be sent, above it. What was typed is still there.
#[component]
fn SendProblem(problem: RwSignal<Option<AppError>>) -> impl IntoView {
    let texts = use_texts();
    move || {
        problem.get().map(|error| {
            let advice = match error {
                AppError::Offline => texts.error_offline_advice(),
                AppError::Unavailable => texts.error_unavailable_advice(),
                AppError::SessionLost => texts.error_session_lost_advice(),
                AppError::TooLarge => texts.error_too_large_advice(),
                _ => texts.error_internal_advice(),
            };
            view! { <Alert kind=AlertKind::Error>{advice}</Alert> }
        })
    }
}

/// In the browser a form is sent in the background; where that is not possible the browser sends it itself.
fn when_submitted(problem: RwSignal<Option<AppError>>) -> impl Fn(SubmitEvent) {
    #[cfg(feature = "hydrate")]
    {
        let (navigate, sent) = (leptos_router::hooks::use_navigate(), use_context::<Sent>());
        move |event| browser::send(&event, problem, sent, navigate.clone())
    }
    #[cfg(not(feature = "hydrate"))]
    move |_| {
        let _ = problem;
    }
}
