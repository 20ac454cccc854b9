import { anyEvents } from '@junkan/kit/testing/events.fixture.ts';
import { BODIES, exchanges } from '@junkan/programme/mapping.ts';
import { type Existing, nextFollowUp } from '@junkan/programme/peers/exchange.ts';
import { exchangeActs } from '@junkan/programme/peers/exchange-acts.ts';
import { peers } from '@junkan/programme/peers/since.fixture.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import fc from 'fast-check';
import { NOW, persons } from './commands-by-chance.ts';
import { GIVEN, typesOf } from './histories-by-chance.ts';

// Exchanges of two cities, as their golden streams begin them.

type Event = { readonly type: string; readonly city?: string; readonly followUp?: string };
const streamOf = (at: number): Event[] => peers.exchange[at]?.come().map(([type, data]) => ({ type, ...data, at: NOW })) ?? [];
const [first = { type: '' }, ...more] = streamOf(0);
const open = { ...first, answerDue: '2026-12-25T23:59:59.999Z' };
const text = fc.constantFrom('txt_a', 'txt_b');

const BEFORE: Readonly<Record<string, readonly string[]>> = {
  ExchangeAgreed: ['invited'],
  ExchangeDeclined: ['invited'],
  ExchangeExpired: ['invited'],
  ExchangeVisitRecorded: ['agreed', 'active'],
  ExchangeConclusionGiven: ['active'],
  ExchangeStopped: ['invited', 'agreed', 'active'],
};

export const EXCHANGES = {
  context: 'programme' as const,
  owned: exchanges,
  first: open,
  // Agreed, met, concluded by one and by both, reported on.
  begun: [1, 3, 4, 6, 8].map((until) => more.slice(0, until)),
  events: anyEvents('programme', typesOf(CONTEXTS.programme, 'exchange', 'ExchangeInvited'), {
    given: { ...GIVEN, city: fc.constantFrom('org_a', 'org_b'), note: text, on: '2026-11-20', action: 'act_a' },
  }),
  commands: persons(COMMANDS.programme, 'exchange', {
    given: { note: text, on: '2026-11-20', action: fc.constantFrom('', 'act_a') },
    facts: { now: NOW, missed: [] },
  }),
  isLegal({ type, city, followUp }: Event, state: object) {
    const { status = 'invited', conclusions = [], forgottenAt = '' } = state as Partial<Existing>;
    if (type === 'ExchangeForgotten') return forgottenAt === '' && ['concluded', 'stopped', 'declined', 'expired'].includes(status);
    if (type === 'ExchangeConclusionGiven' && conclusions.some((each) => each.city === city)) return false;
    if (type === 'ExchangeConcluded') return status === 'active' && conclusions.length === 2;
    if (type === 'FollowUpTold') return status === 'concluded' && followUp === nextFollowUp(state as Existing);
    return BEFORE[type]?.includes(status) ?? false;
  },
  permissionsOf: (state: Existing, by: Actor, now: string) => exchangeActs.permissions(state, { now }, BODIES, by),
};
