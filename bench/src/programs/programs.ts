import { fasttext } from "./fasttext.ts";
import { gensim } from "./gensim.ts";
import { koan } from "./koan.ts";
import { layers } from "./layers.ts";
import type { Program } from "./program.ts";
import { word2vecC } from "./word2vec-c.ts";
import { wordloom } from "./wordloom.ts";

const programs: readonly Program[] = [
  wordloom(),
  layers("adam"),
  layers("sgd"),
  gensim("file"),
  gensim("sentences"),
  word2vecC(),
  fasttext(),
  koan(),
];

/** For the help. */
export const programNames: readonly string[] = programs.map(({ name }) => name);

export interface NamedPrograms {
  readonly present: readonly Program[];
  readonly versions: Readonly<Record<string, string>>;
  readonly skipped: Readonly<Record<string, string>>;
}

/** Those of the names that are on this machine, and why the others are not. */
export async function programsNamed(names: readonly string[]): Promise<NamedPrograms> {
  const present: Program[] = [];
  const versions: Record<string, string> = {};
  const skipped: Record<string, string> = {};
  for (const program of programs.filter(({ name }) => names.includes(name))) {
    const { name } = program;
    const availability = await program.availability();
    if ("missing" in availability) skipped[name] = availability.missing;
    else {
      present.push(program);
      versions[name] = availability.version;
    }
  }
  return { present, versions, skipped };
}
