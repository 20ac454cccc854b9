import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { REJECTIONS, sponsorIdParts } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import type { Commands, Parts } from '../../api/parts.ts';
import { sponsors } from '../../mapping.ts';

type SponsorRpcs = 'registerSponsor' | 'proposeSponsorChange' | 'confirmSponsorChange' | 'refuseSponsorChange';

export function sponsorCommands({ store, texts, clock }: Parts): Pick<Commands, SponsorRpcs> {
  const run = commander(store, sponsors, REJECTIONS);
  const said = withNote(run, texts);
  return {
    registerSponsor: (asked, call) =>
      run(idFrom(...sponsorIdParts(call.actor.person, call.commandId)), { type: 'RegisterSponsor', ...asked, by: call.actor }, call),

    proposeSponsorChange: ({ note: words, ...asked }, call) =>
      said(asked.sponsor, words, call, (note) => ({ type: 'ProposeSponsorChange', ...asked, note, now: clock.now(), by: call.actor })),

    confirmSponsorChange: (asked, call) =>
      run(asked.sponsor, { type: 'ConfirmSponsorChange', ...asked, now: clock.now(), by: call.actor }, call),

    refuseSponsorChange: ({ note: words, ...asked }, call) =>
      said(asked.sponsor, words, call, (note) => ({ type: 'RefuseSponsorChange', ...asked, note, now: clock.now(), by: call.actor })),
  };
}
