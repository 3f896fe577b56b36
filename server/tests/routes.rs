//! What the server answers, on both databases, as a browser without JavaScript meets it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "routes/api/mod.rs"]
mod api;
#[path = "routes/assignments.rs"]
mod assignments;
#[path = "routes/bad_forms.rs"]
mod bad_forms;
#[path = "routes/bad_input.rs"]
mod bad_input;
#[path = "routes/booking.rs"]
mod booking;
#[path = "routes/cafe.rs"]
mod cafe;
#[path = "routes/cafe_pictures.rs"]
mod cafe_pictures;
#[path = "routes/cafe_running.rs"]
mod cafe_running;
#[path = "routes/cafe_sketch.rs"]
mod cafe_sketch;
#[path = "routes/class_discussion.rs"]
mod class_discussion;
#[path = "routes/class_editing.rs"]
mod class_editing;
#[path = "routes/class_ending.rs"]
mod class_ending;
#[path = "routes/class_reports.rs"]
mod class_reports;
#[path = "routes/classroom.rs"]
mod classroom;
#[path = "routes/cpr.rs"]
mod cpr;
#[path = "routes/desk/mod.rs"]
mod desk;
#[path = "routes/desk_messages.rs"]
mod desk_messages;
#[path = "routes/drills.rs"]
mod drills;
#[path = "routes/each_field/mod.rs"]
mod each_field;
#[path = "routes/elsewhere.rs"]
mod elsewhere;
#[path = "routes/finding.rs"]
mod finding;
#[path = "routes/following.rs"]
mod following;
#[path = "routes/help_topic.rs"]
mod help_topic;
#[path = "routes/holding.rs"]
mod holding;
#[path = "routes/homework.rs"]
mod homework;
#[path = "routes/impact.rs"]
mod impact;
#[path = "routes/learning.rs"]
mod learning;
#[path = "routes/messages.rs"]
mod messages;
#[path = "routes/money.rs"]
mod money;
#[path = "routes/moving.rs"]
mod moving;
#[path = "routes/needs.rs"]
mod needs;
#[path = "routes/oversight.rs"]
mod oversight;
#[path = "routes/pages.rs"]
mod pages;
#[path = "routes/permissions/mod.rs"]
mod permissions;
#[path = "routes/provider.rs"]
mod provider;
#[path = "routes/reading.rs"]
mod reading;
#[path = "routes/reading_together.rs"]
mod reading_together;
#[path = "routes/recovery.rs"]
mod recovery;
#[path = "routes/review.rs"]
mod review;
#[path = "routes/schedule.rs"]
mod schedule;
#[path = "routes/schedule_document.rs"]
mod schedule_document;
#[path = "routes/schedule_parts.rs"]
mod schedule_parts;
#[path = "routes/schedule_rules.rs"]
mod schedule_rules;
#[path = "routes/schedule_series.rs"]
mod schedule_series;
#[path = "routes/seen.rs"]
mod seen;
#[path = "routes/series.rs"]
mod series;
#[path = "routes/sms_webhook.rs"]
mod sms_webhook;
#[path = "routes/staff.rs"]
mod staff;
#[path = "routes/staff_booking/mod.rs"]
mod staff_booking;
#[path = "routes/staged.rs"]
mod staged;
mod support;
#[path = "routes/tutor.rs"]
mod tutor;
#[path = "routes/visits.rs"]
mod visits;
#[path = "routes/waiting.rs"]
mod waiting;
#[path = "routes/waiting_calls.rs"]
mod waiting_calls;
#[path = "routes/widget.rs"]
mod widget;
