//! Tasks: the fenced block that ends a step. Its TOML holds what is asked, and for questions the key.

mod choice;
mod film;
mod placing;
mod question;
mod written;

use domain::ids::{ScenarioId, StepId};
use domain::learning::question::Question;
use domain::learning::{AssignmentView, CalculatorView};
use domain::money::Tool;
use pulldown_cmark::Event;

pub(crate) use self::choice::{read as read_options, read_true_false};
pub(crate) use self::film::Film;
use crate::document::Context;
use crate::fault::FileFaults;
use crate::fields::Fields;
use crate::markdown::{Piece, TaskKind, block_length, outermost, task_kind};
use crate::source::SourceFile;

/// What a step asks people to do.
pub(crate) enum Task {
    Question(Question),
    Simulator(ScenarioId),
    Calculator(CalculatorView),
    Assignment(AssignmentView),
    Film(Film),
}

/// A step's pieces, cut in front of its task.
pub(super) struct Cut<'a> {
    pub(super) text: &'a [Piece<'a>],
    pub(super) task: Option<(TaskKind, &'a [Piece<'a>])>,
}

/// Finds the task of a step, which must be one and must stand last.
pub(super) fn cut<'a>(pieces: &'a [Piece<'a>], faults: &FileFaults) -> Cut<'a> {
    let mut tasks = outermost(pieces).filter_map(|index| Some((index, task_kind(&pieces[index])?)));
    let Some((first, kind)) = tasks.next() else {
        return Cut {
            text: pieces,
            task: None,
        };
    };
    for (index, _) in tasks {
        faults.error(
            pieces[index].at,
            "The step has more than one task",
            "keep one, or cut the step in two",
        );
    }
    let end = first + block_length(&pieces[first..]);
    if let Some(after) = pieces.get(end).filter(|piece| task_kind(piece).is_none()) {
        faults.error(
            after.at,
            "Text stands after the task",
            "move it before the task, which ends its step",
        );
    }
    Cut {
        text: &pieces[..first],
        task: Some((kind, &pieces[first..end])),
    }
}

/// Reads the block that these pieces are. What is shown mixed is mixed by the step's id.
pub(super) fn read(
    context: &Context,
    source: &SourceFile,
    (kind, block): (TaskKind, &[Piece]),
    step: &StepId,
    faults: &FileFaults,
) -> Option<Task> {
    let (start, end) = toml_of(block)?;
    let mut fields = Fields::parse(faults, &source.text[start..end], start, kind.as_str())?;
    let task = match kind {
        TaskKind::Question => question::read(context, source.locale, &mut fields, step).map(Task::Question),
        TaskKind::Simulator => read_simulator(context, &mut fields).map(Task::Simulator),
        TaskKind::Calculator => read_calculator(&mut fields).map(Task::Calculator),
        TaskKind::Assignment => read_assignment(&mut fields).map(Task::Assignment),
        TaskKind::Film => film::read(context, source, &mut fields).map(Task::Film),
    };
    fields.finish();
    task
}

impl Task {
    /// Whether a translated task can be solved by the same answers as its original.
    pub(super) fn agrees(&self, original: &Self) -> bool {
        match (self, original) {
            (Self::Question(translated), Self::Question(original)) => question::agree(translated, original),
            (Self::Simulator(translated), Self::Simulator(original)) => translated == original,
            (Self::Calculator(translated), Self::Calculator(original)) => translated.path == original.path,
            (Self::Assignment(_), Self::Assignment(_)) | (Self::Film(_), Self::Film(_)) => true,
            _ => false,
        }
    }

    /// The block that it stands in, as files name it.
    pub(crate) fn block(&self) -> &'static str {
        let kind = match self {
            Self::Question(_) => TaskKind::Question,
            Self::Simulator(_) => TaskKind::Simulator,
            Self::Calculator(_) => TaskKind::Calculator,
            Self::Assignment(_) => TaskKind::Assignment,
            Self::Film(_) => TaskKind::Film,
        };
        kind.as_str()
    }

    /// Which kind of question it is, as files name it.
    pub(crate) fn question_kind(&self) -> Option<&'static str> {
        match self {
            Self::Question(question) => Some(question::kind(question)),
            _ => None,
        }
    }

    /// The scenario that it lets people practise.
    pub(crate) fn scenario(&self) -> Option<&ScenarioId> {
        match self {
            Self::Simulator(scenario) => Some(scenario),
            _ => None,
        }
    }

    /// Whether it has a right answer, so that it counts towards "Klar".
    pub(crate) fn is_graded(&self) -> bool {
        matches!(self, Self::Question(_) | Self::Simulator(_))
    }
}

/// Where the TOML of a block stands in its file. An empty block has none, in the line of its fence.
pub(crate) fn toml_of(block: &[Piece]) -> Option<(usize, usize)> {
    let lines = || block.iter().filter(|piece| matches!(piece.event, Event::Text(_)));
    match (lines().next(), lines().next_back()) {
        (Some(first), Some(last)) => Some((first.at, last.end)),
        _ => block.first().map(|fence| (fence.at + 1, fence.at + 1)),
    }
}

fn read_simulator(context: &Context, fields: &mut Fields) -> Option<ScenarioId> {
    let scenario = fields.located_text("scenario")?;
    let id = ScenarioId::parse(&scenario.value).ok();
    let known = id.filter(|id| context.addresses.has(&format!("/oevelser/{id}")));
    if known.is_none() {
        fields.faults().error(
            scenario.at,
            format!("There is no scenario `{}`", scenario.value),
            "use the name of a file in simulators/, without its language and ending",
        );
    }
    known
}

fn read_calculator(fields: &mut Fields) -> Option<CalculatorView> {
    let tool = fields.one_of("tool", &Tool::ALL.map(|tool| (tool.as_str(), tool)));
    let prompt = fields.text("prompt");
    Some(CalculatorView {
        path: tool?.path().to_owned(),
        prompt: prompt?,
    })
}

fn read_assignment(fields: &mut Fields) -> Option<AssignmentView> {
    let prompt = fields.text("prompt");
    let items = fields.texts("items");
    Some(AssignmentView {
        prompt: prompt?,
        items: items?.into_iter().map(|item| item.value).collect(),
    })
}
