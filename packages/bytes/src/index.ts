export { type ByteSource, type ByteStream, type Bytes, bytesOf, type OpenSource, openSource } from "./byte-source.js";
export { gunzipMembers } from "./gunzip-members.js";
export { beginsAsZstd, zstdFrames } from "./zstd-frames.js";
