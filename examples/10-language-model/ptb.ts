// The same on the Penn Treebank: node ptb.ts [EPOCHS]. Its text is looked for where WORDLOOM_DATA says, then fetched.
import { findPtb, readPtb } from "@wordloom/data/node";
import { adam, chainOptimizers, clipByGlobalNorm, cosineDecay } from "@wordloom/optimizers";
import { randomFromSeed } from "@wordloom/random";
import { languageModel, perplexity, piecesOf } from "./language-model.ts";
import { trainEpoch } from "./train-epoch.ts";

const [B, T, H] = [20, 20, 100];
const epochs = Number(process.argv[2] ?? 4);
const { directory } = await findPtb(process.env);
const { train, valid, test } = await readPtb(directory);

const model = languageModel(train.vocabulary.words.length, H, randomFromSeed(1));
const steps = Math.ceil(Math.floor((train.ids.length - 1) / B) / T);
const optimizer = chainOptimizers(clipByGlobalNorm(1), adam(cosineDecay(0.004, 0.0004, epochs * steps)));
const state = optimizer.init(model.parameters);
const started = performance.now();
const seconds = () => Math.round((performance.now() - started) / 1000);
for (let epoch = 1; epoch <= epochs; epoch++) {
  let [done, sum] = [0, 0];
  trainEpoch({ model, optimizer, state }, piecesOf(train.ids, B, T), (loss) => {
    sum += loss;
    done++;
    if (done % 100 === 0) {
      console.error(`epoch ${epoch}, ${done} of ${steps}: ${Math.exp(sum / 100).toFixed(1)}, ${seconds()} s`);
      sum = 0;
    }
  });
  const after = perplexity(model, piecesOf(valid.ids, B, T));
  console.log(`epoch ${epoch}: validation perplexity ${after.toFixed(1)}, ${seconds()} s`);
}
console.log(`test perplexity ${perplexity(model, piecesOf(test.ids, B, T)).toFixed(1)}`);
