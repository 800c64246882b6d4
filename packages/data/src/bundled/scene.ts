/** Words and phrases for each slot, such as `{ thing: ["crown", "sceptre"] }` for the `{thing}` of a template. */
export type Slots = Readonly<Record<string, readonly string[]>>;

/** Sentences of one kind: a template whose `{slots}` are filled from one of the casts. */
export interface Scene {
  /** Paragraphs of this scene for every {@link Scene.share} of another. */
  readonly share: number;
  readonly templates: readonly string[];
  readonly casts: readonly Slots[];
}
