import * as m from '#messages/statements';
import { Refusal } from '../../acts/Refused.tsx';
import type { Schemas } from '../../base/api/client.ts';
import { Say } from '../../base/parts/Say.tsx';
import { problemOf } from './queries.ts';

type Props = { readonly outcome: Schemas['ConfirmedStatement']; readonly names: Schemas['Names'] };

/** What came of confirming all that was reported: what could not be, with the reason, and how much is left. */
export function Confirmed({ outcome: { confirmed = 0, unconfirmed = [], left = 0, once = 0 }, names }: Props) {
  return (
    <Say kind={confirmed === 0 || unconfirmed.length > 0 || left > 0 || once > 0 ? 'wait' : 'good'} isNews>
      <p>{confirmed === 0 ? m.noneConfirmed() : m.confirmed({ count: confirmed })}</p>
      {unconfirmed.length > 0 ? (
        <>
          <p>{m.unconfirmed({ count: unconfirmed.length })}</p>
          <ul>
            {unconfirmed.map(({ entry, rejection }) => (
              <li key={entry}>
                {m.entryNumber({ number: entry })}: <Refusal type={problemOf(rejection)} names={names} otherwise={rejection} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {left > 0 ? <p>{m.left({ count: left })}</p> : null}
      {once > 0 ? <p>{m.once({ count: once })}</p> : null}
    </Say>
  );
}
