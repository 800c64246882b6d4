import { report, status } from "@wordloom/terminal";

/** What says on stderr how the work goes. */
export interface Reporter {
  /** A line that stays. */
  readonly report: (text: string) => void;
  /** A line that the next one replaces. */
  readonly status: (text: string) => void;
  /** A line about what failed while the rest goes on; the exit code becomes 1. */
  readonly fail: (text: string) => void;
}

/** One that writes, or one that is `--quiet` but for what fails. */
export function reporter(quiet: boolean | undefined): Reporter {
  const fail = (text: string) => {
    process.exitCode = 1;
    report(`evaluator: ${text}`);
  };
  return quiet ? { report: () => undefined, status: () => undefined, fail } : { report, status, fail };
}
