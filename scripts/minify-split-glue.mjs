// Makes the glue of the chunks small: cargo-leptos does so with its own glue only. Compressed as cargo-leptos compresses.
//
//   node minify-split-glue.mjs SITE_ROOT

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const TERSER = fileURLToPath(new URL("../style/node_modules/.bin/terser", import.meta.url));
const folder = join(process.argv[2], "pkg");
const glue = readdirSync(folder).filter((name) => /^__wasm_split\..*\.js$/.test(name));
if (glue.length === 0) throw new Error(`${folder} holds no glue of chunks: is the build split?`);

for (const name of glue) {
  const file = join(folder, name);
  execFileSync(TERSER, [file, "--module", "--compress", "--mangle", "--output", file]);
  const text = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(text));
  writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
}
