export type { ByteSource, ByteStream, Bytes } from "@wordloom/bytes";
export { decodeBinary } from "./formats/binary/decode-binary.js";
export { encodeBinary } from "./formats/binary/encode-binary.js";
export { type DecodeVectorsOptions, decodeVectors, type ReadingOptions } from "./formats/decode-vectors.js";
export { detectFormat, type VectorsFormat } from "./formats/detect-format.js";
export { type EncodeVectorsOptions, encodeVectors, vectorChunks } from "./formats/encode-vectors.js";
export { decodeText } from "./formats/text/decode-text.js";
export { encodeText } from "./formats/text/encode-text.js";
export { type ApproximateIndex, type ApproximateIndexOptions, approximateIndex } from "./hnsw/approximate-index.js";
export { decodeIndex, encodeIndex } from "./hnsw/index-bytes.js";
export { quotedWord } from "./messages/quoted-word.js";
export type { OnNote, ReadingNote } from "./messages/reading-note.js";
export type { SearchableVectors } from "./nearest/search-table.js";
export { fromF16, toF16 } from "./quantized/f16.js";
export { fromInt8, type Int8Rows, toInt8 } from "./quantized/int8.js";
export { type Int8Vectors, int8Vectors } from "./quantized/int8-vectors.js";
export { type TableAgreement, type TableAgreementOptions, tableAgreement } from "./quantized/table-agreement.js";
export { analogy } from "./queries/analogy.js";
export { distance } from "./queries/distance.js";
export { doesntMatch } from "./queries/doesnt-match.js";
export { type MostSimilarOptions, mostSimilar, mostSimilarBatch, type Neighbour } from "./queries/most-similar.js";
export { type CosMulAnswer, type CosMulOptions, mostSimilarCosMul } from "./queries/most-similar-cos-mul.js";
export type { PositiveNegative, Query } from "./queries/query.js";
export { similarity } from "./queries/similarity.js";
export type { WordOrVector } from "./queries/unit-vector.js";
export type { DecodeOptions } from "./reading/decode-options.js";
export { readVectors } from "./reading/read-vectors.js";
export { missingWord } from "./spelling/missing-word.js";
export { nearestSpellings } from "./spelling/nearest-spellings.js";
export { type OtherSpelling, otherSpellings } from "./spelling/other-spellings.js";
export type { SpellingDifference } from "./spelling/spelling-forms.js";
export type { NumberType } from "./tables/dense-chunks.js";
export { rowOf } from "./vectors/indexed-vectors.js";
export { type WordVectors, type WordVectorsOptions, wordVectors } from "./vectors/word-vectors.js";
export {
  decodeWordList,
  encodeMetadata,
  encodeWordList,
  type WordList,
  type WordListOptions,
} from "./word-lists/word-list.js";
export { bytesOfWord, wordOfBytes } from "./words/word-bytes.js";
