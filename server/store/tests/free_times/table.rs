//! The table: what stands in the schedule, what is taken, and what is free then.

/// What somebody has of the adviser's time: from when, as UTC, and for how many minutes.
pub(super) type Span = (&'static str, i64);

/// How a time came to be taken, or not.
pub(super) enum Taken {
    Booked(Span),
    Cancelled(Span),
    /// From the first to the second.
    Moved(Span, Span),
    Held(Span),
    /// Somebody left the form ten minutes ago.
    HeldInVain(Span),
}

use Taken::{Booked, Cancelled, Held, HeldInVain, Moved};

/// A row of the table.
pub(super) struct Case {
    pub(super) name: &'static str,
    /// What is different from [`municipality`].
    pub(super) rules: Rules,
    pub(super) taken: &'static [Taken],
    /// The day that is looked at, in Denmark.
    pub(super) day: &'static str,
    /// What Danish clocks show when each free time begins.
    pub(super) free: &'static str,
}

/// A place in the document, and what stands there instead.
pub(super) type Rules = &'static [(&'static str, &'static str)];

pub(super) const MORNING: &str = "09:00 09:30 10:00 10:30";
const SHIFT: &str = "/advisers/0/shifts";
pub(super) const WEDNESDAY: &str = "2026-11-25";

#[rustfmt::skip]
pub(super) const TABLE: &[Case] = &[
    case("nothing is booked", &[], &[], WEDNESDAY, MORNING),
    case("booked", &[], &[Booked(("2026-11-25T08:30Z", 30))], WEDNESDAY, "09:00 10:00 10:30"),
    case("cancelled", &[], &[Cancelled(("2026-11-25T08:30Z", 30))], WEDNESDAY, MORNING),
    case("moved", &[], &[Moved(("2026-11-25T08:30Z", 30), ("2026-11-25T09:30Z", 30))], WEDNESDAY, "09:00 09:30 10:00"),
    case("moved by five minutes", &[], &[Moved(("2026-11-25T08:30Z", 30), ("2026-11-25T08:35Z", 30))], WEDNESDAY, "09:00 10:30"),
    case("held", &[], &[Held(("2026-11-25T08:30Z", 30))], WEDNESDAY, "09:00 10:00 10:30"),
    case("the hold has run out", &[], &[HeldInVain(("2026-11-25T08:30Z", 30))], WEDNESDAY, MORNING),
    // Capacity.
    case("a colleague is free", TWO_ADVISERS, &[Booked(("2026-11-25T08:30Z", 30))], WEDNESDAY, MORNING),
    case("one seat of two", TWO_SEATS, &[Booked(("2026-11-25T08:30Z", 30))], WEDNESDAY, MORNING),
    case("both seats", TWO_SEATS, &[Booked(("2026-11-25T08:30Z", 30)), Held(("2026-11-25T08:30Z", 30))], WEDNESDAY, "09:00 10:00 10:30"),
    // Durations.
    case("a short one ends within a time", &[], &[Booked(("2026-11-25T08:10Z", 5))], WEDNESDAY, "09:30 10:00 10:30"),
    case("a long one lies over three", &[], &[Booked(("2026-11-25T08:25Z", 40))], WEDNESDAY, "10:30"),
    case("a long one is wanted", &[("/services/0/duration_minutes", "60")], &[Booked(("2026-11-25T09:00Z", 5))], WEDNESDAY, "09:00"),
    case("a finer grid", &[("/services/0/start_every_minutes", "15")], &[Booked(("2026-11-25T08:45Z", 30))], WEDNESDAY, "09:00 09:15 10:15 10:30"),
    // Buffers.
    case("time afterwards", &[("/services/0/buffer_after_minutes", "15")], &[Booked(("2026-11-25T09:05Z", 5))], WEDNESDAY, "09:00"),
    case("time before", &[("/services/0/buffer_before_minutes", "15")], &[Booked(("2026-11-25T08:50Z", 5))], WEDNESDAY, "10:30"),
    // Rules.
    case("shifts that overlap are one", &[(SHIFT, r#"[{"location":"place","weekday":3,"from":"09:00","to":"10:15"},{"location":"place","weekday":3,"from":"10:00","to":"11:00"}]"#)], &[], WEDNESDAY, MORNING),
    case("the place closes earlier", &[("/locations/0/hours", r#"[{"weekday":3,"opens":"09:30","closes":"10:30"}]"#)], &[], WEDNESDAY, "09:30 10:00"),
    case("a week that is in turn", EVERY_SECOND_WEEK, &[], WEDNESDAY, MORNING),
    case("a week that is not", EVERY_SECOND_WEEK, &[], "2026-12-02", ""),
    case("the fourth of its month", FOURTH_WEDNESDAY, &[], WEDNESDAY, MORNING),
    case("the third of its month", FOURTH_WEDNESDAY, &[], "2026-11-18", ""),
    case("the last of its month", LAST_WEDNESDAY, &[], WEDNESDAY, MORNING),
    case("the last but one", LAST_WEDNESDAY, &[], "2026-11-18", ""),
    case("the first day that it holds", A_WEEK_ALONE, &[], WEDNESDAY, MORNING),
    case("the week before", A_WEEK_ALONE, &[], "2026-11-18", ""),
    case("the week after", A_WEEK_ALONE, &[], "2026-12-02", ""),
    case("not on this date", EXCEPTIONS, &[], WEDNESDAY, ""),
    case("at other hours on this date", EXCEPTIONS, &[], "2026-12-02", "13:00 13:30"),
    case("a week without an exception", EXCEPTIONS, &[], "2026-12-09", MORNING),
    case("closed", &[("/closing_days", r#"[{"date":"2026-11-25","reason":{"da":"Flytning"}}]"#)], &[], WEDNESDAY, ""),
    case("a public holiday", &[], &[], "2026-12-25", ""),
    case("away until ten", &[("/advisers/0/absences", r#"[{"from":"2026-11-25T00:00","to":"2026-11-25T10:00","reason":"meeting"}]"#)], &[], WEDNESDAY, "10:00 10:30"),
    // Now is 4 o'clock in the night of 1 January 2026.
    case("the last day that can be booked", &[("/booking/horizon_days", "7")], &[], "2026-01-07", MORNING),
    case("the day after it", &[("/booking/horizon_days", "7")], &[], "2026-01-08", ""),
    case("too soon", &[("/booking/lead_minutes", "1769")], &[], "2026-01-02", "09:30 10:00 10:30"),
    case("exactly when the lead time is over", &[("/booking/lead_minutes", "1770")], &[], "2026-01-02", "09:30 10:00 10:30"),
    case("a minute too soon", &[("/booking/lead_minutes", "1771")], &[], "2026-01-02", "10:00 10:30"),
    // What is kept for those who do not book online is the end of the stretch.
    case("half of it is kept", &[("/locations/0/kept", r#"{"walk_ins":30,"staff":10,"accompanied":10}"#)], &[], WEDNESDAY, "09:00 09:30"),
    // Clocks.
    case("the night in March", NIGHT, &[], "2026-03-29", "01:00 01:30 03:00 03:30"),
    case("booked over the hour that there is not", NIGHT, &[Booked(("2026-03-29T00:45Z", 30))], "2026-03-29", "01:00 03:30"),
    case("the night in October", NIGHT, &[], "2026-10-25", "01:00 01:30 02:00 02:30 02:00 02:30 03:00 03:30"),
    case("booked in the second of two hours", NIGHT, &[Booked(("2026-10-25T01:00Z", 30))], "2026-10-25", "01:00 01:30 02:00 02:30 02:30 03:00 03:30"),
    case("before midnight", OVER_MIDNIGHT, &[], WEDNESDAY, "23:00 23:30"),
    case("after midnight", OVER_MIDNIGHT, &[], "2026-11-26", "00:00 00:30"),
    case("booked over midnight, the first day", OVER_MIDNIGHT, &[Booked(("2026-11-25T22:45Z", 30))], WEDNESDAY, "23:00"),
    case("booked over midnight, the second", OVER_MIDNIGHT, &[Booked(("2026-11-25T22:45Z", 30))], "2026-11-26", "00:30"),
];

pub(super) const TWO_ADVISERS: Rules = &[(
    "/advisers/1/shifts",
    r#"[{"location":"place","weekday":3,"from":"09:00","to":"11:00"}]"#,
)];
const TWO_SEATS: Rules = &[
    ("/services/0/seats", "2"),
    ("/advisers/0/services", r#"["mitid"]"#),
];
const EVERY_SECOND_WEEK: Rules = &[(
    SHIFT,
    r#"[{"location":"place","weekday":3,"from":"09:00","to":"11:00","when":{"repeats":{"every_weeks":{"weeks":2,"anchor":"2026-11-23"}}}}]"#,
)];
const FOURTH_WEDNESDAY: Rules = &[(
    SHIFT,
    r#"[{"location":"place","weekday":3,"from":"09:00","to":"11:00","when":{"repeats":{"nth_of_month":{"nth":4}}}}]"#,
)];
const LAST_WEDNESDAY: Rules = &[(
    SHIFT,
    r#"[{"location":"place","weekday":3,"from":"09:00","to":"11:00","when":{"repeats":{"nth_of_month":{"nth":-1}}}}]"#,
)];
const A_WEEK_ALONE: Rules = &[(
    SHIFT,
    r#"[{"location":"place","weekday":3,"from":"09:00","to":"11:00","when":{"valid_from":"2026-11-25","valid_to":"2026-12-01"}}]"#,
)];
const EXCEPTIONS: Rules = &[(
    SHIFT,
    r#"[{"location":"place","weekday":3,"from":"09:00","to":"11:00","when":{"exceptions":[{"date":"2026-11-25"},{"date":"2026-12-02","hours":{"from":"13:00","to":"14:00"}}]}}]"#,
)];
const NIGHT: Rules = &[(
    SHIFT,
    r#"[{"location":"place","weekday":7,"from":"01:00","to":"04:00"}]"#,
)];
const OVER_MIDNIGHT: Rules = &[(
    SHIFT,
    r#"[{"location":"place","weekday":3,"from":"23:00","to":"01:00"}]"#,
)];

const fn case(
    name: &'static str,
    rules: Rules,
    taken: &'static [Taken],
    day: &'static str,
    free: &'static str,
) -> Case {
    Case {
        name,
        rules,
        taken,
        day,
        free,
    }
}
