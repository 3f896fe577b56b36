//! The tables as sea-orm sees them. What they mean is told in the migrations.

#![expect(
    unreachable_pub,
    reason = "sea-orm's macros want public models; the modules keep them in this crate"
)]

pub(crate) mod access_log;
pub(crate) mod api_tokens;
pub(crate) mod appointments;
pub(crate) mod assignments;
pub(crate) mod cafe_marks;
pub(crate) mod cafe_messages;
pub(crate) mod cafe_pictures;
pub(crate) mod cafe_questions;
pub(crate) mod cafe_shifts;
pub(crate) mod cafe_volunteers;
pub(crate) mod calendar_feeds;
pub(crate) mod class_groups;
pub(crate) mod class_teachers;
pub(crate) mod classes;
pub(crate) mod discussion_answers;
pub(crate) mod discussions;
pub(crate) mod figures;
pub(crate) mod follow_codes;
pub(crate) mod followers;
pub(crate) mod group_pupils;
pub(crate) mod helped;
pub(crate) mod lesson_records;
pub(crate) mod moved_visitors;
pub(crate) mod occupancy;
pub(crate) mod offers;
pub(crate) mod outbox;
pub(crate) mod pairing_steps;
pub(crate) mod pairing_ticks;
pub(crate) mod pairings;
pub(crate) mod plan_entries;
pub(crate) mod practised;
pub(crate) mod practised_drills;
pub(crate) mod provider_requests;
pub(crate) mod pupils;
pub(crate) mod queue_days;
pub(crate) mod recovery_codes;
pub(crate) mod recovery_guesses;
pub(crate) mod review_cards;
pub(crate) mod schedule_versions;
pub(crate) mod secrets;
pub(crate) mod sessions;
pub(crate) mod shared_readings;
pub(crate) mod sms_received;
pub(crate) mod staff;
pub(crate) mod staff_identities;
pub(crate) mod staff_sign_ins;
pub(crate) mod step_results;
pub(crate) mod support_workers;
pub(crate) mod tickets;
pub(crate) mod visitors;
pub(crate) mod waiting_list;
