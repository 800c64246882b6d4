// Compiles a package's AssemblyScript kernels to WebAssembly and writes them as a TypeScript module, so that no bundler,
// test runner or browser needs a setting to find a `.wasm` file. Usage: node tools/kernels.mjs ENTRY OUT [--unshared]
// The kernels import their memory. It is one that threads share; then the module says with `memoryFlagsAt` which byte of the
// kernels to change where it can't be. With --unshared it is always an ordinary one, which every page may have, also one that
// is not isolated from other origins.
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import asc from "assemblyscript/asc";

const [entry, out, sharing] = process.argv.slice(2);
const flags = "--optimizeLevel 3 --shrinkLevel 0 --noAssert --runtime stub --enable simd";
const isShared = sharing !== "--unshared";
const memory = isShared
  ? "--enable threads --importMemory --sharedMemory --initialMemory 1 --maximumMemory 65536"
  : "--importMemory --initialMemory 1";

const files = new Map();
const { error, stderr } = await asc.main(
  [entry, "--outFile", "kernels.wasm", ...flags.split(" "), ...memory.split(" ")],
  {
    writeFile: (name, content) => files.set(name, content),
  },
);
if (error) {
  process.stderr.write(stderr.toString());
  process.exit(1);
}
const kernels = Buffer.from(files.get("kernels.wasm"));
const base64 = kernels.toString("base64");
const lines = base64.match(/.{1,110}/g).map((line) => `  "${line}"`);
const module = [
  `// Made by tools/kernels.mjs from ${entry}.`,
  `export const kernelsBase64: string = [\n${lines.join(",\n")},\n].join("");`,
  ...(isShared ? [`export const memoryFlagsAt: number = ${memoryFlagsAt(kernels)};`] : []),
];
await mkdir(dirname(out), { recursive: true });
await writeFile(`${out}.tmp`, `${module.join("\n")}\n`);
await rename(`${out}.tmp`, out);

/**
 * Where the import of the memory says what kind of memory it is: bit 0 for a maximum, bit 1 for shared. Atomics are as valid on
 * a memory that is not shared, so this bit is all that two builds would differ in.
 */
function memoryFlagsAt(wasm) {
  // Two names, each behind its length; kind 2, a memory; flags 3.
  const memoryImport = Buffer.from("\x03env\x06memory\x02\x03", "latin1");
  const at = wasm.indexOf(memoryImport);
  if (at < 0) throw new Error(`kernels: ${entry} imports no shared memory as env.memory`);
  return at + memoryImport.length - 1;
}
