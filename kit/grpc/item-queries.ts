import type { Actor, Role } from '@junkan/proto/actor.ts';
import type { HistoryPage, Permissions, ReadRequest, RecordedEvent } from '@junkan/proto/junkan/common/v1/common.ts';
import type { Received } from '../call.ts';
import { found, invalid, type Kind, notFound } from '../problem.ts';
import type { Permission } from '../pure/permissions.ts';
import type { Commit } from '../store/commit.ts';
import type { EventStore } from '../store/event-store.ts';
import type { PublishedFold } from '../store/fold.ts';
import { historyPage } from '../store/recorded.ts';
import type { Texts } from '../store/texts.ts';
import { inWords } from '../store/words.ts';
import { idOf } from './fields.ts';
import { mustHold } from './must-hold.ts';
import { permissionsMessage } from './permissions.ts';

/** What the contracts say of an item that is read. */
type Described = {
  readonly message: string;
  readonly prefix: string;
  readonly readers: readonly Role[];
};
type ReadAs<Rpc extends string, Field extends string> = { readonly read: { readonly rpc: Rpc; readonly field: Field } };

type State = { readonly status: string };
type There<Of extends State> = Exclude<Of, { readonly status: 'absent' }>;
type Shown = (entry: RecordedEvent, aggregate: string) => RecordedEvent | undefined;

type Parts = { readonly store: EventStore; readonly texts: Texts };

/** How an item is folded, and which of them are there for a reader: all, where nothing is said. */
type Folded<Of extends State, Event, Message> = {
  readonly fold: PublishedFold<Of, Event, Message>;
  readonly isThere?: (state: There<Of>, actor: Actor) => boolean;
};

type Answered<Of extends State, Event, Message, Rejection extends { readonly type: string }, Extras> = Folded<Of, Event, Message> & {
  /** The item as a reader may see it, if at all. */
  readonly shown?: (message: Message, state: There<Of>, actor: Actor) => Message | undefined;
  /** The fields that hold references of texts, where not all of them may. */
  readonly words?: readonly string[];
  readonly may: (state: There<Of>, actor: Actor) => Permission<Rejection>[] | Promise<Permission<Rejection>[]>;
  readonly rejections: Record<Rejection['type'], Kind>;
  /** What is read with it: from its commits, from its state, or of what it names. */
  readonly extras?: (commits: readonly Commit[], state: There<Of>, actor: Actor, call: Received) => Extras | Promise<Extras>;
};

type Read<Rpc extends string, Field extends string, Message, Extras> = {
  readonly [Name in Rpc]: (
    request: ReadRequest,
    call: Received,
  ) => Promise<{ readonly [Name in Field]: Message } & { readonly may: Permissions | undefined } & Extras>;
};

const whatOf = ({ message }: Described): string => message.slice(message.lastIndexOf('.') + 1);

/** @throws ProblemError where there is none for this reader. */
function thereFor<Of extends State, Event, Message>(
  item: Described,
  { isThere }: Folded<Of, Event, Message>,
  state: Of,
  { id, actor }: { readonly id: string; readonly actor: Actor },
): There<Of> {
  if (state.status === 'absent' || isThere?.(state as There<Of>, actor) === false) throw notFound(whatOf(item), id);
  return state as There<Of>;
}

/** The read of an item that its contract describes: as its reader may see it, with what the reader may do. */
export function itemQuery<
  Rpc extends string,
  Field extends string,
  Of extends State,
  Event,
  Message,
  Rejection extends { readonly type: string },
  Extras extends object = object,
>(
  item: Described & ReadAs<Rpc, Field>,
  { store, texts }: Parts,
  answered: Answered<Of, Event, Message, Rejection, Extras>,
): Read<Rpc, Field, Message, Extras> {
  const { fold, shown, words, may, rejections, extras } = answered;
  const read = async ({ id, permissions }: ReadRequest, call: Received) => {
    const { actor } = call;
    if (item.readers.length > 0) mustHold(actor, item.readers);
    const stream = idOf(item.prefix, id, 'id');
    const folded = extras ? await store.read(fold, stream) : { ...(await store.load(fold, stream)), commits: [] };
    const state = thereFor(item, answered, folded.state, { id, actor });
    const message = found(whatOf(item), id, fold.messageOf(id, folded));
    const visible = found(whatOf(item), id, shown ? shown(message, state, actor) : message);
    const permitted = permissions ? permissionsMessage(await may(state, actor), rejections) : undefined;
    return {
      [item.read.field]: await inWords(texts, visible, words),
      may: permitted,
      ...(await extras?.(folded.commits, state, actor, call)),
    };
  };
  return { [item.read.rpc]: read } as unknown as Read<Rpc, Field, Message, Extras>;
}

/** `entries`: which events a reader learns of, and what of them; all, where nothing is said. */
type HistoryParts<Of extends State, Event, Message> = Folded<Of, Event, Message> & {
  readonly entries?: (state: There<Of>, actor: Actor) => Shown;
};

type HistoryRequest = { readonly id: string; readonly page: HistoryPage | undefined };
type History = (request: HistoryRequest, call: Received) => Promise<{ readonly entries: readonly RecordedEvent[]; readonly more: boolean }>;

/** The events of an item that its contract describes. */
export const itemHistory =
  <Of extends State, Event, Message>(item: Described, parts: Parts, answering: HistoryParts<Of, Event, Message>): History =>
  async ({ id, page }, { actor }) => {
    if (item.readers.length > 0) mustHold(actor, item.readers);
    const stream = idOf(item.prefix, id, 'id');
    const state = thereFor(item, answering, (await parts.store.read(answering.fold, stream)).state, { id, actor });
    return historyPage(parts.texts, await parts.store.history(stream), page, answering.entries?.(state, actor) ?? ((entry) => entry));
  };

/** One history for all kinds of a context: which it is, the prefix of the id says. */
export const historyOf =
  (histories: Readonly<Record<string, History>>): History =>
  async (request, call) => {
    const history = histories[request.id.slice(0, request.id.indexOf('_'))];
    if (!history) throw invalid('id', `must be an identifier that begins with ${Object.keys(histories).join(', ')}`);
    return history(request, call);
  };
