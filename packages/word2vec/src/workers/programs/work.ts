/** What a worker does: it makes ready for its task, and returns the function that answers requests. */
export type Work<Task, Request, Answer> = (
  task: Task,
) => Answering<Request, Answer> | Promise<Answering<Request, Answer>>;

type Answering<Request, Answer> = (request: Request) => Answer | Promise<Answer>;
