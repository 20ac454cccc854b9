import type { Actor } from '@junkan/kit/pure/actor.ts';
import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import { type Attempts, type BodiesFor, type Permission, permissions } from '@junkan/kit/pure/permissions.ts';
import type { Command, Existing, Rejection } from './rate-sheet.ts';
import { decide } from './rate-sheet-decide.ts';

/** `now`: when it would be done. `closedThrough`: the last day that is closed in the books; '' = none. */
export type RateSheetFacts = { readonly now: Instant; readonly closedThrough: CalendarDate | '' };

/** What an actor may do with the rates of a source and day. */
export const rateSheetPermissions = (state: Existing, facts: RateSheetFacts, bodies: RateSheetBodies, by: Actor): Permission<Rejection>[] =>
  permissions<Command, Rejection>({
    attempts: [{ as: attempts(state, facts) }],
    bodies,
    decide: (command) => decide(command, state),
    hiding: ['RatesAreUnknown'],
    by,
  });

/** What the bodies of its operations say. */
export type RateSheetBodies = BodiesFor<Command, ReturnType<typeof attempts>>;

/** Smaller than any rate in use: it differs from the present one, so that it is a correction. */
const ANOTHER = '0.000000000001';

const attempts = ({ source, base, day }: Existing, { now, closedThrough }: RateSheetFacts) =>
  ({
    enterRates: {
      type: 'EnterRates',
      source,
      base,
      day,
      corrects: true,
      file: '',
      unknown: [],
      closedThrough,
      now,
      rates: [{ currency: base === 'USD' ? 'EUR' : 'USD', rate: ANOTHER }],
    },
    confirmRates: { type: 'ConfirmRates', closedThrough, now },
    refuseRates: { type: 'RefuseRates', now },
  }) as const satisfies Attempts<Command>;
