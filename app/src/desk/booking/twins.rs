use domain::appointments::StaffAppointment;
use leptos::prelude::*;

use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind};

/// Those who may be the same citizen, before anything is booked.
#[component]
pub fn Twins(twins: Vec<StaffAppointment>) -> impl IntoView {
    let texts = use_texts();
    let lines = twins
        .into_iter()
        .map(|twin| view! { <li>{twin_line(texts, twin)}</li> })
        .collect_view();
    view! {
        <Alert kind=AlertKind::Warning title=texts.bookfor_twins()>
            <ul>{lines}</ul>
            <p>{texts.bookfor_twins_advice()}</p>
        </Alert>
    }
}

/// "Karen Holm, 20101234: Få MitID onsdag 25. november kl. 10.30, Fjordby Bibliotek".
fn twin_line(texts: Texts, twin: StaffAppointment) -> String {
    let person = match twin.reach {
        Some(reach) => format!("{}, {reach}", twin.appointment.name),
        None => twin.appointment.name,
    };
    format!(
        "{person}: {} {} {}, {}",
        twin.appointment.service,
        twin.appointment.at.day_and_month(texts.locale()),
        twin.appointment.at.clock(texts.locale()),
        twin.appointment.location,
    )
}
