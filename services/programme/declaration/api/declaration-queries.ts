import { beginningIn } from '@junkan/kit/duties/days.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { itemHistory, itemQuery } from '@junkan/kit/grpc/item-queries.ts';
import { notFound } from '@junkan/kit/problem.ts';
import { eventOfOrganisation } from '@junkan/kit/store/event-for.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import * as language from '@junkan/proto/junkan/programme/v1/language.ts';
import { Declaration, Signatory } from '@junkan/proto/junkan/programme/v1/model.ts';
import type { ProgrammeQueryServiceService } from '@junkan/proto/junkan/programme/v1/service.ts';
import { oversees } from '@junkan/proto/oversight.ts';
import { readable } from '@junkan/proto/readers.ts';
import type { Parts } from '../../api/parts.ts';
import { declarationFold, signatoryFold } from '../../fold.ts';
import { BODIES } from '../../mapping.ts';
import { isDeclarationThere, isInRegister, relationToSignatory } from '../../readers.ts';
import { handedInOf } from '../../reports/api/owing.ts';
import { pendingTurns } from '../../reports/handed-in.ts';
import { declarationActs } from '../declaration-acts.ts';
import { owedBy, unreached } from '../obligation.ts';
import { dayOf, type Existing, isInForce, type SignatoryId } from '../signatory.ts';
import { signatoryActs } from '../signatory-acts.ts';

const { READERS } = language;
type Queries = Handlers<typeof ProgrammeQueryServiceService>;
type Reading = Pick<Parts, 'store' | 'texts' | 'clock'>;

/** What was never published is for the secretariat alone, and so is who drafted and decided. */
function declarationFor(actor: Actor, declaration: Declaration): Declaration {
  if (oversees(actor)) return declaration;
  const { shown } = readable(declaration, READERS.Declaration, 'stranger');
  const versions = (shown.versions ?? []).filter(({ status }) => status === 'published' || status === 'superseded');
  return { ...Declaration.fromPartial(shown), versions: versions.map((version) => ({ ...version, draftedBy: '', decidedBy: '' })) };
}

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

function signatoryFor(actor: Actor, signatory: Signatory): Signatory {
  const relation = relationToSignatory(actor, signatory);
  const { shown } = readable(signatory, READERS.Signatory, relation);
  if (relation === 'overseer') return Signatory.fromPartial(shown);
  const obligations = (shown.obligations ?? []).map((each) => obligationFor(relation === 'proposer', each));
  return { ...Signatory.fromPartial(shown), obligations };
}

/** What a notice says and how it is answered is for the city and the secretariat; what is only prepared, for the secretariat. */
function obligationFor(isCity: boolean, obligation: Signatory['obligations'][number]): Signatory['obligations'][number] {
  const { notice, extension } = obligation;
  const issued = notice?.status === 'issued' ? notice : undefined;
  const nobody = { preparedBy: '', issuedBy: '' };
  return {
    ...obligation,
    notice: issued && { ...issued, ...nobody, ...(isCity ? {} : { note: '', answer: '', answeredBy: '' }) },
    extension: extension && (isCity ? extension : { ...extension, note: '', endNote: '', askedBy: '', decidedBy: '' }),
  };
}

export const signatoryQueries = (parts: Reading): Pick<Queries, 'readSignatory' | 'getSignatory'> => ({
  ...itemQuery(ITEMS.signatory, parts, {
    fold: signatoryFold,
    isThere: isSignatoryThere,
    shown: (message, _, actor) => signatoryFor(actor, message),
    rejections: language.REJECTIONS,
    may: (state, actor) => signatoryActs.permissions(state, { now: parts.clock.now() }, BODIES, actor),
  }),
  async getSignatory({ id }) {
    const { state, version } = await parts.store.load(signatoryFold, idOf('sgn', id, 'id'));
    if (state.status === 'absent') throw notFound('Signatory', id);
    const today = dayOf(state, parts.clock.now());
    const due = isInForce(state) ? unreached(state, today) : [];
    const { owed, next } = isInForce(state) ? owedBy(state, today) : { owed: [], next: undefined };
    const names = owed.map(({ obligation }) => obligation);
    const handed = isInForce(state) ? await handedInOf(parts.store, { id: id as SignatoryId, version, state }, names) : [];
    return {
      status: state.status,
      attempt: state.attempt,
      since: state.since,
      due: due.map(({ obligation, name, days }) => ({ obligation, rung: name, days })),
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
