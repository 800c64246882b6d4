import type { WordVectors } from "../../vectors/word-vectors.js";
import { lineChunks } from "../lines/line-chunks.js";

/** The projector's: numbers alone, with tabs between them. */
export function* tsvChunks(vectors: WordVectors): Generator<Uint8Array<ArrayBuffer>> {
  yield* lineChunks(vectors, "\t", () => undefined);
}
