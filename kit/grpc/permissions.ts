import { Permission as OnTheWire, type Permissions } from '@junkan/proto/junkan/common/v1/common.ts';
import { type Kind, ProblemError, problemOf } from '../problem.ts';
import type { Part, Permission } from '../pure/permissions.ts';
import { STORE_KINDS } from './store-kinds.ts';

const { operation: _, answer: __, rejection: ___, facts: ____, ...NO_PART } = OnTheWire.create();

/** A part of an item on the wire; empty fields do not identify it. */
export const partMessage = (of: Part): Required<Part> => ({ ...NO_PART, ...of });

/** What another service knows, or that it does not answer now. @throws ProblemError for what it refuses. */
export async function whereKnown<Fact>(asked: Promise<Fact>): Promise<Fact | 'out-of-reach'> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ProblemError && ['unavailable', 'late', 'busy'].includes(error.problem.kind)) return 'out-of-reach';
    throw error;
  }
}

/**
 * What an actor may do, on the wire between services: refusals carry the reasons that the command itself would give. `unknown`: operations
 * that are refused for no known reason but depend on a fact of another service that is not available now; the fact is named.
 */
export const permissionsMessage = <Rejection extends { type: string }>(
  permitted: readonly Permission<Rejection>[],
  kinds: Record<Rejection['type'], Kind>,
  unknown: Readonly<Record<string, string>> = {},
): Permissions => ({
  operations: permitted.map(({ operation, of, ...answered }) => {
    const fact = answered.answer === 'allowed' ? unknown[operation] : undefined;
    return {
      operation,
      ...partMessage(of),
      ...(fact === undefined ? explained(answered, kinds) : outOfReach(fact)),
    };
  }),
});

type Answered<Rejection> = { readonly answer: 'allowed' | 'done' } | { readonly answer: 'refused'; readonly rejection: Rejection };

function explained<Rejection extends { type: string }>(answered: Answered<Rejection>, kinds: Record<Rejection['type'], Kind>) {
  if (answered.answer !== 'refused') return { answer: answered.answer, rejection: '', facts: '' };
  const { type, data } = problemOf(answered.rejection, { ...STORE_KINDS, ...kinds });
  return { answer: answered.answer, rejection: type, facts: JSON.stringify(data) };
}

const outOfReach = (fact: string) => ({ answer: 'refused', rejection: 'FactIsOutOfReach', facts: JSON.stringify({ fact }) }) as const;
