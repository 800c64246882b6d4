// Sessions of product ids in the place of sentences: products that are bought together come to lie together.
import { corpusFromText } from "@wordloom/data";
import { choice, fork, integer, permutation, randomFromSeed, uniform } from "@wordloom/random";
import { mostSimilar, type WordVectors } from "@wordloom/vectors";
import { train, type Word2vecOptions } from "@wordloom/word2vec";

const random = randomFromSeed(7);
const themes = ["baking", "camping", "cycling", "fishing", "gardening", "knitting", "painting", "running"];
const PRODUCTS = 50; // of each theme

// The shop's ids say nothing about the theme, and nor does anything else that the training is given.
const shuffled = permutation(fork(random, "ids"), themes.length * PRODUCTS);
const idOf = (theme: number, product: number) => `P${1000 + shuffled[theme * PRODUCTS + product]}`;
const themeOf = new Map<string, string>();
for (const [theme, name] of themes.entries()) {
  for (let product = 0; product < PRODUCTS; product++) themeOf.set(idOf(theme, product), name);
}

// A customer comes for one theme, takes its popular products more often, and every second thing for no reason at all.
const popularity = Array.from({ length: PRODUCTS }, (_, rank) => 1 / (rank + 5));
const mass = popularity.reduce((sum, each) => sum + each);
const probabilities = popularity.map((each) => each / mass);
const shopping = fork(random, "shopping");
const session = (): string[] => {
  const own = integer(shopping, themes.length);
  const products = Array.from({ length: 3 + integer(shopping, 6) }, () => {
    const theme = uniform(shopping) < 0.5 ? integer(shopping, themes.length) : own;
    return idOf(theme, choice(shopping, PRODUCTS, { probabilities }));
  });
  return [...new Set(products)];
};
const sessions = Array.from({ length: 20_000 }, session);
console.log(sessions[0].join(" ")); // P1054 P1293 P1274

// Every other product of a session is context: full windows, wide enough, that end where the session does.
const corpus = corpusFromText(sessions.map((each) => each.join(" ")).join("\n"), { lineEnd: "boundary" });
const options: Word2vecOptions = {
  model: "skip-gram",
  dimension: 32,
  window: 8,
  shrinking: false,
  crossSentences: false,
  subsample: 0,
  epochs: 10,
};
const { vectors } = await train(corpus, options);

const id = idOf(themes.indexOf("camping"), 0);
const neighbours = mostSimilar(vectors, id, { top: 5 }).map(({ word }) => themeOf.get(word));
console.log(neighbours.join(" ")); // camping camping camping camping camping

// Was the structure found? The share of each product's ten neighbours that are of its theme; by chance, 0.12.
function share(found: WordVectors): string {
  const shares = found.words.map((product) => {
    const alike = mostSimilar(found, product).filter(({ word }) => themeOf.get(word) === themeOf.get(product));
    return alike.length / 10;
  });
  return (shares.reduce((sum, each) => sum + each) / shares.length).toFixed(3);
}
console.log(share(vectors)); // 1.000

// A theme that nobody named is a direction: the mean of a basket suggests what else to buy.
const basket = [0, 1, 2].map((product) => idOf(themes.indexOf("knitting"), product));
const suggested = mostSimilar(vectors, { positive: basket }, { top: 3 });
console.log(suggested.map(({ word }) => themeOf.get(word)).join(" ")); // knitting knitting knitting

// The same purchases, dealt out to sessions anew: there is nothing to find, and nothing is found.
const dealt = permutation(fork(random, "deal"), corpus.ids.length);
const mixed = { ...corpus, ids: Int32Array.from(dealt, (position) => corpus.ids[position]) };
console.log(share((await train(mixed, options)).vectors)); // 0.124
