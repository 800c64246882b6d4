import { otherSpellings, type ReadingNote, type SpellingDifference, type WordVectors } from "@wordloom/vectors";

const said: Record<SpellingDifference, string> = {
  normalization: "in another Unicode normalization",
  invisible: "with or without characters that do not show",
  compatibility: "in other forms of their characters, such as full width",
  punctuation: "with other punctuation",
  capitals: "in other capitals",
};

/**
 * Counts the unknown words of a test set that are in the vocabulary in another spelling. They lower the coverage for no good
 * reason.
 *
 * @param rows - the number of rows that the protocol used
 * @returns one note, or none if there is no such word
 */
export function spellingNotes(
  vectors: Pick<WordVectors, "words">,
  unknownWords: readonly string[],
  rows: number,
): ReadingNote[] {
  const found = [...otherSpellings(vectors, unknownWords, rows)];
  if (found.length === 0) return [];
  const parts = Object.entries(said).flatMap(([difference, how]) => {
    const same = found.filter(([, other]) => other.difference === difference);
    if (same.length === 0) return [];
    const [asked, { word }] = same[0];
    return [`${same.length} ${how} (${formed(word)}, not ${formed(asked)})`];
  });
  const verb = found.length === 1 ? "is" : "are";
  return [
    {
      kind: "other-spellings",
      message:
        `${found.length} of ${unknownWords.length} unknown words ${verb} in the vocabulary in another spelling: ` +
        `${parts.join(", ")}; a test set with the spellings of the vocabulary would ask more`,
      count: found.length,
    },
  ];
}

/** Adds the name of the normalization, which cannot be seen. */
function formed(word: string): string {
  const forms = ["NFC", "NFD"].filter((form) => word === word.normalize(form));
  return forms.length === 1 ? `${word} in ${forms[0]}` : word;
}
