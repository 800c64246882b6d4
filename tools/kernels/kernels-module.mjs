/** The text of the TypeScript module that holds a package's kernels. */
export function kernelsModule(entry, { wasm, functions, structs, memoryFlagsAt }) {
  const lines = wasm
    .toString("base64")
    .match(/.{1,110}/g)
    .map((line) => `    "${line}"`);
  const flags = memoryFlagsAt === undefined ? [] : [`  memoryFlagsAt: ${memoryFlagsAt},`];
  const types = structs.length === 0 ? "KernelBinary" : "KernelBinary, StructLayout";
  return [
    `// Made by tools/kernels from ${entry}.`,
    `import type { ${types} } from "@wordloom/wasm";`,
    `/** What ${entry} exports. */\nexport interface Kernels {\n${functions.map(signature).join("\n")}\n}`,
    "/** The kernels, compiled. */",
    `export const kernels: KernelBinary<Kernels> = {\n  base64: [\n${lines.join(",\n")},\n  ].join(""),\n${flags.join("\n")}\n};`,
    ...structs.map(layout),
    "",
  ].join("\n");
}

function signature({ name, parameters, returns }) {
  const typed = parameters.map((parameter) => `${parameter}: number`).join(", ");
  return `  readonly ${name}: (${typed}) => ${returns ? "number" : "void"};`;
}

function layout({ name, bytes, fields }) {
  const names = fields.map(({ field }) => `"${field}"`).join(" | ");
  const rows = fields.map(({ field, kind, offset }) => `    ${field}: { kind: "${kind}", offset: ${offset} },`);
  const variable = `${name[0].toLowerCase()}${name.slice(1)}Layout`;
  return `/** Where the fields of the kernels' \`${name}\` are. */
export const ${variable}: StructLayout<${names}> = {\n  bytes: ${bytes},\n  fields: {\n${rows.join("\n")}\n  },\n};`;
}
