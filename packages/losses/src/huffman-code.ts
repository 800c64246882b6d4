/**
 * The way to each word through a binary tree, from the root: at `nodes[i]` turn by `bits[i]`, for i from `starts[w]` to
 * `starts[w + 1] − 1`. Plain data.
 */
export interface HuffmanCode {
  /** Where the way to each word begins in `nodes` and `bits`, and where the last one ends: `[V + 1]`. */
  readonly starts: Int32Array;
  /** Inner nodes in `[0, V − 1)`: rows of a table of output vectors. */
  readonly nodes: Int32Array;
  readonly bits: Uint8Array;
}

/**
 * Makes the Huffman code of a vocabulary: frequent words have short ways, such that `Σ_w count[w] · length[w]` is as small as it can be.
 *
 * The two rarest nodes are joined, again and again; the second of them gets bit 1. Of equal ones an inner node comes before a
 * word, and of words the one that stands later: the tree of word2vec.c, which sorts words by falling count.
 *
 * @param counts - occurrences of each word, `[V]`; those that do not occur have a way, too
 * @throws RangeError if there is no word, or a count is negative or not finite
 * @see Huffman 1952, https://doi.org/10.1109/JRPROC.1952.273898
 *
 * @example
 * huffmanCode([5, 2, 1, 1]) // the ways 1, 01, 001 and 000, through nodes 2, 1 and 0
 */
export function huffmanCode(counts: ArrayLike<number>): HuffmanCode {
  const V = counts.length;
  checkCounts(counts);
  // Nodes 0 … V − 1 are the words by falling count, those from V the inner ones in the order in which they are made.
  const words = Int32Array.from({ length: V }, (_, w) => w).sort((a, b) => counts[b] - counts[a] || a - b);
  const weight = new Float64Array(2 * V - 1);
  for (let i = 0; i < V; i++) weight[i] = counts[words[i]];
  const parent = new Int32Array(2 * V - 1);
  const bit = new Uint8Array(2 * V - 1);
  let word = V - 1;
  let inner = V;
  for (let made = V; made < 2 * V - 1; made++) {
    // Inner nodes are made in the order of their weight, so that the rarest node is at the head of one of two queues.
    for (const side of [0, 1]) {
      const rarest = word >= 0 && (inner === made || weight[word] < weight[inner]) ? word-- : inner++;
      weight[made] += weight[rarest];
      parent[rarest] = made;
      bit[rarest] = side;
    }
  }
  return waysTo(words, parent, bit);
}

function waysTo(words: Int32Array, parent: Int32Array, bit: Uint8Array): HuffmanCode {
  const V = words.length;
  const root = 2 * V - 2;
  const starts = new Int32Array(V + 1);
  for (let i = 0; i < V; i++) {
    for (let node = i; node !== root; node = parent[node]) starts[words[i] + 1]++;
  }
  for (let w = 0; w < V; w++) starts[w + 1] += starts[w];

  const nodes = new Int32Array(starts[V]);
  const bits = new Uint8Array(starts[V]);
  for (let i = 0; i < V; i++) {
    let at = starts[words[i] + 1];
    for (let node = i; node !== root; node = parent[node]) {
      at--;
      nodes[at] = parent[node] - V;
      bits[at] = bit[node];
    }
  }
  return { starts, nodes, bits };
}

function checkCounts(counts: ArrayLike<number>): void {
  if (counts.length === 0) throw new RangeError("huffmanCode: there are no counts; there must be one word at least");
  for (let word = 0; word < counts.length; word++) {
    if (!(counts[word] >= 0 && Number.isFinite(counts[word]))) {
      throw new RangeError(`huffmanCode: count ${word} is ${counts[word]}; counts must be finite numbers from 0`);
    }
  }
}
