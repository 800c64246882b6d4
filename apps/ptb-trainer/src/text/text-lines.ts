import type { ReadingNote } from "@wordloom/data";
import { counted, whole } from "@wordloom/terminal";
import { loneWords } from "../advice/lone-words.js";
import type { Settings } from "../settings/settings.js";
import { textFacts } from "./text-facts.js";
import type { TrainingText } from "./training-text.js";

/** If a larger share of the tokens is left out or thinned out, something may be wrong: natural texts lose less. */
const MOST = 0.6;

/** Reports a text before it is trained on: how large it is, what is odd about it, and what is left out. */
export function textLines(text: TrainingText, settings: Settings): string[] {
  const { path, name, minCount, notes } = text;
  const facts = textFacts(text, settings.subsample);
  const place = path === undefined || path === name ? "" : ` (${path})`;
  const lines = [`${name}${place}: ${counted(facts.tokensRead, "token")}, ${counted(facts.wordsRead, "word")}`];
  lines.push(...notes.map(({ message }) => `note: ${message}`));
  if (facts.tokensLeftOut > 0) {
    const share = facts.tokensLeftOut / facts.tokensRead;
    const out = `--min-count ${minCount} leaves out ${counted(facts.tokensLeftOut, "token")} (${percent(share)}), ${counted(facts.wordsLeftOut, "word")}`;
    const rest = `left: ${counted(facts.tokens, "token")}, ${counted(facts.words, "word")}`;
    lines.push(share > MOST ? `warning: ${out}; ${rest}; a lower --min-count keeps more` : `${out}; ${rest}`);
  }
  if (facts.tokensThinned > 0) {
    const share = facts.tokensThinned / facts.tokens;
    const out = `--subsample ${settings.subsample} thins out ${percent(share)} of the tokens in each epoch, about ${whole(facts.tokensThinned)} of ${whole(facts.tokens)}`;
    lines.push(share > MOST ? `warning: ${out}; --subsample 0 keeps all` : out);
  }
  return lines;
}

/** Notes that words or lines of a text stand alone. What that does to them depends on the windows. */
export function loneWordsNote(
  { name, train, tokensRead, minCount }: Pick<TrainingText, "name" | "train" | "tokensRead" | "minCount">,
  settings: Settings,
): ReadingNote | undefined {
  const { lines, loneLines, words, example } = loneWords(train);
  const hasLineEnds = train.vocabulary.idOf.has("<eos>");
  const isTrimmed = train.ids.length < tokensRead;
  // With the rare words lines have become shorter or empty: these counts are not those of the file.
  const once = isTrimmed ? `once --min-count ${minCount} has left out rare words, ` : "";
  if (settings.preset === "fast" && !settings.crossSentences) {
    if (words === 0) return undefined;
    const who = `${counted(words, "word")} of ${name}, such as ${example}, ${words === 1 ? "stands" : "stand"} alone in each line`;
    const [they, their, them] = words === 1 ? ["it", "its", "it"] : ["they", "their", "them"];
    const [have, are] = words === 1 ? ["has", "is"] : ["have", "are"];
    const what = hasLineEnds
      ? `${their} only context is <eos>, which says nothing about ${them}`
      : `${they} ${have} no context, so ${they} ${are} not trained and not among the neighbours shown`;
    const remedy = "without --within-sentences, the lines around are context";
    return { kind: "lone-words", message: `${once}${who}: ${what}; ${remedy}`, count: words };
  }
  // Poems and headings have fewer such lines, and a few lines say nothing.
  if (loneLines < lines / 3 || lines < 10) return undefined;
  const remedy =
    settings.preset === "fast" && loneLines < lines ? "; --within-sentences --line-end boundary keeps lines apart" : "";
  return {
    kind: "lone-lines",
    message: `${once}${whole(loneLines)} of the ${counted(lines, "line")} ${isTrimmed ? "left " : ""}of ${name} are a single word; its context is the lines around it${remedy}`,
    count: loneLines,
  };
}

function percent(share: number): string {
  if (share < 0.01) return "less than 1 %";
  return share > 0.99 && share < 1 ? "more than 99 %" : `${Math.round(100 * share)} %`;
}
