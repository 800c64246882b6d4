/** What a worker does: it makes ready for its task, and returns the function that answers requests. */
export type Work = (task: unknown) => Answering | Promise<Answering>;

type Answering = (request: unknown) => unknown;
