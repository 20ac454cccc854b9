import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { itemHistory, itemQuery } from '@junkan/kit/grpc/item-queries.ts';
import { notFound } from '@junkan/kit/problem.ts';
import { eventFor } from '@junkan/kit/store/event-for.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import * as language from '@junkan/proto/junkan/programme/v1/language.ts';
import type { ProgrammeQueryServiceService } from '@junkan/proto/junkan/programme/v1/service.ts';
import type { Parts } from '../../api/parts.ts';
import { BODIES } from '../../mapping.ts';
import { instrumentFor, isInstrumentThere, relationToInstrument, relationToRequest, requestFor } from '../../readers.ts';
import { type Existing as Instrument, isOpen } from '../instrument.ts';
import { instrumentActs } from '../instrument-acts.ts';
import { instrumentFold, requestFold } from '../messages.ts';
import { requestActs } from '../request-acts.ts';
import { remindersOf } from '../request-reminders.ts';
import { untoldOf } from './request-commands.ts';

type Reading = Pick<Parts, 'store' | 'texts' | 'clock'>;
type Rpcs = 'readPolicyInstrument' | 'readSupportRequest' | 'getSupportRequest';

const isThere = ({ owner, versions }: Instrument, actor: Actor): boolean =>
  isInstrumentThere({ owner, isOpen: isOpen({ versions }) }, actor);

export const policyQueries = (parts: Reading): Pick<Handlers<typeof ProgrammeQueryServiceService>, Rpcs> => ({
  ...itemQuery(ITEMS['policy-instrument'], parts, {
    fold: instrumentFold,
    isThere,
    shown: (message, _, actor) => instrumentFor(actor, message),
    rejections: language.REJECTIONS,
    may: (state, actor) => instrumentActs.permissions(state, { now: parts.clock.now() }, BODIES, actor),
  }),
  ...itemQuery(ITEMS['support-request'], parts, {
    fold: requestFold,
    shown: (message, _, actor) => requestFor(actor, message, parts.clock.now()),
    rejections: language.REJECTIONS,
    may: (state, actor) => requestActs.permissions(state, { now: parts.clock.now() }, BODIES, actor),
  }),
  async getSupportRequest({ id }) {
    const { state } = await parts.store.load(requestFold, id);
    if (state.status === 'absent') throw notFound('SupportRequest', id);
    const untold = await untoldOf(parts, id, state);
    return { status: state.status, waits: remindersOf(state), untold: untold.map(({ instrument }) => instrument) };
  },
});

const within = (organisation: string, others: readonly string[] = []) => ({
  proposer: organisation,
  submitted: true,
  organisations: [organisation, ...others],
  sponsors: new Map<string, string>(),
});

export const instrumentHistory = (parts: Reading) =>
  itemHistory(ITEMS['policy-instrument'], parts, {
    fold: instrumentFold,
    isThere,
    entries: (state, actor) => eventFor({ actor, relation: relationToInstrument(actor, state), of: within(state.owner) }, language),
  });

export const requestHistory = (parts: Reading) =>
  itemHistory(ITEMS['support-request'], parts, {
    fold: requestFold,
    entries: (state, actor) => {
      const relation = relationToRequest(actor, state);
      // Of an organisation that advises, the one person is a party.
      const others = relation === 'partner' ? [actor.organisation] : [];
      return eventFor({ actor, relation, of: within(state.city, others) }, language);
    },
  });
