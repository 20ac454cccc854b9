import { beginningIn } from '@junkan/kit/duties/days.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { itemHistory, itemQuery } from '@junkan/kit/grpc/item-queries.ts';
import { notFound } from '@junkan/kit/problem.ts';
import { eventOfOrganisation } from '@junkan/kit/store/event-for.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import * as language from '@junkan/proto/junkan/programme/v1/language.ts';
import type { ProgrammeQueryServiceService } from '@junkan/proto/junkan/programme/v1/service.ts';
import { oversees } from '@junkan/proto/oversight.ts';
import type { Parts } from '../../api/parts.ts';
import { declarationFold, signatoryFold } from '../../fold.ts';
import { BODIES } from '../../mapping.ts';
import { declarationFor, isDeclarationThere, relationToSignatory, signatoryFor } from '../../readers.ts';
import { handedInOf, leadOf } from '../../reports/api/owing.ts';
import { pendingTurns } from '../../reports/handed-in.ts';
import { isToBeAsked } from '../affirming.ts';
import { calendarFor } from '../calendar.ts';
import { inForce } from '../declaration.ts';
import { declarationActs } from '../declaration-acts.ts';
import { owedBy, unreached } from '../obligation.ts';
import { clockMessages } from '../obligation-message.ts';
import { dayOf, type Existing, isInForce, isInRegister, type SignatoryId } from '../signatory.ts';
import { signatoryActs } from '../signatory-acts.ts';
import { deadlinesOf } from './deadlines.ts';

type Queries = Handlers<typeof ProgrammeQueryServiceService>;
type Reading = Pick<Parts, 'store' | 'texts' | 'clock'>;

export const declarationQueries = (parts: Reading): Pick<Queries, 'readDeclaration'> =>
  itemQuery(ITEMS.declaration, parts, {
    fold: declarationFold,
    isThere: isDeclarationThere,
    shown: (message, _, actor) => declarationFor(actor, message),
    rejections: language.REJECTIONS,
    may: (state, actor) => declarationActs.permissions(state, { now: parts.clock.now() }, BODIES, actor),
  });

export const declarationHistory = (parts: Reading) =>
  itemHistory(ITEMS.declaration, parts, {
    fold: declarationFold,
    isThere: isDeclarationThere,
    entries: (_, actor) => eventOfOrganisation(actor, oversees(actor) ? 'overseer' : 'stranger', '', language),
  });

/** Before its admission a signatory is the city’s own affair. */
const isSignatoryThere = (state: Existing, actor: Actor): boolean =>
  isInRegister(state) || relationToSignatory(actor, state) !== 'stranger';

export const signatoryQueries = (parts: Reading): Pick<Queries, 'readSignatory' | 'getSignatory' | 'readCalendar'> => ({
  ...itemQuery(ITEMS.signatory, parts, {
    fold: signatoryFold,
    isThere: isSignatoryThere,
    shown: (message, _, actor) => signatoryFor(actor, message),
    rejections: language.REJECTIONS,
    may: (state, actor) => signatoryActs.permissions(state, { now: parts.clock.now() }, BODIES, actor),
    extras: async (_, state, actor) => {
      const today = dayOf(state, parts.clock.now());
      return {
        clocks: relationToSignatory(actor, state) === 'stranger' ? [] : clockMessages(state, today),
        reportedBy: (await leadOf(parts.store, { state }, today))?.state.city ?? '',
      };
    },
  }),
  async readCalendar({ signatory, hash }) {
    const { state } = await parts.store.load(signatoryFold, idOf('sgn', signatory, 'signatory'));
    const calendar = state.status === 'absent' ? undefined : calendarFor(state, hash);
    // Of a signatory without a calendar, and of a secret that is not its own, nothing more is said than of none.
    if (state.status === 'absent' || !calendar) throw notFound('Signatory', signatory);
    return {
      city: state.city,
      timeZone: state.place.timeZone,
      language: calendar.language,
      deadlines: deadlinesOf(state, dayOf(state, parts.clock.now())),
    };
  },
  async getSignatory({ id }) {
    const { state, version } = await parts.store.load(signatoryFold, idOf('sgn', id, 'id'));
    if (state.status === 'absent') throw notFound('Signatory', id);
    const today = dayOf(state, parts.clock.now());
    const declared = inForce((await parts.store.load(declarationFold, state.declaration)).state)?.number ?? 0;
    const due = isInForce(state) ? unreached(state, today) : [];
    const { owed, next } = isInForce(state) ? owedBy(state, today) : { owed: [], next: undefined };
    const names = owed.map(({ obligation }) => obligation);
    const handed = isInForce(state) ? await handedInOf(parts.store, { id: id as SignatoryId, version, state }, names, today) : [];
    return {
      status: state.status,
      attempt: state.attempt,
      since: state.since,
      affirm: isToBeAsked(state, declared) ? declared : 0,
      due: due.map(({ obligation, name, days, due: from }) => ({ obligation, rung: name, days, due: from })),
      turns: pendingTurns(state, handed),
      next: next === undefined ? '' : beginningIn(state.place.timeZone, next),
    };
  },
});

export const signatoryHistory = (parts: Reading) =>
  itemHistory(ITEMS.signatory, parts, {
    fold: signatoryFold,
    isThere: isSignatoryThere,
    entries: (state, actor) => eventOfOrganisation(actor, relationToSignatory(actor, state), state.city, language),
  });
