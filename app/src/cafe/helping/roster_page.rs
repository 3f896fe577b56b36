use domain::cafe::{RosterPage as Roster, ShiftView, VolunteerView};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::roster_api::{RemoveShift, roster};
use super::volunteer_forms::{shift_form, skills_form};
use crate::cafe::words::StaffCrumbs;
use crate::form::PostForm;
use crate::loading::load;
use crate::texts::{Texts, use_texts};
use crate::ui::{Accordion, Alert, AlertKind, ButtonKind, PageTitle, SubmitButton};

/// Who helps, with what, and when.
pub(super) fn roster_page() -> impl IntoView {
    let locale = use_texts().locale();
    load(String::new, move || roster(locale), roster_view)
}

fn roster_view(page: Roster) -> AnyView {
    let texts = use_texts();
    let unfit = page
        .unfit
        .then(|| view! { <Alert kind=AlertKind::Error>{texts.cafe_roster_unfit()}</Alert> });
    let volunteers = page
        .volunteers
        .into_iter()
        .map(|volunteer| volunteer_view(texts, volunteer));
    view! {
        <StaffCrumbs />
        {unfit}
        <PageTitle title=texts.cafe_roster_title() lead=texts.cafe_roster_lead() />
        <div class="cafe-tables">{volunteers.collect_view()}</div>
    }
    .into_any()
}

fn volunteer_view(texts: Texts, volunteer: VolunteerView) -> impl IntoView {
    let attest = match &volunteer.valid_until {
        Some(date) => texts.cafe_attest_valid(date),
        None => texts.cafe_attest_missing().to_owned(),
    };
    let rooms = texts.cafe_roster_rooms(volunteer.rooms);
    let edit = texts.cafe_roster_edit(&volunteer.name);
    let shifts: Vec<_> = volunteer.shifts.clone();
    view! {
        <section class="cafe-table">
            <h2>{volunteer.name.clone()}</h2>
            <p>{attest}</p>
            <p>{rooms}</p>
            {shift_rows(texts, shifts)}
            <Accordion summary=texts.cafe_add_shift_to(&volunteer.name)>{shift_form(texts, volunteer.id)}</Accordion>
            <Accordion summary=edit>{skills_form(texts, volunteer)}</Accordion>
        </section>
    }
}

fn shift_rows(texts: Texts, shifts: Vec<ShiftView>) -> impl IntoView {
    let rows = shifts.into_iter().map(|shift| {
        view! {
            <li>
                {shift.text.clone()}
                <PostForm action=RemoveShift::PATH>
                    <input type="hidden" name="shift" value=shift.id.0 />
                    <SubmitButton label=texts.cafe_remove_shift() kind=ButtonKind::Tertiary about=shift.text />
                </PostForm>
            </li>
        }
    });
    view! { <ul class="cafe-shifts">{rows.collect_view()}</ul> }
}
