/** What a worker tells: that it is at work, an answer, or why there is none. */
export interface Told {
  readonly isAtWork?: boolean;
  readonly answer?: unknown;
  readonly error?: string;
}

/** Questions to a worker, one at a time, and its answers, until it dies. */
export interface Conversation {
  readonly ask: (question: unknown) => Promise<unknown>;
  readonly hear: (told: Told) => void;
  /** Only the first reason counts: the exit of a thread follows what killed it. */
  readonly end: (why: Error) => void;
}

export function conversation(send: (question: unknown) => void): Conversation {
  let ending: Error | undefined;
  let resolve: (answer: unknown) => void = () => {};
  let reject: (why: Error) => void = () => {};
  const end = (why: Error): void => {
    ending ??= why;
    reject(ending);
  };
  return {
    ask: (question) =>
      new Promise((onAnswer, onEnd) => {
        [resolve, reject] = [onAnswer, onEnd];
        if (ending === undefined) send(question);
        else reject(ending);
      }),
    hear({ answer, error }) {
      if (error === undefined) resolve(answer);
      else end(died(error));
    },
    end,
  };
}

export function died(why: string): Error {
  return new Error(`train: a thread has died (${why}); the run is lost. Is there enough memory?`);
}
