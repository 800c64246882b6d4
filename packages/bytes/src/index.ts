export { type ByteSource, type ByteStream, type Bytes, bytesOf, type OpenSource, openSource } from "./byte-source.js";
export { beginsAsGzip, gunzipMembers } from "./gunzip-members.js";
export { gunzipped } from "./gunzipped.js";
export type { PackingFault } from "./packing-fault.js";
export { beginsAsZstd, zstdFrames } from "./zstd-frames.js";
