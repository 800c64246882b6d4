import { type NormedTable, rowNorms } from "../../vectors/row-norms.js";

/**
 * A row for each of the first words, `[wanted, D]`, out of a table in which several words share one: row v is that of
 * `places[v]`.
 *
 * @throws Error for a place that the table does not have
 */
export function gatherRows(
  { D, data, norms }: NormedTable,
  places: Float64Array,
  wanted: number,
  error: (message: string) => Error,
): NormedTable {
  const rows = norms.length;
  const bad = places.findIndex((place) => !(place >= 0 && place < rows));
  if (bad >= 0) {
    throw error(`its mapping has row ${places[bad]} for word ${bad}; the table has ${rows} rows; is the file damaged?`);
  }
  const mapped = new Float32Array(wanted * D);
  for (const [v, place] of places.subarray(0, wanted).entries())
    mapped.set(data.subarray(place * D, (place + 1) * D), v * D);
  return { D, data: mapped, norms: rowNorms(mapped, D) };
}
