import { join } from "node:path";
import ts from "typescript";
import { entriesOf, root, workspacePackages } from "../workspace.ts";

/**
 * What users can import: by entry (`@wordloom/data/node`), each exported name with its kind, as the compiler sees it.
 * A name that is a value and a type has both kinds.
 */
export function publicExports(): Record<string, Record<string, string>> {
  const entries = workspacePackages()
    .filter(({ folder }) => folder.startsWith("packages/"))
    .flatMap(entriesOf);
  const files = entries.map(({ source }) => join(root, source));
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    customConditions: ["@wordloom/source"],
    noEmit: true,
    types: [],
  });
  return Object.fromEntries(
    entries.map(({ name }, i) => [name, exportsOf(program.getTypeChecker(), program.getSourceFile(files[i] ?? ""))]),
  );
}

function exportsOf(checker: ts.TypeChecker, file: ts.SourceFile | undefined): Record<string, string> {
  const module = file && checker.getSymbolAtLocation(file);
  // A module without exports has no symbol.
  const exported = module === undefined ? [] : checker.getExportsOfModule(module);
  const kinds = exported.map((symbol): [string, string] => {
    const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    const target = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
    return [symbol.name, kindOf(target.flags, isAlias && isTypeOnly(symbol))];
  });
  return Object.fromEntries(kinds.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isTypeOnly(symbol: ts.Symbol): boolean {
  return (
    symbol.declarations?.some((found) => ts.isExportSpecifier(found) && ts.isTypeOnlyExportDeclaration(found)) ?? false
  );
}

function kindOf(flags: ts.SymbolFlags, typeOnly: boolean): string {
  const kinds: [string, ts.SymbolFlags][] = [
    ["class", ts.SymbolFlags.Class],
    ["function", ts.SymbolFlags.Function],
    ["constant", ts.SymbolFlags.Variable],
    ["interface", ts.SymbolFlags.Interface],
    ["type", ts.SymbolFlags.TypeAlias],
  ];
  const found = kinds.filter(([, flag]) => (flags & flag) !== 0).map(([kind]) => kind);
  const name = found.length === 0 ? "unresolved" : found.join(" and ");
  return typeOnly && (flags & ts.SymbolFlags.Value) !== 0 ? `type of ${name}` : name;
}
