import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { OnNote } from "@wordloom/vectors";
import { readError } from "./file-text.js";

/** Folders that systems and programs leave behind. Hidden folders are known by their dot. */
const DEBRIS_FOLDER =
  /^(__MACOSX|__pycache__|\$RECYCLE\.BIN|System Volume Information|@eaDir|lost\+found|node_modules)$/i;
/** Backups, half-written files, and files that Windows and editors keep. */
const DEBRIS_FILE =
  /^(thumbs\.db|desktop\.ini|ehthumbs\.db|icon\r|~\$.*|#.*#|.*~|.*\.(bak|backup|old|orig|rej|sw[a-z]|tmp|temp|part|crdownload|lock|lnk))$/i;
const DOCUMENT =
  /^(read[-_ ]?me|licen[cs]e|copying|copyright|change(log|s)|authors|citation|notice|contribut(ing|ors)|instructions|acknowledge?ments|version|terms|md5sums?|sha\d+sums?|checksums?|manifest|requirements)\b/i;
const MOST_NAMED = 3;

/** Whether the name of a file is that of a document, such as `README.txt`. */
export function isDocumentName(name: string): boolean {
  return DOCUMENT.test(name);
}

/**
 * Finds the files of a folder, and of the folders in it, that may be test sets by their names. Hidden files, files that systems
 * and editors leave behind, and other endings are left out; notes count them.
 *
 * @throws Error if no file is left
 */
export async function folderFiles(folder: string, endings: readonly string[], onNote: OnNote): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch((error) => {
    throw readError(folder, error);
  });
  const files: { path: string; name: string; inside: string }[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (await isFile(entry, path)) files.push({ path, name: entry.name, inside: relative(folder, path) });
  }
  const isDebris = ({ name, inside }: (typeof files)[number]) => {
    const folders = inside.split(sep).slice(0, -1);
    return (
      folders.some((each) => each.startsWith(".") || DEBRIS_FOLDER.test(each)) ||
      name.startsWith(".") ||
      DEBRIS_FILE.test(name)
    );
  };
  const isOther = ({ name }: (typeof files)[number]) => !endings.some((ending) => name.toLowerCase().endsWith(ending));
  const byName = files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.inside < b.inside ? -1 : 1));
  const debris = byName.filter(isDebris);
  const others = byName.filter((file) => !isDebris(file) && isOther(file));
  const kept = byName.filter((file) => !isDebris(file) && !isOther(file));
  const names = (all: typeof files) => all.map(({ inside }) => inside);
  if (kept.length === 0) {
    const left = [...names(debris), ...names(others)];
    const what = left.length === 0 ? "" : `; left out: ${filesText(left)}`;
    throw new Error(`${folder} is a folder without a test set: no file ends in ${listed(endings, "or")}${what}`);
  }
  if (debris.length > 0)
    leftOut("debris", folder, names(debris), "hidden, backups, or left behind by a system", onNote);
  if (others.length > 0)
    leftOut(
      "other-endings",
      folder,
      names(others),
      `not named ${listed(
        endings.map((e) => `*${e}`),
        "or",
      )}`,
      onNote,
    );
  return kept.map(({ path }) => path);
}

/** Notes that files of a folder were left out, and why. */
export function leftOut(kind: string, folder: string, names: readonly string[], why: string, onNote: OnNote): void {
  const were = names.length === 1 ? "was" : "were";
  onNote({
    kind: `${kind}-left-out`,
    message: `${filesText(names)} of ${folder} ${were} left out: ${why}`,
    count: names.length,
  });
}

/** Adds to an error about a file of a folder how to leave the file out. */
export function withAdvice(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  return new Error(`${message}; to leave the file out, name the others one by one, or end its name in .bak`);
}

/** Writes `2 files (a.txt, b.txt)`. */
function filesText(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  const shown = [...names.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more`] : [])];
  return `${names.length === 1 ? "1 file" : `${names.length} files`} (${shown.join(", ")})`;
}

function listed(items: readonly string[], last: string): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;
}

/** Whether an entry is a file, or a link to one. A link that leads nowhere counts: reading reports it. */
async function isFile(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  return stat(path).then(
    (found) => found.isFile(),
    () => true,
  );
}
