/**
 * The fields of the kernels' `Run` (src/assembly/run.ts), in their order: first 32-bit ones, then doubles. A test holds the two
 * lists against each other.
 */
export const intFields = [
  "words",
  "tokens",
  "sentences",
  "window",
  "isShrinking",
  "negatives",
  "columns",
  "isSkipGram",
  "isTrueGradient",
  "maxRejections",
  "batchSize",
  "epochs",
  "threads",
  "thread",
  "quarters",
  "rowBytes",
  "firstDrawn",
  "endDrawn",
  "input",
  "output",
  "chunk",
  "chunkStart",
  "chunkEnd",
  "sentenceStarts",
  "keep",
  "alias",
  "probabilities",
  "keys",
  "stream",
  "streamCapacity",
  "records",
  "recordBytes",
  "outputs",
  "outputsBytes",
  "hidden",
  "dHidden",
  "gradients",
  "partials",
  "threadPartials",
  "barrier",
  "looks",
  "losses",
  "points",
  "pointRoom",
  "epoch",
  "readPosition",
  "nextSentence",
  "streamLength",
  "cursor",
  "turn",
  "drawn",
  "drawing",
  "sleeps",
  "pointsPassed",
] as const;

export const doubleFields = [
  "startRate",
  "endRate",
  "expectedTargets",
  "lossLimit",
  "epochTargets",
  "epochLoss",
  "allTargets",
  "batchLoss",
  "lossSum",
  "pointStep",
  "pointDue",
] as const;

type RunField = (typeof intFields)[number] | (typeof doubleFields)[number];

/** Doubles begin at a multiple of 8. */
const intBytes: number = 8 * Math.ceil(intFields.length / 2);

/** Bytes of a `Run`. */
export const runBytes: number = intBytes + doubleFields.length * 8;

/** A `Run` in the kernels' memory. */
export interface RunView {
  /** Whole numbers without a sign: addresses go up to 4 GiB. */
  read(field: RunField): number;
  write(values: Partial<Record<RunField, number>>): void;
}

export function runView(buffer: ArrayBufferLike, address: number): RunView {
  const view = new DataView(buffer, address, runBytes);
  const offsetOf = new Map<RunField, number>();
  for (const [index, field] of intFields.entries()) offsetOf.set(field, index * 4);
  for (const [index, field] of doubleFields.entries()) offsetOf.set(field, intBytes + index * 8);
  const doubles = new Set<string>(doubleFields);
  const at = (field: RunField): number => offsetOf.get(field) ?? 0;
  return {
    read: (field) => (doubles.has(field) ? view.getFloat64(at(field), true) : view.getUint32(at(field), true)),
    write(values) {
      for (const [name, value] of Object.entries(values)) {
        const field = name as RunField;
        if (doubles.has(field)) view.setFloat64(at(field), value, true);
        else view.setInt32(at(field), value, true);
      }
    },
  };
}
