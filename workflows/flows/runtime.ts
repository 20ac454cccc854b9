/** What a flow needs of the engine that stores and runs it. On replay it must make the same calls in the same order. */
export type Runtime = {
  readonly workflowId: string;
  /** Whether the run has grown so long that it should go on as a new one. */
  isLong(): boolean;
  /** Activities by their names, each repeated until it works. */
  activities<Activities extends object>(): Activities;
  onSignal(name: string, handler: () => void): void;
  onQuery(name: string, answer: () => unknown): void;
  sleep(milliseconds: number): Promise<void>;
  /** Waits until something is so, or for so long. */
  until(isSo: () => boolean, milliseconds?: number): Promise<void>;
  /** Whether this run began under code that has the change, or has come to it since. */
  has(change: string): boolean;
  /** Ends this run and begins another of the same workflow. */
  goOnAsNewRun(input: object): Promise<never>;
  /** Resolves when every signal has been handled. */
  handled(): Promise<void>;
  warn(message: string, facts: Record<string, unknown>): void;
};
