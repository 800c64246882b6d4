import { report, status } from "@wordloom/terminal";

/** Reports the work on stderr. */
export interface Reporter {
  /** Writes a line that stays. */
  readonly report: (text: string) => void;
  /** Writes a line that the next one replaces. */
  readonly status: (text: string) => void;
  /** Writes a line about something that failed while the rest goes on. The exit code becomes 1. */
  readonly fail: (text: string) => void;
}

/** Makes a reporter. With `--quiet` it writes only what fails. */
export function reporter(quiet: boolean | undefined): Reporter {
  const fail = (text: string) => {
    process.exitCode = 1;
    report(`evaluator: ${text}`);
  };
  return quiet ? { report: () => undefined, status: () => undefined, fail } : { report, status, fail };
}
