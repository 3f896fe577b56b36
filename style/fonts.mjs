// Makes the two fonts that are sent with every page: IBM Plex Sans in the weights and signs that the interface uses, without
// hinting, kerning kept. Run with `npm run fonts` when a sign is missing; the result is committed.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import fontverter from "fontverter";
import subsetFont from "subset-font";

const source = "node_modules/dkfds/src/fonts/IBMPlexSans/complete/ttf";
const target = "public/fonts";
const weights = { 400: "Regular", 600: "SemiBold" };

/** All characters from `first` to `last`. */
const range = (first, last) =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));

// Basic Latin, Latin-1 and the signs of Danish and English texts; `unicode-range` in _fonts.scss says the same.
const signs = range(0x20, 0x7e) + range(0xa0, 0xff) + "–—‘’“”…•·→←✓½¼¾⅓×−";
// Soft hyphens are never drawn.
const text = signs.replaceAll("\u00ad", "");
const largest = 14 * 1024;

/**
 * The Open Font License reserves the name "Plex" for the unchanged font, so a subset bears no name: its table of names is
 * kept, as browsers expect one, with no entry.
 */
function withoutNames(sfnt) {
  const tables = sfnt.readUInt16BE(4);
  const entry = Array.from({ length: tables }, (_, index) => 12 + index * 16).find(
    (at) => sfnt.toString("latin1", at, at + 4) === "name",
  );
  const offset = sfnt.readUInt32BE(entry + 8);
  sfnt.fill(0, offset, offset + sfnt.readUInt32BE(entry + 12));
  sfnt.writeUInt16BE(6, offset + 4);
  return sfnt;
}

await mkdir(target, { recursive: true });
for (const [weight, name] of Object.entries(weights)) {
  const font = await readFile(`${source}/IBMPlexSans-${name}.ttf`);
  const sfnt = await subsetFont(font, text, {
    targetFormat: "sfnt",
    keepFeatures: ["kern", "mark", "ccmp"],
    noHinting: true,
    noLayoutClosure: true,
    dropTables: ["gasp", "DSIG", "FFTM", "GDEF"],
  });
  const subset = await fontverter.convert(withoutNames(sfnt), "woff2");
  if (subset.length > largest) throw new Error(`${name} takes ${subset.length} bytes, more than ${largest}`);
  await writeFile(`${target}/plex-sans-${weight}.woff2`, subset);
  console.log(`${target}/plex-sans-${weight}.woff2: ${subset.length} bytes`);
}
