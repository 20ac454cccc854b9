import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { proposerIdParts, REJECTIONS } from '@junkan/proto/junkan/project/v1/language.ts';
import type { CommandParts, Commands } from '../../api/parts.ts';
import { proposers } from '../../mapping.ts';

type ProposerRpcs = 'registerProposer' | 'proposeProposerChange' | 'confirmProposerChange' | 'refuseProposerChange';

export function proposerCommands({ store, texts, clock }: CommandParts): Pick<Commands, ProposerRpcs> {
  const run = commander(store, proposers, REJECTIONS);
  const said = withNote(run, texts);
  return {
    registerProposer: (asked, call) =>
      run(idFrom(...proposerIdParts(call.actor.person, call.commandId)), { type: 'RegisterProposer', ...asked, by: call.actor }, call),

    proposeProposerChange: ({ note: words, ...asked }, call) =>
      said(asked.proposer, words, call, (note) => ({ type: 'ProposeProposerChange', ...asked, note, now: clock.now(), by: call.actor })),

    confirmProposerChange: (asked, call) =>
      run(asked.proposer, { type: 'ConfirmProposerChange', ...asked, now: clock.now(), by: call.actor }, call),

    refuseProposerChange: ({ note: words, ...asked }, call) =>
      said(asked.proposer, words, call, (note) => ({ type: 'RefuseProposerChange', ...asked, note, now: clock.now(), by: call.actor })),
  };
}
