import type { TokenScanner } from "../corpus/token-scanner.js";
import type { Vocabulary } from "../vocabulary/vocabulary.js";
import { mojibake } from "./mojibake.js";
import type { ReadingNote } from "./reading-note.js";
import { unspacedScript } from "./unspaced-script.js";

/** What is odd about the words of a text that was read, though each could be meant. */
export function wordNotes(
  source: string,
  vocabulary: Vocabulary,
  { lineEndTokens, loneReturns }: Pick<TokenScanner, "lineEndTokens" | "loneReturns">,
): ReadingNote[] {
  const own = ownLineEnds(vocabulary, lineEndTokens);
  const replaced = tokensWith(vocabulary, /\ufffd/);
  const garbled = mojibake(vocabulary);
  // What was decoded wrongly has blanks and controls in it that nobody wrote.
  const none = { count: 0, example: "" };
  const blanks = garbled === undefined ? tokensWith(vocabulary, BLANKS) : none;
  const controls = garbled === undefined ? tokensWith(vocabulary, CONTROLS) : none;
  const decomposed = decomposedWords(vocabulary);
  const unspaced = unspacedScript(vocabulary);
  const notes: (ReadingNote | false | undefined)[] = [
    loneReturns > 0 && {
      kind: "lone-returns",
      message: `${counted(loneReturns, "line")} of ${source} with a carriage return alone for an end`,
      count: loneReturns,
    },
    own > 0 && {
      kind: "own-line-end-word",
      message:
        `${source} has the word "<eos>" itself, ${counted(own, "time")}, and each line end is that word, too; ` +
        'lineEnd: "boundary" makes line ends no word',
      count: own,
    },
    blanks.count > 0 && {
      kind: "blanks-in-words",
      message:
        `${counted(blanks.count, "token")} of ${source} with a blank inside that is not ASCII's ` +
        `(${codePoints(blanks.example, BLANKS)}) and joins what it stands between; put a space in its place`,
      count: blanks.count,
    },
    controls.count > 0 && {
      kind: "control-characters",
      message: `${counted(controls.count, "token")} of ${source} with a control character inside (${codePoints(controls.example, CONTROLS)})`,
      count: controls.count,
    },
    replaced.count > 0 && {
      kind: "replacement-characters",
      message:
        `${counted(replaced.count, "token")} of ${source} with a U+FFFD inside, such as ${replaced.example}: ` +
        "what stood there was lost when the text was decoded",
      count: replaced.count,
    },
    garbled && {
      kind: "mojibake",
      message:
        `${counted(garbled.count, "token")} of ${source} look like UTF-8 that was decoded as Windows-1252, such as ` +
        `${garbled.example} for ${garbled.meant}; convert the text anew`,
      count: garbled.count,
    },
    decomposed.count > 0 && {
      kind: "decomposed",
      message:
        `${counted(decomposed.count, "token")} of ${source} not in Unicode's composed form (NFC), such as ` +
        `${decomposed.example}: who asks for them has to spell them so, too; words in both forms, each for ` +
        `itself: ${decomposed.twins.toLocaleString("en")}; normalize("NFC") makes one of them`,
      count: decomposed.count,
    },
    unspaced && {
      kind: "no-spaces",
      message:
        `${source} is in ${unspaced.name}, with ${unspaced.meanLength} letters between two spaces on average; that ` +
        "script puts none between words: split it into words first, by an Intl.Segmenter, say",
    },
  ];
  return notes.filter((note) => note !== false && note !== undefined);
}

/** Unicode's white space, the zero-width space and the byte order mark; ASCII's own ends words. */
const BLANKS = /[\u0085\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
const CONTROLS = /[\u0001-\u001f\u007f-\u0084\u0086-\u009f]/u;

function ownLineEnds({ counts, idOf }: Vocabulary, lineEndTokens: number): number {
  const id = idOf.get("<eos>");
  return id === undefined || lineEndTokens === 0 ? 0 : counts[id] - lineEndTokens;
}

function decomposedWords({ words, counts, idOf }: Vocabulary): { count: number; example: string; twins: number } {
  let [count, example, twins] = [0, "", 0];
  for (let id = 0; id < words.length; id++) {
    // Only these characters compose: to normalize each word would take as long as reading.
    if (!/[\p{M}\u1100-\u11ff]/u.test(words[id])) continue;
    const composed = words[id].normalize("NFC");
    if (composed === words[id]) continue;
    count += counts[id];
    if (example === "") example = composed;
    if (idOf.has(composed)) twins++;
  }
  return { count, example, twins };
}

function tokensWith({ words, counts }: Vocabulary, pattern: RegExp): { count: number; example: string } {
  let count = 0;
  let example = "";
  for (let id = 0; id < words.length; id++) {
    if (!pattern.test(words[id])) continue;
    count += counts[id];
    if (example === "") example = words[id];
  }
  return { count, example };
}

function codePoints(word: string, pattern: RegExp): string {
  const character = pattern.exec(word)?.[0] ?? "";
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
