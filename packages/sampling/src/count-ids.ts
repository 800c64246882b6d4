import { isList, requireArgument } from "@wordloom/arguments";

/**
 * Counts how often each word occurs in a corpus.
 *
 * @param ids - word ids below V, in any order
 * @returns V counts, 0 for a word that does not occur
 * @throws RangeError if an id is not a whole number below V
 *
 * @example
 * countIds([0, 1, 2, 3, 4, 1, 2, 3, 1, 1, 2], 5) // Float64Array [1, 4, 3, 2, 1]
 */
export function countIds(ids: ArrayLike<number>, V: number): Float64Array {
  requireArgument("countIds", isList(ids), "the ids are", ids, "they are a list of numbers, such as corpus.ids");
  const counts = new Float64Array(V);
  for (let position = 0; position < ids.length; position++) {
    const id = ids[position];
    if (!(Number.isInteger(id) && id >= 0 && id < V)) {
      throw new RangeError(
        `countIds: id ${id} at ${position} is outside the ${V} words; was the corpus encoded with this vocabulary?`,
      );
    }
    counts[id]++;
  }
  return counts;
}
