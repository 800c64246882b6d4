/** What gensim calls the options of its evaluations, and their names here. */
export const gensimNames: Readonly<Record<string, string>> = {
  restrict_vocab: "restrict",
  topn: "there is restrict, for the first N rows",
  case_insensitive: "caseFold",
  dummy4unknown: 'there is unknown: "skip", or what they count as',
  similarity_function: "there is protocol",
  seed: "there is random: randomFromSeed(seed) of @wordloom/random",
};
