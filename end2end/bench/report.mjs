// The report, part by part.
import { cpus, totalmem } from "node:os";
import { bookingsTarget } from "./bookings.mjs";
import { gradingTarget, sheetRequests, sheetTarget } from "./drills.mjs";
import { loadSeconds, pastCounts, requests } from "./free-times.mjs";
import { answersPart, classesPart, coursesPart, learnersPart } from "./learning-report.mjs";
import { loadSettings } from "./load.mjs";
import { paintTargets, runs } from "./paint.mjs";
import { messageTarget, roomsAtOnce } from "./rooms.mjs";
import { kilobytes, megabytes, milliseconds, seconds, table, whole } from "./text.mjs";

export const memoryTarget = 60 * 1024 * 1024;

/** What the sums of a first visit are called. */
const sumNames = { beforeWasm: "before wasm", lesson: "lesson", wasmAndGlue: "wasm + glue", all: "all" };

/** The sizes that are over their gates, as sentences; empty when all is well. */
export function brokenGates(visits) {
  const broken = ({ path, gates, sums }) =>
    Object.entries(gates)
      .filter(([name, gate]) => sums[name] > gate)
      .map(([name, gate]) => `${sumNames[name]} of ${path} is ${kilobytes(sums[name])}, more than ${kilobytes(gate)}`);
  return visits.flatMap(broken);
}

export function report(measured) {
  return [
    heading(measured),
    loadPart(measured.load),
    timesPart(measured.times),
    freeTimesPart(measured.freeTimes),
    bookingsPart(measured.bookings),
    drillsPart(measured.drills),
    learnersPart(measured.learners),
    classesPart(measured.classes),
    roomsPart(measured.rooms),
    coursesPart(measured.courses),
    answersPart(measured.answers),
    memoryPart(measured.memory),
    paintPart(measured.paint),
    bytesPart(measured.bytes),
  ].join("\n\n");
}

function roomsPart({ messages, p50, p99 }) {
  const within = p99 <= messageTarget ? "within" : "over";
  return [
    `${roomsAtOnce} rooms of the homework café are live at once: ${whole(messages)} messages, each of them told and read.`,
    `  until the other side has it: p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}; ${within} the target of ${milliseconds(messageTarget)}`,
  ].join("\n");
}

function heading({ chromium, tookSeconds, busyBefore }) {
  const machine = `${cpus().length} × ${cpus()[0].model.trim()}, ${megabytes(totalmem())}`;
  const took = `${Math.round(tookSeconds)} s; load average before it ${busyBefore.toFixed(1)}`;
  return [
    `Startlinje bench, ${new Date().toISOString().slice(0, 16)}Z, ${took}`,
    `${machine}; Node ${process.versions.node}, Chromium ${chromium}; all over loopback`,
  ].join("\n");
}

function loadPart(rows) {
  const { connections, seconds: duration, warmUpSeconds } = loadSettings;
  const lines = rows.map(({ path, encoding, page, file }) => [
    path,
    encoding,
    kilobytes(page.wireBytes),
    ...figures(page),
    ...figures(file),
    `${(file.perSecond / page.perSecond).toFixed(1)} ×`,
  ]);
  const head = ["page", "encoding", "wire", "req/s", "p99", "CPU", "file req/s", "p99", "CPU", "file : page"];
  return [
    `Requests per second: ${connections} connections, ${duration} s after ${warmUpSeconds} s of warm-up.`,
    `"file": the same bytes as a static file of the same server, compressed beforehand. CPU: the server's, per request.`,
    `The load is made on the same cores, so it holds the file back more than the page.`,
    table(head, lines, 2),
  ].join("\n");
}

function figures({ perSecond, p99, cpuMicroseconds }) {
  return [whole(perSecond), milliseconds(p99), `${whole(cpuMicroseconds)} µs`];
}

function timesPart({ p50, p99, bytes }) {
  const text = `p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)} (${kilobytes(bytes)})`;
  return `Free times, ${loadSettings.timesRequests} requests one after the other: ${text}; target 50 ms`;
}

export function bookingsPart(measured) {
  const lines = measured.map(({ database, bookings, unguarded, inTransaction, bare }) => [
    database,
    whole(bookings),
    ...[unguarded, inTransaction, bare].flatMap((inserts) => [whole(inserts), (bookings / inserts).toFixed(2)]),
  ]);
  return [
    "Bookings with a message each, and plain inserts by the same 16 clients, in turns in one run, all flushed to the disk:",
    "of an appointment's row without its guard in a transaction, and of a row of three columns without an index in one and bare.",
    `"of it": which part of the inserts the bookings reach; target ${bookingsTarget.toFixed(2)} of each.`,
    table(["database", "bookings/s", "unguarded/s", "of it", "in a transaction/s", "of it", "bare/s", "of it"], lines, 1),
  ].join("\n");
}

/** Of each page the time and the number, and how the time grows with the past. */
export function freeTimesPart(measured) {
  const states = [["free", "month"], ["full", "month"], ["free", "list"], ["full", "list"]];
  const lines = states.flatMap(([state, page]) =>
    measured.map((one) => {
      const { p50, p99, perSecond } = one[state][page];
      const fewest = measured.find(({ database, past }) => database === one.database && past === pastCounts[0]);
      const ratio = `${(p50 / fewest[state][page].p50).toFixed(2)} ×`;
      return [page, state, one.database, whole(one.past), milliseconds(p50), milliseconds(p99), ratio, whole(perSecond)];
    }),
  );
  const head = ["page", "times", "database", "past", "p50", "p99", "p50 : fewest", "req/s"];
  return [
    `Finding a time among 20 advisers at 3 places, ${requests} requests one after the other; then ${loadSeconds} s of 20 at once.`,
    "Targets: a month within 50 ms (p99), also when all is taken, and 1.2 × from the fewest past appointments to the most.",
    table(head, lines, 3),
  ].join("\n");
}

function drillsPart({ graded, sheets }) {
  const lines = sheets.map(({ drill, p50, p99, bytes }) => [drill, kilobytes(bytes), milliseconds(p50), milliseconds(p99)]);
  return [
    `Exercises graded per second on one core: ${whole(graded)}; target ${whole(gradingTarget)}.`,
    `Worksheets, ${sheetRequests} requests one after the other, no two alike; target ${sheetTarget} ms:`,
    table(["sheet", "bytes", "p50", "p99"], lines, 1),
  ].join("\n");
}

function memoryPart({ afterStart, afterLoad, own }) {
  const within = afterLoad <= memoryTarget ? "within" : "over";
  const ofIt = `${megabytes(own)} of it its own, the rest pages of the program's file`;
  const figures = `${megabytes(afterStart)} after start, ${megabytes(afterLoad)} after the load (${ofIt})`;
  return `Resident memory: ${figures}; ${within} the target of ${megabytes(memoryTarget)}`;
}

function paintPart({ fcp, lcp, hydrated, worstLcp }) {
  return [
    `Paint of / at 1.6 Mbit/s down, 750 kbit/s up, 150 ms, CPU ÷ 4 (delays made by Chromium, per request),`,
    `phone 360 × 740, median of ${runs}:`,
    [
      `  FCP ${seconds(fcp)} (target ${seconds(paintTargets.fcp)})`,
      `LCP ${seconds(lcp)} (target ${seconds(paintTargets.lcp)}, worst run ${seconds(worstLcp)})`,
      `hydrated ${seconds(hydrated)}`,
    ].join(", "),
  ].join("\n");
}

function bytesPart(visits) {
  const lines = [
    "Bytes of a first visit, over the wire with headers; KB = 1,024 bytes.",
    `"Before wasm": HTML + CSS + fonts + JS. "Lesson": the same + pictures. "Wasm + glue": wasm + the same JS.`,
  ];
  for (const visit of visits) lines.push(...visitLines(visit));
  return lines.join("\n");
}

function visitLines({ path, gates, files, sums }) {
  const rows = folded(files).map(({ kind, name, encoding, bytes }) => [`  ${kind}`, name, encoding, whole(bytes)]);
  const told = ([name, bytes]) => `${sumNames[name]} ${kilobytes(bytes)}${kept(bytes, gates[name])}`;
  return [`${path}: ${Object.entries(sums).map(told).join(", ")}`, table(undefined, rows, 3)];
}

function kept(bytes, gate) {
  return gate === undefined ? "" : ` (gate ${kilobytes(gate)}: ${bytes <= gate ? "kept" : "BROKEN"})`;
}

/** The split wasm comes in dozens of small chunks: those are one line. */
function folded(files) {
  const isChunk = ({ name }) => /\/chunk_\d+\.wasm$/.test(name);
  const chunks = files.filter(isChunk);
  if (chunks.length < 2) return files;
  const bytes = chunks.reduce((total, chunk) => total + chunk.bytes, 0);
  const line = { ...chunks[0], name: `/pkg/chunk_*.wasm, ${chunks.length} files`, bytes };
  return files.flatMap((file) => (file === chunks[0] ? [line] : isChunk(file) ? [] : [file]));
}
