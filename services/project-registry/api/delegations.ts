import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { permissionsMessage } from '@junkan/kit/grpc/permissions.ts';
import { found, notFound } from '@junkan/kit/grpc/problem.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { eventFor } from '@junkan/kit/store/event-for.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { historyPage } from '@junkan/kit/store/recorded.ts';
import { inWords } from '@junkan/kit/store/words.ts';
import * as language from '@junkan/proto/junkan/project/v1/language.ts';
import type { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import type { DelegationsId, Taker } from '../domain/delegations/delegation.ts';
import { delegationPermissions } from '../domain/delegations/delegation-permissions.ts';
import { relationToDelegations } from '../domain/readers.ts';
import { delegationsMessage } from '../fold.ts';
import { BODIES, delegationLists } from '../mapping.ts';
import type { CommandParts, Commands } from './parts.ts';
import { seenOf } from './person-commands.ts';

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

type Queries = Pick<Handlers<typeof ProjectQueryServiceService>, 'readDelegations' | 'standingDelegations' | 'delegationsHistory'>;

/** They are visible in full to their organisation and to overseers, and to nobody else. */
export function delegationQueries({ store, texts, clock }: Pick<CommandParts, 'store' | 'texts' | 'clock'>): Queries {
  return {
    async readDelegations({ id, permissions }, { actor }) {
      const { state, version } = await store.load(delegationLists, idOf('dlg', id, 'id'));
      if (state.status === 'absent' || relationToDelegations(actor, state) === 'stranger') throw notFound('Delegations', id);
      const delegations = found('Delegations', id, delegationsMessage(id, { state, version }));
      const facts = { now: clock.now(), takers: permissions ? await takersIn(store, id) : new Map() };
      const permitted = permissions ? delegationPermissions(state, facts, BODIES, actor) : undefined;
      return { delegations: await inWords(texts, delegations), may: permitted && permissionsMessage(permitted, language.REJECTIONS) };
    },
    async standingDelegations({ organisation }) {
      const id = listIdOf(organisation);
      const { state, version } = await store.load(delegationLists, id);
      return { delegations: delegationsMessage(id, { state, version }) };
    },
    async delegationsHistory({ id, page }, { actor }) {
      const { state, commits } = await store.read(delegationLists, idOf('dlg', id, 'id'));
      const relation = state.status === 'absent' ? 'stranger' : relationToDelegations(actor, state);
      if (state.status === 'absent' || relation === 'stranger') throw notFound('Delegations', id);
      const { organisation: proposer } = state;
      const of = { proposer, submitted: true, organisations: [proposer], sponsors: new Map() };
      return historyPage(texts, commits, page, eventFor({ actor, relation, of }, language));
    },
  };
}
