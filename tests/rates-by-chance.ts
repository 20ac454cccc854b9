import { type Existing, pendingIn } from '@junkan/disbursement/books/rates/rate-sheet.ts';
import { rateSheetActs } from '@junkan/disbursement/books/rates/rate-sheet-acts.ts';
import { BODIES, rateSheets } from '@junkan/disbursement/mapping.ts';
import { anyEvents } from '@junkan/kit/testing/events.fixture.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import fc from 'fast-check';
import { NOW, persons } from './commands-by-chance.ts';
import { GIVEN, typesOf } from './histories-by-chance.ts';

const entered = {
  type: 'RatesEntered',
  source: 'ECB',
  base: 'EUR',
  day: '2026-11-24',
  edition: 1,
  rates: [{ currency: 'JPY', rate: '162.05' }],
  file: '',
  at: '2026-11-24T00:00:00.000Z',
  by: 'per_a',
};

const ofRates = anyEvents('disbursement', typesOf(CONTEXTS.disbursement, 'rates'), {
  given: { ...GIVEN, edition: fc.constantFrom(1, 2, 3), rates: [{ currency: 'JPY', rate: '163' }], day: '2026-11-24', file: '' },
});

const onRates = persons(COMMANDS.disbursement, 'sheet', {
  also: ['enterRates'],
  given: {
    source: 'ECB',
    base: 'EUR',
    day: '2026-11-24',
    rates: fc.constantFrom([{ currency: 'JPY', rate: '162.05' }], [{ currency: 'JPY', rate: '164' }]),
  },
  facts: { now: NOW, unknown: fc.constant([]), current: fc.constant([]), tolerance: 25 },
  otherwise: { enterRates: { file: '' } },
});

type Event = { readonly type: string; readonly edition?: number };

/** An edition is entered where none waits, and the one that waits is decided. */
function isLegal({ type, edition }: Event, state: object): boolean {
  const { editions = [] } = state as Partial<Existing>;
  const pending = pendingIn({ editions });
  return type === 'RatesEntered' ? !pending && edition === editions.length + 1 : pending !== undefined && edition === pending.number;
}

/** The rates of a source and day. */
export const RATES = {
  context: 'disbursement' as const,
  owned: rateSheets,
  events: ofRates,
  commands: onRates,
  first: entered,
  isLegal,
  permissionsOf: (state: Existing, by: Actor, now: string) => rateSheetActs.permissions(state, { now }, BODIES, by),
};
