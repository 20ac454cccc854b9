import type { Received } from '@junkan/kit/call.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { permissionsMessage } from '@junkan/kit/grpc/permissions.ts';
import { found } from '@junkan/kit/grpc/problem.ts';
import type { Actor } from '@junkan/kit/pure/actor.ts';
import type { Permission } from '@junkan/kit/pure/permissions.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { PublishedFold } from '@junkan/kit/store/fold.ts';
import { historyPage } from '@junkan/kit/store/recorded.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { inWords } from '@junkan/kit/store/words.ts';
import { ITEMS, type ItemOf } from '@junkan/proto/items.ts';
import type { HistoryPage, Permissions, ReadRequest } from '@junkan/proto/junkan/common/v1/common.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { HistoryResponse } from '@junkan/proto/junkan/disbursement/v1/service.ts';

type Kinds = keyof typeof ITEMS;
/** How an item is folded, and what may be done with an existing one. */
export type Answered<Name extends Kinds, State extends { readonly status: string }, Event> = {
  readonly fold: PublishedFold<State, Event, ItemOf[Name]>;
  readonly may: (state: Exclude<State, { readonly status: 'absent' }>, actor: Actor) => Permission<{ readonly type: string }>[];
};

type Read<Name extends Kinds> = Readonly<Record<(typeof ITEMS)[Name]['fields']['read'], ItemOf[Name] | undefined>> & {
  readonly may: Permissions | undefined;
};
type Rpcs<Name extends Kinds> = Readonly<
  Record<(typeof ITEMS)[Name]['rpcs']['read'], (request: ReadRequest, call: Received) => Promise<Read<Name>>>
> &
  Readonly<
    Record<
      (typeof ITEMS)[Name]['rpcs']['history'],
      (request: { id: string; page: HistoryPage | undefined }, call: Received) => Promise<HistoryResponse>
    >
  >;

/** The reads of an item that the contracts name. */
export function itemQueries<Name extends Kinds, State extends { readonly status: string }, Event>(
  kind: Name,
  { store, texts }: { readonly store: EventStore; readonly texts: Texts },
  { fold, may }: Answered<Name, State, Event>,
): Rpcs<Name> {
  const { prefix, readers, rpcs, fields, message } = ITEMS[kind];
  const what = message.slice(message.lastIndexOf('.') + 1);
  return {
    async [rpcs.read]({ id, permissions }: ReadRequest, { actor }: Received) {
      mustHold(actor, readers);
      const folded = await store.load(fold, idOf(prefix, id, 'id'));
      const item = found(what, id, fold.messageOf(id, folded));
      const state = folded.state as Exclude<State, { readonly status: 'absent' }>;
      return inWords(texts, { [fields.read]: item, may: permissions ? permissionsMessage(may(state, actor), REJECTIONS) : undefined });
    },
    async [rpcs.history]({ id, page }: { id: string; page: HistoryPage | undefined }, { actor }: Received) {
      mustHold(actor, readers);
      const { version, commits } = await store.read(fold, idOf(prefix, id, 'id'));
      found(what, id, version === 0 ? undefined : version);
      return historyPage(texts, commits, page, (entry) => entry);
    },
  } as unknown as Rpcs<Name>;
}
