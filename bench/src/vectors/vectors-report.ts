import { machineText } from "../machine/machine.ts";
import { grouped } from "../pages/grouped.ts";
import { markdownTable, type Table, textTable } from "../pages/table.ts";
import { median } from "../statistics/median.ts";
import type { IndexRow } from "./index-run.ts";
import type { QueriesRow } from "./queries-run.ts";
import type { ReadingRow } from "./reading-run.ts";
import { type VectorsResult, vectorsParts } from "./vectors-result.ts";

type Part = (typeof vectorsParts)[number];

/** For a terminal. */
export function vectorsText(result: VectorsResult): string {
  return partsOf(result)
    .map(({ name, lines, table }) => [`${name}`, ...lines, "", textTable(table)].join("\n"))
    .join("\n\n");
}

/** The parts of a page: a table for each, and its conditions. */
export function vectorsSections(result: VectorsResult): Record<string, string> {
  const measured = partsOf(result);
  return Object.fromEntries(
    vectorsParts.flatMap((name) => {
      const { lines = ["not measured yet"], table } = measured.find((part) => part.name === name) ?? {};
      return [
        [name, table === undefined ? "" : markdownTable(table)],
        [`${name}-conditions`, lines.map((line) => `- ${line}`).join("\n")],
      ];
    }),
  );
}

function partsOf(result: VectorsResult): { name: Part; lines: string[]; table: Table }[] {
  const { reading, queries, index } = result;
  return [
    ...(reading === undefined
      ? []
      : [{ name: "reading" as const, lines: conditions(reading), table: readingTable(reading.rows) }]),
    ...(queries === undefined
      ? []
      : [{ name: "queries" as const, lines: conditions(queries), table: queriesTable(queries.rows) }]),
    ...(index === undefined
      ? []
      : [{ name: "index" as const, lines: conditions(index), table: indexTable(index.rows) }]),
  ];
}

/** Machine, versions, rounds and what is missing, a line each. */
function conditions(part: NonNullable<VectorsResult[Part]>): string[] {
  const { machine, gensim, rounds, leftOut } = part;
  const count = `${rounds} ${rounds === 1 ? "round" : "rounds"}`;
  const agreement = "queries" in part && part.rows.some((row) => "agreement" in row) ? agreementText(part.rows) : [];
  return [
    machineText(machine),
    ...(gensim === undefined ? [] : [`gensim ${gensim}`]),
    ...(part.rows.some((row) => "program" in row) ? [`${count} by turns, medians`] : ["built once"]),
    ...agreement,
    ...leftOut.map((what) => `left out: ${what}`),
  ];
}

function agreementText(rows: readonly object[]): string[] {
  const shares = (rows as readonly QueriesRow[])
    .filter(({ program }) => program === "gensim")
    .map(({ agreement = 0 }) => agreement);
  if (shares.length === 0) return [];
  return [`ten words in the same order as gensim's: ${percent(Math.min(...shares))} of the queries or more`];
}

function readingTable(rows: readonly ReadingRow[]): Table {
  return {
    heading: ["file", "V", "D", "MB", "program", "seconds", "least", "most", "MB/s", "× gensim", "CPU s", "× gensim"],
    left: ["file", "program"],
    rows: rows.map((row) => {
      const { form, V, D, bytes, program, seconds, cpuSeconds } = row;
      const middle = median(seconds);
      const rival = rows.find((other) => isSameFile(other, row) && other.program === "gensim");
      const name = program === "bytes" ? (form.endsWith(".gz") ? "unpacking alone" : "the bytes alone") : program;
      return [
        ...[form, grouped(V), String(D), grouped(bytes / 1e6), name],
        ...[middle, Math.min(...seconds), Math.max(...seconds)].map((value) => value.toFixed(3)),
        ...[grouped(bytes / 1e6 / middle), timesFaster(seconds, rival?.seconds)],
        ...[median(cpuSeconds).toFixed(3), timesFaster(cpuSeconds, rival?.cpuSeconds)],
      ];
    }),
  };
}

function isSameFile(a: ReadingRow, b: ReadingRow): boolean {
  return a.form === b.form && a.V === b.V && a.D === b.D;
}

const ways: Readonly<Record<string, string>> = {
  partitioned: "NumPy, argpartition",
  grouped: "NumPy, best of groups",
};

/** A line for each program and way of asking for many; gensim's own calls have no other way than one after the other. */
function queriesTable(rows: readonly QueriesRow[]): Table {
  const inMilliseconds = (seconds: readonly number[]): string => (1000 * median(seconds)).toFixed(2);
  return {
    heading: [
      ...["table", "V", "D", "program", "threads", "first ms", "one ms", "ours ×", "CPU ms", "ours ×"],
      ...["1,000 s", "ours ×", "CPU s", "ours ×"],
    ],
    left: ["table", "program"],
    rows: rows.flatMap((row) => {
      const { table, V, D, program, threads, first, single, singleCpu, batches } = row;
      const ours = rows.find((other) => isSameTable(other, row) && other.program === "wordloom");
      const compared = (text: string, theirs: readonly number[], own: readonly number[] = []): string[] =>
        program === "wordloom" ? [text, ""] : [text, timesFaster(own, theirs)];
      const many = (seconds: readonly number[], cpuSeconds: readonly number[]): string[] => [
        ...compared(median(seconds).toFixed(3), seconds, ours?.batches.scan.seconds),
        ...compared(median(cpuSeconds).toFixed(3), cpuSeconds, ours?.batches.scan.cpuSeconds),
      ];
      const start = (name: string): string[] => [table, grouped(V), String(D), name, String(threads)];
      const one = [
        ...[inMilliseconds(first), ...compared(inMilliseconds(single), single, ours?.single)],
        ...compared(inMilliseconds(singleCpu), singleCpu, ours?.singleCpu),
      ];
      if (program === "wordloom") {
        const { seconds, cpuSeconds } = batches.scan;
        return [[...start(program), ...one, ...many(seconds, cpuSeconds)]];
      }
      const thousand = (seconds: readonly number[]): number[] => seconds.map((each) => 1000 * each);
      return [
        [...start("gensim, one by one"), ...one, ...many(thousand(single), thousand(singleCpu))],
        ...Object.entries(batches).map(([way, { seconds, cpuSeconds }]) => [
          ...[...start(ways[way] ?? way), "", "", "", "", "", ...many(seconds, cpuSeconds)],
        ]),
      ];
    }),
  };
}

function isSameTable(a: QueriesRow, b: QueriesRow): boolean {
  return a.table === b.table && a.V === b.V && a.D === b.D;
}

function indexTable(rows: readonly IndexRow[]): Table {
  return {
    heading: ["table", "V", "D", "search", "recall@10", "queries/s", "× scan", "built in s", "index MB"],
    left: ["table", "search"],
    rows: rows.flatMap(({ table, V, D, buildSeconds, bytes, scanned, searches }) => [
      [table, grouped(V), String(D), "scan", "100.0 %", grouped(scanned), "1.0", "", ""],
      ...searches.map(({ ef, recall, perSecond }) => [
        ...[table, grouped(V), String(D), `ef ${ef}`, percent(recall), grouped(perSecond)],
        ...[(perSecond / scanned).toFixed(1), buildSeconds.toFixed(0), grouped(bytes / 1e6)],
      ]),
    ]),
  };
}

/** Of the ratios within the rounds, the median; for both may be slow in the same round. */
function timesFaster(ours: readonly number[], theirs: readonly number[] | undefined): string {
  if (theirs === undefined) return "–";
  return median(ours.map((seconds, round) => theirs[round] / seconds)).toFixed(2);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
