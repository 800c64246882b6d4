export { cacheDirectory, type Environment } from "./cache-directory.js";
export { type DownloadPtbOptions, downloadPtb } from "./download-ptb.js";
export { type FindPtbOptions, type FoundPtb, findPtb } from "./find-ptb.js";
export { PTB_FILES, type PtbFile } from "./ptb-files.js";
export { type Ptb, readPtb } from "./read-ptb.js";
export { readTextCorpus } from "./read-text-corpus.js";
export { type TextChunksOptions, textChunks } from "./text-chunks.js";
export { isDebris, textFilesIn } from "./text-files-in.js";
