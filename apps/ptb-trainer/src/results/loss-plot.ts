import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";

/** The loss at a place in the run. */
export interface LossPoint {
  /** Target words seen so far. */
  readonly words: number;
  readonly loss: number;
}

/** An SVG picture of the loss against the words seen: training as a line, validation as points at the end of epochs. */
export async function lossPlot(
  title: string,
  training: readonly LossPoint[],
  validation: readonly LossPoint[],
): Promise<string> {
  const labelled = (split: string, points: readonly LossPoint[]) => points.map((point) => ({ ...point, split }));
  const x = { field: "words", type: "quantitative", title: "target words", axis: { format: "~s" } } as const;
  const y = { field: "loss", type: "quantitative", title: "loss per target (nats)", scale: { zero: false } } as const;
  const splits = ["training", ...(validation.length > 0 ? ["validation"] : [])];
  const color = {
    field: "split",
    type: "nominal",
    title: null,
    scale: { domain: splits, range: ["#4c78a8", "#e45756"] },
    legend: { orient: "top-right" },
  } as const;
  const spec: TopLevelSpec = {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    title,
    width: 640,
    height: 360,
    background: "white",
    encoding: { x, y, color },
    layer: [
      { data: { values: labelled("training", training) }, mark: { type: "line", strokeWidth: 1.5 } },
      { data: { values: labelled("validation", validation) }, mark: { type: "line", point: true, strokeWidth: 1 } },
    ],
  };
  return await new View(parse(compile(spec).spec), { renderer: "none" }).toSVG();
}
