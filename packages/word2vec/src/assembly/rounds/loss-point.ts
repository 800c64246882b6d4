import { Round } from "../round";
import { Run } from "../run";

/** A round has ended: if a point of the loss curve was due, notes it for the host, and when the next one is. */
@inline
export function notePoint(run: Run, round: Round): void {
  if (round.allTargets < round.pointDue) return;
  const at = run.points + (<usize>(round.pointsPassed % run.pointRoom) << 4);
  store<f64>(at, round.allTargets);
  store<f64>(at, round.lossSum, 8);
  round.pointsPassed++;
  const step = round.pointStep;
  round.pointDue = step * (1 + floor(round.allTargets / step));
  // A quotient that is rounded down may name the very target that has been reached.
  if (round.pointDue <= round.allTargets) round.pointDue += step;
}
