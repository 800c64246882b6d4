import ts from "typescript";

/**
 * A source with one more import or export of a file beside it, where the order of the files puts it.
 *
 * @param like - the file whose statement is copied: `affine`, or `dense/affine` in a folder
 * @param name - the new file, in the same folder
 * @param rename - turns that statement into the new one
 */
export function withStatement(text: string, like: string, name: string, rename: (text: string) => string): string {
  const statements = parsed(text).statements.flatMap((node) => {
    const isNeighbours = (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier;
    const file = isNeighbours && ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : "";
    return file.startsWith("./")
      ? [{ stem: file.slice(2).replace(/\.js$/, ""), start: node.getStart(), end: node.end }]
      : [];
  });
  const model = statements.find(({ stem }) => stem === like);
  if (model === undefined) throw new Error(`no statement names "./${like}.js"`);
  const statement = rename(text.slice(model.start, model.end));
  const after = statements.find(({ stem }) => stem > name);
  const at = after?.start ?? statements[statements.length - 1].end + 1;
  return `${text.slice(0, at)}${statement}\n${text.slice(at)}`;
}

/**
 * A battery with one more row: the call of `row` whose `name` is, or begins with, the one that is copied.
 */
export function withRow(text: string, row: string, like: string, rename: (text: string) => string): string {
  let model: ts.Node | undefined;
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === row && nameIn(node) === like) model ??= node;
    ts.forEachChild(node, visit);
  };
  visit(parsed(text));
  if (model === undefined) throw new Error(`no ${row} is named "${like}"`);
  return `${text.slice(0, model.end)},\n  ${rename(model.getText())}${text.slice(model.end)}`;
}

/** A README with one more line in the table: the first whose first cell names what is copied. */
export function withTableLine(text: string, like: string, rename: (text: string) => string): string {
  const lines = text.split("\n");
  const model = lines.findIndex((line) => new RegExp(`^\\| \`${like}[\`(]`).test(line));
  if (model < 0) throw new Error(`no line of the README's table begins with \`${like}\``);
  return lines.toSpliced(model + 1, 0, rename(lines[model])).join("\n");
}

/** The names that a source exports. */
export function exportsOf(text: string): string[] {
  return parsed(text).statements.flatMap((node) => {
    if (ts.isExportDeclaration(node) && node.exportClause && ts.isNamedExports(node.exportClause)) {
      return node.exportClause.elements.map(({ name }) => name.text);
    }
    const isExported =
      ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    const isNamed =
      ts.isFunctionDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
    return isExported && isNamed && node.name ? [node.name.text] : [];
  });
}

/** Every name that a source uses, its own and those it imports. */
export function identifiersIn(text: string): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(parsed(text));
  return names;
}

/** Whether a word can be the name of a function. */
export function isIdentifier(word: string): boolean {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, word);
  return scanner.scan() === ts.SyntaxKind.Identifier && scanner.getTokenText() === word;
}

function nameIn(call: ts.CallExpression): string | undefined {
  const [fields] = call.arguments;
  if (fields === undefined || !ts.isObjectLiteralExpression(fields)) return undefined;
  for (const field of fields.properties) {
    const isName = ts.isPropertyAssignment(field) && field.name.getText() === "name";
    if (isName && ts.isStringLiteral(field.initializer)) return field.initializer.text;
  }
  return undefined;
}

function parsed(text: string): ts.SourceFile {
  return ts.createSourceFile("source.ts", text, ts.ScriptTarget.Latest, true);
}
