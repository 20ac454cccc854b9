import type { AnswerOf, BodyOf, OperationName, ParametersOf, Schemas } from '@junkan/client/operations.ts';

// What there is to be said of the API without asking it.

export type { AnswerOf, BodyOf, OperationName, ParametersOf, Schemas };

/** A controlled list of the installation. */
export type ListName = ParametersOf<'getList'>['list'];

/** A page of a list, as files are written of it. */
export type WholePage<Row> = {
  readonly rows: readonly Row[];
  readonly names: Schemas['Names'];
  readonly next: string | undefined;
  /** How many rows there are in all, as far as that is counted. */
  readonly total?: number | undefined;
};
export type ReadPage<Row> = (cursor: string, signal: AbortSignal) => Promise<WholePage<Row>>;
