export { addRows } from "./link";
export { scan, scanMany, scores } from "./scan";
export { searchGraph } from "./search";
