/** No table fits into fewer columns. */
const LEAST = 20;

/** Gives the columns of the terminal, at least 20. In a pipe or a file it is the environment's `COLUMNS`, or 80. */
export function terminalWidth(): number {
  const { COLUMNS = "" } = process.env;
  const asked = /^\d+$/.test(COLUMNS) ? Number(COLUMNS) : 0;
  return Math.max(LEAST, process.stdout.columns || asked || 80);
}
