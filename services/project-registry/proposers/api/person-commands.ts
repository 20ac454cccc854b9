import { commander } from '@junkan/kit/grpc/command.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { notFound } from '@junkan/kit/problem.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import { REJECTIONS } from '@junkan/proto/junkan/project/v1/language.ts';
import type { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { oversees } from '@junkan/proto/oversight.ts';
import type { CommandParts, Commands } from '../../api/parts.ts';
import type { Taker } from '../../delegations/delegation.ts';
import { persons } from '../../mapping.ts';
import { peopleOf, peopleOfPartners } from '../../parties/partners.ts';

/** The stream follows from the person: each has one. */
const streamOf = (person: string): string => idFrom('per', person);

/** For whom a person was first seen to act, and with which own roles. */
export async function seenOf(store: Pick<EventStore, 'history'>, person: string): Promise<Taker> {
  const [first] = await store.history(streamOf(person));
  return first ? { organisation: first.actor.organisation, roles: first.actor.roles } : { organisation: '', roles: [] };
}

export function personCommands({ store, texts }: CommandParts): Pick<Commands, 'affiliate'> {
  const toPerson = commander(store, persons, REJECTIONS);
  return {
    async affiliate({ name }, call) {
      const stream = streamOf(call.actor.person);
      const answer = await toPerson(stream, { type: 'Affiliate', by: call.actor }, call);
      if (name !== '') await texts.replace(name, { stream, by: call.actor });
      return answer;
    },
  };
}

/** A person is bound for good: what is known of it is never behind. */
export const affiliation =
  (store: Pick<EventStore, 'known'>): Handlers<typeof ProjectQueryServiceService>['affiliation'] =>
  async ({ person }) => {
    const { state } = await store.known(persons, streamOf(person));
    return { organisation: state.status === 'absent' ? '' : state.organisation };
  };

/** The own people, to overseers also those of all partners, or of one organisation; nobody else learns that there are any. */
export const people =
  ({ prepare }: Pick<OpenView, 'prepare'>): Handlers<typeof ProjectQueryServiceService>['people'] =>
  async ({ organisation }, { actor }) => {
    const isOverseer = oversees(actor);
    if (organisation === '')
      return { people: [...peopleOf(prepare, actor.organisation), ...(isOverseer ? peopleOfPartners(prepare) : [])] };
    if (actor.organisation !== organisation && !isOverseer) throw notFound('Proposer', organisation);
    return { people: peopleOf(prepare, organisation) };
  };

/** The name is no fact of a person's stream, so that erasing what a person typed erases it too. */
export const personNames =
  (texts: Pick<Texts, 'about'>): Handlers<typeof ProjectQueryServiceService>['personNames'] =>
  async ({ persons: asked }) => {
    const names = await texts.about(asked.map(streamOf));
    const known = asked.flatMap((person) => [names.get(streamOf(person)) ?? []].flat().map((name) => [person, name]));
    return { names: Object.fromEntries(known) };
  };
