/** What can be made, and the living example that each is made from. */
export interface Kind {
  /** The package, relative to the root. */
  readonly folder: string;
  /** The battery: a file in the package's `src`, and the function that makes a row of it. */
  readonly battery: string;
  readonly row: string;
  /** In kebab-case: the simplest of its kind that has all that is asked of a new one. */
  readonly template: string;
  /** Its recipe. */
  readonly page: string;
}

export const kinds: ReadonlyMap<string, Kind> = new Map([
  ["layer", kind("layers", "layer", "affine")],
  ["loss", kind("losses", "loss", "sigmoid-with-loss")],
  ["optimizer", kind("optimizers", "optimizer", "nesterov")],
  ["sampler", kind("sampling", "sampler", "cumulative-table")],
]);

function kind(folder: string, name: string, template: string): Kind {
  return {
    folder: `packages/${folder}`,
    battery: `${name}.battery.test.ts`,
    row: `${name}Battery`,
    template,
    page: `docs/contributing/new-${name}.md`,
  };
}
