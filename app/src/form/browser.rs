//! Sends a form in the background and follows where its answer leads.

use gloo_net::http::Request;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::server_fn::redirect::REDIRECT_HEADER;
use leptos_router::NavigateOptions;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{FormData, HtmlFormElement, UrlSearchParams};

use super::Sent;
use crate::error::AppError;

/// Sends the form of a submit event. While one answer is awaited a second press does nothing: the server would take it for
/// what it is, but the line need not carry it.
pub fn send(
    event: &SubmitEvent,
    problem: RwSignal<Option<AppError>>,
    sent: Option<Sent>,
    navigate: impl Fn(&str, NavigateOptions) + 'static,
) {
    let form = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
    let Some((form, sending)) =
        form.and_then(|form| Sending::of(event, &form).map(|sending| (form, sending)))
    else {
        return;
    };
    event.prevent_default();
    if form.get_attribute("aria-busy").is_some() {
        return;
    }
    // It only fails for a name that is no attribute's.
    let _ = form.set_attribute("aria-busy", "true");
    let under_way = move |is_so| {
        if let Some(sent) = sent {
            sent.under_way.set(is_so);
        }
    };
    under_way(true);
    leptos::task::spawn_local(async move {
        let answer = post(sending).await;
        let _ = form.remove_attribute("aria-busy");
        problem.set(answer.as_ref().err().copied());
        let leads_on = matches!(&answer, Ok(Some(path)) if *path != here());
        under_way(leads_on);
        match answer {
            Ok(Some(path)) if leads_on => {
                // The server names whole addresses, with the language in them.
                let options = NavigateOptions {
                    resolve: false,
                    ..NavigateOptions::default()
                };
                navigate(&path, options);
            }
            Ok(Some(_)) => {
                if let Some(sent) = sent {
                    sent.again();
                }
            }
            Ok(None) | Err(_) => {}
        }
    });
}

/// What has been filled in, as it would stand in an address.
pub fn query(form: &HtmlFormElement) -> Option<String> {
    let data = FormData::new_with_form(form).ok()?;
    as_in_an_address(&data).map(|fields| fields.to_string().into())
}

/// A form as a browser would send it: the button that was pressed may say where, and that files go along.
struct Sending {
    action: String,
    body: JsValue,
}

impl Sending {
    fn of(event: &SubmitEvent, form: &HtmlFormElement) -> Option<Self> {
        let data = FormData::new_with_form(form).ok()?;
        let button = event.submitter();
        let said = |name| button.as_ref().and_then(|button| button.get_attribute(name));
        // The button is a field too, where it has a name.
        if let (Some(name), Some(value)) = (said("name"), said("value")) {
            data.append_with_str(&name, &value).ok()?;
        }
        Some(Self {
            action: said("formaction").unwrap_or_else(|| form.action()),
            body: match said("formenctype") {
                Some(_) => data.into(),
                None => as_in_an_address(&data)?.into(),
            },
        })
    }
}

fn as_in_an_address(data: &FormData) -> Option<UrlSearchParams> {
    // FormData is what URLSearchParams is made from in every browser, but the bindings do not know it.
    UrlSearchParams::new_with_record_from_str_to_str(data.unchecked_ref()).ok()
}

/// Sends it, and tells where the answer leads.
async fn post(sending: Sending) -> Result<Option<String>, AppError> {
    let request = Request::post(&sending.action)
        .header("Accept", "application/json")
        .body(sending.body)
        .map_err(|_| AppError::Internal)?;
    let response = request.send().await.map_err(|_| AppError::Offline)?;
    if !response.ok() {
        return Err(AppError::of_status(response.status()));
    }
    let leads_on = response.headers().get(REDIRECT_HEADER).is_some();
    Ok(response.headers().get("location").filter(|_| leads_on))
}

fn here() -> String {
    let location = location();
    format!(
        "{}{}",
        location.pathname().unwrap_or_default(),
        location.search().unwrap_or_default()
    )
}
