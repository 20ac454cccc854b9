import type { Received } from '@junkan/kit/call.ts';
import { commander } from '@junkan/kit/grpc/command.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { invalid, Refused } from '@junkan/kit/grpc/problem.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { kindOf } from '@junkan/kit/pure/actor.ts';
import type { ProjectCommandServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { persons, proposers } from '../mapping.ts';
import type { CommandParts } from './parts.ts';
import { KINDS } from './rejections.ts';

/** The stream follows from the person: each has one. */
const streamOf = (person: string) => idFrom('per', person);

export function personCommands(parts: CommandParts): Pick<Handlers<typeof ProjectCommandServiceService>, 'affiliate' | 'movePerson'> {
  const toPerson = commander(parts.store, persons, KINDS);
  return {
    affiliate: (_request, call) => toPerson(streamOf(call.actor.person), { type: 'Affiliate', by: call.actor }, call),

    async movePerson({ person, organisation }, call) {
      if (person === '') throw invalid('person', 'is required');
      const isRegistered = await registered(organisation, parts, call);
      return toPerson(streamOf(person), { type: 'MovePerson', person, organisation, isRegistered, by: call.actor }, call);
    },
  };
}

async function registered(organisation: string, { store, sponsors }: CommandParts, call: Received): Promise<boolean> {
  switch (kindOf(organisation)) {
    case 'secretariat':
      return true;
    case 'proposer':
      return (await store.load(proposers, organisation)).state.status === 'registered';
    case 'sponsor':
      try {
        return (
          (await sponsors.getSponsor({ id: organisation }, { ...call, commandId: '', expectedVersion: undefined })).id === organisation
        );
      } catch (error) {
        if (error instanceof Refused && error.problem.kind === 'not-found') return false;
        throw error;
      }
    case 'system':
    case undefined:
      return false;
  }
}
