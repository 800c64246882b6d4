import { command, decimal, oneOf, subcommand, wholeNumber } from "@wordloom/terminal";
import packageJson from "../package.json" with { type: "json" };
import { type AnalogyWords, analogyWords } from "./analogy-words.js";
import type { CompareOptions } from "./compare.js";
import type { EvaluateOptions } from "./evaluate.js";
import { PROTOCOLS, type Protocol } from "./scoring.js";

type Command = ReturnType<typeof command>;

const append = (value: string, values: readonly string[] = []) => [...values, value];
const appendAnalogy = (value: string, values: readonly AnalogyWords[] = []) => [...values, analogyWords(value)];
const appendProtocol = (value: string, values: readonly Protocol[] = []) => [...values, oneOf(PROTOCOLS)(value)];

const VECTORS = "a vectors file of any known format, or a folder with one";

/** The command line of `evaluator`; whoever asks for help does not wait for the rest to load. */
export function program(): Command {
  const evaluator = command(
    "evaluator",
    "Asks word vectors questions. Without options, the book's.",
    packageJson.version,
  )
    .argument("<vectors>", VECTORS)
    .option("--similar <words>", "neighbours of words, separated by commas (repeatable)", append)
    .option("--analogy <a:b::c>", "what is to c as b is to a? (repeatable)", appendAnalogy);
  scoringOptions(evaluator)
    .option("--top <n>", "answers to each question", wholeNumber(), 5)
    .option("--report <file.html>", "write a page with scores, neighbours and a map of the words")
    .option("--map <layout>", "of the report: pca, or umap as well", oneOf(["pca", "umap"]), "pca")
    .option("--map-words <n>", "how many of the most frequent words it shows", wholeNumber({ atMost: 20_000 }), 2000)
    .option("--json", "print one JSON object, with all there is")
    .option("--quiet", "report nothing on stderr but errors")
    .addHelpText("after", EXAMPLES)
    .action(async (vectors: string, options: EvaluateOptions) => {
      const { evaluate } = await import("./evaluate.js");
      await evaluate(vectors, options);
    });
  compareCommand(evaluator);
  return evaluator;
}

function compareCommand(evaluator: Command): void {
  const compare = subcommand(evaluator, "compare", "Which of two is better? Differences, with intervals.")
    .argument("<a>", VECTORS)
    .argument("<b>", "the same");
  scoringOptions(compare)
    .option("--json", "print one JSON object, with all there is")
    .option("--quiet", "report nothing on stderr but errors")
    .action(async (a: string, b: string, options: CompareOptions) => {
      const { compare } = await import("./compare.js");
      await compare(a, b, options);
    });
}

/** What is scored, and by whose rules. */
function scoringOptions(command: Command): Command {
  return command
    .option("--analogies <path>", "score questions: Google's or MSR's file, BATS's folder (repeatable)", append)
    .option("--pairs <path>", "score the word pairs of a file, or of those in a folder (repeatable)", append)
    .option("--protocol <name>", `${PROTOCOLS.join(", ")} (repeatable; default: gensim)`, appendProtocol)
    .option("--restrict <n>", "look at the first n rows only (default: the protocol's, or all)", wholeNumber())
    .option("--case-sensitive", "words in other capitals are other words")
    .option(
      "--unknown <how>",
      "skip questions with unknown words, or count them wrong",
      oneOf(["skip", "wrong"]),
      "skip",
    )
    .option("--resamples <n>", "of the bootstrap; 0: no intervals", resamples, 2000)
    .option("--confidence <x>", "how much of the resamples an interval holds", decimal({ above: 0, below: 1 }), 0.95)
    .option("--seed <n>", "the same seed gives the same intervals", wholeNumber({ atLeast: 0 }), 1);
}

/** Fewer than a hundred have no percentiles to speak of. */
function resamples(text: string): number {
  return text === "0" ? 0 : wholeNumber({ atLeast: 100 })(text);
}

const EXAMPLES = `
Examples:
  evaluator vectors.bin
  evaluator vectors.bin --similar king,queen --top 10
  evaluator vectors.bin --analogy king:man::queen --json
  evaluator vectors.bin --analogies questions-words.txt --pairs word-sim
  evaluator compare old.bin new.bin --analogies questions-words.txt`;
