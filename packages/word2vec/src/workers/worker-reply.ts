/** What a worker sends: that it has started, the answer to a request, or why there is none. */
export interface WorkerReply {
  readonly isAtWork?: boolean;
  readonly answer?: unknown;
  readonly error?: string;
}
