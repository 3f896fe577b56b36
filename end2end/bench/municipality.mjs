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
