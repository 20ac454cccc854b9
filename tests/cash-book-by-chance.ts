import type { Existing } from '@junkan/disbursement/books/cash/cash-book.ts';
import { cashBookActs } from '@junkan/disbursement/books/cash/cash-book-acts.ts';
import { explanationOf, followed } from '@junkan/disbursement/books/cash/cash-gaps.ts';
import { BODIES, cashBooks } from '@junkan/disbursement/mapping.ts';
import { anyEvents } from '@junkan/kit/testing/events.fixture.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import fc from 'fast-check';
import { NOW, persons } from './commands-by-chance.ts';
import { GIVEN, typesOf } from './histories-by-chance.ts';

const usd = (amount: bigint) => ({ amount, currency: 'USD' });
const entered = (number: number, opening: bigint, closing: bigint) => ({
  type: 'StatementEntered',
  account: 'acc_a',
  sponsor: 'spo_a',
  currency: 'USD',
  statement: `stm_${number}`,
  reference: `S${number}`,
  page: '1',
  from: `2026-11-0${number + 1}`,
  to: `2026-11-0${number + 1}`,
  openingBalance: usd(opening),
  closingBalance: usd(closing),
  isPage: false,
  days: [{ day: `2026-11-0${number + 1}`, moved: usd(closing - opening), repeated: usd(0n) }],
  at: '2026-11-24T00:00:00.000Z',
  by: 'per_a',
  entry: undefined,
});
const GAP = 'opening-differs.stm_2';
const explained = { kind: 'opening-differs', statement: 'stm_2', from: '2026-11-03', to: '2026-11-03', difference: usd(50n) };

const ofCashBook = anyEvents('disbursement', typesOf(CONTEXTS.disbursement, 'cash-book', 'StatementEntered'), {
  given: { ...GIVEN, ...explained, statement: fc.constantFrom('stm_2', 'stm_2', 'stm_3'), explanation: fc.constantFrom(1, 2, 3) },
  otherwise: { GapExplained: { statement: 'stm_2' } },
});

const onCashBook = persons(COMMANDS.disbursement, 'book', {
  given: {
    gap: fc.constantFrom(GAP, GAP, 'sum-differs.stm_2'),
    as: fc.constantFrom('fee', 'unrelated'),
    explanation: fc.constantFrom(1, 2, 3),
  },
  facts: {
    now: NOW,
    limited: fc.constantFrom(undefined, { fits: true, first: undefined, rules: 1 }, { fits: false, first: undefined, rules: 1 }),
  },
});

type Event = { readonly type: string; readonly explanation?: number; readonly statement?: string };

/** A gap is explained where it is open, and what explains it is decided while it waits. */
function isLegal({ type, explanation = 0 }: Event, state: object): boolean {
  const book = state as Existing;
  if (type === 'StatementEntered') return true;
  if (type === 'StatementWithdrawn') return book.statements.length > 2;
  if (type === 'GapExplained') {
    const gap = followed(book).gaps.find(({ kind, statement }) => kind === 'opening-differs' && statement === 'stm_2');
    return gap !== undefined && gap.difference?.amount === 50n && !explanationOf(book, gap) && explanation === book.explanations.length + 1;
  }
  return book.explanations[explanation - 1]?.status === 'proposed';
}

/** A cash book, one of whose statements opens with another balance than the one before closed with. */
export const CASH_BOOK = {
  context: 'disbursement' as const,
  owned: cashBooks,
  events: ofCashBook,
  commands: onCashBook,
  first: entered(1, 1000n, 900n),
  begun: [
    [
      entered(2, 950n, 940n),
      { type: 'GapExplained', ...explained, explanation: 1, note: 'txt_a', at: '2026-11-24T00:00:00.000Z', by: 'per_a' },
    ],
    [entered(2, 950n, 940n), entered(3, 940n, 940n)],
  ],
  isLegal,
  permissionsOf: (state: Existing, by: Actor, now: string) => cashBookActs.permissions(state, { now }, BODIES, by),
};
