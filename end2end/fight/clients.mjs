// What the clients of a fight do: want a time that others want too, and ask again until they know what came of it.
import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";

export const clients = 64;
/** Services of several durations and starts that the same advisers give at one place. */
const services = ["mitid", "fritagelse", "digital-post", "fuldmagt"];
const location = "borgerservice";
/** Days with free times that are fought for. */
const days = 2;
/** Of those who win, so many give their time back at once, so that there is something to fight for until the end. */
const givesBack = 0.9;
/** How often a request is repeated before its client gives up, and how long it waits, in milliseconds. */
const patience = 100;
const pause = 100;

/** Lets all clients fight. `afterEach` is told how many tries are over. */
export async function fight(base, tries, afterEach) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const wishes = await wanted(base, agent);
  const told = { wins: [], losses: 0, cancelled: new Set(), repeated: 0, took: [] };
  let begun = 0;
  let over = 0;
  const client = async () => {
    while (begun < tries) {
      const number = begun++;
      await attempt({ base, agent, told, number, wish: wishes[Math.floor(Math.random() * wishes.length)] });
      afterEach(++over);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return told;
}

/** Every time of every service on the first days. */
async function wanted(base, agent) {
  const lists = services.map(async (service) => {
    const path = `/api/v1/free-times?service=${service}&location=${location}&days=${days}`;
    const { status, body } = await send({ base, agent, method: "GET", path });
    if (status !== 200) throw new Error(`${path} answers ${status}: ${body}`);
    return JSON.parse(body).times.map(({ slot }) => ({ service, location, slot }));
  });
  return (await Promise.all(lists)).flat();
}

async function attempt({ base, agent, told, number, wish }) {
  const key = randomUUID();
  const name = `Kunde ${number}`;
  const begun = performance.now();
  const post = (path, body, headers) => insist(told, { base, agent, method: "POST", path, body, headers });
  const answer = await post("/api/v1/appointments", { ...wish, name }, { "idempotency-key": key });
  told.took.push(performance.now() - begun);
  if (answer.status === 409) {
    told.losses += 1;
    return;
  }
  if (answer.status !== 201) throw new Error(`booking answers ${answer.status}: ${answer.body}`);
  told.wins.push(key);
  if (Math.random() >= givesBack) return;
  const { code } = JSON.parse(answer.body);
  const back = await post("/api/v1/appointments/cancel", { code, name });
  // Not found: it was cancelled by the request that had no answer.
  if (back.status !== 200 && back.status !== 404) throw new Error(`cancelling answers ${back.status}: ${back.body}`);
  told.cancelled.add(key);
}

/** Sends a request again, the very same one, until there is an answer that says what happened. */
async function insist(told, asked) {
  for (let time = 0; time < patience; time++) {
    const answer = await send(asked).catch(() => undefined);
    if (answer && answer.status < 500) return answer;
    told.repeated += 1;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new Error(`${asked.path} had no answer, however often it was asked`);
}

function send({ base, agent, method, path, body, headers = {} }) {
  const sent = body === undefined ? "" : JSON.stringify(body);
  const kind = body === undefined ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(sent) };
  return new Promise((resolve, reject) => {
    const asked = request(base + path, { agent, method, headers: { ...kind, ...headers } }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part) => (text += part));
      answer.on("end", () => resolve({ status: answer.statusCode, body: text }));
      answer.on("error", reject);
    });
    asked.on("error", reject);
    asked.end(sent);
  });
}
