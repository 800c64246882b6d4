import { report, status } from "@wordloom/terminal";

/** What says on stderr how the work goes. */
export interface Reporter {
  /** A line that stays. */
  readonly report: (text: string) => void;
  /** A line that the next one replaces. */
  readonly status: (text: string) => void;
}

/** One that writes, or one that is `--quiet`. */
export function reporter(quiet: boolean | undefined): Reporter {
  return quiet ? { report: () => undefined, status: () => undefined } : { report, status };
}
