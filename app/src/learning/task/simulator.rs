use domain::ids::{CourseId, ScenarioId};
use domain::learning::simulator::{ActionView, Frame, InputView, Look, ScreenView};
use domain::learning::{SimulatorView, StepPage, StepRef};
use leptos::prelude::*;
use server_fn::ServerFn;

use crate::form::PostForm;
use crate::learning::api::{Act, BeginAgain};
use crate::learning::step_fields::StepFields;
use crate::texts::{Texts, use_texts};
use crate::ui::{Alert, AlertKind, ButtonKind, ForeignText, Html, SubmitButton, TextField};

/// Where an exercise is done: in a lesson, or by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    Lesson(CourseId, StepRef),
    Alone(ScenarioId),
}

/// An exercise at the end of a step. Where the lesson has been translated and the exercise has not, it says so.
#[component]
pub fn LessonSimulator(step: StepPage, simulator: SimulatorView) -> impl IntoView {
    let texts = use_texts();
    let place = Place::Lesson(step.course, step.here);
    if simulator.locale == step.locale {
        return view! { <Simulator place=place simulator=simulator /> }.into_any();
    }
    view! {
        <ForeignText text=texts.learning_exercise_danish_only() reader=texts.locale() lang=simulator.locale>
            <Simulator place=place simulator=simulator />
        </ForeignText>
    }
    .into_any()
}

/// A pretend service: its task, its screen, and what is said to the latest press. It is always marked as an exercise.
#[component]
pub fn Simulator(place: Place, simulator: SimulatorView) -> impl IntoView {
    let texts = use_texts();
    // The words around a scenario are the page's, whatever language the scenario is in.
    let reader = texts.locale();
    let here = place.clone();
    let again = simulator.begun.then(|| {
        view! {
            <PostForm action=BeginAgain::PATH>
                <PlaceFields place=here />
                <SubmitButton label=texts.learning_exercise_again() kind=ButtonKind::Tertiary />
            </PostForm>
        }
    });
    let said = simulator.feedback.clone().map(|feedback| {
        let kind = if simulator.mistaken {
            AlertKind::Info
        } else {
            AlertKind::Success
        };
        view! { <Alert kind=kind>{feedback}</Alert> }
    });
    let learned = simulator.learned.clone().map(|learned| {
        view! { <Alert kind=AlertKind::Success title=texts.learning_exercise_done()>{learned}</Alert> }
    });
    view! {
        <section class="simulator" aria-label=texts.learning_exercise()>
            <p class="simulator__mark" data-read="" lang=reader.tag() dir=reader.direction()>
                <strong>{texts.learning_exercise()}</strong>
                " "
                {texts.learning_exercise_note()}
            </p>
            <p data-read="">
                <strong lang=reader.tag()>{texts.learning_exercise_task()} ": "</strong>
                {simulator.task}
            </p>
            {said}
            {learned}
            {screen(texts, place, simulator.screen)}
            {again}
        </section>
    }
}

#[component]
fn PlaceFields(place: Place) -> impl IntoView {
    match place {
        Place::Lesson(course, here) => view! { <StepFields course=course here=here /> }.into_any(),
        Place::Alone(scenario) => {
            view! { <input type="hidden" name="scenario" value=scenario.to_string() /> }.into_any()
        }
    }
}

fn screen(texts: Texts, place: Place, screen: ScreenView) -> impl IntoView + use<> {
    let address = screen.address.map(|address| {
        view! {
            <p class="screen__address" data-read="">
                <span class="sr-only">{texts.learning_exercise_address()} ": "</span>
                <span dir="ltr">{address}</span>
            </p>
        }
    });
    let here = place.clone();
    let input = screen.input.map(|input| input_form(texts, here, input));
    let actions = (!screen.actions.is_empty()).then(|| {
        let actions = screen.actions.into_iter().map(action).collect_view();
        view! {
            <PostForm action=Act::PATH class="screen__actions">
                <PlaceFields place=place />
                {actions}
            </PostForm>
        }
    });
    view! {
        <div class=frame_class(screen.frame)>
            {address}
            <div class="screen__page">
                <h2 class="screen__title" data-read="">{screen.title}</h2>
                {(!screen.html.is_empty()).then(|| view! { <Html html=screen.html /> })}
                {input}
                {actions}
            </div>
        </div>
    }
}

fn frame_class(frame: Frame) -> &'static str {
    match frame {
        Frame::Computer => "screen screen--computer",
        Frame::Phone => "screen screen--phone",
        Frame::Sms => "screen screen--phone screen--sms",
        Frame::Mail => "screen screen--computer screen--mail",
        Frame::Call => "screen screen--phone screen--call",
        Frame::App => "screen screen--phone screen--app",
    }
}

fn action(action: ActionView) -> impl IntoView {
    let class = match action.look {
        Look::Row => "screen__row",
        Look::Button => "screen__button",
        Look::Link => "screen__link",
    };
    // Not called "action": a field of that name would hide the form's own address from scripts.
    view! {
        <button class=class type="submit" name="pressed" value=action.id.to_string() data-read="">
            <span>{action.label}</span>
            {action.detail.map(|detail| view! { <span class="screen__detail">{detail}</span> })}
        </button>
    }
}

fn input_form(texts: Texts, place: Place, input: InputView) -> impl IntoView + use<> {
    view! {
        <PostForm action=Act::PATH class="screen__input">
            <PlaceFields place=place />
            <TextField label=input.label name="typed" unit=input.unit.unwrap_or_default() autocomplete="off" />
            <SubmitButton label=texts.learning_exercise_typed() kind=ButtonKind::Secondary />
        </PostForm>
    }
}
