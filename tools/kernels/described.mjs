import { ElementKind } from "assemblyscript";

/**
 * What the compiler knows of a program.
 *
 * @returns `functions`, the exported ones: name, names of the parameters, and whether it returns a number;
 *   `structs`, the classes without a header: name, bytes, and each field with its kind and its offset in bytes
 */
export function described(program, entry) {
  const folder = entry.slice(0, entry.lastIndexOf("/") + 1);
  const file = program.filesByName.get(entry.replace(/\.ts$/, ""));
  const exported = [...file.exports.values()].filter(({ kind }) => kind === ElementKind.FunctionPrototype);
  const classes = [...program.elementsByName].filter(
    ([path, { kind }]) => kind === ElementKind.ClassPrototype && path.startsWith(folder),
  );
  return { functions: exported.map(functionOf), structs: classes.map(([, prototype]) => structOf(prototype)) };
}

function functionOf({ name, instances, functionTypeNode }) {
  const [{ signature }] = instances.values();
  const parameters = functionTypeNode.parameters.map((parameter) => parameter.name.text);
  return { name, parameters, returns: String(signature.returnType) !== "void" };
}

function structOf({ name, instances }) {
  const [{ members, nextMemoryOffset }] = instances.values();
  const fields = [...members.values()]
    .filter(({ isField }) => isField)
    .map(({ name: field, instance }) => ({
      field,
      kind: kindOf(String(instance.type)),
      offset: instance.memoryOffset,
    }));
  return { name, bytes: 8 * Math.ceil(nextMemoryOffset / 8), fields };
}

/** Addresses are whole numbers without a sign, up to 4 GiB. */
function kindOf(type) {
  if (type === "usize" || type === "u32") return "u32";
  if (["i32", "f32", "f64"].includes(type)) return type;
  throw new Error(`a struct's field of type ${type}; the host knows i32, u32, usize, f32 and f64`);
}
