//! Every column that holds a text is either said to hold words of people or about them, with when they go, or not to. A new column
//! fails this test until somebody has thought about it.

use std::collections::BTreeSet;

use sea_orm::FromQueryResult;

use crate::support::{Kind, on_each_database, rows};

/// Table, columns with words of people or about them, and when they go; see `retention.rs`, whose tests show that they do.
const ABOUT_PEOPLE: [[&str; 3]; 16] = [
    [
        "appointments",
        "contact contact_kind name needs note topic visit_address",
        "PERSON_DAYS after its end, or after it was cancelled",
    ],
    ["cafe_marks", "mark", "CAFE_DAYS, with the question"],
    ["cafe_messages", "body", "CAFE_DAYS, with the question"],
    ["cafe_questions", "next_try", "CAFE_DAYS"],
    ["class_groups", "name", "with the class"],
    ["classes", "name", "the day after the class's last day"],
    ["discussions", "question", "with the class"],
    [
        "outbox",
        "attachment body_html body_text last_error recipient subject",
        "texts when sent, the rest after MESSAGE_DAYS",
    ],
    ["plan_entries", "task", "VISITOR_DAYS, with the visitor"],
    ["pupils", "name", "with the class"],
    [
        "sessions",
        "data",
        "with the session; what was typed about people after PERSON_DAYS",
    ],
    ["shared_readings", "book what", "READING_DAYS"],
    ["staff", "display_name username", "with the account"],
    ["step_results", "last_answer", "VISITOR_DAYS, with the visitor"],
    ["support_workers", "name organisation", "SUPPORT_WORKER_DAYS"],
    [
        "waiting_list",
        "email name needs phone suiting",
        "when a time is booked or they leave, at the latest after WAITING_DAYS",
    ],
];

/// Table, and columns that hold the program's own words: ids, hashes, days, states.
const ABOUT_NOBODY: [[&str; 2]; 40] = [
    ["access_log", "day seen_in"],
    ["api_tokens", "name scopes token_hash workplaces"],
    [
        "appointments",
        "adviser code_hash idempotency_key locale location sealed_code series service status way",
    ],
    ["assignments", "course drill_kind due_day from_day lessons"],
    ["cafe_marks", "sender"],
    ["cafe_messages", "sender"],
    ["cafe_questions", "code_hash language subject"],
    [
        "cafe_volunteers",
        "attest_checked_on attest_valid_until languages subjects tools",
    ],
    ["calendar_feeds", "adviser token_hash"],
    ["classes", "code_hash ends_on"],
    ["discussions", "answers counts"],
    ["figures", "day location service"],
    ["follow_codes", "code_hash"],
    ["lesson_records", "course criterion lesson steps"],
    ["occupancy", "hold resource"],
    ["offers", "day first_free location service"],
    ["outbox", "attachment_name batch channel kind problem"],
    ["pairing_steps", "step"],
    ["pairing_ticks", "step"],
    ["pairings", "code_hash course lesson step"],
    ["plan_entries", "subject"],
    ["practised", "day kind"],
    ["practised_drills", "kind"],
    ["provider_requests", "nonce state_hash verifier"],
    ["pupils", "code_hash"],
    ["queue_days", "date location"],
    ["recovery_codes", "code_hash"],
    ["recovery_guesses", "bucket"],
    ["review_cards", "course step"],
    ["schedule_versions", "document"],
    ["secrets", "name value"],
    ["sessions", "id"],
    ["sms_received", "signature"],
    ["staff", "adviser password_hash role workplaces"],
    ["staff_identities", "identity_hash"],
    ["staff_sign_ins", "assurance identity_hash session_hash"],
    ["step_results", "course step"],
    ["support_workers", "code_hash"],
    [
        "tickets",
        "adviser counter date key kind location missed_reason outcome service state",
    ],
    ["waiting_list", "code_hash locale location offer_hold service way"],
];

#[derive(FromQueryResult)]
struct Column {
    name: String,
}

#[tokio::test]
async fn it_is_known_of_every_text_whether_it_is_about_people_and_when_it_goes() {
    on_each_database(async |database| {
        let sql = match database.kind {
            Kind::Sqlite => {
                "SELECT m.name || '.' || p.name AS name FROM sqlite_master m JOIN pragma_table_info(m.name) p \
                 WHERE m.type = 'table' AND upper(p.type) LIKE '%TEXT%'"
            }
            Kind::Postgres => {
                "SELECT table_name || '.' || column_name AS name FROM information_schema.columns \
                 WHERE table_schema = current_schema() AND data_type = 'text'"
            }
        };
        let there = rows::<Column>(&database, sql).await.into_iter();
        let there: BTreeSet<_> = there
            .map(|column| column.name)
            .filter(|name| !name.starts_with("seaql_"))
            .collect();
        let about_people = ABOUT_PEOPLE.iter().map(|[table, columns, _]| (table, columns));
        let about_nobody = ABOUT_NOBODY.iter().map(|[table, columns]| (table, columns));
        let known: BTreeSet<_> = about_people
            .chain(about_nobody)
            .flat_map(|(table, columns)| columns.split(' ').map(move |column| format!("{table}.{column}")))
            .collect();
        let unknown: Vec<_> = there.symmetric_difference(&known).collect();
        assert!(unknown.is_empty(), "say what they hold: {unknown:?}");
    })
    .await;
}
