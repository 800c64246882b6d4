/** Columns of the terminal; 80 in a pipe or a file, unless the environment's `COLUMNS` says otherwise. */
export function terminalWidth(): number {
  return process.stdout.columns || Number(process.env.COLUMNS) || 80;
}
