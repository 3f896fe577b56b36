// Makes what a first visit fetches smaller by names that nobody reads: of the functions that the wasm gets from its glue (half
// of each is a hash, in the wasm and in the glue), and of the chunks' files, which the chunks' glue lists. That glue is minified
// too, for cargo-leptos does so with its own only. All is compressed as cargo-leptos compresses.
//
//   node shorten-names.mjs SITE_ROOT HASH_FILE

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { renameImports } from "./wasm-imports.mjs";

const TERSER = fileURLToPath(new URL("../style/node_modules/.bin/terser", import.meta.url));
/** As cargo-leptos writes it: 128 bits in base64url. */
const HASH = "[\\w-]{22}";
/** 48 bits of such a hash tell a file from its earlier versions as well. */
const SHORT_HASH = 8;
const CHUNK = new RegExp(`\\b((?:chunk|split)_\\w+\\.)(${HASH})\\b`, "g");

const [siteRoot, hashFile] = process.argv.slice(2);
const folder = join(siteRoot, "pkg");

shortenChunks();
const { wasm, js } = shortenImports();
nameAnew(wasm, js, minifiedChunksGlue());

/** Cuts the hashes in the names of the chunks, and where they are named. */
function shortenChunks() {
  const short = (text) => text.replace(CHUNK, (_, stem, hash) => stem + hash.slice(0, SHORT_HASH));
  for (const name of readdirSync(folder)) {
    renameSync(join(folder, name), join(folder, short(name)));
  }
  for (const stem of ["__wasm_split", "__wasm_split_manifest"]) {
    const file = join(folder, only(stem, "(?:js|json)"));
    write(file, short(readFileSync(file, "utf8")));
  }
}

/** Gives the functions that the wasm imports names of one or two letters, on both sides. */
function shortenImports() {
  const names = new Map();
  const bytes = readFileSync(join(folder, only("startlinje", "wasm")));
  const wasm = renameImports(bytes, (module, name) => {
    if (module !== "./startlinje_bg.js") return [module, name];
    if (!names.has(name)) names.set(name, names.size.toString(36));
    return [module, `_${names.get(name)}`];
  });
  const glue = readFileSync(join(folder, only("startlinje", "js")), "utf8");
  const js = glue.replace(/\b(\w+)(?=:)/g, (name) => (names.has(name) ? `_${names.get(name)}` : name));
  for (const name of names.keys()) {
    if (js.includes(name)) throw new Error(`the glue names ${name} in a way that is not known here`);
  }
  return { wasm, js };
}

function minifiedChunksGlue() {
  const file = join(folder, only("__wasm_split", "js"));
  return execFileSync(TERSER, [file, "--module", "--compress", "--mangle"], { encoding: "utf8" });
}

/**
 * Writes the three files that name each other under one new hash: what a browser has kept under an old name must fit what it
 * fetches under another.
 */
function nameAnew(wasm, js, split) {
  const hash = createHash("sha256").update(wasm).update(js).update(split).digest("base64url").slice(0, SHORT_HASH);
  const [oldJs, oldSplit] = [hashOf(only("startlinje", "js")), hashOf(only("__wasm_split", "js"))];
  const renamed = (text) => text.replaceAll(oldJs, hash).replaceAll(oldSplit, hash);
  replace(only("startlinje", "wasm"), hash, renameImports(wasm, (module, name) => [renamed(module), name]));
  replace(only("startlinje", "js"), hash, renamed(js));
  replace(only("__wasm_split", "js"), hash, renamed(split));
  const hashes = readFileSync(hashFile, "utf8");
  writeFileSync(hashFile, hashes.replace(/^(js|wasm|split): .*$/gm, `$1: ${hash}`));
}

/** The one file of this name in the folder, whatever its hash. */
function only(stem, extension) {
  const pattern = new RegExp(`^${stem}\\.${HASH}\\.${extension}$`);
  const found = readdirSync(folder).filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`${folder} holds ${found.length} files ${stem}.*.${extension}, not one: is the build split?`);
  return found[0];
}

function hashOf(name) {
  return name.split(".")[1];
}

function replace(name, hash, content) {
  for (const ending of ["", ".br", ".gz"]) rmSync(join(folder, name + ending));
  write(join(folder, name.replace(hashOf(name), hash)), content);
}

/** Writes a file and what is sent of it. */
function write(file, content) {
  writeFileSync(file, content);
  writeFileSync(`${file}.br`, brotliCompressSync(content));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}
