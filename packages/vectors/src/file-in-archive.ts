import { quoted } from "./quoted.js";

/** Names that a shell takes for what they are. */
const PLAIN = /^[\p{L}\p{N}_.+@%=:,][\p{L}\p{N}\p{M}_./+@%=:,-]*$/u;
const LONGEST = 60;

/** What to say of the first file in an archive, and how a command takes it out: `tar xOf FILE NAME > OUT`. */
export function fileInArchive(name: string | undefined, command: string): string {
  if (name === undefined) return `not a file; take the vectors out of it: ${command} NAME > OUT`;
  const isPlain = PLAIN.test(name) && name.length <= LONGEST;
  const [file, out] = isPlain ? [name, name.split("/").at(-1)] : ["NAME", "OUT"];
  return `of ${quoted(name)} first; take that out: ${command} ${file} > ${out}`;
}
