// Compiles a package's AssemblyScript kernels to WebAssembly and writes them as a TypeScript module, so that no bundler,
// test runner or browser needs a setting to find a `.wasm` file. Usage: node tools/kernels.mjs ENTRY OUT [--unshared]
// The kernels import their memory. It is one that threads share; with --unshared it is an ordinary one, which every page
// may have, also one that is not isolated from other origins.
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import asc from "assemblyscript/asc";

const [entry, out, sharing] = process.argv.slice(2);
const flags = "--optimizeLevel 3 --shrinkLevel 0 --noAssert --runtime stub --enable simd";
const memory =
  sharing === "--unshared"
    ? "--importMemory --initialMemory 1"
    : "--enable threads --importMemory --sharedMemory --initialMemory 1 --maximumMemory 65536";

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
const base64 = Buffer.from(files.get("kernels.wasm")).toString("base64");
const lines = base64.match(/.{1,110}/g).map((line) => `  "${line}"`);
await mkdir(dirname(out), { recursive: true });
await writeFile(
  `${out}.tmp`,
  `// Made by tools/kernels.mjs from ${entry}.\nexport const kernelsBase64: string = [\n${lines.join(",\n")},\n].join("");\n`,
);
await rename(`${out}.tmp`, out);
