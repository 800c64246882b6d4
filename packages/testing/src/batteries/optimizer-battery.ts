import type { DifferentiableParameter } from "../gradients/differentiable.js";
import { clearGradients } from "../gradients/gradient-contract.js";
import type { Battery, Check } from "./battery.js";
import { bitsOf } from "./bits.js";
import { drawFrom } from "./draw.js";
import { fail } from "./fail.js";
import { plainParameter, touch } from "./plain-parameter.js";

// The types of this package know nothing of a browser's or Node's globals.
declare function structuredClone<Value>(value: Value): Value;

/** Anything that changes parameters by their gradients, and is given its state, plain data, at each step. */
export interface UpdatingOptimizer {
  /** Makes the state from before the first step. */
  init(parameters: readonly DifferentiableParameter[]): unknown;
  /** Takes one step, in place: changes the values of touched rows, and the state. */
  update(state: unknown, parameters: readonly DifferentiableParameter[]): void;
}

/** Describes one optimizer to {@link optimizerBattery}. */
export interface OptimizerRow {
  readonly name: string;
  /** Makes the optimizer, with a rate or a schedule. */
  readonly optimizer: (learningRate: number | ((step: number) => number)) => UpdatingOptimizer;
  /** A learning rate at which 3,000 steps find the bottom of `(x − 1)² + 5 (y + 1)²` to a tenth. */
  readonly rate: number;
  /**
   * The published rule for a single number, written again from its source: the change of θ by a gradient g at step t, counted
   * from 1. Called anew, it forgets.
   */
  readonly rule: (rate: number) => (g: number, t: number) => number;
}

const gradients = [0.5, -2, 0.25, 0, 3, -1];

/**
 * Makes the contract of an optimizer, as a list of checks: it follows its published rule, visits touched rows only, leaves
 * gradients alone, keeps state for each parameter and all of it in the state it is given, goes on from a clone of that state
 * to the bit, gives in f32 what it gives in f64, follows a schedule, refuses a wrong rate, and finds the bottom of a bowl.
 *
 * @example
 * optimizerBattery({ name: "sgd", optimizer: (rate) => sgd(rate), rate: 0.05, rule: (rate) => (g) => -rate * g });
 */
export function optimizerBattery({ name, optimizer, rate, rule }: OptimizerRow): Battery {
  const make = (): UpdatingOptimizer => optimizer(rate);
  const facts: Record<string, () => void> = {
    "follows its published rule over six steps": () => checkRule(make(), rule(rate), rate),
    "leaves rows that were not touched alone, value and state": () => checkUntouched(make),
    "leaves gradients and touched rows as they are": () => checkGradientsKept(make()),
    "updates a parameter that is given twice once": () => checkGivenTwice(make),
    "keeps state for each parameter, and all of it in the state that it is given": () => checkOwnState(make),
    "gives the same bits for the same steps": () => checkRepeats(make),
    "goes on from a clone of its state as if it had never stopped, to the bit": () => checkResumes(optimizer, rate),
    "gives in f32 what it gives in f64, to 1e-5 of the largest number": () => checkPrecisions(make),
    "asks a schedule for the rate of each step, counted from 0": () => checkSchedule(optimizer, rate),
    "refuses a learning rate that is negative or not finite": () => checkRates(optimizer, rate),
    "finds the bottom of a bowl, each axis of another steepness": () => checkBowl(make()),
  };
  const checks: Check[] = Object.entries(facts).map(([name, check]) => ({ name, check }));
  return { name, checks };
}

function checkRule(optimizer: UpdatingOptimizer, change: (g: number, t: number) => number, rate: number): void {
  const theta = single(1);
  const step = stepsOf(optimizer, theta);
  let expected = 1;
  for (const [index, g] of gradients.entries()) {
    expected += change(g, index + 1);
    step(g);
    const actual = theta.value.data[0];
    if (!(Math.abs(actual - expected) <= 1e-12 * Math.max(1, Math.abs(expected)))) {
      fail(
        `after step ${index + 1}, of gradient ${g} at rate ${rate}, the value is ${actual}; the rule says ${expected}`,
      );
    }
  }
}

function checkUntouched(make: () => UpdatingOptimizer): void {
  const table = plainParameter("table", { shape: [3, 1], data: Float64Array.of(1, 2, 3) });
  const alone = single(3);
  const optimizer = make();
  const state = optimizer.init([table]);
  const stepAlone = stepsOf(make(), alone);
  for (const g of gradients) {
    clearGradients([table]);
    table.grad.data[2] = g;
    touch(table, 2);
    // A gradient that no layer announced: reading it would mean that the step visits all V rows.
    table.grad.data[0] = 100;
    optimizer.update(state, [table]);
    stepAlone(g);
  }
  const [first, second, third] = table.value.data;
  if (first !== 1 || second !== 2) fail(`rows 0 and 1 were never touched, and are now ${first} and ${second}`);
  if (third !== alone.value.data[0]) fail(`row 2 is ${third} beside other rows, and ${alone.value.data[0]} alone`);

  clearGradients([table]);
  optimizer.update(state, [table]);
  if (bitsOf(table.value.data) !== bitsOf(Float64Array.of(1, 2, third)))
    fail("a step without touched rows moved a row");
}

function checkGradientsKept(optimizer: UpdatingOptimizer): void {
  const theta = single(1);
  addGradient(theta, 2);
  const before = bitsOf([theta.grad, theta.touchedRows]);
  optimizer.update(optimizer.init([theta]), [theta]);
  if (bitsOf([theta.grad, theta.touchedRows]) !== before) {
    fail("update changed the gradient or the touched rows; to clear them is a call of its own");
  }
}

function checkGivenTwice(make: () => UpdatingOptimizer): void {
  const [once, twice] = [single(1), single(1)];
  const stepOnce = stepsOf(make(), once);
  const another = make();
  const state = another.init([twice, twice]);
  for (const g of gradients) {
    stepOnce(g);
    clearGradients([twice]);
    addGradient(twice, g);
    another.update(state, [twice, twice]);
  }
  const [expected, actual] = [once.value.data[0], twice.value.data[0]];
  if (actual !== expected) fail(`a parameter given once ends at ${expected}, one given twice at ${actual}`);
}

function checkOwnState(make: () => UpdatingOptimizer): void {
  const [a, b, other, alone] = [single(1), single(1), single(1), single(1)];
  const optimizer = make();
  // Two trainings by one optimizer, in turn: what it kept for itself would get from one into the other.
  const [state, stateOfOther] = [optimizer.init([a, b]), optimizer.init([other])];
  const stepAlone = stepsOf(make(), alone);
  for (const g of gradients) {
    clearGradients([a, b, other]);
    addGradient(a, 3 * g + 1);
    addGradient(b, g);
    addGradient(other, 2 - g);
    optimizer.update(stateOfOther, [other]);
    optimizer.update(state, [a, b]);
    stepAlone(g);
  }
  const [expected, actual] = [alone.value.data[0], b.value.data[0]];
  if (actual !== expected) fail(`a parameter ends at ${expected} alone, and at ${actual} beside others`);
}

function checkRepeats(make: () => UpdatingOptimizer): void {
  const [first, second] = [trained(make(), "f64"), trained(make(), "f64")];
  if (bitsOf(first) !== bitsOf(second)) fail("two new optimizers made other numbers of the same steps");
}

function checkResumes(optimizer: OptimizerRow["optimizer"], rate: number): void {
  const schedule = (step: number): number => rate / (1 + step);
  const whole = bitsOf(trained(optimizer(schedule), "f64"));
  for (const pause of steps.keys()) {
    const inTwoParts = bitsOf(trained(optimizer(schedule), "f64", { pause, anew: () => optimizer(schedule) }));
    if (inTwoParts !== whole) {
      fail(`after ${pause} steps, another optimizer with a clone of the state goes on to other numbers`);
    }
  }
}

function checkPrecisions(make: () => UpdatingOptimizer): void {
  const [rounded, numbers] = [trained(make(), "f32"), trained(make(), "f64")].map((data) => Array.from(data));
  const largest = numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 1);
  for (const [i, number] of numbers.entries()) {
    if (!(Math.abs(rounded[i] - number) <= 1e-5 * largest)) {
      fail(`after five steps number ${i} is ${rounded[i]} in f32 and ${number} in f64`);
    }
  }
}

/** The rows that each of five steps touches, in this order. */
const steps = [[4, 0], [0], [3, 4, 1], [0, 1, 2, 3, 4], [4]];

/** Where a training stops, and what makes the optimizer that goes on from a clone of its state. */
interface Pause {
  readonly pause: number;
  readonly anew: () => UpdatingOptimizer;
}

/** Trains a table for five steps, and returns its values. */
function trained(
  optimizer: UpdatingOptimizer,
  precision: "f32" | "f64",
  { pause, anew }: Partial<Pause> = {},
): Float32Array | Float64Array {
  const draw = drawFrom(1, 0, precision);
  const table = plainParameter("table", draw.floats([5, 3]));
  let current = optimizer;
  let state = optimizer.init([table]);
  for (const [index, rows] of steps.entries()) {
    if (index === pause && anew !== undefined) {
      current = anew();
      state = structuredClone(state);
    }
    clearGradients([table]);
    const { data } = draw.floats([5, 3]);
    for (const row of rows) {
      table.grad.data.set(data.subarray(3 * row, 3 * row + 3), 3 * row);
      touch(table, row);
    }
    current.update(state, [table]);
  }
  return table.value.data;
}

function checkSchedule(optimizer: OptimizerRow["optimizer"], rate: number): void {
  const asked: number[] = [];
  const theta = single(1);
  const scheduled = optimizer((step) => {
    asked.push(step);
    return step === 1 ? 0 : rate;
  });
  const step = stepsOf(scheduled, theta);
  step(1);
  if (theta.value.data[0] === 1) fail("the first step of a schedule did not move the value");
  for (const _ of [1, 2]) step(1);
  if (asked.join() !== "0,1,2") fail(`three steps asked the schedule for ${asked.join(", ")}, not for 0, 1, 2`);
}

function checkRates(optimizer: OptimizerRow["optimizer"], rate: number): void {
  for (const wrong of [-rate, Number.NaN, Number.POSITIVE_INFINITY]) {
    const theta = single(1);
    let isRefused = false;
    try {
      stepsOf(optimizer(wrong), theta)(1);
    } catch (error) {
      isRefused = isRangeError(error);
    }
    if (!isRefused) fail(`a learning rate of ${wrong} is not refused with a RangeError`);
  }
}

function checkBowl(optimizer: UpdatingOptimizer): void {
  const theta = plainParameter("θ", { shape: [2, 1], data: Float64Array.of(3, -2) });
  const state = optimizer.init([theta]);
  for (let step = 0; step < 3000; step++) {
    const [x, y] = theta.value.data;
    clearGradients([theta]);
    theta.grad.data.set([2 * (x - 1), 10 * (y + 1)]);
    for (const row of [0, 1]) touch(theta, row);
    optimizer.update(state, [theta]);
  }
  const [x, y] = theta.value.data;
  if (!(Math.abs(x - 1) < 0.1 && Math.abs(y + 1) < 0.1)) fail(`3,000 steps end at (${x}, ${y}), not at (1, −1)`);
}

function single(value: number): DifferentiableParameter {
  return plainParameter("θ", { shape: [1], data: Float64Array.of(value) });
}

function addGradient(theta: DifferentiableParameter, g: number): void {
  theta.grad.data[0] += g;
  touch(theta, 0);
}

/** Makes a function that takes the next step of one parameter, by a gradient. */
function stepsOf(optimizer: UpdatingOptimizer, theta: DifferentiableParameter): (g: number) => void {
  const state = optimizer.init([theta]);
  return (g) => {
    clearGradients([theta]);
    addGradient(theta, g);
    optimizer.update(state, [theta]);
  };
}

/** Says whether an error is a RangeError; one of another realm, or of a class that extends it, is one. */
function isRangeError(error: unknown): boolean {
  for (let kind: unknown = error; kind; kind = Object.getPrototypeOf(kind)) {
    if ((kind as Partial<Error>).name === "RangeError") return true;
  }
  return false;
}
