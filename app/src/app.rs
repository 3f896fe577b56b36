//! The document, and which page stands at which address.

use leptos::either::Either;
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
#[cfg(feature = "ssr")]
use leptos_meta::{HashedStylesheet, MetaTags};
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::{SsrMode, path};

use crate::appointments::{
    CancelPage, CancelledPage, CheckPage, ConfirmCancelPage, ConfirmMovePage, DetailsPage, FindWaitingPage,
    FirstTimesPage, JoinPage, LeftWaitingPage, LocationsPage, MonthPage, MovePage, NeedsPage, ReceiptPage,
    ServicesPage, TimesPage, VisitPage, WaitingPage,
};
use crate::cafe::{
    AskPage, CafeLogPage, CafePage, HelperPage, HelperRoomPage, LogRoomPage, OwnRoomPage, RosterPage,
};
use crate::class_sign_in::{LessonOverPage, MistakesPage, PupilDiscussionPage, PupilSignInPage, TodayPage};
use crate::classroom::{
    AssignmentsPage, BoardPage, CardsPage, ClassPage, ClassesPage, DiscussionPage, GroupPage, LivePage,
    NewAssignmentPage, NewClassPage, ReportPage,
};
use crate::desk::{
    ArrivedPage, CallDisplayPage, DeskPage, DeskPlacesPage, GivenTicketPage, KioskPage, NewTicketPage,
    SupportWorkersPage, TicketPage, WaitingCallsPage,
};
use crate::desk::{LookUpPage, LookedUpPage, StaffBookingPage, StaffReceiptPage};
use crate::drills::{DrillPage, DrillSheetPage, DrillsPage, ReadingTextPage, ReadingTextsPage};
use crate::error::{AppError, FailedRequest};
use crate::form::Sent;
use crate::front::FrontPage;
use crate::homework::{
    FollowPage, GuidePage, GuidesPage, LixPage, MyWeekPage, ReadTogetherPage, WeekPlanPage,
};
use crate::layout::Layout;
use crate::lazy::Lazy;
use crate::learning::{
    CatalogPage, CoursePage, ExercisePage, ExercisesPage, FinishedPage, ForgottenPage, GlossaryPage,
    HandoutPage, KeepPage, ReviewPage, StartLinePage, StepPage,
};
use crate::loading::ErrorPage;
use crate::messages::{LettersPage, PrintedLettersPage, UndeliveredPage, WriteLetterPage};
use crate::money::{BudgetPage, LoanPage, MoneyPage, PayslipPage, SavingPage, SubscriptionsPage};
use crate::oversight::{AccessPage, CalendarsPage, DayPage, FiguresPage, WeekPage};
use crate::pages::{InfoPage, RolePage};
use crate::schedule::{
    AbsencesPage, AdviserPage, CallListPage, ClosingDaysPage, DocumentPage, GeneralPage, NewAdviserPage,
    NewPlacePage, NewServicePage, PlacePage, PreviewPage, RulePage, SavedPage, SchedulePage, SeriesPage,
    ServicePage, ShiftsPage,
};
use crate::search::SearchPage;
use crate::staff::{SignInPage, StaffHomePage};
#[cfg(feature = "ssr")]
use crate::texts::Part;
use crate::texts::Texts;
use crate::tutor::{LearnedPage, TogetherPage, TutorPage};

/// The whole HTML document, as the server sends it.
#[cfg(feature = "ssr")]
pub fn shell(options: LeptosOptions) -> impl IntoView {
    let locale = page_texts().locale();
    crate::server_side::set_content_security_policy();
    // A page about a refused request stands at the request's address, where the browser would expect another page: it
    // stays as the server made it.
    let live = use_context::<FailedRequest>().is_none();
    view! {
        <!DOCTYPE html>
        <html lang=locale.tag() dir=locale.direction() data-text-size=crate::reading::shown_size().as_str()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="theme-color" content="#0b4a5b" />
                <link rel="icon" type="image/svg+xml" href="/pictures/favicon.svg" />
                <link rel="preload" r#as="font" r#type="font/woff2" href="/fonts/plex-sans-400.woff2" crossorigin="" />
                <HashedStylesheet options=options.clone() />
                <link
                    id="texts"
                    rel="preload"
                    r#as="fetch"
                    crossorigin=""
                    href=crate::texts::catalogue_path(locale, Part::first())
                />
                <AutoReload options=options.clone() />
                {crate::server_side::reload_script()}
                {live.then(|| view! { <HydrationScripts options=options /> })}
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// The texts of the page that is being made: from the address on the server, from what was fetched in the browser.
fn page_texts() -> Texts {
    #[cfg(feature = "ssr")]
    return Texts::of(crate::server_side::request_locale());
    #[cfg(not(feature = "ssr"))]
    return Texts::loaded();
}

/// The application.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    let texts = page_texts();
    provide_context(texts);
    Sent::provide();
    let base = texts.locale().path_prefix();
    let failed = use_context::<FailedRequest>();
    // With this the router keeps the old page until the new one has its data.
    let is_routing = RwSignal::new(false);
    Effect::new(mark_hydrated);
    view! {
        <Router base=base set_is_routing=is_routing>
            <Layout is_routing=is_routing>
                {match failed {
                    Some(FailedRequest(error)) => Either::Left(view! { <ErrorPage error=error /> }),
                    None => Either::Right(view! { <Pages /> }),
                }}
            </Layout>
        </Router>
    }
}

/// Tells from outside that the page is live: browser tests wait for it, and the bench measures it.
fn mark_hydrated() {
    if let Some(html) = document().document_element() {
        // It only fails for a name that is no attribute's.
        let _ = html.set_attribute("data-hydrated", "true");
    }
}

/// One line for each address.
#[component]
fn Pages() -> impl IntoView {
    let mode = SsrMode::Async;
    let not_found = || view! { <ErrorPage error=AppError::NotFound /> };
    view! {
        <FlatRoutes fallback=not_found>
            <Route path=path!("/") view=FrontPage ssr=mode.clone() />
            <Route path=path!("/laer") view={Lazy::<CatalogPage>::new()} ssr=mode.clone() />
            <Route path=path!("/laer/startlinje") view={Lazy::<StartLinePage>::new()} ssr=mode.clone() />
            <Route path=path!("/laer/genopfrisk") view={Lazy::<ReviewPage>::new()} ssr=mode.clone() />
            <Route path=path!("/laer/gem") view={Lazy::<KeepPage>::new()} ssr=mode.clone() />
            <Route path=path!("/laer/glemt") view={Lazy::<ForgottenPage>::new()} ssr=mode.clone() />
            <Route path=path!("/laer/:course") view={Lazy::<CoursePage>::new()} ssr=mode.clone() />
            <Route path=path!("/laer/:course/slut") view={Lazy::<FinishedPage>::new()} ssr=mode.clone() />
            <Route path=path!("/laer/:course/:lesson/ark") view={Lazy::<HandoutPage>::new()} ssr=mode.clone() />
            <Route path=path!("/laer/:course/:lesson/:step") view={Lazy::<StepPage>::new()} ssr=mode.clone() />
            <Route path=path!("/sammen") view={Lazy::<TutorPage>::new()} ssr=mode.clone() />
            <Route path=path!("/sammen/nu") view={Lazy::<TogetherPage>::new()} ssr=mode.clone() />
            <Route path=path!("/sammen/kan-nu") view={Lazy::<LearnedPage>::new()} ssr=mode.clone() />
            <Route path=path!("/oevelser") view={Lazy::<ExercisesPage>::new()} ssr=mode.clone() />
            <Route path=path!("/oevelser/:scenario") view={Lazy::<ExercisePage>::new()} ssr=mode.clone() />
            <Route path=path!("/ordbog") view={Lazy::<GlossaryPage>::new()} ssr=mode.clone() />
            <Route path=path!("/lektier") view={Lazy::<GuidesPage>::new()} ssr=mode.clone() />
            <Route path=path!("/lektier/laes") view={Lazy::<ReadTogetherPage>::new()} ssr=mode.clone() />
            <Route path=path!("/lektier/lix") view={Lazy::<LixPage>::new()} ssr=mode.clone() />
            <Route path=path!("/lektier/min-uge") view={Lazy::<MyWeekPage>::new()} ssr=mode.clone() />
            <Route path=path!("/lektier/ugeplan") view={Lazy::<WeekPlanPage>::new()} ssr=mode.clone() />
            <Route path=path!("/lektier/foelg") view={Lazy::<FollowPage>::new()} ssr=mode.clone() />
            <Route path=path!("/lektier/oev") view={Lazy::<DrillsPage>::new()} ssr=mode.clone() />
            <Route path=path!("/lektier/oev/laesning") view={Lazy::<ReadingTextsPage>::new()} ssr=mode.clone() />
            <Route path=path!("/lektier/oev/laesning/:text") view={Lazy::<ReadingTextPage>::new()} ssr=mode.clone() />
            <Route path=path!("/lektier/oev/:kind/:level") view={Lazy::<DrillPage>::new()} ssr=mode.clone() />
            <Route path=path!("/lektier/oev/:kind/:level/ark") view={Lazy::<DrillSheetPage>::new()} ssr=mode.clone() />
            <Route path=path!("/lektier/cafe") view={Lazy::<CafePage>::new()} ssr=mode.clone() />
            <Route path=path!("/lektier/cafe/spoerg") view={Lazy::<AskPage>::new()} ssr=mode.clone() />
            <Route path=path!("/lektier/cafe/rum") view={Lazy::<OwnRoomPage>::new()} ssr=mode.clone() />
            <Route path=path!("/lektier/:guide") view={Lazy::<GuidePage>::new()} ssr=mode.clone() />
            <Route path=path!("/penge") view={Lazy::<MoneyPage>::new()} ssr=mode.clone() />
            <Route path=path!("/penge/budget") view={Lazy::<BudgetPage>::new()} ssr=mode.clone() />
            <Route path=path!("/penge/loenseddel") view={Lazy::<PayslipPage>::new()} ssr=mode.clone() />
            <Route path=path!("/penge/laan") view={Lazy::<LoanPage>::new()} ssr=mode.clone() />
            <Route path=path!("/penge/opsparing") view={Lazy::<SavingPage>::new()} ssr=mode.clone() />
            <Route path=path!("/penge/abonnementer") view={Lazy::<SubscriptionsPage>::new()} ssr=mode.clone() />
            <Route path=path!("/tid") view={Lazy::<ServicesPage>::new()} ssr=mode.clone() />
            <Route path=path!("/tid/adresse") view={Lazy::<VisitPage>::new()} ssr=mode.clone() />
            <Route path=path!("/tid/tjek") view={Lazy::<CheckPage>::new()} ssr=mode.clone() />
            <Route path=path!("/tid/kvittering") view={Lazy::<ReceiptPage>::new()} ssr=mode.clone() />
            <Route path=path!("/tid/afbud") view={Lazy::<CancelPage>::new()} ssr=mode.clone() />
            <Route path=path!("/tid/afbud/tjek") view={Lazy::<ConfirmCancelPage>::new()} ssr=mode.clone() />
            <Route path=path!("/tid/afbud/slut") view={Lazy::<CancelledPage>::new()} ssr=mode.clone() />
            <Route path=path!("/tid/flyt") view={Lazy::<MovePage>::new()} ssr=mode.clone() />
            <Route path=path!("/tid/flyt/:location/:slot") view={Lazy::<ConfirmMovePage>::new()} ssr=mode.clone() />
            <Route path=path!("/tid/venteliste") view={Lazy::<FindWaitingPage>::new()} ssr=mode.clone() />
            <Route path=path!("/tid/venteliste/min") view={Lazy::<WaitingPage>::new()} ssr=mode.clone() />
            <Route path=path!("/tid/venteliste/slut") view={Lazy::<LeftWaitingPage>::new()} ssr=mode.clone() />
            <Route path=path!("/tid/venteliste/:service/:location") view={Lazy::<JoinPage>::new()} ssr=mode.clone() />
            <Route path=path!("/tid/:service/foerst") view={Lazy::<FirstTimesPage>::new()} ssr=mode.clone() />
            <Route path=path!("/tid/:service/:location/maaned") view={Lazy::<MonthPage>::new()} ssr=mode.clone() />
            <Route path=path!("/tid/:service") view={Lazy::<LocationsPage>::new()} ssr=mode.clone() />
            <Route path=path!("/tid/:service/:location") view={Lazy::<TimesPage>::new()} ssr=mode.clone() />
            <Route path=path!("/tid/:service/:location/behov") view={Lazy::<NeedsPage>::new()} ssr=mode.clone() />
            <Route path=path!("/tid/:service/:location/:slot") view={Lazy::<DetailsPage>::new()} ssr=mode.clone() />
            <Route path=path!("/muligheder/:role") view={Lazy::<RolePage>::new()} ssr=mode.clone() />
            <Route path=path!("/soeg") view={Lazy::<SearchPage>::new()} ssr=mode.clone() />
            <Route path=path!("/ui") view=ComponentsPage ssr=mode.clone() />
            <Route path=path!("/personale") view={Lazy::<StaffHomePage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/log-ind") view={Lazy::<SignInPage>::new()} ssr=mode.clone() />
            <Route path=path!("/skranke") view={Lazy::<DeskPlacesPage>::new()} ssr=mode.clone() />
            <Route path=path!("/skranke/ledsagere") view={Lazy::<SupportWorkersPage>::new()} ssr=mode.clone() />
            <Route path=path!("/skranke/beskeder") view={Lazy::<UndeliveredPage>::new()} ssr=mode.clone() />
            <Route path=path!("/skranke/breve") view={Lazy::<LettersPage>::new()} ssr=mode.clone() />
            <Route path=path!("/skranke/breve/ny/:appointment") view={Lazy::<WriteLetterPage>::new()} ssr=mode.clone() />
            <Route path=path!("/skranke/breve/print/:batch") view={Lazy::<PrintedLettersPage>::new()} ssr=mode.clone() />
            <Route path=path!("/skranke/book") view={Lazy::<StaffBookingPage>::new()} ssr=mode.clone() />
            <Route path=path!("/skranke/book/kvittering") view={Lazy::<StaffReceiptPage>::new()} ssr=mode.clone() />
            <Route path=path!("/skranke/book/find") view={Lazy::<LookUpPage>::new()} ssr=mode.clone() />
            <Route path=path!("/skranke/book/tid") view={Lazy::<LookedUpPage>::new()} ssr=mode.clone() />
            <Route path=path!("/skranke/ring") view={Lazy::<WaitingCallsPage>::new()} ssr=mode.clone() />
            <Route path=path!("/skranke/:location") view={Lazy::<DeskPage>::new()} ssr=mode.clone() />
            <Route path=path!("/skranke/:location/nyt-nummer") view={Lazy::<NewTicketPage>::new()} ssr=mode.clone() />
            <Route path=path!("/skranke/:location/nummer/:key") view={Lazy::<GivenTicketPage>::new()} ssr=mode.clone() />
            <Route path=path!("/nummer/:key") view={Lazy::<TicketPage>::new()} ssr=mode.clone() />
            <Route path=path!("/ankomst/:location") view={Lazy::<KioskPage>::new()} ssr=mode.clone() />
            <Route path=path!("/ankomst/:location/:key") view={Lazy::<ArrivedPage>::new()} ssr=mode.clone() />
            <Route path=path!("/skaerm/:location") view={Lazy::<CallDisplayPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/dag") view={Lazy::<DayPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/uge") view={Lazy::<WeekPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/tal") view={Lazy::<FiguresPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/adgang") view={Lazy::<AccessPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/kalendere") view={Lazy::<CalendarsPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/plan") view={Lazy::<SchedulePage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/plan/lukkedage") view={Lazy::<ClosingDaysPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/plan/fravaer") view={Lazy::<AbsencesPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/plan/faelles") view={Lazy::<GeneralPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/plan/tjek") view={Lazy::<PreviewPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/plan/gemt") view={Lazy::<SavedPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/plan/ringeliste") view={Lazy::<CallListPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/plan/fil") view={Lazy::<DocumentPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/plan/nyt-sted") view={Lazy::<NewPlacePage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/plan/ny-ydelse") view={Lazy::<NewServicePage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/plan/ny-medarbejder") view={Lazy::<NewAdviserPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/plan/sted/:location") view={Lazy::<PlacePage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/plan/sted/:location/ny-tid") view={Lazy::<RulePage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/plan/sted/:location/tid/:number") view={Lazy::<RulePage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/plan/ydelse/:service") view={Lazy::<ServicePage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/plan/ydelse/:service/nyt-forloeb") view={Lazy::<SeriesPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/plan/ydelse/:service/forloeb/:number") view={Lazy::<SeriesPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/plan/medarbejder/:adviser") view={Lazy::<AdviserPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/plan/medarbejder/:adviser/:location") view={Lazy::<ShiftsPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/plan/medarbejder/:adviser/:location/ny-tid") view={Lazy::<RulePage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/plan/medarbejder/:adviser/:location/tid/:number") view={Lazy::<RulePage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/klasser") view={Lazy::<ClassesPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/klasser/ny") view={Lazy::<NewClassPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/klasser/:class") view={Lazy::<ClassPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/klasser/:class/kort") view={Lazy::<CardsPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/klasser/:class/spoergsmaal") view={Lazy::<DiscussionPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/klasser/:class/rapport") view={Lazy::<ReportPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/klasser/:class/tavle") view={Lazy::<BoardPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/klasser/:class/opgaver") view={Lazy::<AssignmentsPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/klasser/:class/opgaver/ny") view={Lazy::<NewAssignmentPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/klasser/:class/grupper/ny") view={Lazy::<GroupPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/klasser/:class/grupper/:group") view={Lazy::<GroupPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/klasser/:class/nu") view={Lazy::<LivePage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/cafe") view={Lazy::<HelperPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/cafe/log") view={Lazy::<CafeLogPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/cafe/log/:room") view={Lazy::<LogRoomPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/cafe/frivillige") view={Lazy::<RosterPage>::new()} ssr=mode.clone() />
            <Route path=path!("/personale/cafe/rum/:room") view={Lazy::<HelperRoomPage>::new()} ssr=mode.clone() />
            <Route path=path!("/klasse") view={Lazy::<PupilSignInPage>::new()} ssr=mode.clone() />
            <Route path=path!("/klasse/i-dag") view={Lazy::<TodayPage>::new()} ssr=mode.clone() />
            <Route path=path!("/klasse/spoergsmaal") view={Lazy::<PupilDiscussionPage>::new()} ssr=mode.clone() />
            <Route path=path!("/klasse/fejl") view={Lazy::<MistakesPage>::new()} ssr=mode.clone() />
            <Route path=path!("/klasse/slut") view={Lazy::<LessonOverPage>::new()} ssr=mode.clone() />
            <Route path=path!("/:page") view={Lazy::<InfoPage>::new()} ssr=mode />
        </FlatRoutes>
    }
}

/// Every component of the interface, in debug builds; elsewhere the address leads nowhere.
#[component]
fn ComponentsPage() -> impl IntoView {
    #[cfg(debug_assertions)]
    return view! { <crate::ui::GalleryPage /> };
    #[cfg(not(debug_assertions))]
    return view! { <ErrorPage error=AppError::NotFound /> };
}
