import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { itemHistory, itemQuery } from '@junkan/kit/grpc/item-queries.ts';
import { eventOfOrganisation } from '@junkan/kit/store/event-for.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import type { CityPlace } from '@junkan/proto/junkan/programme/v1/facts.ts';
import * as language from '@junkan/proto/junkan/programme/v1/language.ts';
import type { GroupMember } from '@junkan/proto/junkan/programme/v1/model.ts';
import type { ProgrammeQueryServiceService } from '@junkan/proto/junkan/programme/v1/service.ts';
import { relationOf } from '@junkan/proto/readers.ts';
import type { Parts } from '../../api/parts.ts';
import { groupFold } from '../../fold.ts';
import { BODIES, signatories } from '../../mapping.ts';
import type { Existing } from '../group.ts';
import { groupActs } from '../group-acts.ts';
import { groupOn } from '../membership.ts';
import { dayOf } from '../signatory.ts';
import { signatoryIdOf } from './signatory-commands.ts';

type Reading = Pick<Parts, 'store' | 'texts' | 'clock'>;

export const groupQueries = (parts: Reading): Pick<Handlers<typeof ProgrammeQueryServiceService>, 'readSignatoryGroup'> =>
  itemQuery(ITEMS['signatory-group'], parts, {
    fold: groupFold,
    rejections: language.REJECTIONS,
    may: (state, actor) => groupActs.permissions(state, { now: parts.clock.now() }, BODIES, actor),
    extras: async (_, state) => ({ members: (await membersOf(parts, state)).map(({ place: _place, ...member }) => member) }),
  });

/** Those who were invited and have joined, as their own signatures say. */
export async function membersOf(
  { store, clock }: Pick<Parts, 'store' | 'clock'>,
  { declaration, invited }: Existing,
): Promise<(GroupMember & { readonly place: CityPlace })[]> {
  const now = clock.now();
  const found = await Promise.all(
    invited.map(async (city) => {
      const signatory = signatoryIdOf(declaration, city);
      const { state } = await store.load(signatories, signatory);
      if (state.status === 'absent' || groupOn(state, dayOf(state, now)) === '') return [];
      return [{ city, signatory, leavesOn: state.group?.leavesOn ?? '', place: state.place }];
    }),
  );
  return found.flat();
}

export const groupHistory = (parts: Reading) =>
  itemHistory(ITEMS['signatory-group'], parts, {
    fold: groupFold,
    entries: ({ lead, invited }, actor) => eventOfOrganisation(actor, relationOf(actor, { proposer: lead }, invited), lead, language),
  });
