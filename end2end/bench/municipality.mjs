// A municipality to measure free times with: three places, twenty advisers, and as many appointments as wanted. It is
// generated, so that its size stands here and nowhere else.

export const places = ["nord", "midt", "syd"];
export const adviserCount = 20;
export const service = "hjaelp";
const minutes = 30;
/** Hours of every working day, and of everybody's shift. */
const [opens, closes] = [9, 17];

const text = (da) => ({ da });
const workdays = [1, 2, 3, 4, 5];

/** The schedule document. */
export function municipality() {
  const clock = (hour) => `${String(hour).padStart(2, "0")}:00:00`;
  return {
    format: 1,
    municipality: { name: "Målby", phone: "10 20 30 40", email: "m@maalby.example", address: "Torvet 1, 0999 Målby" },
    main_location: places[0],
    booking: { lead_minutes: 0, horizon_days: 120 },
    closing_days: [],
    locations: places.map((id) => ({
      id,
      name: text(id),
      address: "Torvet 1, 0999 Målby",
      phone: "10 20 30 40",
      directions: text(""),
      hours: workdays.map((weekday) => ({ weekday, opens: clock(opens), closes: clock(closes) })),
    })),
    services: [
      {
        id: service,
        name: text("Hjælp"),
        summary: text("Hjælp"),
        picture: "tid-mitid.svg",
        duration_minutes: minutes,
        start_every_minutes: 15,
        bring: [],
      },
    ],
    advisers: advisers().map(({ id, location }) => ({
      id,
      services: [service],
      shifts: workdays.map((weekday) => ({ location, weekday, from: clock(opens), to: clock(closes) })),
    })),
  };
}

/** Everybody and their place. */
export function advisers() {
  const numbers = Array.from({ length: adviserCount }, (_, number) => number);
  return numbers.map((number) => ({ id: `person-${number + 1}`, location: places[number % places.length] }));
}

/** As much as is put in at once; then the numbers stay small and the statements few. */
const numbers = (last) =>
  `WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${last - 1})`;
const daySeconds = 24 * 60 * 60;

/** Statements that put in past appointments, spread over the days for which they are kept. */
export function pastAppointments(count) {
  const now = Math.floor(Date.now() / 1000);
  const begins = `(${now - 2 * daySeconds} - (n % 27) * ${daySeconds}) / 300 * 300`;
  return `${numbers(count)}
    INSERT INTO appointments (code_hash, idempotency_key, service, location, adviser, starts_at, ends_at, name, contact_kind,
                              locale, status, created_at, sequence)
    SELECT 'code ' || n, 'key ' || n, '${service}', '${places[0]}', 'person-' || (n % ${adviserCount} + 1), ${begins},
           ${begins} + ${minutes * 60}, 'Ida', 'none', 'da', 'booked', ${now}, 0 FROM numbers;`;
}

/** Statements that take everybody's working hours for the next days, as holds do: what is read is the same. */
export function takeEverything(days) {
  const now = Math.floor(Date.now() / 1000);
  const today = Math.floor(now / daySeconds);
  const unitsOfDay = ((closes - opens + 1) * 60) / 5;
  // An hour earlier than the hours on the clock in winter, two in summer; and 1970 began on a Thursday.
  const unit = `(${today} + n / ${unitsOfDay}) * 288 + ${(opens - 2) * 12} + n % ${unitsOfDay}`;
  const everybody = advisers().map(({ id }) => `SELECT '${id}' AS id`).join(" UNION ALL ");
  return `${numbers(days * unitsOfDay)}
    INSERT INTO occupancy (resource, unit, seat, hold, expires_at)
    SELECT id, ${unit}, 0, 'bench', ${now + 400 * daySeconds} FROM numbers CROSS JOIN (${everybody}) AS everybody
    WHERE (${today} + n / ${unitsOfDay} + 3) % 7 < 5;`;
}
