export { scan, scanMany, scores } from "./scan";
