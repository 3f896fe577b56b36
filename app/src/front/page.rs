use domain::pages::RoleCard;
use leptos::prelude::*;

use crate::loading::load;
use crate::pages::role_cards;
use crate::texts::use_texts;
use crate::ui::{Card, CardGrid, DoorCard, PageTitle, SearchField, Tint};

/// Where everybody begins.
#[component]
pub fn FrontPage() -> impl IntoView {
    let texts = use_texts();
    view! {
        <PageTitle title=texts.front_title() lead=texts.front_lead() />
        <div class="doors">
            <DoorCard
                title=texts.front_learn()
                verb_line=texts.front_learn_line()
                href=texts.path("/laer")
                picture="/pictures/doer-laer.svg"
                tint=Tint::Fjord
            />
            <DoorCard
                title=texts.front_homework()
                verb_line=texts.front_homework_line()
                href=texts.path("/lektier")
                picture="/pictures/doer-lektier.svg"
                tint=Tint::Plum
            />
            <DoorCard
                title=texts.front_appointments()
                verb_line=texts.front_appointments_line()
                href=texts.path("/tid")
                picture="/pictures/doer-tid.svg"
                tint=Tint::Moss
            />
        </div>
        <SearchField
            action=texts.path("/soeg")
            name="q"
            label=texts.search_label()
            button_label=texts.search_button()
            value=""
        />
        <section aria-labelledby="roles">
            <h2 id="roles">{texts.front_roles()}</h2>
            <p>{texts.front_roles_line()}</p>
            {load(String::new, move || role_cards(texts.locale()), role_list)}
        </section>
    }
}

fn role_list(roles: Vec<RoleCard>) -> AnyView {
    let texts = use_texts();
    let cards = roles
        .into_iter()
        .map(|role| {
            let href = texts.path(&format!("/muligheder/{}", role.id));
            view! { <Card title=role.title href=href text=role.summary lang=role.locale heading=3 /> }
        })
        .collect_view();
    view! { <CardGrid>{cards}</CardGrid> }.into_any()
}
