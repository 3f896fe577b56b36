//! What somebody practises: the exercise they are at, and how each drill has gone of late.

use serde::{Deserialize, Serialize};

use super::answer::DrillProblem;
use super::exercise::{DrillGrade, Exercise, exercise};
use super::kind::{Drill, DrillKind, Level};
use super::practice::{FirstAnswer, Practice};
use super::practice_count::PracticeCount;
use super::random::Seed;
use crate::count;
use crate::cpr::hide_cpr_in_each;
use crate::learning::question::MAX_WRITTEN;

/// All that is kept of somebody who practises. It holds no name, and lies in the session alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrillWork {
    current: Option<CurrentExercise>,
    practised: Vec<PractisedDrill>,
}

/// The exercise that somebody is at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CurrentExercise {
    pub drill: Drill,
    pub seed: Seed,
    /// How many of its steps are shown.
    pub steps: i64,
    /// What was typed last, field by field.
    pub given: Vec<String>,
    /// An answer has been graded, so the first one is noted.
    answered: bool,
    /// A right answer has been given, so it is counted once.
    #[serde(default)]
    solved: bool,
}

/// How one drill has gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct PractisedDrill {
    drill: Drill,
    practice: Practice,
}

impl CurrentExercise {
    /// An exercise that nothing has been done to.
    pub fn new(drill: Drill, seed: Seed) -> Self {
        Self {
            drill,
            seed,
            steps: 0,
            given: Vec::new(),
            answered: false,
            solved: false,
        }
    }

    /// The exercise itself.
    pub fn exercise(&self) -> Exercise {
        exercise(self.drill, self.seed)
    }

    /// How the latest answer went; nothing before there is one.
    pub fn outcome(&self) -> Option<Result<DrillGrade, DrillProblem>> {
        (!self.given.is_empty()).then(|| self.exercise().grade(&self.given))
    }
}

impl DrillWork {
    /// The exercise somebody is at in a drill, if they are at one.
    pub fn current(&self, drill: Drill) -> Option<&CurrentExercise> {
        self.current.as_ref().filter(|current| current.drill == drill)
    }

    /// How a drill has gone of late.
    pub fn practice(&self, drill: Drill) -> Practice {
        let known = self.practised.iter().find(|known| known.drill == drill);
        known.map(|known| known.practice.clone()).unwrap_or_default()
    }

    /// The hardest level of a kind that somebody has practised, or may go on to.
    pub fn reached(&self, kind: DrillKind) -> Option<Level> {
        let levels = self.practised.iter().filter(|known| known.drill.kind == kind);
        let reached = levels.map(|known| known.practice.reached(known.drill.level));
        reached.max()
    }

    /// Goes to another exercise.
    pub fn begin(&mut self, drill: Drill, seed: Seed) {
        self.current = Some(CurrentExercise::new(drill, seed));
    }

    /// Grades an answer and keeps it, and tells what it adds to what has been practised. What is too long to be an answer is
    /// kept cut off: it is told to be too long all the same. What looks like a CPR number is no answer, and not kept either.
    pub fn answer(&mut self, drill: Drill, seed: Seed, given: Vec<String>) -> PracticeCount {
        let current = self.at(drill, seed);
        let fields = current.exercise().answer.fields().len();
        let short = |text: String| text.chars().take(MAX_WRITTEN + 1).collect();
        let mut given: Vec<String> = hide_cpr_in_each(&given)
            .into_iter()
            .map(short)
            .take(fields)
            .collect();
        given.resize(fields, String::new());
        current.given = given;
        let Some(Ok(grade)) = current.outcome() else {
            return PracticeCount::NONE;
        };
        let is_right = grade == DrillGrade::Right;
        let mut more = PracticeCount {
            solved: i64::from(is_right && !current.solved),
            ..PracticeCount::NONE
        };
        current.solved |= is_right;
        if current.answered {
            return more;
        }
        current.answered = true;
        more.answered = 1;
        let first = if is_right && current.steps == 0 {
            more.right_at_once = 1;
            FirstAnswer::Right
        } else {
            FirstAnswer::NotYet
        };
        self.note(drill, first);
        more
    }

    /// Shows one more step, if there is one.
    pub fn hint(&mut self, drill: Drill, seed: Seed) {
        let current = self.at(drill, seed);
        current.steps = (current.steps + 1).min(count(&current.exercise().steps));
    }

    /// The current exercise; another one where somebody has gone on from it on another page.
    fn at(&mut self, drill: Drill, seed: Seed) -> &mut CurrentExercise {
        let is_other = |current: &CurrentExercise| current.drill != drill || current.seed != seed;
        if self.current.as_ref().is_some_and(is_other) {
            self.current = None;
        }
        self.current
            .get_or_insert_with(|| CurrentExercise::new(drill, seed))
    }

    fn note(&mut self, drill: Drill, first: FirstAnswer) {
        if let Some(known) = self.practised.iter_mut().find(|known| known.drill == drill) {
            known.practice.note(first);
            return;
        }
        let mut practice = Practice::default();
        practice.note(first);
        self.practised.push(PractisedDrill { drill, practice });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drills::practice::Advice;

    const TABLES: Drill = Drill {
        kind: DrillKind::Multiplication,
        level: Level::First,
    };

    fn right(seed: Seed) -> Vec<String> {
        exercise(TABLES, seed).answer.written()
    }

    #[test]
    fn only_the_first_answer_counts() {
        let mut work = DrillWork::default();
        let seed = Seed::new(1);
        work.answer(TABLES, seed, vec!["0".to_owned()]);
        work.answer(TABLES, seed, right(seed));
        let current = work.current(TABLES).unwrap();
        assert_eq!(current.outcome(), Some(Ok(DrillGrade::Right)));
        assert_eq!(
            (work.practice(TABLES).right(), work.practice(TABLES).answered()),
            (0, 1)
        );
        work.answer(TABLES, Seed::new(2), right(Seed::new(2)));
        assert_eq!(
            (work.practice(TABLES).right(), work.practice(TABLES).answered()),
            (1, 2)
        );
    }

    #[test]
    fn an_exercise_is_counted_once_however_often_it_is_answered() {
        let mut work = DrillWork::default();
        let seed = Seed::new(1);
        let wrong = vec!["0".to_owned()];
        let answers = [wrong.clone(), right(seed), wrong, right(seed)];
        let counts = answers.map(|given| work.answer(TABLES, seed, given));
        let counts = counts.map(|count| (count.answered, count.right_at_once, count.solved));
        assert_eq!(counts, [(1, 0, 0), (0, 0, 1), (0, 0, 0), (0, 0, 0)]);
        let at_once = work.answer(TABLES, Seed::new(2), right(Seed::new(2)));
        assert_eq!(
            (at_once.answered, at_once.right_at_once, at_once.solved),
            (1, 1, 1)
        );
    }

    #[test]
    fn an_answer_after_a_hint_is_right_but_not_at_once() {
        let mut work = DrillWork::default();
        let seed = Seed::new(3);
        work.hint(TABLES, seed);
        work.answer(TABLES, seed, right(seed));
        assert_eq!(work.practice(TABLES).right(), 0);
        assert_eq!(work.practice(TABLES).answered(), 1);
    }

    #[test]
    fn what_cannot_be_graded_is_no_answer() {
        let mut work = DrillWork::default();
        for given in [
            vec![],
            vec![" ".to_owned()],
            vec!["syv".to_owned()],
            vec!["9".repeat(100_000)],
        ] {
            work.answer(TABLES, Seed::new(4), given);
            assert!(matches!(work.current(TABLES).unwrap().outcome(), Some(Err(_))));
            assert_eq!(work.practice(TABLES).answered(), 0);
        }
        let json = serde_json::to_string(&work).unwrap();
        assert!(json.len() < 1000, "what is kept stays small");
    }

    #[test]
    fn there_are_no_more_hints_than_steps() {
        let mut work = DrillWork::default();
        for _ in 0..20 {
            work.hint(TABLES, Seed::new(5));
        }
        let current = work.current(TABLES).unwrap();
        assert_eq!(current.steps, count(&current.exercise().steps));
    }

    #[test]
    fn the_level_follows_the_child() {
        let mut work = DrillWork::default();
        assert_eq!(work.reached(TABLES.kind), None);
        for number in 0..10 {
            let seed = Seed::new(number);
            work.begin(TABLES, seed);
            work.answer(TABLES, seed, right(seed));
        }
        assert_eq!(
            work.practice(TABLES).advice(TABLES.level),
            Some(Advice::Harder(Level::Second))
        );
        assert_eq!(work.reached(TABLES.kind), Some(Level::Second));
        assert_eq!(work.reached(DrillKind::Addition), None);
    }

    #[test]
    fn everything_that_can_be_practised_fits_into_a_session() {
        let mut work = DrillWork::default();
        for drill in Drill::all() {
            for number in 0..20 {
                let seed = Seed::new(number);
                work.answer(drill, seed, exercise(drill, seed).answer.written());
            }
        }
        let json = serde_json::to_string(&work).unwrap();
        assert!(json.len() < 16_000, "{}", json.len());
    }
}
