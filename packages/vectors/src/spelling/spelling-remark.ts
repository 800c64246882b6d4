import { type SpellingDifference, spellingDifference } from "./spelling-forms.js";

/** What differs between a word and a spelling of it that looks the same, in brackets; nothing where that can be seen. */
export function spellingRemark(word: string, spelling: string): string {
  const difference = spellingDifference(word, spelling);
  const said = difference === undefined ? lookalikes(word, spelling) : remarks[difference](word, spelling);
  return said === "" ? "" : ` (${said})`;
}

const remarks: Record<SpellingDifference, (word: string, spelling: string) => string> = {
  normalization: (word, spelling) => `the same in ${normalization(spelling)}; asked in ${normalization(word)}`,
  invisible: (word, spelling) => {
    const parts = [codePoints(spelling, UNSEEN), codePoints(word, UNSEEN)];
    return parts[0] === ""
      ? `without ${parts[1]}`
      : parts[1] === ""
        ? `with ${parts[0]}`
        : `with ${parts[0]}, not ${parts[1]}`;
  },
  compatibility: () => "other forms of its characters: width, ligature or the like",
  punctuation: () => "other punctuation",
  // That can be seen.
  capitals: () => "",
};

const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** Unicode's name for the form that a text is in. */
function normalization(text: string): string {
  const form = ["NFC", "NFD"].find((each) => text === text.normalize(each));
  return form ?? "neither NFC nor NFD";
}

/** Letters of one alphabet in the place of those of another, which may look the same. */
function lookalikes(word: string, spelling: string): string {
  const [asked, there] = [Array.from(word), Array.from(spelling)];
  if (asked.length !== there.length) return "";
  const differing = there.flatMap((letter, i) => (letter === asked[i] ? [] : [[letter, asked[i]] as const]));
  if (
    !differing.every(([a, b]) => alphabet(a) !== undefined && alphabet(b) !== undefined && alphabet(a) !== alphabet(b))
  )
    return "";
  return differing.map(([a, b]) => `${codePoint(a)} for ${codePoint(b)}`).join(", ");
}

function alphabet(letter: string): string | undefined {
  if (/\p{Script=Latin}/u.test(letter)) return "Latin";
  if (/\p{Script=Greek}/u.test(letter)) return "Greek";
  return /\p{Script=Cyrillic}/u.test(letter) ? "Cyrillic" : undefined;
}

function codePoints(text: string, pattern: RegExp): string {
  return [...new Set(text.match(pattern))].map(codePoint).join(", ");
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
