import type { Received } from '@junkan/kit/call.ts';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { Requests } from '@junkan/proto/junkan/notice/v1/commands.ts';
import { REJECTIONS, settingsIdParts } from '@junkan/proto/junkan/notice/v1/language.ts';
import type { NoticeCommandServiceService } from '@junkan/proto/junkan/notice/v1/service.ts';
import { z } from 'zod';
import { settingsOfPersons } from '../mapping.ts';

type Parts = { readonly store: EventStore; readonly texts: Pick<Texts, 'draft'>; readonly clock: PolicyClock };

const address = z.email();

/** The commands of this context: each is about the caller's own settings. */
export function commands({ store, texts, clock }: Parts): Handlers<typeof NoticeCommandServiceService, Requests> {
  const run = commander(store, settingsOfPersons, REJECTIONS);
  const own = ({ actor }: Received) => idFrom(...settingsIdParts(actor.person));
  return {
    changeSettings: ({ mail: words, digest, ...asked }, call) =>
      withNote(run, texts)(own(call), words, call, (mail) => ({
        type: 'ChangeSettings',
        ...asked,
        mail,
        by: call.actor,
        digest: digest || 'off',
        isAddress: address.safeParse(words).success,
      })),
    muteNotices: (asked, call) => run(own(call), { type: 'MuteNotices', ...asked, by: call.actor }, call),
    readNotices: (asked, call) => run(own(call), { type: 'ReadNotices', ...asked, now: clock.now(), by: call.actor }, call),
    saveSearch: (asked, call) => run(own(call), { type: 'SaveSearch', ...asked, now: clock.now(), by: call.actor }, call),
    changeSearch: (asked, call) => run(own(call), { type: 'ChangeSearch', ...asked, now: clock.now(), by: call.actor }, call),
    removeSearch: (asked, call) => run(own(call), { type: 'RemoveSearch', ...asked, by: call.actor }, call),
  };
}
