import { anyEvents } from '@junkan/kit/testing/events.fixture.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { Open } from '@junkan/sponsor-registry/envelopes/envelope.ts';
import { envelopeActs } from '@junkan/sponsor-registry/envelopes/envelope-acts.ts';
import { BODIES, envelopes } from '@junkan/sponsor-registry/mapping.ts';
import fc from 'fast-check';
import { NOW, onEnvelope } from './commands-by-chance.ts';
import { amount } from './histories-by-chance.ts';

const opened = {
  type: 'EnvelopeOpened',
  sponsor: 'spo_a',
  total: amount,
  periodStart: '2026-01-01',
  periodEnd: '2026-12-31',
  by: 'per_a',
};
const increase = { offer: 'off_a', amount: { amount: 1n, currency: 'USD' } };
const reserved = { type: 'BudgetReserved', funding: 'fnd_a', ...increase };
const committed = { type: 'OfferCommitted', ...increase };
const days = fc.constantFrom('2027-06-30', '2027-12-31', '2028-12-31');

/** What its sponsor decides on its last day, each proposal once; a day only moves on, as if something of it were always held. */
export const ENVELOPE = {
  context: 'sponsor' as const,
  owned: envelopes,
  commands: onEnvelope,
  first: opened,
  begun: [[reserved, committed, { type: 'IncreaseProposed', increase: 1, ...increase, note: 'txt_a', at: NOW, by: 'per_a' }]],
  events: anyEvents(
    'sponsor',
    ['EnvelopeEndProposed', 'EnvelopeEndMoved', 'EnvelopeEndRefused', 'BudgetReserved', 'CommitmentIncreased', 'IncreaseRefused'],
    {
      given: {
        by: fc.constantFrom('per_a', 'per_b'),
        note: 'txt_a',
        at: '2026-11-24T00:00:00.000Z',
        proposal: fc.constantFrom(1, 2),
        before: '2026-12-31',
        periodEnd: days,
        fundings: [],
        funding: 'fnd_a',
        offer: 'off_a',
        amount: { amount: 1n, currency: 'USD' },
        increase: 1,
        committed: { amount: 2n, currency: 'USD' },
      },
    },
  ),
  isLegal(event: { readonly type: string }, state: object): boolean {
    const { ends = [], increases = [], periodEnd = '' } = state as Partial<Open>;
    if (event.type === 'OfferCommitted' || event.type === 'IncreaseProposed') return increases.length === 0;
    if ('increase' in event) return increases[0]?.status === 'proposed';
    if (event.type === 'BudgetReserved' && increases.length > 0) return false;
    if (!('proposal' in event) || !('periodEnd' in event || 'note' in event)) return event.type === 'BudgetReserved';
    const isPending = ends.at(-1)?.status === 'proposed';
    const isNew = event.type === 'EnvelopeEndProposed';
    const isLater = !isNew || String((event as { readonly periodEnd?: string }).periodEnd) > periodEnd;
    return isLater && event.proposal === ends.length + (isNew ? 1 : 0) && isPending !== isNew;
  },
  permissionsOf: (state: Open, by: Actor, now: string) => envelopeActs.permissions(state, { now }, BODIES, by),
};
