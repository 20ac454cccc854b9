import type { PolicyClock } from '@junkan/kit/clock.ts';
import { sha256 } from '@junkan/kit/ids.ts';
import type { Log } from '@junkan/kit/log.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Leases } from '@junkan/kit/store/leases.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import { type Actor, ROLES } from '@junkan/proto/actor.ts';
import { noticesOf, unreadOf } from '../inbox/notices.ts';
import { settingsOfPersons } from '../mapping.ts';
import { periodOf } from './period.ts';
import { mailOf } from './words.ts';

/** How often due mail is checked for, in real time. */
const EVERY_MS = 60_000;
const AT_ONCE = 500;

export type Mail = { readonly to: string; readonly subject: string; readonly text: string; readonly messageId: string };

type Parts = {
  readonly store: Pick<EventStore, 'load'>;
  readonly texts: Pick<Texts, 'read'>;
  readonly inbox: Pick<OpenView, 'prepare'>;
  /** One row for each person; its occurrences are periods. */
  readonly outbox: Leases;
  readonly clock: Pick<PolicyClock, 'now'>;
  /** Hands a mail over. @throws where it was not taken. */
  readonly send: (mail: Mail) => Promise<unknown>;
  /** Counts what became of each. */
  readonly count: (outcome: 'sent' | 'failed') => void;
  readonly home: string | undefined;
  readonly log: Pick<Log, 'warn'>;
};

/** The same for the same mail, so that a person who receives it twice can see that. */
const messageIdOf = (id: string, period: string): string => `<${sha256(`${id}/${period}`).slice(0, 40)}@notices.junkan>`;

/** Sends what is due now to those who want mail. */
export async function sendDue(parts: Parts): Promise<void> {
  let after = '';
  for (;;) {
    const found = parts.inbox.prepare('SELECT id, person, organisation FROM person WHERE id > ? ORDER BY id LIMIT ?').all(after, AT_ONCE);
    for (const row of found) {
      after = String(row['id']);
      // An address that does not accept mail does not delay the others; it is tried again later.
      await sendTo(parts, { id: after, person: String(row['person']), organisation: String(row['organisation']) }).catch(
        (error: unknown) => {
          parts.count('failed');
          parts.log.warn({ err: error, settings: after }, 'a mail could not be sent yet');
        },
      );
    }
    if (found.length < AT_ONCE) return;
  }
}

type Whom = { readonly id: string; readonly person: string; readonly organisation: string };

async function sendTo(
  { store, texts, inbox: inboxView, outbox, clock, send, count, home }: Parts,
  { id, person, organisation }: Whom,
): Promise<void> {
  const { state } = await store.load(settingsOfPersons, id);
  if (state.digest === 'off') return;
  const period = periodOf(state.digest, clock.now());
  const before = await outbox.take(id, period);
  if (before === undefined) return;
  const actor: Actor = { person, organisation, roles: ROLES.filter((role) => state.roles.includes(role)) };
  // Search results are shown on the page alone: they are read on behalf of the person who opens it.
  const asked = { actor, settings: state, matched: [] };
  const [newest] = noticesOf(inboxView.prepare, asked, { unread: true, limit: 1, cursor: '' }).notices;
  // Erased words leave no address.
  const to = (await texts.read([state.mail])).get(state.mail);
  const isNews = newest !== undefined && newest.place > before;
  if (isNews && to !== undefined) {
    await send({
      to,
      ...(await mailOf({ language: state.language, ...unreadOf(inboxView.prepare, asked), home })),
      messageId: messageIdOf(id, period),
    });
    count('sent');
  }
  await outbox.done(id, period, isNews ? newest.place : before);
}

/** Checks repeatedly whether mail is due, until it is closed. */
export function sendingMail(parts: Parts): { close(): Promise<void> } {
  let isClosed = false;
  let running = Promise.resolve();
  const look = (): void => {
    if (isClosed) return;
    running = sendDue(parts).catch((error: unknown) => parts.log.warn({ err: error }, 'it is not known whether mail is due'));
    void running.then(() => {
      if (!isClosed) timer = setTimeout(look, EVERY_MS);
    });
  };
  let timer = setTimeout(look, EVERY_MS);
  return {
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
