"""Reads word vectors with gensim, and asks them for neighbours, with gensim and with NumPy alone.

Usage: gensim-vectors.py TASK, a JSON object; prints one line of JSON. Threads are those of OPENBLAS_NUM_THREADS.
"""
import json
import sys
import time

import numpy
from gensim.models import KeyedVectors

# Queries at a time: their scores and the places of these take three times 4 V bytes a query.
BLOCK = 50
# Rows of which only the best score is looked at in the second way.
GROUP = 100


def timed(call):
    """Seconds, those of all processors together, and the answer."""
    start = time.perf_counter()
    before = time.process_time()
    answer = call()
    return {"seconds": time.perf_counter() - start, "cpuSeconds": time.process_time() - before}, answer


def partitioned(scores, top):
    """The columns of the highest scores of each row, best first, by argpartition."""
    columns = numpy.argpartition(scores, -top, axis=1)[:, -top:]
    order = numpy.argsort(-numpy.take_along_axis(scores, columns, 1), axis=1)
    return numpy.take_along_axis(columns, order, 1)


def grouped(scores, top):
    """The same: of the best scores of groups, the top-th is not above the top-th score of all."""
    whole = scores.shape[1] // GROUP * GROUP
    answers = []
    for row in scores:
        least = numpy.partition(row[:whole].reshape(-1, GROUP).max(1), -top)[-top]
        columns = numpy.flatnonzero(row >= least)
        answers.append(columns[numpy.argsort(-row[columns])][:top])
    return numpy.array(answers)


def batch(vectors, unit, rows, top, choose):
    """The neighbours of rows, by the product of two matrices, as words with their cosines."""
    words = vectors.index_to_key
    answers = []
    for start in range(0, len(rows), BLOCK):
        some = rows[start : start + BLOCK]
        scores = unit[some] @ unit.T
        scores[numpy.arange(len(some)), some] = -2
        columns = choose(scores, top)
        cosines = numpy.take_along_axis(scores, columns, 1)
        answers += [[(words[i], float(x)) for i, x in zip(*each)] for each in zip(columns, cosines)]
    return answers


def read(task):
    return KeyedVectors.load_word2vec_format(task["path"], binary=task["isBinary"])


def queries(task):
    vectors = read(task)
    top = task["top"]
    rows = task["rows"]
    words = [vectors.index_to_key[row] for row in rows]
    first, _ = timed(lambda: vectors.most_similar(words[-1], topn=top))
    before = time.process_time()
    single = [timed(lambda: vectors.most_similar(word, topn=top)) for word in words[: task["calls"]]]
    cpu_seconds = (time.process_time() - before) / len(single)
    unit = vectors.get_normed_vectors()
    ways = {}
    for choose in (partitioned, grouped):
        if unit.shape[0] < GROUP * top and choose is grouped:
            continue
        batch(vectors, unit, rows[:BLOCK], top, choose)
        ways[choose.__name__], answers = timed(lambda: batch(vectors, unit, rows, top, choose))
    return {
        "first": first["seconds"],
        "calls": [each["seconds"] for each, _ in single],
        "cpuSeconds": cpu_seconds,
        "answers": [[word for word, _ in answer] for _, answer in single],
        "batches": ways,
    }


task = json.loads(sys.argv[1])
print(json.dumps(timed(lambda: read(task))[0] if task["kind"] == "read" else queries(task)))
