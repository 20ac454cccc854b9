import { type Existing, pendingIn } from '@junkan/disbursement/books/periods/period.ts';
import { periodActs } from '@junkan/disbursement/books/periods/period-acts.ts';
import { BODIES, periods } from '@junkan/disbursement/mapping.ts';
import { anyEvents } from '@junkan/kit/testing/events.fixture.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import fc from 'fast-check';
import { NOW, persons } from './commands-by-chance.ts';
import { amount, at, GIVEN, typesOf } from './histories-by-chance.ts';

const periodProposed = {
  type: 'PeriodProposed',
  from: '',
  proposal: 1,
  through: '2026-10-31',
  balances: [{ kind: 'payable', closing: amount }],
  balanceHash: '0',
  reportedBy: ['per_c'],
  at,
  by: 'per_a',
};

const MATTER = { kind: 'rates', item: 'rts_a', day: '2026-10-30' } as const;
const ofPeriod = anyEvents('disbursement', typesOf(CONTEXTS.disbursement, 'period'), {
  given: {
    ...GIVEN,
    from: '',
    proposal: fc.constantFrom(1, 2, 3),
    through: '2026-10-31',
    balances: [],
    balanceHash: '0',
    reportedBy: ['per_c'],
  },
});

const onPeriod = persons(COMMANDS.disbursement, 'period', {
  also: ['proposePeriod'],
  given: { through: fc.constantFrom('2026-10-31', '2026-10-31', '2026-09-30') },
  facts: {
    now: NOW,
    today: NOW.slice(0, 10),
    coverage: { accounts: [{ account: 'acc_a', reached: '2026-10-28', needed: '2026-10-30' }] },
    missing: fc.constantFrom([], [], [{ account: 'acc_a' as const, from: '2026-10-29', through: '2026-10-30' }]),
    unresolved: fc.constantFrom(undefined, undefined, undefined, { ...MATTER, count: 1, matters: [MATTER] }),
    balanceHash: fc.constantFrom('0', '0', '0', '1'),
  },
  otherwise: { proposePeriod: { from: '', reportedBy: ['per_b'], balances: [] } },
});

type Event = { readonly type: string; readonly proposal?: number };

/** A period is proposed where no proposal waits and none was confirmed, and the one that waits is decided. */
function isLegal({ type, proposal }: Event, state: object): boolean {
  const { proposals = [], status } = state as Partial<Existing>;
  const pending = pendingIn({ proposals });
  if (type === 'PeriodProposed') return status !== 'closed' && !pending && proposal === proposals.length + 1;
  return pending !== undefined && proposal === pending.number;
}

/** A closing of the books. */
export const PERIOD = {
  context: 'disbursement' as const,
  owned: periods,
  events: ofPeriod,
  commands: onPeriod,
  first: periodProposed,
  isLegal,
  /** The books say what was proposed. */
  permissionsOf(state: Existing, by: Actor, now: string) {
    const { balances = [], balanceHash = '0', coverage = { accounts: [] } } = state.proposals.at(-1) ?? {};
    return periodActs.permissions(
      state,
      { now, today: now.slice(0, 10), unresolved: undefined, reportedBy: [], balances, balanceHash, coverage, missing: [] },
      BODIES,
      by,
    );
  },
};
