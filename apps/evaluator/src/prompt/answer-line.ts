import { answersText, printableWord } from "@wordloom/terminal";
import {
  analogy,
  doesntMatch,
  missingWord,
  mostSimilar,
  mostSimilarCosMul,
  type Neighbour,
  rowOf,
  similarity,
  type WordVectors,
} from "@wordloom/vectors";
import { type Line, parseLine } from "./parse-line.js";

/** The settings that the commands of the prompt change. */
export interface PromptSettings {
  readonly top: number;
  /** Answers come from this many first rows; from all if undefined. */
  readonly restrict?: number | undefined;
  /** The objective of sums: 3CosAdd or 3CosMul. */
  readonly objective: "add" | "mul";
}

/** The answer to a line. */
export interface PromptAnswer {
  readonly text: string;
  /** The answer for programs; absent for commands. */
  readonly json?: object;
  /** What could not be answered, one line each. */
  readonly failures?: readonly string[];
  readonly settings: PromptSettings;
  readonly isEnd: boolean;
}

const HELP = `king                     the nearest words
king - man + woman       near king and woman, far from man
man : king = woman : ?   what is to woman as king is to man?
king ~ queen             the cosine of two words
"New York" ~ "-"         quotes around words with blanks, colons or signs;
                         in quotes \\" is a quote and \\\\ a backslash
.odd WORD WORD WORD …    the word that fits least
.top N                   show N answers
.restrict N              take answers from the first N rows; 0: from all
.objective add|mul       the objective of sums: 3CosAdd or 3CosMul
.exit                    end, as Ctrl-D does`;

/**
 * Answers one line of the prompt.
 *
 * @throws Error if the line cannot be read or answered
 */
export function answerLine(line: string, vectors: WordVectors, settings: PromptSettings, width: number): PromptAnswer {
  const asked = parseLine(line, (text) => rowOf(vectors, text) !== undefined);
  const answer = (text: string, json?: object) => ({ text, settings, isEnd: false, ...(json && { json }) });
  const listed = (answers: readonly Neighbour[]) =>
    answer(
      answersText([["", answers]], width)
        .split("\n")
        .slice(1)
        .join("\n"),
      { question: line.trim(), answers },
    );
  const missing = missingWords(vectors, asked);
  const failures = Object.values(missing);
  if (failures.length > 0 && asked.kind !== "odd") {
    return { ...answer("", { question: line.trim(), missing }), failures };
  }
  const options = { top: settings.top, ...(settings.restrict !== undefined && { restrict: settings.restrict }) };
  switch (asked.kind) {
    case "nothing":
      return answer("");
    case "cosine": {
      const cosine = similarity(vectors, ...asked.words);
      return answer(`  ${cosine.toFixed(4)}`, { question: line.trim(), similarity: cosine });
    }
    case "analogy": {
      const [a, b, c] = asked.words;
      if (settings.objective === "add") return listed(analogy(vectors, a, b, c, options));
      return listed(products(vectors, { positive: [b, c], negative: [a] }, options));
    }
    case "near": {
      const { positive, negative } = asked;
      // 3CosMul needs a word to be near, and a second word.
      const isProduct = settings.objective === "mul" && positive.length > 0 && positive.length + negative.length > 1;
      return listed(
        isProduct
          ? products(vectors, { positive, negative }, options)
          : mostSimilar(vectors, { positive, negative }, options),
      );
    }
    case "odd": {
      const known = asked.words.filter((word) => rowOf(vectors, word) !== undefined);
      if (failures.length > 0 && known.length < 3) {
        return { ...answer("", { question: line.trim(), missing }), failures };
      }
      const odd = doesntMatch(vectors, known);
      const json = { question: line.trim(), odd, ...(failures.length > 0 && { missing }) };
      return { ...answer(`  ${printableWord(odd)}`, json), failures };
    }
    case "command":
      return command(asked.name, asked.argument, settings);
  }
}

/** Says for each unknown word of a line why it has no answer. */
function missingWords(vectors: WordVectors, asked: Line): Record<string, string> {
  const words =
    asked.kind === "near"
      ? [...asked.positive, ...asked.negative]
      : asked.kind === "nothing" || asked.kind === "command"
        ? []
        : asked.words;
  const unknown = words.filter((word) => rowOf(vectors, word) === undefined);
  return Object.fromEntries(unknown.map((word) => [word, missingWord(vectors, word)]));
}

function products(
  vectors: WordVectors,
  query: { readonly positive: readonly string[]; readonly negative: readonly string[] },
  options: { readonly top: number; readonly restrict?: number },
): Neighbour[] {
  const { positive, negative } = query;
  return mostSimilarCosMul(vectors, { positive, negative }, options).map(({ word, score }) => ({
    word,
    similarity: score,
  }));
}

function command(name: string, argument: string, settings: PromptSettings): PromptAnswer {
  const done = (text: string, changed: Partial<PromptSettings> = {}) => ({
    text,
    settings: { ...settings, ...changed },
    isEnd: false,
  });
  switch (`.${name}`) {
    case ".exit":
    case ".quit":
      return { text: "", settings, isEnd: true };
    case ".help":
      return done(HELP);
    case ".top":
      return done("", { top: wholeNumber(".top", argument, 1) });
    case ".restrict": {
      const restrict = wholeNumber(".restrict", argument, 0);
      return done("", { restrict: restrict === 0 ? undefined : restrict });
    }
    case ".objective":
      if (argument !== "add" && argument !== "mul") throw new Error(".objective is add or mul");
      return done("", { objective: argument });
    default:
      throw new Error(`there is no command .${name}; .help lists them all`);
  }
}

function wholeNumber(command: string, text: string, atLeast: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(value) && value >= atLeast) return value;
  throw new Error(`${command} takes a whole number, at least ${atLeast}`);
}
