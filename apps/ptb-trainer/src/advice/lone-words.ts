import type { Corpus } from "@wordloom/data";

/** The words that are alone in each of their lines. */
export interface LoneWords {
  /** How many lines have a word. */
  readonly lines: number;
  /** How many of these have only one word. `<eos>` does not count. */
  readonly loneLines: number;
  /** How many words are alone in each of their lines. */
  readonly words: number;
  /** By word id: 1 for `<eos>` and for a word that has another word beside it in some line. */
  readonly hasCompany: Uint8Array;
  /** The commonest word that is alone; empty if there is none. */
  readonly example: string;
}

/** Finds the words of a corpus that are alone in each of their lines. */
export function loneWords({ ids, sentenceStarts, vocabulary }: Corpus): LoneWords {
  const eos = vocabulary.idOf.get("<eos>") ?? -1;
  const hasCompany = new Uint8Array(vocabulary.words.length);
  let [lines, loneLines] = [0, 0];
  for (let line = 0; line < sentenceStarts.length; line++) {
    const end = sentenceStarts[line + 1] ?? ids.length;
    let words = 0;
    for (let i = sentenceStarts[line]; i < end; i++) if (ids[i] !== eos) words++;
    if (words === 0) continue;
    lines++;
    if (words === 1) loneLines++;
    else for (let i = sentenceStarts[line]; i < end; i++) hasCompany[ids[i]] = 1;
  }
  if (eos >= 0) hasCompany[eos] = 1;
  return {
    lines,
    loneLines,
    hasCompany,
    words: hasCompany.reduce((sum, has) => sum + Number(has === 0), 0),
    example: vocabulary.words[hasCompany.indexOf(0)] ?? "",
  };
}
