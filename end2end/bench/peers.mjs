// `make bench-peers`: a course page of ours beside Kolibri's page for learners, under the same load in the same run.
import { closing, step } from "./closing.mjs";
import { kolibriPage, startKolibri } from "./kolibri.mjs";
import { connections } from "./load.mjs";
import { startServer } from "./server.mjs";
import { kilobytes, megabytes, milliseconds, table, times, whole } from "./text.mjs";
import { compare, turnSeconds, turns } from "./turns.mjs";

/** How many times Kolibri's requests per second are wanted. */
const target = 10;
const ownPage = "/laer/digital-post";
/** Bare, and as a browser asks. */
const encodings = ["identity", "gzip, deflate, br"];

async function measure(keep) {
  step("starting Kolibri");
  const kolibri = await startKolibri(keep);
  step("starting Startlinje");
  const own = await startServer(keep);
  const loads = [
    { server: own, path: ownPage },
    { server: kolibri, path: kolibriPage },
  ];
  const rows = [];
  for (const encoding of encodings) {
    step(`requests per second, ${encoding}`);
    rows.push({ encoding, ...(await compare(loads.map((one) => ({ ...one, encoding })))) });
  }
  return { rows, memory: loads.map(({ server }) => server.memory()) };
}

function report({ rows, memory }) {
  const lines = rows.flatMap(({ encoding, perSecond, p99, cpuMicroseconds, bytes }) =>
    [`Startlinje ${ownPage}`, `Kolibri ${kolibriPage}`].map((page, index) => [
      page,
      encoding,
      whole(perSecond[index]),
      milliseconds(p99[index]),
      `${whole(cpuMicroseconds[index])} µs`,
      kilobytes(bytes[index]),
      megabytes(memory[index]),
    ]),
  );
  return [
    `${connections} connections, in turn, median of ${turns} turns of ${turnSeconds} s; memory after the load.`,
    `CPU: the server's, per request; it is compared fairly on a busy machine too.`,
    `Startlinje's page holds the course; Kolibri's holds what the browser makes a page of, with JavaScript.`,
    table(["page", "encoding", "req/s", "p99", "CPU", "bytes", "memory"], lines, 2),
    ...rows.map(ratio),
  ].join("\n");
}

function ratio({ encoding, perSecond: [own, kolibri], cpuMicroseconds: [ownCpu, kolibriCpu] }) {
  const reached = own / kolibri >= target ? "reached" : "missed";
  const cpu = `on ${times(kolibriCpu, ownCpu)} the CPU`;
  return `${encoding}: Startlinje answers ${times(kolibri, own)} as often, ${cpu}; the target of ${target} × is ${reached}`;
}

try {
  console.log(report(await closing(measure)));
} catch (error) {
  console.error(`bench: ${error.message}`);
  process.exitCode = 2;
}
