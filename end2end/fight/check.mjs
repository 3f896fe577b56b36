// What must be true after a fight, asked of the database itself.

const overlaps = `SELECT count(*) FROM appointments a JOIN appointments b
  ON a.id < b.id AND a.adviser = b.adviser AND a.status = 'booked' AND b.status = 'booked'
  AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at`;
/** A booked appointment has the rows of all its time, at the least; a cancelled one has none. */
const halves = `SELECT count(*) FROM appointments a WHERE
  (SELECT count(*) FROM occupancy o WHERE o.appointment_id = a.id AND o.resource = a.adviser
    AND o.unit * 300 >= a.starts_at AND o.unit * 300 < a.ends_at)
  <> (CASE WHEN a.status = 'booked' THEN (a.ends_at - a.starts_at) / 300 ELSE 0 END)`;
const orphans = `SELECT count(*) FROM occupancy WHERE appointment_id IS NULL
  OR appointment_id NOT IN (SELECT id FROM appointments)`;
const rows = "SELECT idempotency_key, status FROM appointments";

/** What is wrong, as sentences; empty when all is well. */
export function faults(database, { wins, cancelled }) {
  const kept = new Map(database.ask(rows).map((line) => line.split("|")).map(([key, status]) => [key.slice("api:".length), status]));
  const told = new Set(wins);
  const counts = [
    [Number(database.ask(overlaps)[0]), "pairs of appointments overlap"],
    [Number(database.ask(halves)[0]), "appointments have not exactly the rows of their time"],
    [Number(database.ask(orphans)[0]), "units are taken for nothing"],
    [wins.filter((key) => !kept.has(key)).length, "clients were told of a booking that is not there"],
    [[...kept.keys()].filter((key) => !told.has(key)).length, "bookings are there that nobody was told of"],
    [[...cancelled].filter((key) => kept.get(key) !== "cancelled").length, "cancelled appointments stand"],
    [wins.filter((key) => !cancelled.has(key) && kept.get(key) !== "booked").length, "appointments are gone"],
  ];
  return counts.filter(([count]) => count !== 0).map(([count, what]) => `${count} ${what}`);
}
