import { optimizerBattery } from "@wordloom/testing";
import { describe, test } from "vitest";
import { adaGrad } from "./rules/ada-grad.js";
import { adam } from "./rules/adam.js";
import { momentum } from "./rules/momentum.js";
import { nesterov } from "./rules/nesterov.js";
import { rmsProp } from "./rules/rms-prop.js";
import { sgd } from "./rules/sgd.js";

// One row an optimizer: a new one joins the battery by its row and nothing else. `rule(g, t)` is the rule for a single number,
// written again from the paper.
const battery = [
  optimizerBattery({ name: "sgd", optimizer: sgd, rate: 0.05, rule: (rate) => (g) => -rate * g }),
  optimizerBattery({
    name: "momentum",
    optimizer: (rate) => momentum(rate, { momentum: 0.8 }),
    rate: 0.02,
    rule: (rate) => {
      let v = 0;
      return (g) => {
        v = 0.8 * v - rate * g;
        return v;
      };
    },
  }),
  optimizerBattery({
    name: "nesterov",
    optimizer: (rate) => nesterov(rate, { momentum: 0.8 }),
    rate: 0.02,
    rule: (rate) => {
      let v = 0;
      return (g) => {
        v = 0.8 * v - rate * g;
        return 0.8 * v - rate * g;
      };
    },
  }),
  optimizerBattery({
    name: "adaGrad",
    optimizer: adaGrad,
    rate: 0.5,
    rule: (rate) => {
      let s = 0;
      return (g) => {
        s += g ** 2;
        return (-rate * g) / (Math.sqrt(s) + 1e-7);
      };
    },
  }),
  optimizerBattery({
    name: "rmsProp",
    optimizer: (rate) => rmsProp(rate, { decay: 0.9 }),
    rate: 0.01,
    rule: (rate) => {
      let s = 0;
      return (g) => {
        s = 0.9 * s + 0.1 * g ** 2;
        return (-rate * g) / (Math.sqrt(s) + 1e-7);
      };
    },
  }),
  optimizerBattery({
    name: "adam",
    optimizer: adam,
    rate: 0.05,
    rule: (rate) => {
      let m = 0;
      let v = 0;
      return (g, t) => {
        m = 0.9 * m + 0.1 * g;
        v = 0.999 * v + 0.001 * g ** 2;
        const corrected = (rate * Math.sqrt(1 - 0.999 ** t)) / (1 - 0.9 ** t);
        return (-corrected * m) / (Math.sqrt(v) + 1e-7);
      };
    },
  }),
];

describe.each(battery)("$name", ({ checks }) => {
  test.each(checks)("$name", ({ check }) => check());
});
