import { useEffect, useState } from 'react';
import * as m from '#messages/calendar';
import { Acts } from '../../acts/Acts.tsx';
import { dayText, locale } from '../../base/parts/locale.ts';
import { Say } from '../../base/parts/Say.tsx';
import { sha256 } from '../../base/parts/sha256.ts';
import type { Signatory } from './shared/queries.ts';

const SECRET_BYTES = 32;

/** A secret, which never leaves this page but in the address, and its hash, which is all that is kept of it. */
async function newSecret() {
  const secret = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(SECRET_BYTES))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  return { secret, hash: await sha256(secret) };
}

const addressOf = (signatory: string, secret: string): string =>
  `${window.location.origin}/v1/public/signatories/${signatory}/calendar/${secret}`;

/** The deadlines of the own city as a calendar: an officer makes its secret address, makes another, or withdraws it. */
export function Calendar({ signatory }: { readonly signatory: Signatory }) {
  const { id, calendar } = signatory;
  const [next, setNext] = useState<Awaited<ReturnType<typeof newSecret>>>();
  const [shown, show] = useState('');
  useEffect(() => {
    if (!next) void newSecret().then(setNext);
  }, [next]);
  const onDone = (operation: string): void => {
    show(operation === 'openCalendar' ? (next?.secret ?? '') : '');
    setNext(undefined);
  };
  return (
    <section className="part" aria-labelledby="h-calendar">
      <h2 id="h-calendar">{m.title()}</h2>
      <p>{m.whatFor()}</p>
      {shown ? (
        <Say kind="good" isNews>
          <p>{m.keepIt()}</p>
          <p>
            <label className="field">
              <span>{m.address()}</span>
              <input type="url" readOnly value={addressOf(id, shown)} onFocus={({ target }) => target.select()} />
            </label>
          </p>
        </Say>
      ) : calendar ? (
        <p>{m.thereIsOne({ day: dayText(calendar.at) })}</p>
      ) : null}
      <Acts
        item={signatory}
        only={({ operation }) => operation === 'openCalendar' || (operation === 'closeCalendar' && calendar !== undefined)}
        given={({ operation }) =>
          operation === 'openCalendar' ? (next ? { body: { hash: next.hash, language: locale } } : undefined) : {}
        }
        onDone={onDone}
      />
    </section>
  );
}
