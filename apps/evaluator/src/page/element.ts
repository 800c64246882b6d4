/**
 * Finds the element of the page that has an id.
 *
 * @throws Error if there is no such element, or it is of another kind
 */
export function element<Kind extends Element>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${kind.name} called ${id}`);
}
