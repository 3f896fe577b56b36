// The bytes of a first visit, as Chromium's network counts them: compressed, with the headers of the response.

/** In bytes. */
const kilobyte = 1024;
/** The sums that must not grow over their gates; the visits without gates show what their own code adds. */
export const visits = [
  { path: "/", gates: { beforeWasm: 60 * kilobyte, wasmAndGlue: 200 * kilobyte } },
  { path: "/laer/digital-post", gates: {} },
  // A step with a question on a picture: pictures are part of a lesson.
  { path: "/laer/digital-post/find-brevet/nyt-brev", gates: { lesson: 60 * kilobyte } },
  { path: "/tid", gates: {} },
];

const kinds = ["HTML", "CSS", "font", "JS", "wasm", "texts", "data", "picture", "other"];
/** What the browser must have to show the page and to begin fetching the wasm. */
const beforeWasm = ["HTML", "CSS", "font", "JS"];
const sums = {
  beforeWasm,
  lesson: [...beforeWasm, "picture"],
  wasmAndGlue: ["wasm", "JS"],
  all: kinds,
};

/** Visits each page with an empty cache. */
export async function measureBytes(browser, base) {
  const measured = [];
  for (const { path, gates } of visits) {
    const files = await visit(browser, base, path);
    const sumOf = ([name, counted]) => [name, sum(files.filter(({ kind }) => counted.includes(kind)))];
    measured.push({ path, gates, files, sums: Object.fromEntries(Object.entries(sums).map(sumOf)) });
  }
  return measured;
}

function sum(files) {
  return files.reduce((total, { bytes }) => total + bytes, 0);
}

async function visit(browser, base, path) {
  const context = await browser.newPhone();
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  const requests = new Map();
  const failed = [];
  network.on("Network.requestWillBeSent", ({ requestId, request, type }) => {
    requests.set(requestId, { url: request.url, type });
  });
  network.on("Network.responseReceived", ({ requestId, response }) => {
    const request = requests.get(requestId);
    if (response.status >= 400) failed.push(`${response.status} ${response.url}`);
    Object.assign(request, { encoding: header(response.headers, "content-encoding") });
  });
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    Object.assign(requests.get(requestId), { bytes: encodedDataLength });
  });
  await network.send("Network.enable");
  await network.send("Network.setCacheDisabled", { cacheDisabled: true });
  await page.goto(base + path, { waitUntil: "networkidle" });
  await context.close();
  if (failed.length > 0) throw new Error(`a visit to ${path} meets ${failed.join(", ")}`);
  return [...requests.values()]
    .filter((request) => request.bytes !== undefined && request.url.startsWith(base))
    .map(({ url, type, encoding, bytes }) => ({
      name: shortName(new URL(url)),
      kind: kindOf(new URL(url), type),
      encoding: encoding ?? "",
      bytes,
    }))
    .sort((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || other.bytes - one.bytes);
}

function header(headers, wanted) {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1];
}

function kindOf({ pathname }, type) {
  if (type === "Document") return "HTML";
  if (pathname.startsWith("/texts/")) return "texts";
  if (pathname.startsWith("/api/")) return "data";
  const endings = { css: "CSS", woff2: "font", js: "JS", wasm: "wasm", svg: "picture", png: "picture" };
  return endings[pathname.split(".").pop()] ?? "other";
}

/** `/pkg/startlinje.<22 signs of a hash>.wasm` is easier to follow as `/pkg/startlinje.wasm`. */
function shortName({ pathname }) {
  return pathname.replace(/\.[\w-]{22}\./, ".").replace(/_\d{12,}\./, ".");
}
