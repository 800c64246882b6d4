/** How the engine divides its work, whatever the number of threads. */
export interface LaneShape {
  /** L, pieces of the text that are trained side by side. */
  readonly lanes: number;
  /** S, words of a lane. */
  readonly laneWords: number;
  /** M, words that a lane draws for its negatives. */
  readonly negativePool: number;
}
