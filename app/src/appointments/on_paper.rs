//! An appointment as a letter tells of it.

use domain::appointments::Schedule;
use domain::locale::Locale;
use domain::messages::{LetterSheet, MessageSection};
use domain::time::short_date;
use jiff::civil::Date;
use store::appointments::{Appointment, AppointmentStatus};
use store::letters::Letter as Queued;

use super::calendar::CalendarEntry;
use super::mail::{Letter, Occasion, Told};
use super::views::appointment_view;
use crate::server_side::AppContext;

/// The sheet of a letter that is printed today: in Danish, and then in the language that the appointment was booked in.
///
/// `dates` are those that were booked together with it; see [`store::appointments::dates_of`].
pub fn letter_sheet(
    context: &AppContext,
    schedule: &Schedule,
    (letter, dates): (&Queued, &[Appointment]),
    today: Date,
) -> LetterSheet {
    let appointment = &letter.appointment;
    let municipality = &schedule.municipality;
    let address = letter.address.iter().flat_map(|address| address.lines().to_vec());
    let danish = section(context, schedule, (appointment, dates), Locale::Da);
    let foreign = (appointment.locale != Locale::Da).then(|| {
        below_danish(section(
            context,
            schedule,
            (appointment, dates),
            appointment.locale,
        ))
    });
    LetterSheet {
        sender: format!("{}, {}", municipality.name, municipality.address),
        recipient: [appointment.name.as_str().to_owned()]
            .into_iter()
            .chain(address)
            .collect(),
        municipality: municipality.name.clone(),
        date: short_date(today, Locale::Da),
        sections: [danish].into_iter().chain(foreign).collect(),
    }
}

/// Two languages share a sheet of large print: the place, the code and the greeting stand above already.
fn below_danish(section: MessageSection) -> MessageSection {
    MessageSection {
        facts: section.facts.into_iter().take(SERVICE_AND_TIME).collect(),
        code: None,
        regards: String::new(),
        ..section
    }
}

/// The first facts of a section.
const SERVICE_AND_TIME: usize = 2;

fn section(
    context: &AppContext,
    schedule: &Schedule,
    (appointment, dates): (&Appointment, &[Appointment]),
    locale: Locale,
) -> MessageSection {
    let same = dates.iter().filter(|date| date.status == appointment.status);
    let entries: Vec<_> = same.map(CalendarEntry::of).collect();
    let one = [CalendarEntry::of(appointment)];
    let (entry, later) = entries.split_first().unwrap_or((&one[0], &[]));
    let letter = Letter {
        appointment: &Told::from(appointment_view(&context.library, schedule, appointment, locale)),
        entry,
        later,
        municipality: &schedule.municipality.name,
        locale,
    };
    let occasion = match appointment.status {
        AppointmentStatus::Cancelled => Occasion::Cancelled,
        AppointmentStatus::Booked if appointment.sequence > 0 => Occasion::Moved,
        AppointmentStatus::Booked => Occasion::Confirmed,
    };
    letter.section(occasion, appointment.code(&context.code_key).as_ref())
}
