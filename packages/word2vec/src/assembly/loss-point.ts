import { Run } from "./run";

/** A batch has ended: if a point of the loss curve was due, notes it for the host, and when the next one is. */
@inline
export function notePoint(run: Run): void {
  if (run.allTargets < run.pointDue) return;
  const at = run.points + (<usize>(run.pointsPassed % run.pointRoom) << 4);
  store<f64>(at, run.allTargets);
  store<f64>(at, run.lossSum, 8);
  run.pointsPassed++;
  const step = run.pointStep;
  run.pointDue = step * (1 + floor(run.allTargets / step));
  // A quotient that is rounded down may name the very target that has been reached.
  if (run.pointDue <= run.allTargets) run.pointDue += step;
}
