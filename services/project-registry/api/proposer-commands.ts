import { commander } from '@junkan/kit/grpc/command.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { oneOf } from '@junkan/kit/grpc/fields.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { proposerIdParts, REJECTIONS } from '@junkan/proto/junkan/project/v1/language.ts';
import type { ProjectCommandServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { PROPOSER_KINDS } from '../domain/proposer.ts';
import { proposers } from '../mapping.ts';
import type { CommandParts } from './parts.ts';

export function proposerCommands({ store }: CommandParts): Pick<Handlers<typeof ProjectCommandServiceService>, 'registerProposer'> {
  const toProposer = commander(store, proposers, REJECTIONS);
  return {
    registerProposer: ({ name, kind, countries }, call) =>
      toProposer(
        idFrom(...proposerIdParts(call.actor.person, call.commandId)),
        { type: 'RegisterProposer', name, kind: oneOf(PROPOSER_KINDS, kind, 'kind'), countries, by: call.actor },
        call,
      ),
  };
}
