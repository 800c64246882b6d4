export { fork, integer, type Random, randomFromSeed, uniform } from "./random.js";
export { threefry2x32 } from "./threefry.js";
