/**
 * Refuses options that there are not: one that is misspelled, or another tool's, would change nothing and pass in silence.
 *
 * @param known - all that there are
 * @param elsewhere - other tools' names: what each is called here, or a few words on what there is instead
 * @throws TypeError for an option that there is not, and for options that are no object
 */
export function checkOptions<Options extends object>(
  caller: string,
  options: Options,
  known: Readonly<Record<keyof Options, true>>,
  elsewhere: Readonly<Record<string, string>> = {},
): void {
  const names = Object.keys(known);
  if (typeof options !== "object" || options === null || Symbol.iterator in options) {
    const what = typeof options === "object" && options !== null ? "a list" : String(options);
    throw new TypeError(`${caller}: the options are ${what}; they are an object, such as { ${names[0]}: … }`);
  }
  for (const name of Object.keys(options)) {
    if (Object.hasOwn(known, name)) continue;
    const alike = names.find((other) => plain(other) === plain(name));
    const there = alike ?? (Object.hasOwn(elsewhere, name) ? elsewhere[name] : `there are ${names.join(", ")}`);
    const hint = names.includes(there) ? `it is called ${there} here` : there;
    throw new TypeError(`${caller}: there is no option ${JSON.stringify(name)}; ${hint}`);
  }
}

/** Without what differs between styles of names. */
function plain(name: string): string {
  return name.replace(/[_-]/g, "").toLowerCase();
}
