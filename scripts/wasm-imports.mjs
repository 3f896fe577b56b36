// The imports of a WebAssembly module, and the module with other names for them.
// Source: <https://webassembly.github.io/spec/core/binary/modules.html#import-section>.

const PREAMBLE = 8;
const IMPORTS = 2;
// The kinds of imports.
const FUNCTION = 0;
const TABLE = 1;
const MEMORY = 2;
const GLOBAL = 3;

/**
 * The same module with its imports renamed; all else stays as it is.
 *
 * @param {Buffer} wasm
 * @param {(module: string, name: string) => [string, string]} rename what is written for an import
 */
export function renameImports(wasm, rename) {
  const reader = new Reader(wasm, PREAMBLE);
  while (reader.at < wasm.length) {
    const start = reader.at;
    const id = reader.byte();
    const size = reader.number();
    const end = reader.at + size;
    if (id === IMPORTS) {
      const section = renamedSection(reader, rename);
      const head = Buffer.from([IMPORTS, ...leb128(section.length)]);
      return Buffer.concat([wasm.subarray(0, start), head, section, wasm.subarray(end)]);
    }
    reader.at = end;
  }
  throw new Error("the module imports nothing");
}

function renamedSection(reader, rename) {
  const count = reader.number();
  const parts = [Buffer.from(leb128(count))];
  for (let left = count; left > 0; left--) {
    const [module, name] = rename(reader.text(), reader.text());
    parts.push(written(module), written(name), reader.descriptor());
  }
  return Buffer.concat(parts);
}

function written(text) {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from(leb128(bytes.length)), bytes]);
}

/** A number of up to 32 bits, seven of them a byte. */
function leb128(number) {
  const bytes = [];
  while (number > 0x7f) {
    bytes.push((number & 0x7f) | 0x80);
    number >>>= 7;
  }
  return [...bytes, number];
}

class Reader {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    return this.bytes[this.at++];
  }

  number() {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      number |= (byte & 0x7f) << shift;
      if (byte < 0x80) return number >>> 0;
    }
  }

  text() {
    const length = this.number();
    this.at += length;
    return this.bytes.toString("utf8", this.at - length, this.at);
  }

  /** The bytes that say what is imported. */
  descriptor() {
    const start = this.at;
    const kind = this.byte();
    if (kind === FUNCTION) this.number();
    else if (kind === TABLE) this.skipLimits(this.byte());
    else if (kind === MEMORY) this.skipLimits();
    else if (kind === GLOBAL) this.at += 2;
    else throw new Error(`an import of the unknown kind ${kind}`);
    return this.bytes.subarray(start, this.at);
  }

  skipLimits() {
    const hasMaximum = this.number() & 1;
    this.number();
    if (hasMaximum) this.number();
  }
}
