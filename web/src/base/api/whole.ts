import { api } from './client.ts';
import type { AnswerOf, OperationName, ParametersOf, ReadPage, Schemas } from './types.ts';

/** What is there already, as a list of one page. */
export const onePage =
  <Row>(rows: readonly Row[], names: Schemas['Names'] = {}): ReadPage<Row> =>
  async () => ({ rows, names, next: undefined });

type Answer = {
  readonly names?: Schemas['Names'];
  readonly nextCursor?: string;
  readonly total?: { readonly count: number; readonly more: boolean };
};
type Ask = (parameters: object, asking: { readonly signal: AbortSignal }) => Promise<Answer>;

/** Whatever is asked and answers page by page. */
type ListOperation = Extract<
  OperationName,
  { [Name in OperationName]: 'nextCursor' extends keyof AnswerOf<Name> ? Name : never }[OperationName] | 'findSponsors'
>;

const LARGEST = 500;

/** A list from its first row to its last, page by page in as large pages as there are, under the same parameters as the part that is shown. */
export const wholeOf =
  <Name extends ListOperation, Row>(
    name: Name,
    { limit = LARGEST, ...asked }: ParametersOf<Name> & { readonly limit?: number },
    rowsOf: (answer: AnswerOf<Name>) => readonly Row[],
  ): ReadPage<Row> =>
  async (cursor, signal) => {
    const ask = (api.operations as unknown as Readonly<Record<Name, Ask>>)[name];
    const answer = await ask({ ...asked, limit, ...(cursor ? { cursor } : {}) }, { signal });
    const { names = {}, nextCursor, total } = answer;
    return { rows: rowsOf(answer as AnswerOf<Name>), names, next: nextCursor, total: total?.more ? undefined : total?.count };
  };
