//! Classes and the pupils in them.
//!
//! Every query of a teacher names them beside the class, so nobody reaches a class that is not theirs. A pupil's progress is
//! that of their visitor; when the class ends it goes with the pupil, unless a recovery code leads to it.

mod assignments;
mod class;
mod codes;
mod discussions;
mod ending;
mod groups;
mod joining;
mod live;
mod making;
mod news;
mod pupils;
mod teachers;
mod work;

pub use assignments::{Assignment, assign, assignments, assignments_of_pupil, withdraw};
pub use class::{Class, class_of, classes_of, set_last_day, set_lesson};
pub use codes::{class_code, sign_in_code};
pub use discussions::{answer_question, close_question, latest_question, own_answer, put_question};
pub(crate) use ending::erase_ended;
pub use ending::{erase_class, remove_pupil};
pub use groups::{Group, change_group, groups, make_group, remove_group};
pub use joining::{
    Device, JoinOutcome, Joined, WRONG_CODES_A_DEVICE, WRONG_CODES_AN_HOUR, class_by_code, join, leave,
    signed_in_pupil, wrong_codes_this_hour,
};
pub use live::{Whereabouts, ask_for_help, come, note_helped, take_back, whereabouts};
pub use making::{AddOutcome, add_pupils, make_class, renew_card, renew_class_code};
pub(crate) use news::ClassNews;
pub use news::{changes, relay_changes, tell};
pub(crate) use pupils::hand_over;
pub use pupils::{Pupil, pupils};
pub use teachers::{add_teacher, teachers};
pub use work::{WhichCourses, class_work, note_practice, pupil_work};
