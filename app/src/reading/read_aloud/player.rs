//! Reads the page's sentences one after another.

use domain::reading::Speed;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::prelude::Closure;
use web_sys::{SpeechSynthesisUtterance, js_sys::Function};

use super::passages::{Passage, passages};
use super::voices::{synthesis, voice};
use super::{speed, spotlight};

/// What is happening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Silent,
    Reading,
    Paused,
    /// The browser gave up.
    Failed,
}

/// Reads what is marked. It falls silent when the page that it stands on goes away.
#[derive(Clone, Copy)]
pub struct Player {
    state: RwSignal<State>,
    speed: RwSignal<Speed>,
    script: StoredValue<Script, LocalStorage>,
}

/// What is to be read, and how far it has been.
#[derive(Default)]
struct Script {
    passages: Vec<Passage>,
    at: usize,
    /// The sentence that is being read. Browsers forget to tell of its end when nobody holds on to it.
    spoken: Option<Spoken>,
}

impl Player {
    pub fn new() -> Self {
        let player = Self {
            state: RwSignal::new(State::Silent),
            speed: RwSignal::new(speed::remembered()),
            script: StoredValue::new_local(Script::default()),
        };
        // Some browsers read on after the page has been left.
        let leaving = window_event_listener_untyped("pagehide", move |_| player.stop());
        on_cleanup(move || {
            leaving.remove();
            // The bar is going: whoever heard of a new state now would ask for it when it has gone.
            player.hush();
            spotlight::clear();
        });
        player
    }

    pub fn state(self) -> State {
        self.state.get()
    }

    /// Whether there is something to stop.
    pub fn is_begun(self) -> bool {
        matches!(self.state.get(), State::Reading | State::Paused)
    }

    pub fn speed(self) -> Speed {
        self.speed.get()
    }

    /// How fast it reads from the next sentence on, also on other pages.
    pub fn set_speed(self, speed: Speed) {
        self.speed.set(speed);
        speed::remember(speed);
    }

    /// The main button: begin, pause or go on.
    pub fn press(self) {
        match self.state.get_untracked() {
            State::Silent | State::Failed => {
                let passages = passages();
                self.script.set_value(Script {
                    passages,
                    ..Script::default()
                });
                self.read_on();
            }
            State::Paused => self.read_on(),
            State::Reading => self.pause(),
        }
    }

    /// Ends the reading; it begins anew at the top.
    pub fn stop(self) {
        self.be_silent(State::Silent);
        spotlight::clear();
    }

    /// Browsers' own pause does not work everywhere; and who comes back is glad to hear the sentence from its beginning.
    fn pause(self) {
        self.be_silent(State::Paused);
    }

    fn be_silent(self, state: State) {
        self.hush();
        // Where the bar has gone there is no state to set.
        self.state.try_set(state);
    }

    /// Breaks off the sentence that is being read, if there is one.
    fn hush(self) {
        let spoken = self.script.try_update_value(|script| script.spoken.take());
        if spoken.flatten().is_some()
            && let Some(synthesis) = synthesis()
        {
            synthesis.cancel();
        }
    }

    /// Reads the sentence that has been come to, or ends after the last.
    fn read_on(self) {
        let passage = self.script.try_update_value(Script::passage).flatten();
        let Some(passage) = passage else {
            self.stop();
            return;
        };
        spotlight::show(&passage.place);
        match Spoken::begin(&passage, self) {
            Some(spoken) => {
                self.script.update_value(|script| script.spoken = Some(spoken));
                self.state.set(State::Reading);
            }
            None => self.fail(),
        }
    }

    fn next(self) {
        self.script.try_update_value(|script| script.at += 1);
        self.read_on();
    }

    fn fail(self) {
        self.stop();
        self.state.try_set(State::Failed);
    }
}

impl Script {
    /// The sentence that has been come to. Those that have gone from the page since the reading began are passed over.
    fn passage(&mut self) -> Option<Passage> {
        let is_there = |passage: &Passage| {
            let node = passage.place.start_container();
            node.is_ok_and(|node| node.is_connected())
        };
        let ahead = self.passages.get(self.at..)?.iter().position(is_there)?;
        self.at += ahead;
        self.passages.get(self.at).cloned()
    }
}

/// A sentence in the browser's mouth.
struct Spoken {
    utterance: SpeechSynthesisUtterance,
    _ended: Closure<dyn FnMut()>,
    _failed: Closure<dyn FnMut()>,
}

impl Spoken {
    fn begin(passage: &Passage, player: Player) -> Option<Self> {
        let utterance = SpeechSynthesisUtterance::new_with_text(&passage.text).ok()?;
        utterance.set_lang(&passage.language);
        utterance.set_voice(voice(&passage.language).as_ref());
        utterance.set_rate(player.speed.get_untracked().rate());
        let ended = Closure::new(move || player.next());
        let failed = Closure::new(move || player.fail());
        utterance.set_onend(Some(function(&ended)));
        utterance.set_onerror(Some(function(&failed)));
        synthesis()?.speak(&utterance);
        Some(Self {
            utterance,
            _ended: ended,
            _failed: failed,
        })
    }
}

impl Drop for Spoken {
    /// A sentence that was broken off ends or fails too, and nobody is to hear of it.
    fn drop(&mut self) {
        self.utterance.set_onend(None);
        self.utterance.set_onerror(None);
    }
}

fn function(closure: &Closure<dyn FnMut()>) -> &Function {
    closure.as_ref().unchecked_ref()
}
