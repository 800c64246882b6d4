import { adaGrad, adam, momentum, type Optimizer, rmsProp, sgd } from "@wordloom/optimizers";
import type { OptimizerName } from "../settings/settings.js";

/** Makes an optimizer by its name; what is not the learning rate has its default. */
export function optimizerNamed(name: OptimizerName, learningRate: number): Optimizer {
  switch (name) {
    case "sgd":
      return sgd(learningRate);
    case "momentum":
      return momentum(learningRate);
    case "adagrad":
      return adaGrad(learningRate);
    case "rmsprop":
      return rmsProp(learningRate);
    case "adam":
      return adam(learningRate);
  }
}
