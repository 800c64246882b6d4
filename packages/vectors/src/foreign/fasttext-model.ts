const MAGIC = [0xba, 0x16, 0x4f, 0x2f];
/** Of the settings of a model: 12 whole numbers and a fraction, and of its dictionary the first two. */
const SETTINGS = 56;

/**
 * What to say of a model of fastText, `.bin` or `.ftz`. Those from before 2017 have no magic number, and start with the
 * settings at once: each of them must be what can have been chosen.
 *
 * @see https://github.com/facebookresearch/fastText, `args.cc`, `Args::load`, and `dictionary.cc`, `Dictionary::load`
 */
export function fastTextModel(start: Uint8Array): string | undefined {
  const isNew = MAGIC.every((byte, i) => start[i] === byte);
  const settings = settingsAt(start, isNew ? 8 : 0);
  if (!isNew && settings === undefined) return undefined;
  const age = isNew ? "" : " from before its magic number";
  const out = "in Python, print(word, *model[word]) for each of model.words writes text that can be read";
  if (settings?.model === 3) {
    return `a fastText model${age}, of a classifier; ${out}`;
  }
  const size = settings === undefined ? "" : `, of ${settings.D} numbers a word`;
  return `a fastText model${age}${size}; read the .vec file that fastText writes beside it, or ${out}`;
}

/** The settings, if they can be such. */
function settingsAt(bytes: Uint8Array, at: number): { readonly D: number; readonly model: number } | undefined {
  if (bytes.length < at + SETTINGS + 12) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, SETTINGS + 12);
  const int = (i: number) => view.getInt32(4 * i, true);
  const isFrom = (i: number, least: number, most: number) => int(i) >= least && int(i) <= most;
  const threshold = view.getFloat64(48, true);
  const isSettings =
    isFrom(0, 1, 1e5) && // dim
    isFrom(1, 0, 1e4) && // ws
    isFrom(2, 0, 1e6) && // epoch
    isFrom(3, 0, 1e9) && // minCount
    isFrom(4, 0, 1e6) && // neg
    isFrom(5, 0, 1000) && // wordNgrams
    isFrom(6, 1, 4) && // loss
    isFrom(7, 1, 3) && // model
    isFrom(8, 0, 2e9) && // bucket
    isFrom(9, 0, 1000) && // minn
    isFrom(10, 0, 1000) && // maxn
    isFrom(11, 0, 2e9) && // lrUpdateRate
    threshold >= 0 &&
    threshold <= 1 &&
    // The dictionary: words and labels together, words.
    isFrom(14, 1, 2e9) &&
    isFrom(15, 0, int(14));
  return isSettings ? { D: int(0), model: int(7) } : undefined;
}
