import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { itemHistory, itemQuery } from '@junkan/kit/grpc/item-queries.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { eventOfOrganisation } from '@junkan/kit/store/event-for.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import * as language from '@junkan/proto/junkan/project/v1/language.ts';
import type { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import type { CommandParts, Commands } from '../../api/parts.ts';
import { delegationsMessage, delegationsFold as fold } from '../../fold.ts';
import { BODIES, delegationLists } from '../../mapping.ts';
import { relationToDelegations } from '../../projects/readers.ts';
import { seenOf } from '../../proposers/api/person-commands.ts';
import type { DelegationsId, Taker } from '../delegation.ts';
import { delegationActs } from '../delegation-acts.ts';

/** The one stream of what an organisation has delegated. */
const listIdOf = (organisation: string): DelegationsId => idFrom(...language.delegationsIdParts(organisation));

/** Roles that are given to another person: given by one, confirmed by another. */
export function delegationCommands({
  store,
  texts,
  clock,
  delegationDays: maximumDays,
}: CommandParts): Pick<Commands, 'delegateRole' | 'confirmDelegation' | 'endDelegation'> {
  const run = commander(store, delegationLists, language.REJECTIONS);
  const said = withNote(run, texts);
  return {
    async delegateRole({ note: words, ...terms }, call) {
      const facts = { taker: await seenOf(store, terms.takenBy), maximumDays, now: clock.now(), by: call.actor };
      return said(listIdOf(call.actor.organisation), words, call, (note) => ({ type: 'DelegateRole', ...terms, note, ...facts }));
    },
    async confirmDelegation({ delegations, delegation }, call) {
      const taker = (await takersIn(store, delegations)).get(delegation) ?? { organisation: '', roles: [] };
      return run(delegations, { type: 'ConfirmDelegation', delegation, taker, now: clock.now(), by: call.actor }, call);
    },
    endDelegation: ({ delegations, delegation, note: words }, call) =>
      said(delegations, words, call, (note) => ({ type: 'EndDelegation', delegation, note, now: clock.now(), by: call.actor })),
  };
}

async function takersIn(store: EventStore, list: string): Promise<ReadonlyMap<number, Taker>> {
  const { state } = await store.load(delegationLists, list);
  const waiting = state.status === 'absent' ? [] : state.delegations.filter(({ status }) => status === 'proposed');
  return new Map(await Promise.all(waiting.map(async ({ number, takenBy }) => [number, await seenOf(store, takenBy)] as const)));
}

type Queries = Pick<Handlers<typeof ProjectQueryServiceService>, 'readDelegations' | 'standingDelegations'>;
type Reading = Pick<CommandParts, 'store' | 'texts' | 'clock'>;

/** They are visible in full to their organisation and to overseers, and to nobody else. */
const isThere = (state: { readonly organisation: string }, actor: Actor): boolean => relationToDelegations(actor, state) !== 'stranger';

export const delegationQueries = (parts: Reading): Queries => ({
  ...itemQuery(ITEMS.delegations, parts, {
    fold,
    isThere,
    rejections: language.REJECTIONS,
    async may(state, actor) {
      const takers = await takersIn(parts.store, listIdOf(state.organisation));
      return delegationActs.permissions(state, { now: parts.clock.now(), takers }, BODIES, actor);
    },
  }),
  async standingDelegations({ organisation }) {
    const id = listIdOf(organisation);
    return { delegations: delegationsMessage(id, await parts.store.load(delegationLists, id)) };
  },
});

export const delegationsHistory = (parts: Reading) =>
  itemHistory(ITEMS.delegations, parts, {
    fold,
    isThere,
    entries: (state, actor) => eventOfOrganisation(actor, relationToDelegations(actor, state), state.organisation, language),
  });
