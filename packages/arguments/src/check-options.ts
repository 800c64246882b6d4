import { quotedText, shownValue } from "./shown-value.js";

/**
 * Refuses options that do not exist. One that is misspelled, or another tool's, would otherwise change nothing, in silence.
 *
 * @param known - the names of all options
 * @param elsewhere - other tools' names: for each, the name of the option here, or a few words on what there is instead
 * @throws TypeError if an option does not exist, `options` is not an object, or an option `on…` is not a function
 */
export function checkOptions<Options extends object>(
  caller: string,
  options: Options,
  known: Readonly<Record<keyof Options, true>>,
  elsewhere: Readonly<Record<string, string>> = {},
): void {
  const names = Object.keys(known);
  if (typeof options !== "object" || options === null || Symbol.iterator in options) {
    const what = typeof options === "object" && options !== null ? "a list" : shownValue(options);
    throw new TypeError(`${caller}: the options are ${what}; they are an object, such as { ${names[0]}: … }`);
  }
  for (const name of Object.keys(options)) {
    if (Object.hasOwn(known, name)) {
      checkCallback(caller, name, options[name as keyof Options]);
      continue;
    }
    const alike = names.find((other) => plain(other) === plain(name));
    const foreign = Object.keys(elsewhere).find((other) => plain(other) === plain(name));
    const there = alike ?? (foreign === undefined ? `there are ${names.join(", ")}` : elsewhere[foreign]);
    const hint = names.includes(there) ? `it is called ${there} here` : there;
    throw new TypeError(`${caller}: there is no option ${quotedText(name)}; ${hint}`);
  }
}

/** What is called `on…` is called, later or never: by then nobody would know who gave it. */
function checkCallback(caller: string, name: string, value: unknown): void {
  if (!/^on[A-Z]/.test(name) || typeof value === "function" || value === undefined || value === null) return;
  const found = typeof value === "string" ? quotedText(value) : `a value of the kind ${typeof value}`;
  throw new TypeError(`${caller}: ${name} is ${found}; it is a function, which is told`);
}

/** Without what differs between styles of names. */
function plain(name: string): string {
  return name.replace(/[_-]/g, "").toLowerCase();
}
