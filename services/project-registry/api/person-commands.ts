import { commander } from '@junkan/kit/grpc/command.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { REJECTIONS } from '@junkan/proto/junkan/project/v1/language.ts';
import type { ProjectCommandServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { persons } from '../mapping.ts';
import type { CommandParts } from './parts.ts';

/** The stream follows from the person: each has one. */
export function personCommands({ store }: CommandParts): Pick<Handlers<typeof ProjectCommandServiceService>, 'affiliate'> {
  const toPerson = commander(store, persons, REJECTIONS);
  return {
    affiliate: (_request, call) => toPerson(idFrom('per', call.actor.person), { type: 'Affiliate', by: call.actor }, call),
  };
}
