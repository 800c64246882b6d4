import { quoted } from "../messages/quoted.js";

/** Names that a shell takes for what they are. */
const PLAIN = /^[\p{L}\p{N}_.+@%=:,][\p{L}\p{N}\p{M}_./+@%=:,-]*$/u;
/** What comes with vectors, and has none. */
const DOCUMENT =
  /(^|\/)(readme|licen[cs]e|copying|changelog|changes|notice|authors|citation|__macosx\/|\._|\.ds_store)|\.(md|rst|html?|pdf|docx?)$/i;
const LONGEST = 60;

/**
 * What to say of an archive by the names of its first files, and how a command takes one out that is no README:
 * `tar xOf FILE NAME > OUT`.
 */
export function fileInArchive(names: readonly string[], command: string, listing: string): string {
  if (names.length === 0) return `not a file; take the vectors out of it: ${command} NAME > OUT`;
  const name = names.find((each) => !DOCUMENT.test(each));
  if (name === undefined) return `of ${quoted(names[0])} first; look inside for the vectors: ${listing}`;
  const isPlain = PLAIN.test(name) && name.length <= LONGEST;
  const [file, out] = isPlain ? [name, name.split("/").at(-1)] : ["NAME", "OUT"];
  const which = name === names[0] ? `of ${quoted(name)} first` : `with ${quoted(name)} in it`;
  return `${which}; take that out: ${command} ${file} > ${out}`;
}
