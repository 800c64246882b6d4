/** What gensim, word2vec.c and fastText call the options of queries, and their names or places here. */
export const queryNames: Readonly<Record<string, string>> = {
  topn: "top",
  n: "top",
  k: "top",
  limit: "top",
  restrict_vocab: "restrict",
  indexer: "index",
  positive: "it belongs to the query: mostSimilar(vectors, { positive: […] })",
  negative: "it belongs to the query: mostSimilar(vectors, { positive: […], negative: […] })",
  clip_start: "there is restrict, for the first N rows",
  clip_end: "restrict",
};

/** What gensim, word2vec.c and fastText call the options of reading, and their names or places here. */
export const readingNames: Readonly<Record<string, string>> = {
  binary: 'a file\'s format is found out; { format: "binary" } or { format: "text" } chooses one',
  no_header: 'a file\'s format is found out; { format: "glove" } is that without a header',
  fvocab: "there is list, in readVectors and decodeVectors",
  vocab: "there is list, in readVectors and decodeVectors",
  encoding: "words are UTF-8, and bytes that are not come back as they were",
  unicode_errors: "words are UTF-8, and bytes that are not come back as they were",
  datatype: "numbers are f32",
  mmap: "there is limit, for the first N rows",
  topn: "limit",
  restrict_vocab: "limit",
};
