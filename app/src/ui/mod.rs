//! The components of the interface: Det Fælles Designsystem's HTML and class names, in our own dress.
//!
//! One component a file; its style lies in `style/components` under the same name. A component takes its texts as props and
//! knows no feature, so it can be shown alone in the [`GalleryPage`]. It is whole in the HTML that the server sends: the
//! browser only adds what nobody needs, such as moving the focus after a navigation.

#![allow(
    unreachable_pub,
    reason = "`#[component]` makes a hidden public function beside each component"
)]

mod accordion;
mod alert;
mod breadcrumb;
mod button;
mod card;
mod chart;
mod choice_group;
mod door_card;
mod error_notice;
mod error_summary;
mod field_set;
mod file_field;
mod focus;
mod foreign_text;
#[cfg(debug_assertions)]
mod gallery;
mod html;
mod icon;
mod labelled_select;
mod language_switch;
mod ledger;
mod mark;
mod modal;
mod month_calendar;
mod note;
mod number_field;
mod page_title;
mod pagination;
mod place_rows;
mod print_button;
mod progress_line;
mod qr_code;
mod refresh;
mod result_count;
mod reveal_choice;
mod search_field;
mod select;
mod skip_link;
mod sources;
mod speech_bubbles;
mod spot_picture;
mod summary_list;
mod table;
mod tag;
mod text_area;
mod text_field;
mod ticket;
mod time_row;
mod write_lines;

pub use accordion::Accordion;
pub use alert::{Alert, AlertKind};
pub use breadcrumb::Breadcrumb;
pub use button::{ButtonKind, ButtonRow, LinkButton, SubmitButton};
pub use card::{Card, CardGrid, Tint};
pub use chart::{BarChart, ChartBar, StackedBar, StackedPart, scale_lines};
pub use choice_group::{Choice, ChoiceGroup, ChoiceKind, Verdict, choice_id};
pub use door_card::DoorCard;
pub use error_notice::ErrorNotice;
pub use error_summary::ErrorSummary;
pub use field_set::FieldSet;
#[cfg(feature = "hydrate")]
pub use field_set::field_id;
pub use file_field::FileField;
pub use foreign_text::ForeignText;
#[cfg(debug_assertions)]
pub use gallery::GalleryPage;
pub use html::Html;
pub use icon::{Icon, IconShape};
pub use labelled_select::LabelledSelect;
pub use language_switch::{LanguageLink, LanguageSwitch};
pub use ledger::{Ledger, LedgerLine};
pub use mark::{Mark, PRODUCT_NAME};
pub use modal::{Modal, ModalButton};
pub use month_calendar::{CalendarDay, CalendarWeek, MonthCalendar};
pub use note::Note;
pub use number_field::{Digits, NumberField};
pub use page_title::{PageTitle, remember_first_page};
pub use pagination::Pagination;
pub use place_rows::{PlaceOption, PlaceRow, PlaceRows};
pub use print_button::PrintButton;
pub use progress_line::{ProgressLine, StepIndicator};
pub use qr_code::QrCode;
pub use refresh::RefreshWithoutScript;
pub use result_count::{ResultCount, remember_first_results};
pub use reveal_choice::RevealChoice;
pub use search_field::SearchField;
pub use select::Select;
pub use skip_link::SkipLink;
pub use sources::Sources;
pub use speech_bubbles::SpeechBubbles;
pub use spot_picture::SpotPicture;
pub use summary_list::SummaryList;
pub use table::{CaptionFor, Table};
pub use tag::{Tag, TagChoices, TagLink, TagOption};
pub use text_area::TextArea;
pub use text_field::{InputType, TextField};
pub use ticket::Ticket;
pub use time_row::{DayHeading, TimeButton, TimeRow};
pub use write_lines::WriteLines;

/// An optional text prop is left out as an empty string.
fn non_empty(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}
