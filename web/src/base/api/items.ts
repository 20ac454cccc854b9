import { queryOptions } from '@tanstack/react-query';
import { type AnswerOf, api, type OperationName, type Schemas } from './client.ts';
import { keys } from './keys.ts';
import type { ParametersOf } from './types.ts';

/** The operations that read an item by its id, with what its ids are called. */
export type ItemOperation = {
  [Name in OperationName]: ParametersOf<Name> extends { readonly id: string; readonly with?: string }
    ? 'with' extends keyof ParametersOf<Name>
      ? Name
      : never
    : never;
}[OperationName];
type Ask<Name extends OperationName> = (
  parameters: { readonly id: string; readonly with: 'names' },
  asking: { readonly signal: AbortSignal },
) => Promise<AnswerOf<Name>>;

/** An item with what its ids are called. `part`: what else is kept of the same item. */
export const itemQuery = <Name extends ItemOperation>(name: Name, id: string) =>
  queryOptions({
    queryKey: [...keys.item(id), name],
    queryFn: ({ signal }) => (api.operations[name] as unknown as Ask<Name>)({ id, with: 'names' }, { signal }),
  });

type Offering = { readonly may?: readonly Schemas['Permission'][] };
/** Whether the reader may do one of these to an item now. */
export const mayDo = ({ may = [] }: Offering, ...operations: readonly string[]): boolean =>
  may.some(({ operation, answer }) => operations.includes(operation) && answer === 'allowed');
