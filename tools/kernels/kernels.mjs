// Compiles a package's AssemblyScript kernels to WebAssembly and writes them as a TypeScript module, so that no bundler,
// test runner or browser needs a setting to find a `.wasm` file. Usage: node tools/kernels/kernels.mjs ENTRY OUT [--unshared]
// The module says what the kernels export, and where the fields of their structs are, so that no list of them is kept by hand.
// The kernels import their memory. It is one that threads share; then the module says with `memoryFlagsAt` which byte of the
// kernels to change where it can't be. With --unshared it is always an ordinary one, which every page may have, also one that
// is not isolated from other origins.
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { compiled } from "./compiled.mjs";
import { kernelsModule } from "./kernels-module.mjs";

const [entry, out, sharing] = process.argv.slice(2);
try {
  const text = kernelsModule(entry, await compiled(entry, sharing !== "--unshared"));
  await mkdir(dirname(out), { recursive: true });
  await writeFile(`${out}.tmp`, text);
  await rename(`${out}.tmp`, out);
} catch (error) {
  process.stderr.write(`kernels: ${error.message}\n`);
  process.exitCode = 1;
}
