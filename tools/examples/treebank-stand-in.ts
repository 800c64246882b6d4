import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Lines and words of Mikolov's split of the Penn Treebank. Its text can't be part of this repository. */
const SIZES = { train: [42_068, 887_521], valid: [3_370, 70_390], test: [3_761, 78_669] };

/** Three files as large as the Penn Treebank's, in a folder for caches, where `findPtb` looks before it asks the network. */
export async function writeTreebankStandIn(cache: string): Promise<void> {
  const folder = join(cache, "wordloom", "ptb");
  await mkdir(folder, { recursive: true });
  for (const [part, [lines, words]] of Object.entries(SIZES)) {
    const text = `${" <unk> \n".repeat(lines - 1)}${" the".repeat(words - lines + 1)} \n`;
    await writeFile(join(folder, `ptb.${part}.txt`), text);
  }
}
