import type { Corpus } from "@wordloom/data";

/** Lines that are a single word. */
export interface LoneWords {
  readonly lines: number;
  /** Of them, those with a single word; `<eos>` is none. */
  readonly loneLines: number;
  /** Words that stand in such lines alone. */
  readonly words: number;
  /** By word id: 1 for those that have another word beside them in some line, and for `<eos>`. */
  readonly hasCompany: Uint8Array;
  /** The commonest of these words. */
  readonly example: string;
}

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
