import { wordOfBytes } from "../words/word-bytes.js";
import { fileInArchive } from "./file-in-archive.js";

const ENTRY = [0x50, 0x4b, 3, 4];
/** Before the first entry of an archive that could have been split. */
const SPLIT_MARK = [0x50, 0x4b, 7, 8];
const NAME = 30;
/** Among the flags of an entry. */
const SIZE_FOLLOWS = 8;
/** In an archive of zip64, which has the size elsewhere. */
const UNKNOWN_SIZE = 0xffffffff;

/**
 * What to say of a zip archive, by its first bytes; those of NumPy, of PyTorch and of Office are zip archives, too.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, "Local file header"
 */
export function zipArchive(start: Uint8Array): string | undefined {
  const [p, k, kind, version] = start;
  if (p !== 0x50 || k !== 0x4b) return undefined;
  if (kind === 5 && version === 6) return "a zip archive with nothing in it; was the download refused?";
  if (!((kind === 3 && version === 4) || (kind === 7 && version === 8))) return undefined;
  const all = entryNames(start);
  const name = all[0] ?? "";
  if (name.endsWith("data.pkl")) {
    return "a PyTorch file; in Python, torch.load reads it, and np.save writes its table so that it can be read";
  }
  if (name === "[Content_Types].xml") return "an Office document; save it as text with tabs";
  const files = all.filter((each) => each !== "" && !each.endsWith("/"));
  return `a zip archive, as .npz files and downloads are, ${fileInArchive(files, "unzip -p FILE", "unzip -l FILE")}`;
}

/** The names of the first entries, as far as the bytes show them: not behind one whose size follows it. */
function entryNames(bytes: Uint8Array): string[] {
  const names: string[] = [];
  const short = (at: number) => bytes[at] + 256 * bytes[at + 1];
  for (let at = SPLIT_MARK.every((byte, i) => bytes[i] === byte) ? SPLIT_MARK.length : 0; at + NAME < bytes.length; ) {
    if (!ENTRY.every((byte, i) => bytes[at + i] === byte)) break;
    const end = at + NAME + short(at + 26);
    names.push(wordOfBytes(bytes.subarray(at + NAME, Math.min(bytes.length, end))));
    const size = short(at + 18) + 65536 * short(at + 20);
    if ((bytes[at + 6] & SIZE_FOLLOWS) !== 0 || size === UNKNOWN_SIZE) break;
    at = end + short(at + 28) + size;
  }
  return names;
}
