import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { encodeBinary, encodeText, wordVectors } from "@wordloom/vectors";
import { afterAll, describe, expect, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };

// What a user runs, so it needs the build that `pnpm test` makes first.
const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const { FORCE_COLOR: _, npm_lifecycle_event: __, NO_COLOR: ___, COLUMNS: ____, ...env } = process.env;
const folder = mkdtempSync(join(tmpdir(), "wordloom-evaluator-"));
afterAll(() => rmSync(folder, { recursive: true }));

function evaluator(...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    encoding: "utf8",
    env,
    cwd: folder,
  });
  return { code: status, stdout, stderr };
}

// Axes: royal, female, young, and one of its own for each of the rest.
const words = ["man", "woman", "king", "queen", "boy", "girl", "__proto__", "10,000", "東京"];
const data = Float32Array.from(
  [
    [1, 0, 0, 0, 0],
    [1, 1, 0, 0, 0],
    [1, 0, 4, 0, 0],
    [1, 1, 4, 0, 0],
    [1, 0, -4, 0, 0],
    [1, 1, -4, 0, 0],
    [0, 0, 0, 1, 0],
    [0, 0, 0, 1, 1],
    [0, 0, 0, 0, 1],
  ].flat(),
);
const vectors = wordVectors(words, data);
writeFileSync(join(folder, "vectors.bin"), encodeBinary(vectors));
writeFileSync(join(folder, "vectors.txt"), encodeText(vectors));
writeFileSync(
  join(folder, "questions.txt"),
  ": royal\nman woman king queen\nman woman king girl\n: gram1\nMan Woman boy girl\na b c d\n",
);
writeFileSync(join(folder, "pairs.txt"), "king\tqueen\t9\nking\tboy\t1\nking\tman\t5\nking\tdog\t2\n");
writeFileSync(join(folder, "more-pairs.txt"), "man\twoman\t1\nman\t東京\t2\n");

describe("evaluator VECTORS", () => {
  test("shows the book's evaluation, results on stdout and the rest on stderr", () => {
    const { code, stdout, stderr } = evaluator("vectors.bin");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "vectors.bin: 9 words, 5 numbers each\n" });
    expect(stdout).toMatchInlineSnapshot(`
      "Analogies, by cosine

      king : man = queen : ?
        woman         0.8510
        girl          0.3089
        boy           0.2619
        __proto__     0.0000
        10,000        0.0000

      Not answered

      you: "you" is not in the vocabulary of 9 words; nothing in it is spelled like
          that
      year: "year" is not in the vocabulary of 9 words; nothing in it is spelled like
          that
      car: "car" is not in the vocabulary of 9 words; nothing in it is spelled like
          that
      toyota: "toyota" is not in the vocabulary of 9 words; nothing in it is spelled
          like that
      take:took::go: "take" is not in the vocabulary of 9 words; nothing in it is
          spelled like that
      car:cars::child: "car" is not in the vocabulary of 9 words; nothing in it is
          spelled like that
      good:better::bad: "good" is not in the vocabulary of 9 words; nothing in it is
          spelled like that
      "
    `);
  });

  test("has the book's evaluation as JSON", () => {
    const { code, stdout } = evaluator("vectors.bin", "--json", "--top", "1");
    const { similar, analogy, missing } = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(similar).toEqual({});
    expect(analogy).toEqual({ "king:man::queen": [{ word: "woman", similarity: expect.closeTo(0.851, 3) }] });
    expect(Object.keys(missing)).toHaveLength(7);
  });

  test("takes a run's folder, and its vectors.bin before its vectors.txt", () => {
    mkdirSync(join(folder, "run"));
    writeFileSync(join(folder, "run", "vectors.txt"), encodeText(vectors));
    expect(evaluator("run").stderr).toBe(`${join("run", "vectors.txt")}: 9 words, 5 numbers each\n`);
    writeFileSync(join(folder, "run", "vectors.bin"), encodeBinary(vectors));
    expect(evaluator("run").stderr).toBe(`${join("run", "vectors.bin")}: 9 words, 5 numbers each\n`);
  });
});

describe("evaluator VECTORS --similar --analogy", () => {
  test("answers each word and each question, as typed", () => {
    const { code, stdout, stderr } = evaluator(
      ...["vectors.txt", "--similar", "man, king", "--similar", "__proto__", "--similar", "10,000"],
      ...["--analogy", "man:woman::king", "--analogy", "man : king :: woman", "--top", "1", "--json", "--quiet"],
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const { similar, analogy, ...rest } = JSON.parse(stdout);
    expect(Object.entries(similar)).toEqual([
      ["man", [{ word: "woman", similarity: expect.closeTo(Math.SQRT1_2, 6) }]],
      ["king", [{ word: "queen", similarity: expect.closeTo(17 / Math.sqrt(17 * 18), 6) }]],
      ["__proto__", [{ word: "10,000", similarity: expect.closeTo(Math.SQRT1_2, 6) }]],
      ["10,000", [{ word: "__proto__", similarity: expect.closeTo(Math.SQRT1_2, 6) }]],
    ]);
    expect(analogy).toEqual({
      "man:woman::king": [{ word: "queen", similarity: expect.any(Number) }],
      "man : king :: woman": [{ word: "queen", similarity: expect.any(Number) }],
    });
    expect(rest).toEqual({ vectors: { file: "vectors.txt", words: 9, dimension: 5, notes: [] } });
  });

  test("answers what it can, names what it can't, and ends with 1", () => {
    const args = ["--similar", "king,qeen,King", "--analogy", "man:wom::kin", "--analogy", "man:woman::king"];
    const { code, stdout, stderr } = evaluator("vectors.bin", ...args, "--top", "1", "--quiet");
    expect(code).toBe(1);
    expect(stderr).toMatchInlineSnapshot(`
      "evaluator: "qeen" is not in the vocabulary of 9 words; nearest spellings: queen
      evaluator: "King" is not in the vocabulary of 9 words; nearest spellings: king
      evaluator: "wom" is not in the vocabulary of 9 words; nothing in it is spelled like that; "kin" is not in the vocabulary of 9 words; nearest spellings: king
      "
    `);
    expect(stdout).toMatchInlineSnapshot(`
      "Neighbours, by cosine

      king
        queen   0.9718

      Analogies, by cosine

      man : woman = king : ?
        queen         0.8901
      "
    `);
    const { similar, analogy, missing } = JSON.parse(evaluator("vectors.bin", ...args, "--json", "--quiet").stdout);
    expect([similar, analogy, missing].map(Object.keys)).toEqual([
      ["king"],
      ["man:woman::king"],
      ["qeen", "King", "man:wom::kin"],
    ]);
    expect(missing["man:wom::kin"]).toBe(
      '"wom" is not in the vocabulary of 9 words; nothing in it is spelled like that; "kin" is not in the vocabulary of 9 words; nearest spellings: king',
    );
  });

  test("prints nothing but the reason where nothing can be answered", () => {
    expect(evaluator("vectors.bin", "--similar", "qeen", "--quiet")).toEqual({
      code: 1,
      stdout: "",
      stderr: 'evaluator: "qeen" is not in the vocabulary of 9 words; nearest spellings: queen\n',
    });
  });

  test("writes the report, and with it what has no answer", () => {
    const { code } = evaluator("vectors.bin", "--similar", "king,qeen", "--report", "some.html", "--quiet");
    expect(code).toBe(1);
    expect(readFileSync(join(folder, "some.html"), "utf8")).toContain("nearest spellings: queen");
  });

  test("takes words in quotes and in lists", () => {
    const names = ["king:man", "a,b", '"', "x", "-y"];
    writeFileSync(join(folder, "names.bin"), encodeBinary(wordVectors(names, data.slice(0, 25))));
    const { stdout } = evaluator(
      ...[
        "names.bin",
        "--similar",
        '"king:man","a,b",x',
        "--similar",
        '"',
        "--similar",
        "-y",
        "--similar",
        '["a,b", "\\""]',
      ],
      ...["--analogy", '"king:man":x::"a,b"', "--analogy", '["king:man", "x", "-y"]', "--json"],
    );
    const { similar, analogy } = JSON.parse(stdout);
    expect(new Set(Object.keys(similar))).toEqual(new Set(names));
    expect(Object.keys(analogy)).toEqual(['"king:man":x::"a,b"', '["king:man", "x", "-y"]']);
    expect(evaluator("names.bin", "--similar", "king", "--quiet").stderr).toBe(
      'evaluator: "king" is not in the vocabulary of 5 words; part of: "king:man"\n',
    );
  });

  test("looks for answers among the first rows with --restrict", () => {
    const { stdout } = evaluator("vectors.bin", "--similar", "king", "--restrict", "2", "--json");
    expect(JSON.parse(stdout).similar.king.map(({ word }: { word: string }) => word)).toEqual(["man", "woman"]);
  });

  test("is a table for people", () => {
    const { stdout } = evaluator("vectors.bin", "--similar", "king,東京", "--analogy", "man:woman::king", "--top", "2");
    expect(stdout).toMatchInlineSnapshot(`
      "Neighbours, by cosine

      king                 東京
        queen    0.9718      10,000   0.7071
        man      0.2425      man      0.0000

      Analogies, by cosine

      man : woman = king : ?
        queen         0.8901
        __proto__     0.0000
      "
    `);
  });
});

describe("evaluator VECTORS --analogies FILE --pairs FILE", () => {
  test("holds total, sections and coverage as JSON", () => {
    const { stdout } = evaluator("vectors.bin", "--analogies", "questions.txt", "--pairs", "pairs.txt", "--json");
    const { analogies, pairs } = JSON.parse(stdout);
    expect(analogies).toMatchObject([
      {
        name: "questions.txt",
        protocol: "gensim",
        total: { correct: 2, asked: 3, questions: 4, accuracy: 2 / 3 },
        semantic: { correct: 1, asked: 2, questions: 2, accuracy: 1 / 2 },
        syntactic: { correct: 1, asked: 1, questions: 2, accuracy: 1 },
        sections: [
          { name: "royal", correct: 1, asked: 2, questions: 2, accuracy: 1 / 2 },
          { name: "gram1", correct: 1, asked: 1, questions: 2, accuracy: 1 },
        ],
        coverage: 3 / 4,
      },
    ]);
    expect(pairs).toMatchObject({
      total: { spearman: 1, pearson: expect.closeTo(0.9925, 4), used: 3, pairs: 4 },
      sections: [
        { name: "pairs.txt", spearman: 1, pearson: expect.closeTo(0.9925, 4), used: 3, pairs: 4, coverage: 0.75 },
      ],
      coverage: 3 / 4,
    });
  });

  test("takes several files: each has its own scores, correlations are averaged", () => {
    const { stdout } = evaluator(
      ...["vectors.bin", "--analogies", "questions.txt", "--analogies", "questions.txt"],
      ...["--pairs", "pairs.txt", "--pairs", "more-pairs.txt", "--json"],
    );
    const { analogies, pairs } = JSON.parse(stdout);
    expect(analogies.map(({ total }: { total: { correct: number } }) => total.correct)).toEqual([2, 2]);
    expect(pairs.total).toMatchObject({ spearman: 0, used: 5, pairs: 6 });
    expect(pairs.sections.map(({ spearman }: { spearman: number }) => spearman)).toEqual([1, -1]);
  });

  test("is a table for people", () => {
    expect(
      evaluator("vectors.bin", "--analogies", "questions.txt", "--pairs", "pairs.txt").stdout,
    ).toMatchInlineSnapshot(`
      "Analogy questions: questions.txt

      section    correct  asked  questions  accuracy   95 % interval
      royal            1      2          2   50.00 %  [0.00, 100.00]
      gram1            1      1          2  100.00 %  [2.50, 100.00]

      semantic         1      2          2   50.00 %  [0.00, 100.00]
      syntactic        1      1          2  100.00 %  [2.50, 100.00]
      total            2      3          4   66.67 %  [0.00, 100.00]

      Coverage: 3 of 4 questions (75.00 %).
      The others have a word outside the vocabulary and were left out.
      Protocol: gensim, on 9 rows.
      Intervals: percentiles of 2,000 bootstrap resamples of pairs of words.
      If none or all are right, the interval is exact, after Clopper and Pearson.

      Word similarity

      word pairs  Spearman  95 % interval  Pearson  used  pairs
      pairs.txt     1.0000              –   0.9925     3      4

      Coverage: 3 of 4 pairs (75.00 %).
      The others have a word outside the vocabulary and were left out.
      Intervals: percentiles of 2,000 bootstrap resamples of pairs.
      "
    `);
  });
});

describe("evaluator VECTORS --analogies FOLDER --pairs FOLDER", () => {
  for (const name of ["sets/pairs", "sets/questions"]) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(
    join(folder, "sets/pairs/small.csv"),
    ",word1,word2,score,std\n0,king,queen,9,1\n1,king,boy,1,2\n2,king,man,NA,1\n",
  );
  writeFileSync(join(folder, "sets/questions/royal.txt"), "man woman king queen\n");
  for (const name of ["sets/pairs", "sets/questions"]) writeFileSync(join(folder, name, "._x.txt"), "\0");

  test("says what was left out, on stderr and in JSON", () => {
    const args = ["vectors.bin", "--analogies", "sets/questions", "--pairs", "sets/pairs"];
    expect(evaluator(...args).stderr).toMatchInlineSnapshot(`
      "note: 1 file (._x.txt) of sets/questions was left out: hidden, backups, or left behind by a system
      note: sets/questions has no sections and was read as one, with the name of the file
      note: 1 file (._x.txt) of sets/pairs was left out: hidden, backups, or left behind by a system
      note: the score is column "score", by its name; numbers are in "std" as well; --pair-columns chooses (sets/pairs/small.csv)
      note: 1 row without a score was left out (sets/pairs/small.csv)
      vectors.bin: 9 words, 5 numbers each
      "
    `);
    const { notes, pairs, analogies } = JSON.parse(evaluator(...args, "--json", "--quiet").stdout);
    expect(notes.map(({ kind, count }: { kind: string; count?: number }) => [kind, count])).toEqual([
      ["debris-left-out", 1],
      ["file-is-section", 1],
      ["debris-left-out", 1],
      ["score-column", undefined],
      ["rows-without-score", 1],
    ]);
    expect(pairs.total).toMatchObject({ spearman: 1, used: 2, pairs: 2 });
    expect(analogies[0].sections).toMatchObject([{ name: "royal", correct: 1 }]);
    const { comparison } = JSON.parse(
      evaluator("convert", "vectors.bin", "again.txt", "--pairs", "sets/pairs", "--json", "--quiet").stdout,
    );
    expect(comparison.notes).toHaveLength(3);
    const compared = JSON.parse(evaluator("compare", "vectors.bin", "vectors.txt", ...args.slice(1), "--json").stdout);
    expect(compared.notes).toHaveLength(5);
  });

  test("takes the columns and the lines that it is told", () => {
    const score = (columns: string) =>
      JSON.parse(
        evaluator("vectors.bin", "--pairs", "sets/pairs/small.csv", "--pair-columns", columns, "--json").stdout,
      ).pairs.total.pairs;
    expect([score("word1,word2,std"), score("2,3,4"), score('["word1", "word2", "score"]')]).toEqual([3, 2, 2]);
    const { code, stderr } = evaluator("vectors.bin", "--analogies", "sets/questions", "--analogy-lines", "pairs");
    expect([code, stderr.split("\n").at(-2)]).toEqual([
      1,
      `evaluator: line 1 is "man woman king queen", not a word, a tab and answers parted by "/" (${join("sets/questions", "royal.txt")})`,
    ]);
  });
});

describe("a shell", () => {
  test("gets help and version at once, on stdout", () => {
    expect(evaluator("--version")).toEqual({ code: 0, stdout: `${packageJson.version}\n`, stderr: "" });
    const { code, stdout, stderr } = evaluator("--help");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatchInlineSnapshot(`
      "Usage: evaluator [options] [command] <vectors>

      Asks word vectors questions. Without options it asks the questions of the book.

      Arguments:
        vectors                       a vectors file of any known format, or a folder
                                      with one

      Options:
        -V, --version                 show the version
        --debug                       show where an error came from
        --similar <words>             the neighbours of words, with commas between
                                      them (repeatable)
        --analogy <a:b::c>            what is to c as b is to a? (repeatable)
        --analogies <path>            score analogy questions: a file or a folder from
                                      Google, MSR, GloVe or BATS (repeatable)
        --pairs <path>                score word pairs: a file, or a folder of files
                                      (repeatable)
        --analogy-lines <kind>        lines of --analogies files without sections:
                                      questions, pairs (default: by the content)
        --pair-columns <a,b,score>    columns of --pairs, by name or number (default:
                                      by header and content)
        --protocol <name>             the rules of scoring: gensim, word2vec.c,
                                      3CosAdd, 3CosMul, 3CosAvg (repeatable; default:
                                      gensim)
        --restrict <n>                use only the first n rows (default: all, or what
                                      the protocol says)
        --case-sensitive              treat King and king as different words
        --unknown <how>               count questions with unknown words as: skip,
                                      wrong (default: "skip")
        --resamples <n>               resamples of the bootstrap; 0: no intervals
                                      (default: 2000)
        --confidence <x>              confidence of the intervals (default: 0.95)
        --seed <n>                    the same seed gives the same intervals (default:
                                      1)
        --top <n>                     answers to each question (default: 5)
        --report <file.html>          write a page with scores, neighbours and a map
                                      of the words
        --map <layout>                layout of the map: pca; umap adds a second
                                      layout (default: "pca")
        --map-words <n>               most frequent words on the map (default: 2000)
        --from <format>               binary, text, glove, npy, safetensors, tsv
                                      (default: by the content)
        --limit <n>                   read only the first n rows
        --list <file>                 the file with the words, if the vectors file has
                                      only numbers
        --list-header <yes|no>        line 1 of --list has the names of columns
                                      (default: by the content)
        --list-column <n>             the column of --list with the words, from 1;
                                      "line": whole lines (default: by the content)
        --tensor <name>               the tensor to read from a safetensors file
        --skip-duplicates             skip words that come again (default: refuse the
                                      file)
        --trust                       read a binary file whose words seem to have
                                      spaces; cut each word at its first space
        --json                        print everything as one JSON object
        --quiet                       report only errors on stderr
        -h, --help                    show this help

      Commands:
        prompt [options] <vectors>    Answers questions line by line, such as king -
                                      man + woman.
        compare [options] <a> <b>     Says which of two vectors is better:
                                      differences, with intervals.
        convert [options] <in> <out>  Writes vectors in another format, and measures
                                      what that loses.
        help [command]                show the help of a command

      Put a word in double quotes, as in JSON, if it has a comma, a colon, a quote, or
      a blank at an end; or give a JSON list of words. The shell needs quotes around
      that.

      Examples:
        evaluator vectors.bin
        evaluator vectors.bin --similar king,queen --top 10
        evaluator vectors.bin --analogy king:man::queen --json
        evaluator vectors.bin --similar '"10,000","New York"' --analogy '"a:b":c::d'
        evaluator vectors.bin --similar '["10,000", "New York"]'
        evaluator vectors.bin --analogies questions-words.txt --pairs word-sim
        evaluator vectors.bin --report report.html --map umap
        evaluator prompt vectors.bin
        evaluator compare old.bin new.bin --analogies questions-words.txt
        evaluator convert vectors.bin vectors.safetensors --numbers int8
      "
    `);
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  test.skipIf(process.platform === "win32")("may stop reading (not on Windows)", () => {
    const script = `"$0" "$1" "$2" --similar king --top 5 --quiet | head -n 1; echo "code \${PIPESTATUS[0]}"`;
    const path = join(folder, "vectors.bin");
    const both = execFileSync("bash", ["-c", `{ ${script}; } 2>&1`, process.execPath, cli, path], {
      encoding: "utf8",
      env,
    });
    expect(both).toBe("Neighbours, by cosine\ncode 0\n");
  });

  test("gets colour only if it asks for it", () => {
    const args = [cli, "vectors.bin", "--similar", "king", "--top", "1"];
    const run = (more: object) =>
      spawnSync(process.execPath, args, { encoding: "utf8", cwd: folder, env: { ...env, ...more } }).stdout;
    expect(run({})).not.toContain("\u001b");
    expect(run({ NO_COLOR: "1" })).not.toContain("\u001b");
    expect(run({ FORCE_COLOR: "1" })).toContain("\u001b[36mking");
  });

  test("gets lines as long as it says it is wide", () => {
    const { stdout } = spawnSync(process.execPath, [cli, "vectors.bin", "--similar", "king,queen,man"], {
      encoding: "utf8",
      cwd: folder,
      env: { ...env, COLUMNS: "30" },
    });
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(30);
  });
});

describe("bad input ends with one line", () => {
  writeFileSync(join(folder, "empty.bin"), "");
  writeFileSync(join(folder, "short.bin"), encodeBinary(vectors).subarray(0, 200));
  writeFileSync(join(folder, "bad.txt"), "2 2\nking 1 2\nqueen 3 x\n");
  writeFileSync(join(folder, "bad-questions.txt"), ": x\na b c\n");
  writeFileSync(join(folder, "bad-pairs.txt"), "a\tb\t1\na\tb\n");
  mkdirSync(join(folder, "no-run"));
  mkdirSync(join(folder, "old-run"));
  writeFileSync(join(folder, "old-run/vectors.txt"), encodeText(vectors));
  for (const each of ["old-run", "no-run"])
    writeFileSync(join(folder, each, "vocabulary.tsv"), "the\t30\nof\t7\na\t7\n");

  test.each([
    [["missing.bin"], "cannot read missing.bin: no such file or directory"],
    [
      ["no-run"],
      "no-run is a folder without vectors.bin, vectors.txt, vectors.safetensors, vectors.npy or model.safetensors",
    ],
    [["empty.bin"], "the file is empty (empty.bin)"],
    [
      ["short.bin"],
      "the header promises a table of 9 × 5 numbers, at least 202 bytes; the file has 200; was it cut off? --limit 7 reads those that are there (short.bin)",
    ],
    [["bad.txt"], 'line 3, number 2 is "x", not a finite number; is the line damaged? (bad.txt)'],
    [
      ["old-run/vocabulary.tsv"],
      "old-run/vocabulary.tsv has words and their counts, no vectors; the vectors beside it are in old-run/vectors.txt (--from glove reads it as vectors)",
    ],
    [
      ["no-run/vocabulary.tsv"],
      "no-run/vocabulary.tsv has words and their counts, no vectors (--from glove reads it as vectors)",
    ],
    [["vectors.bin", "--analogies", "missing.txt"], "cannot read missing.txt: no such file or directory"],
    [
      ["vectors.bin", "--analogies", "bad-questions.txt"],
      "line 2 has 3 words; a question has four (bad-questions.txt)",
    ],
    [["vectors.bin", "--pairs", "bad-pairs.txt"], 'line 2 is "a\\tb", not two words and a number (bad-pairs.txt)'],
  ])("and 1: %j", (args, message) => {
    const expected = { code: 1, stdout: "", stderr: `evaluator: ${message}\n` };
    expect(evaluator("--quiet", "--json", ...args)).toEqual(expected);
  });

  test.each([
    [[], "missing required argument 'vectors'"],
    [["vectors.bin", "more.txt"], "too many arguments. Expected 1 argument but got 2: vectors.bin, more.txt"],
    [["vectors.bin", "--topp", "3"], "unknown option '--topp' (Did you mean --top?)"],
    [
      ["vectors.bin", "--top", "0"],
      "option '--top <n>' argument '0' is invalid. It must be a whole number, at least 1",
    ],
    [
      ["vectors.bin", "--top", "ten"],
      "option '--top <n>' argument 'ten' is invalid. It must be a whole number, at least 1",
    ],
    [
      ["vectors.bin", "--restrict", "-1"],
      "option '--restrict <n>' argument '-1' is invalid. It must be a whole number, at least 1",
    ],
    [
      [""],
      "command-argument value '' is invalid for argument 'vectors'. It must be a path; is a variable of the shell empty?",
    ],
    ...["--report <file.html>", "--analogies <path>", "--pairs <path>", "--list <file>"].map((flags) => [
      ["vectors.bin", flags.split(" ")[0], ""],
      `option '${flags}' argument '' is invalid. It must be a path; is a variable of the shell empty?`,
    ]),
    [["vectors.bin", "--similar"], "option '--similar <words>' argument missing"],
    [
      ["vectors.bin", "--pairs", "pairs.txt", "--resamples", "50"],
      "option '--resamples <n>' argument '50' is invalid. It must be a whole number, 0 or at least 100",
    ],
    [["vectors.bin", "--similar", "[]"], '--similar "[]": it names no word'],
    [["vectors.bin", "--similar", "king,,queen"], '--similar "king,,queen": it names an empty word'],
    [
      ["vectors.bin", "--similar", '"king'],
      `--similar "\\"king": the quotes of "king do not close; a quote that is a word is "\\""`,
    ],
    [
      ["vectors.bin", "--pair-columns", "a,b"],
      '--pair-columns "a,b" names 2 columns, not three: two words and a score, such as word1,word2,score or 1,2,4',
    ],
    [
      ["vectors.bin", "--analogy", "king:man:queen"],
      '--analogy "king:man:queen" does not have the form a:b::c, such as king:man::queen',
    ],
    [
      ["missing.bin", "--analogy", "king:man::"],
      '--analogy "king:man::" does not have the form a:b::c, such as king:man::queen',
    ],
  ])("and 2: %j", (args, message) => {
    const expected = { code: 2, stdout: "", stderr: `evaluator: ${message}; see evaluator --help\n` };
    expect(evaluator("--quiet", "--json", ...args)).toEqual(expected);
  });

  test("but not where counts are said to be vectors, or vectors of one number are no counts, which is noted", () => {
    for (const [name, text, numbers] of [
      ["half", "a 2\nb 1.5\n", "one number"],
      ["pair", "a 4 3\nb 2 1\n", "two numbers, all of them whole"],
    ]) {
      writeFileSync(join(folder, name), text);
      const { code, stderr } = evaluator(name, "--similar", "a");
      expect({ code, stderr }).toMatchObject({
        code: 0,
        stderr: expect.stringMatching(
          new RegExp(`^${name}: 2 words, . numbers each\nnote: each word has ${numbers}, and`),
        ),
      });
    }
    const { stderr } = evaluator("old-run/vocabulary.tsv", "--from", "glove", "--similar", "of");
    expect(stderr).toBe("old-run/vocabulary.tsv: 3 words, 1 numbers each\n");
  });

  test("names lists of words, and containers, in whatever command and format", () => {
    mkdirSync(join(folder, "lists"));
    writeFileSync(join(folder, "lists/classes"), "the 7\nof 7\nking 3\n357 45\nqueen 3\n");
    writeFileSync(join(folder, "lists/sentence-end"), "</s> 0\nthe 61\nof 42\n");
    writeFileSync(join(folder, "lists/dictionary"), "3\n1\ttea\t2\n0\tthe\t3\n");
    writeFileSync(join(folder, "a.magnitude"), `SQLite format 3\0${"\0".repeat(99)}`);
    const glove = "(--from glove reads it as vectors)";
    for (const [args, message] of [
      [["lists/classes"], `lists/classes has words and a class or an id each, no vectors ${glove}`],
      [
        ["convert", "lists/classes", "out.bin", "--limit", "2"],
        `lists/classes has words and a class or an id each, no vectors ${glove}`,
      ],
      [
        ["compare", "vectors.bin", "lists/sentence-end"],
        `lists/sentence-end has words and their counts, no vectors ${glove}`,
      ],
      [["prompt", "lists/sentence-end"], `lists/sentence-end has words and their counts, no vectors ${glove}`],
      [
        ["lists/dictionary"],
        "lists/dictionary has ids, words and document counts, as gensim's Dictionary.save_as_text writes them, no vectors",
      ],
      ...[[], ["--from", "text"], ["--from", "tsv", "--limit", "1"]].map((more): [string[], string] => [
        ["a.magnitude", ...more],
        "the file is a SQLite database, as .magnitude files are; in Python, pymagnitude's Magnitude iterates over words and vectors (a.magnitude)",
      ]),
    ] as [string[], string][]) {
      const scored = args[0] === "compare" ? ["--pairs", "pairs.txt"] : [];
      if (scored.length > 0) writeFileSync(join(folder, "pairs.txt"), "king\tqueen\t5\nking\tman\t4\nking\tthe\t1\n");
      expect(evaluator(...args, ...scored, "--quiet")).toEqual({
        code: 1,
        stdout: "",
        stderr: `evaluator: ${message}\n`,
      });
    }
  });

  test("reads a list by the rows of its table, and as it is told to", () => {
    mkdirSync(join(folder, "projector"));
    writeFileSync(join(folder, "projector/tensors.tsv"), "1\t2.5\n3\t4\n5\t6\n");
    writeFileSync(join(folder, "projector/metadata.tsv"), "0 1001\n1 1002\n2 1003\n");
    const words = (...args: string[]) => {
      const { code, stdout, stderr } = evaluator("projector/tensors.tsv", "--json", ...args);
      if (code !== 0 || stdout === "") return stderr;
      const { vectors, similar } = JSON.parse(stdout);
      return { notes: vectors.notes.map(({ kind }: { kind: string }) => kind), found: Object.keys(similar) };
    };
    expect(words("--similar", "1002")).toEqual({ notes: ["list-column"], found: ["1002"] });
    expect(words("--similar", "2", "--list-column", "1")).toEqual({ notes: [], found: ["2"] });
    expect(words("--similar", "0 1001", "--list-column", "line")).toEqual({ notes: [], found: ["0 1001"] });
    writeFileSync(join(folder, "projector/metadata.tsv"), "label\ntea\npot\ncup\n");
    expect(words("--similar", "tea", "--limit", "2")).toMatchObject({ notes: ["list-header"] });
    expect(words("--similar", "tea", "--limit", "2", "--list-header", "no")).toMatchObject({ notes: ["list-header"] });
    writeFileSync(join(folder, "projector/metadata.tsv"), "tea\npot\n");
    expect(words("--similar", "tea", "--limit", "1")).toMatch(
      'the table has 3 rows, the list "projector/metadata.tsv" 2 words; is it the list of another table?',
    );
    expect(words("--list-header", "maybe")).toMatch("option '--list-header <yes|no>' argument 'maybe' is invalid");
  });

  test("and a stack with --debug", () => {
    const { code, stderr } = evaluator("missing.bin", "--debug");
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Error: readVectors: cannot read missing\.bin: no such file or directory\n {4}at /);
  });
});
