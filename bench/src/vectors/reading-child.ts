// Reads a file of vectors in a process of its own, with nothing compiled yet, and prints the seconds, and those of all
// processors together, as one line of JSON. Told
// to, it reads only the bytes, unpacked if they are packed, for what that alone takes.
import { createReadStream, readFileSync } from "node:fs";
import { createGunzip } from "node:zlib";
import { readVectors } from "@wordloom/vectors/node";

const { path, isBytes } = JSON.parse(process.argv[2]) as { path: string; isBytes: boolean };
const start = performance.now();
const before = process.cpuUsage();
if (!isBytes) await readVectors(path);
else if (path.endsWith(".gz")) await unpacked(path);
else readFileSync(path);
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000, cpuSeconds: (user + system) / 1e6 }));

async function unpacked(packedPath: string): Promise<number> {
  const chunk = 1 << 20;
  const packed = createReadStream(packedPath, { highWaterMark: chunk });
  let size = 0;
  for await (const bytes of packed.pipe(createGunzip({ chunkSize: chunk }))) size += bytes.length;
  return size;
}
