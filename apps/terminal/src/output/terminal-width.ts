/** Fewer hold no table. */
const LEAST = 20;

/** Columns of the terminal; 80 in a pipe or a file, unless the environment's `COLUMNS` says otherwise. At least 20. */
export function terminalWidth(): number {
  const { COLUMNS = "" } = process.env;
  const asked = /^\d+$/.test(COLUMNS) ? Number(COLUMNS) : 0;
  return Math.max(LEAST, process.stdout.columns || asked || 80);
}
