/** The beginning of an error for a file that has no words, with a remark on it, if there is one. */
export function noWords(remark: string): string {
  return `the file has numbers and no words${remark}`;
}
