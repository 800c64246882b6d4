import { terminalWidth, wrongUse } from "@wordloom/terminal";
import { historyPath, keepLine, readHistory } from "../prompt/history-file.js";
import { promptSession } from "../prompt/prompt-session.js";
import { reporter } from "../run/reporter.js";
import { openVectors, type Reading } from "../vectors/open-vectors.js";

/** The options of `prompt`. */
export interface PromptCommandOptions extends Reading {
  readonly top: number;
  readonly restrict?: number;
  readonly json?: true;
  readonly quiet?: true;
}

/** Reads vectors and answers questions line by line. The exit code is 1 if a line from a pipe has no answer. */
export async function prompt(path: string, options: PromptCommandOptions): Promise<void> {
  if (path === "-") throw wrongUse("the questions come from stdin, so the vectors must be in a file");
  const say = reporter(options.quiet);
  const { vectors } = await openVectors(path, say, options);
  const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  if (isTerminal) say.report("Type king, or king - man + woman. Tab completes words, .help shows more, Ctrl-D ends.");
  const file = isTerminal ? historyPath() : "";
  const { failed } = await promptSession(
    vectors,
    { top: options.top, restrict: options.restrict, objective: "add" },
    { input: process.stdin, output: process.stdout, errors: isTerminal ? process.stdout : process.stderr },
    {
      isTerminal,
      history: await readHistory(file),
      onLine: (line) => keepLine(file, line),
      json: options.json === true,
      width: terminalWidth,
    },
  );
  if (failed > 0 && !isTerminal) process.exitCode = 1;
}
