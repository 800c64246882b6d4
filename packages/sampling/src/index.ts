export { type AliasTable, aliasTable, drawFromAlias } from "./alias-table.js";
export { countIds } from "./count-ids.js";
export { type CumulativeTable, cumulativeTable, drawFromCumulativeTable } from "./cumulative-table.js";
export { type Negatives, sampleNegatives, sampleNegativesWithReplacement } from "./sample-negatives.js";
export { keepProbability, subsample } from "./subsample.js";
export { type UnigramSampler, type UnigramSamplerOptions, unigramSampler } from "./unigram-sampler.js";
