//! Changing the schedule in a browser: what is typed into a form becomes an edit, and an edit another document.

mod absence_form;
mod addition;
mod closing_day_form;
mod edit;
mod fields;
mod forms;
mod hours_form;
mod hours_text;
mod new_forms;
mod new_id;
mod place_form;
mod removal;
mod resources_form;
mod service_form;
mod skills_form;
mod typed;
mod views;

pub use absence_form::AbsenceForm;
pub use addition::Addition;
pub use closing_day_form::ClosingDayForm;
pub use edit::{EditProblem, ScheduleEdit};
pub use fields::{FieldProblem, Problem};
pub use forms::EditForm;
pub use hours_form::{HoursForm, WEEK};
pub use hours_text::{NotHours, hours_text, parse_hours};
pub use new_forms::{NewAdviserForm, NewServiceForm};
pub use new_id::UsedIds;
pub use place_form::PlaceForm;
pub use removal::Removal;
pub use resources_form::{ResourceCount, ResourcesForm};
pub use service_form::ServiceForm;
pub use skills_form::SkillsForm;
pub use typed::TypedText;
pub use views::*;
