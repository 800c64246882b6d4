"""Trains with gensim and prints one line of JSON; only the call of `train` is timed.

Usage: gensim-train.py TASK, a JSON object; without an argument, prints the versions.
"""
import json
import platform
import sys
import time

import gensim
import numpy
from gensim.models import word2vec

if word2vec.FAST_VERSION < 0:
    sys.exit("gensim has no compiled kernels here (FAST_VERSION %d)" % word2vec.FAST_VERSION)

if len(sys.argv) == 1:
    versions = (gensim.__version__, numpy.__version__, platform.python_version())
    print(json.dumps({"version": "%s, NumPy %s, Python %s" % versions}))
    sys.exit()

task = json.loads(sys.argv[1])
settings = task["settings"]
path = task["corpusPath"]
rate = {} if settings.get("learningRate") is None else {"alpha": settings["learningRate"]}
model = word2vec.Word2Vec(
    sg=int(settings["model"] == "skip-gram"),
    vector_size=settings["dimension"],
    window=settings["window"],
    negative=settings["negatives"],
    sample=settings["subsample"],
    min_count=settings["minCount"],
    epochs=settings["epochs"],
    seed=settings["seed"],
    workers=task["threads"],
    compute_loss=False,
    **rate,
)
if task["from"] == "file":
    model.build_vocab(corpus_file=path)
    corpus = {"corpus_file": path, "total_words": model.corpus_total_words}
else:
    # Equal words are one object: less memory, and what gensim looks up stays in the caches.
    words = {}
    with open(path, encoding="utf-8") as lines:
        sentences = [[words.setdefault(word, word) for word in line.split()] for line in lines]
    model.build_vocab(sentences)
    corpus = {"corpus_iterable": sentences}

start = time.perf_counter()
model.train(total_examples=model.corpus_count, epochs=model.epochs, compute_loss=False, **corpus)
seconds = time.perf_counter() - start
model.wv.save_word2vec_format(task["vectorsPath"], binary=True)
print(json.dumps({"seconds": seconds}))
