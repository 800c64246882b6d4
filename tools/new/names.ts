/** A name in the three forms that sources use. */
export interface Names {
  /** Files: `mean-embedding`. */
  readonly kebab: string;
  /** Functions: `meanEmbedding`. */
  readonly camel: string;
  /** Types, and names that end in it: `MeanEmbedding`. */
  readonly pascal: string;
}

export function namesOf(kebab: string): Names {
  const pascal = kebab
    .split("-")
    .map((part) => part[0].toUpperCase() + part.slice(1))
    .join("");
  return { kebab, camel: pascal[0].toLowerCase() + pascal.slice(1), pascal };
}

/**
 * A text in which one thing goes by another's name: `affine`, `./affine.js`, `./dense/affine.js`, `AffineOptions`, but not
 * `affinely`.
 */
export function renamed(text: string, from: Names, to: Names): string {
  // In one pass: the new name may contain the old one.
  const forms = new RegExp(
    `"\\.[\\w./-]*/${from.kebab}\\.js"|(?<![\\w$/-])${from.camel}(?![\\w$-])|${from.pascal}(?![a-z])`,
    "g",
  );
  return text.replaceAll(forms, (found) => {
    if (found.startsWith('"')) return `${found.slice(0, found.lastIndexOf("/"))}/${to.kebab}.js"`;
    return found === from.pascal ? to.pascal : to.camel;
  });
}
