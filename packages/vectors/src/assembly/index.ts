export { binaryRows } from "./binary";
export { addRows } from "./link";
export { rowNorms } from "./norms";
export { scan, scanMany, scores } from "./scan";
export { searchGraph } from "./search";
export { addHashes } from "./words";
