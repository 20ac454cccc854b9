import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { itemHistory, itemQuery } from '@junkan/kit/grpc/item-queries.ts';
import { eventOfOrganisation } from '@junkan/kit/store/event-for.ts';
import { ITEMS } from '@junkan/proto/items.ts';
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
import { dayOf, isInForce, isInRegister, isJoining, type Existing as Signatory } from '../signatory.ts';
import { signatoryIdOf } from './signatory-commands.ts';

type Reading = Pick<Parts, 'store' | 'texts' | 'clock'>;

export const groupQueries = (parts: Reading): Pick<Handlers<typeof ProgrammeQueryServiceService>, 'readSignatoryGroup'> =>
  itemQuery(ITEMS['signatory-group'], parts, {
    fold: groupFold,
    rejections: language.REJECTIONS,
    may: (state, actor) => groupActs.permissions(state, { now: parts.clock.now() }, BODIES, actor),
    extras: async (_, state, actor) => {
      const isStranger = relationOf(actor, { proposer: state.lead }, state.invited) === 'stranger';
      const members = await membersOf(parts, state);
      // Until it is in the register a signatory is its city’s own affair.
      return {
        members: members
          .filter((each) => !isStranger || isInRegister(each))
          .map(({ city, signatory, leavesOn }) => ({ city, signatory, leavesOn })),
      };
    },
  });

/** Those who were invited and have joined, as their own signatures say. */
export async function membersOf(
  { store, clock }: Pick<Parts, 'store' | 'clock'>,
  { declaration, invited }: Existing,
): Promise<(GroupMember & Pick<Signatory, 'place' | 'status' | 'admittedOn'>)[]> {
  const now = clock.now();
  const found = await Promise.all(
    invited.map(async (city) => {
      const signatory = signatoryIdOf(declaration, city);
      const { state } = await store.load(signatories, signatory);
      // Who has left, or never came in, is no member any more.
      if (state.status === 'absent' || !(isInForce(state) || isJoining(state)) || groupOn(state, dayOf(state, now)) === '') return [];
      const { place, status, admittedOn } = state;
      return [{ city, signatory, leavesOn: state.group?.leavesOn ?? '', place, status, admittedOn }];
    }),
  );
  return found.flat();
}

export const groupHistory = (parts: Reading) =>
  itemHistory(ITEMS['signatory-group'], parts, {
    fold: groupFold,
    entries: ({ lead, invited }, actor) => eventOfOrganisation(actor, relationOf(actor, { proposer: lead }, invited), lead, language),
  });
