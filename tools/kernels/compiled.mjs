import asc from "assemblyscript/asc";
import { described } from "./described.mjs";

const flags = "--optimizeLevel 3 --shrinkLevel 0 --noAssert --runtime stub --enable simd";
const sharedMemory = "--enable threads --importMemory --sharedMemory --initialMemory 1 --maximumMemory 65536";
const ownMemory = "--importMemory --initialMemory 1";

/** What AssemblyScript makes of an entry file: its bytes, and what the compiler knows of its exports and structs. */
export async function compiled(entry, isShared) {
  const files = new Map();
  let description;
  class Described {
    afterCompile() {
      description = described(this.program, entry);
    }
  }
  const options = `${flags} ${isShared ? sharedMemory : ownMemory}`.split(" ");
  const { error, stderr } = await asc.main([entry, "--outFile", "kernels.wasm", ...options], {
    writeFile: (name, content) => files.set(name, content),
    transforms: [Described],
  });
  if (error) throw new Error(`${entry} does not compile\n${stderr}`);
  const wasm = Buffer.from(files.get("kernels.wasm"));
  return { wasm, ...description, ...(isShared ? { memoryFlagsAt: memoryFlagsAt(wasm, entry) } : {}) };
}

/**
 * Where the import of the memory says what kind of memory it is: bit 0 for a maximum, bit 1 for shared. Atomics are as valid on
 * a memory that is not shared, so this bit is all that two builds would differ in.
 */
function memoryFlagsAt(wasm, entry) {
  // Two names, each behind its length; kind 2, a memory; flags 3.
  const memoryImport = Buffer.from("\x03env\x06memory\x02\x03", "latin1");
  const at = wasm.indexOf(memoryImport);
  if (at < 0) throw new Error(`${entry} imports no shared memory as env.memory`);
  return at + memoryImport.length - 1;
}
