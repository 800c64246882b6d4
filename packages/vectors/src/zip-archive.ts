import { fileInArchive } from "./file-in-archive.js";
import { wordOfBytes } from "./word-bytes.js";

const NAME = 30;

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
  const name = wordOfBytes(start.subarray(NAME, Math.min(start.length, NAME + start[26] + 256 * start[27])));
  if (name.endsWith("data.pkl")) {
    return "a PyTorch file; in Python, torch.load reads it, and np.save writes its table so that it can be read";
  }
  if (name === "[Content_Types].xml") return "an Office document; save it as text with tabs";
  const first = name === "" || name.endsWith("/") ? undefined : name;
  return `a zip archive, as .npz files and downloads are, ${fileInArchive(first, "unzip -p FILE")}`;
}
