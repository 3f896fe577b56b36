// Requests per second: each page beside the same bytes as a static file, so that the ratio says what making the page costs,
// whatever the machine.
import autocannon from "autocannon";

export const connections = 20;
const warmUpSeconds = 1;
const seconds = 5;

/** What is loaded, and in which encoding. One row in brotli is enough to see what compressing costs. */
const rows = [
  { path: "/", encoding: "identity" },
  { path: "/laer/digital-post", encoding: "identity" },
  { path: "/tid/mitid/borgerservice", encoding: "identity" },
  { path: "/", encoding: "br" },
];
const timesPath = "/api/appointments/times?service=mitid&location=borgerservice&locale=da";
const timesRequests = 200;

export const loadSettings = { connections, warmUpSeconds, seconds, timesRequests };

/** For each row the page's figures and those of the file with the same bytes. */
export async function measureLoad(server) {
  const measured = [];
  for (const [index, { path, encoding }] of rows.entries()) {
    const html = await body(server.base + path);
    const file = server.addFile(`bench-${index}.html`, html);
    const page = await load({ server, path, encoding });
    measured.push({ path, encoding, bytes: html.length, page, file: await load({ server, path: file, encoding }) });
  }
  return measured;
}

/** How long the browser waits for a page of free times, one request after the other, in milliseconds. */
export async function measureTimes(server) {
  const address = server.base + timesPath;
  // The first requests compile statements and fill the cache of the schedule.
  for (let request = 0; request < 10; request++) await body(address);
  const took = [];
  for (let request = 0; request < timesRequests; request++) {
    const begun = performance.now();
    await body(address);
    took.push(performance.now() - begun);
  }
  return { p50: percentile(took, 0.5), p99: percentile(took, 0.99), bytes: (await body(address)).length };
}

/** The value below which `share` of the values lie. */
export function percentile(values, share) {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

async function body(address) {
  const answer = await fetch(address, { headers: { "accept-encoding": "identity" } });
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}: ${bytes.toString("utf8", 0, 200)}`);
  return bytes;
}

/** One address under load, by as many connections as there are. Fails when one request does. */
export async function load({ server, path, encoding, cookie }, duration = loadSettings) {
  const headers = { "accept-encoding": encoding, ...(cookie && { cookie }) };
  const options = { url: server.base + path, connections, headers };
  if (duration.warmUpSeconds > 0) await autocannon({ ...options, duration: duration.warmUpSeconds });
  const times = [];
  const cpuBefore = server.cpuSeconds();
  const run = autocannon({ ...options, duration: duration.seconds });
  // Its own table of latencies has whole milliseconds only.
  run.on("response", (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  const result = await run;
  const cpu = server.cpuSeconds() - cpuBefore;
  const failed = result.errors + result.non2xx;
  if (failed > 0) throw new Error(`${path}: ${failed} of ${result.requests.sent} requests failed under load`);
  const answered = result.requests.total;
  return {
    perSecond: answered / result.duration,
    p99: percentile(times, 0.99),
    cpuMicroseconds: (cpu / answered) * 1e6,
    wireBytes: result.throughput.total / answered,
  };
}
