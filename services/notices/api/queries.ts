import type { Received } from '@junkan/kit/call.ts';
import type { Client, Handlers } from '@junkan/kit/grpc/contract.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { inWords } from '@junkan/kit/store/words.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import type { MatchingQueryServiceService } from '@junkan/proto/junkan/matching/v1/service.ts';
import { settingsIdParts } from '@junkan/proto/junkan/notice/v1/language.ts';
import type { NoticeQueryServiceService } from '@junkan/proto/junkan/notice/v1/service.ts';
import { settingsMessage } from '../fold.ts';
import { matchedBy } from '../inbox/matched.ts';
import { noticesOf, unreadOf } from '../inbox/notices.ts';
import { settingsOfPersons } from '../mapping.ts';
import { PERSONS } from '../settings/settings.ts';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

type Parts = {
  readonly store: EventStore;
  readonly texts: Pick<Texts, 'read'>;
  readonly inbox: Pick<OpenView, 'prepare'>;
  readonly matching: Client<typeof MatchingQueryServiceService>;
};

/** Everybody reads their own. */
export function queries({ store, texts, inbox: inboxView, matching }: Parts): Handlers<typeof NoticeQueryServiceService> {
  async function own({ actor }: Received) {
    mustHold(actor, PERSONS);
    const id = idFrom(...settingsIdParts(actor.person));
    return { id, folded: await store.load(settingsOfPersons, id) };
  }
  return {
    async readSettings(_, call) {
      const { id, folded } = await own(call);
      return inWords(texts, settingsMessage(id, folded), ['mail']);
    },
    async listSearches(_, call) {
      const { folded } = await own(call);
      return { searches: [...folded.state.searches] };
    },
    async listNotices({ unread, limit, cursor }, call) {
      const { folded } = await own(call);
      const asked = { actor: call.actor, settings: folded.state, matched: await matchedBy(matching, folded.state, call) };
      const page = { unread, cursor, limit: Math.min(limit || DEFAULT_LIMIT, MAX_LIMIT) };
      const { notices, next } = noticesOf(inboxView.prepare, asked, page);
      return {
        notices: notices.map(({ isRead, actor: _actor, ...notice }) => ({ ...notice, read: isRead })),
        nextCursor: next,
        unread: unreadOf(inboxView.prepare, asked),
      };
    },
  };
}
