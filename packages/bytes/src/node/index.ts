export { hasZstd, unpacked } from "./unpacked.js";
