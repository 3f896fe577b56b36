// The report: plain text that fits a terminal and a commit message.
import { cpus, totalmem } from "node:os";
import { gates } from "./bytes.mjs";
import { loadSettings } from "./load.mjs";
import { paintTargets, runs } from "./paint.mjs";

export const memoryTarget = 60 * 1024 * 1024;

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
const megabytes = (bytes) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
const milliseconds = (time) => `${time.toFixed(1)} ms`;
const seconds = (time) => (time === undefined ? "not told" : `${(time / 1000).toFixed(2)} s`);
const whole = (number) => Math.round(number).toLocaleString("en-GB");

/** The sizes that are over their gates, as sentences; empty when all is well. */
export function brokenGates(bytes) {
  const front = bytes.find((visit) => visit.path === "/");
  return Object.entries({ beforeWasm: "before wasm", wasmAndGlue: "wasm + glue" })
    .filter(([sum]) => front[sum] > gates[sum])
    .map(([sum, name]) => `${name} of / is ${kilobytes(front[sum])}, more than ${kilobytes(gates[sum])}`);
}

export function report(measured) {
  return [
    heading(measured),
    loadPart(measured.load),
    timesPart(measured.times),
    memoryPart(measured.memory),
    paintPart(measured.paint),
    bytesPart(measured.bytes),
  ].join("\n\n");
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

function memoryPart({ afterStart, afterLoad }) {
  const within = afterLoad <= memoryTarget ? "within" : "over";
  const figures = `${megabytes(afterStart)} after start, ${megabytes(afterLoad)} after the load`;
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
    `"Before wasm": HTML + CSS + fonts + JS. "Wasm + glue": wasm + the same JS. Texts and pictures count in "all" only.`,
  ];
  for (const visit of visits) lines.push(...visitLines(visit));
  return lines.join("\n");
}

function visitLines({ path, files, beforeWasm, wasmAndGlue, total }) {
  const rows = folded(files).map(({ kind, name, encoding, bytes }) => [`  ${kind}`, name, encoding, whole(bytes)]);
  const sum = (name, bytes, gate) => {
    if (path !== "/" || gate === undefined) return `${name} ${kilobytes(bytes)}`;
    return `${name} ${kilobytes(bytes)} (gate ${kilobytes(gate)}: ${bytes <= gate ? "kept" : "BROKEN"})`;
  };
  const sums = [
    sum("before wasm", beforeWasm, gates.beforeWasm),
    sum("wasm + glue", wasmAndGlue, gates.wasmAndGlue),
    sum("all", total),
  ];
  return [`${path}: ${sums.join(", ")}`, table(undefined, rows, 3)];
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

/** Columns of even width; from column `firstNumber` on they are aligned to the right. */
function table(head, rows, firstNumber) {
  const lines = head ? [head, ...rows] : rows;
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const cell = (text, column) => (column < firstNumber ? text.padEnd(widths[column]) : text.padStart(widths[column]));
  return lines.map((line) => line.map(cell).join("  ").trimEnd()).join("\n");
}
