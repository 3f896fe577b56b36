// The bytes of a first visit, as Chromium's network counts them: compressed, with the headers of the response.

/** KB are 1,024 bytes. */
export const gates = { beforeWasm: 60 * 1024, wasmAndGlue: 200 * 1024 };
/** Only the front page has gates; the others show what their own code adds. */
export const visits = ["/", "/laer/digital-post", "/tid"];

const kinds = ["HTML", "CSS", "font", "JS", "wasm", "texts", "data", "picture", "other"];
/** What the browser must have to show the page and to begin fetching the wasm. */
const beforeWasm = new Set(["HTML", "CSS", "font", "JS"]);
const wasmAndGlue = new Set(["wasm", "JS"]);

/** Visits each page with an empty cache. */
export async function measureBytes(browser, base) {
  const measured = [];
  for (const path of visits) {
    const files = await visit(browser, base, path);
    const sum = (counted) =>
      files.filter((file) => counted.has(file.kind)).reduce((total, file) => total + file.bytes, 0);
    measured.push({
      path,
      files,
      beforeWasm: sum(beforeWasm),
      wasmAndGlue: sum(wasmAndGlue),
      total: sum(new Set(kinds)),
    });
  }
  return measured;
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
