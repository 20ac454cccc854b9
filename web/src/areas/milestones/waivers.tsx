import * as m from '#messages/milestones';
import { Words } from '../../acts/Words.tsx';
import type { Schemas } from '../../api/client.ts';
import { Money } from '../../parts/Money.tsx';

/** What was proposed not to be asked for any more, and by whom it was decided. */
export function Waivers({ milestone: { id, waivers = [], waiver, names = {} } }: { readonly milestone: Schemas['Milestone'] }) {
  if (waivers.length === 0) return null;
  return (
    <>
      <h2>{m.waivers()}</h2>
      {waivers.map(({ number, rest, proposed, outcome, decided }) => (
        <article key={number}>
          <h3>{m.waiver({ number })}</h3>
          <p>{m.waiverOutcome({ code: outcome ?? 'none' })}</p>
          <p>{m.rest({ code: rest })}</p>
          {waiver?.number === number && waiver.amount ? (
            <p>
              {m.atStake()}: <Money amount={waiver.amount} of={`${id}/at-stake`} />
            </p>
          ) : null}
          <Words said={proposed} names={names} />
          <Words said={decided} names={names} />
        </article>
      ))}
    </>
  );
}
