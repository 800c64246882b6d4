import { createInterface } from "node:readline";
import { errorMessage, json as jsonText, printable, printableLines } from "@wordloom/terminal";
import type { WordVectors } from "@wordloom/vectors";
import { answerLine, type PromptSettings } from "./answer-line.js";
import { completeWord } from "./complete-word.js";
import { COMMANDS } from "./parse-line.js";

/** The streams of a session. */
export interface PromptStreams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Receives what is wrong with a line; the same stream as the output if people read it. */
  readonly errors: NodeJS.WritableStream;
}

/** The options of a session. */
export interface PromptOptions {
  /** Whether a person types. Then lines can be edited and completed, and there is a prompt. */
  readonly isTerminal: boolean;
  /** Lines of former sessions, the last first. */
  readonly history?: readonly string[];
  /** Receives each line that a person types. */
  readonly onLine?: (line: string) => void;
  /** Whether answers are JSON, one object for each line. */
  readonly json?: boolean;
  /** The width of the terminal; 80 by default. */
  readonly width?: () => number;
}

/** The result of a session. */
export interface PromptOutcome {
  /** How many lines could not be answered. */
  readonly failed: number;
}

const PROMPT = "> ";
const MOST_HISTORY = 1000;

/** Reads lines and answers them until there are no more. Ctrl-C drops a line; on an empty line it ends the session. */
export function promptSession(
  vectors: WordVectors,
  settings: PromptSettings,
  { input, output, errors }: PromptStreams,
  { isTerminal, history = [], onLine = () => undefined, json = false, width = () => 80 }: PromptOptions,
): Promise<PromptOutcome> {
  let current = settings;
  let failed = 0;
  const lines = createInterface({
    input,
    output,
    terminal: isTerminal,
    prompt: isTerminal ? PROMPT : "",
    history: [...history],
    historySize: MOST_HISTORY,
    removeHistoryDuplicates: true,
    completer: (text: string) => completeWord(text, vectors.words, COMMANDS),
  });
  let isOver = false;
  const answer = (line: string) => {
    try {
      const { text, json: data, settings: next, isEnd, failures = [] } = answerLine(line, vectors, current, width());
      current = next;
      if (failures.length > 0) failed++;
      for (const failure of failures) errors.write(`${printable(failure)}\n`);
      const shown = json ? (data === undefined ? "" : jsonText(data)) : text;
      if (shown !== "") output.write(`${printableLines(shown)}\n`);
      isOver = isEnd;
    } catch (error) {
      failed++;
      errors.write(`${printable(errorMessage(error))}\n`);
    }
  };
  return new Promise((resolve) => {
    lines.on("line", (line) => {
      if (isTerminal && line.trim() !== "") onLine(line);
      answer(line);
      if (isOver) lines.close();
      else if (isTerminal) lines.prompt();
    });
    lines.on("SIGINT", () => {
      if (lines.line === "") {
        lines.close();
        return;
      }
      output.write("^C\n");
      // Ctrl-E goes to the end of the line, Ctrl-U deletes it. That shows the prompt again.
      lines.write(null, { ctrl: true, name: "e" });
      lines.write(null, { ctrl: true, name: "u" });
    });
    lines.on("close", () => {
      if (isTerminal) output.write("\n");
      resolve({ failed });
    });
    if (isTerminal) lines.prompt();
  });
}
