import { commander } from '@junkan/kit/grpc/command.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { proposerIdParts, REJECTIONS } from '@junkan/proto/junkan/project/v1/language.ts';
import type { CommandParts, Commands } from '../../api/parts.ts';
import { proposers } from '../../mapping.ts';

export function proposerCommands({ store }: CommandParts): Pick<Commands, 'registerProposer'> {
  const toProposer = commander(store, proposers, REJECTIONS);
  return {
    registerProposer: (asked, call) =>
      toProposer(
        idFrom(...proposerIdParts(call.actor.person, call.commandId)),
        { type: 'RegisterProposer', ...asked, by: call.actor },
        call,
      ),
  };
}
