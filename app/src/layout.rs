//! What stands around every page: the way to the three doors above it, and the way to a person below it.

use domain::locale::Locale;
use domain::municipality::{HelpBand as Band, Municipality};
use domain::opening::{OpenStretch, OpeningDay};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::error::FailedRequest;
use crate::form::Sent;
use crate::loading::load_or_nothing;
use crate::pages::help_band;
use crate::pupil_band::PupilBandLine;
use crate::reading::{ChosenSize, TextSizeSwitch};
use crate::texts::{Texts, use_texts};
use crate::ui::{Icon, IconShape, LanguageLink, LanguageSwitch, Mark, SkipLink, Tint, remember_first_page};

/// The frame of every page. The help band stands directly below the content, at the same place everywhere.
#[component]
pub fn Layout(
    /// Whether the next page is being fetched while this one is still shown.
    is_routing: RwSignal<bool>,
    children: Children,
) -> impl IntoView {
    remember_first_page();
    Sent::watch_moves();
    let texts = use_texts();
    let text_size = ChosenSize::shown();
    // A refused request has not come as far as its session.
    let has_session = use_context::<FailedRequest>().is_none();
    view! {
        <SkipLink label=texts.layout_skip() href="#main" />
        <Header text_size=text_size />
        {has_session.then(|| view! { <PupilBandLine /> })}
        <main id="main" class="page container" tabindex="-1" aria-busy=move || is_routing.get().then_some("true")>
            {children()}
        </main>
        <HelpBand />
        <Footer text_size=text_size />
    }
}

/// The text sizes stand here where there is room, and at the foot of the page on a telephone.
#[component]
fn Header(text_size: ChosenSize) -> impl IntoView {
    let texts = use_texts();
    view! {
        <header class="site-header">
            <div class="container site-header__line">
                <a class="site-header__home" href=texts.path("/")>
                    <Mark />
                </a>
                <TextSizeSwitch size=text_size />
                <Languages />
            </div>
            <nav class="container site-nav" aria-label=texts.layout_main_nav()>
                <ul>
                    <NavLink path="/laer" label=texts.nav_learn() tint=Tint::Fjord />
                    <NavLink path="/lektier" label=texts.nav_homework() tint=Tint::Plum />
                    <NavLink path="/tid" label=texts.nav_appointments() tint=Tint::Moss />
                    <NavLink path="/soeg" label=texts.layout_search() tint=Tint::Fjord />
                </ul>
            </nav>
        </header>
    }
}

/// A link of the main menu, marked on all pages that lie behind it.
#[component]
fn NavLink(path: &'static str, label: &'static str, tint: Tint) -> impl IntoView {
    let texts = use_texts();
    let pathname = use_location().pathname;
    let href = texts.path(path);
    let current = {
        let href = href.clone();
        move || match pathname.get().strip_prefix(&href) {
            Some("") => Some("page"),
            Some(rest) => rest.starts_with('/').then_some("true"),
            None => None,
        }
    };
    view! {
        <li class=tint.class()>
            <a href=href aria-current=current>{label}</a>
        </li>
    }
}

/// This page in the other languages: the same address with another prefix.
#[component]
fn Languages() -> impl IntoView {
    let texts = use_texts();
    let here = use_location();
    move || {
        let (path, search) = (here.pathname.get(), here.search.get());
        let items = Locale::ALL.map(|locale| LanguageLink {
            name: locale.name().to_owned(),
            tag: locale.tag().to_owned(),
            href: in_language(&path, &search, texts.locale(), locale),
            current: locale == texts.locale(),
        });
        view! { <LanguageSwitch label=texts.layout_languages() items=items.into() /> }
    }
}

/// The address of a page in another language.
fn in_language(path: &str, search: &str, from: Locale, to: Locale) -> String {
    let bare = path
        .strip_prefix(from.path_prefix())
        .filter(|bare| !bare.is_empty())
        .unwrap_or("/");
    let search = search.trim_start_matches('?');
    let mark = if search.is_empty() { "" } else { "?" };
    format!("{}{mark}{search}", to.path(bare))
}

/// Whom to ring, whether anybody is there today, and where to go. Without an answer from the server the two links remain.
#[component]
fn HelpBand() -> impl IntoView {
    let texts = use_texts();
    view! {
        <aside class="help-band" aria-labelledby="help-band">
            <div class="container">
                <h2 class="help-band__title" id="help-band">{texts.layout_help_title()}</h2>
                {load_or_nothing(move || help_band(texts.locale()), contacts)}
                <ul class="help-band__links">
                    <li>
                        <a href=texts.path("/hjaelp#papir")>{texts.layout_help_paper()}</a>
                    </li>
                    <li>
                        <a href=texts.path("/hjaelp")>{texts.layout_help_where()}</a>
                    </li>
                </ul>
            </div>
        </aside>
    }
}

fn contacts(band: Band) -> AnyView {
    let texts = use_texts();
    let Band {
        municipality: Municipality {
            name, phone, address, ..
        },
        today,
    } = band;
    let phone_href = phone_link(&phone);
    view! {
        <dl class="help-band__contacts">
            <div>
                <dt><Icon shape=IconShape::Phone />{texts.layout_help_phone()}</dt>
                <dd><a class="help-band__phone" href=phone_href dir="ltr">{phone}</a></dd>
            </div>
            <div>
                <dt><Icon shape=IconShape::Clock />{texts.layout_help_today()}</dt>
                <dd>{opening_text(texts, today)}</dd>
            </div>
            <div>
                <dt><Icon shape=IconShape::Place />{texts.layout_help_place()}</dt>
                <dd>{name}<br />{address}</dd>
            </div>
        </dl>
    }
    .into_any()
}

/// "99 00 00 00" as a telephone understands it. A number without a country is Danish.
fn phone_link(phone: &str) -> String {
    let digits: String = phone
        .chars()
        .filter(|sign| sign.is_ascii_digit() || *sign == '+')
        .collect();
    if digits.starts_with('+') {
        format!("tel:{digits}")
    } else {
        format!("tel:+45{digits}")
    }
}

fn opening_text(texts: Texts, today: OpeningDay) -> String {
    match today {
        OpeningDay::Open(stretches) => texts.opening_open(hours(texts, &stretches)),
        OpeningDay::Closed => texts.opening_closed().to_owned(),
        OpeningDay::ClosedFor(reason) => texts.opening_closed_for(reason),
    }
}

/// "10-12 og kl. 13-15.30".
fn hours(texts: Texts, stretches: &[OpenStretch]) -> String {
    let stretches: Vec<_> = stretches
        .iter()
        .map(|stretch| stretch.text(texts.locale()))
        .collect();
    stretches.join(&format!(" {} ", texts.opening_and()))
}

#[component]
fn Footer(text_size: ChosenSize) -> impl IntoView {
    let texts = use_texts();
    let links = [
        ("/om", texts.layout_about()),
        ("/privatliv", texts.layout_privacy()),
        ("/tilgaengelighed", texts.layout_accessibility()),
        ("/personale/log-ind", texts.layout_staff()),
    ]
    .map(|(path, label)| view! { <li><a href=texts.path(path)>{label}</a></li> });
    view! {
        <footer class="site-footer">
            <div class="container">
                <TextSizeSwitch size=text_size />
                <nav aria-label=texts.layout_footer_nav()>
                    <ul>{links.into_iter().collect_view()}</ul>
                </nav>
            </div>
        </footer>
    }
}

#[cfg(test)]
mod tests {
    use domain::locale::Locale;

    use super::{in_language, phone_link};

    #[test]
    fn a_page_has_the_same_address_in_every_language() {
        assert_eq!(
            in_language("/tid/mitid", "", Locale::Da, Locale::En),
            "/en/tid/mitid"
        );
        assert_eq!(
            in_language("/en/soeg", "?q=post", Locale::En, Locale::Da),
            "/soeg?q=post"
        );
        assert_eq!(in_language("/en", "", Locale::En, Locale::Da), "/");
        assert_eq!(in_language("/", "", Locale::Da, Locale::En), "/en");
    }

    #[test]
    fn a_danish_number_gets_its_country() {
        assert_eq!(phone_link("99 00 00 00"), "tel:+4599000000");
        assert_eq!(phone_link("+46 31 00 00"), "tel:+46310000");
    }
}
