//! Changing the schedule in a browser: what is typed into a form becomes an edit, and an edit another document.

mod edit;
mod fields;
mod forms;
mod hours_text;
mod resources_form;
mod typed;
mod views;

pub use edit::{EditProblem, ScheduleEdit};
pub use fields::{FieldProblem, Problem};
pub use forms::{AbsenceForm, ClosingDayForm, EditForm, HoursForm, PlaceForm, ServiceForm, SkillsForm, WEEK};
pub use hours_text::{NotHours, hours_text, parse_hours};
pub use resources_form::{ResourceCount, ResourcesForm};
pub use typed::TypedText;
pub use views::*;
