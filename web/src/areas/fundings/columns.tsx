import { useNavigate } from '@tanstack/react-router';
import * as m from '#messages/fundings';
import type { Funding, Offer } from './offers.ts';

/** More than these are not compared beside each other. */
const MAX_SHOWN = 6;
const SHOWN = 4;

/** The offers that stand beside each other: all, or of many those that the address names, or the first. */
export function shownOf(offers: readonly Offer[], chosen: string): readonly Offer[] {
  if (offers.length <= MAX_SHOWN) return offers;
  const wanted = new Set(chosen.split(','));
  const named = offers.filter(({ id }) => wanted.has(id));
  return (named.length > 0 ? named : offers).slice(0, SHOWN);
}

type Props = { readonly funding: Funding; readonly offers: readonly Offer[]; readonly shown: readonly Offer[] };

/** Which four of many offers are compared. */
export function ColumnChoice({ funding: { names = {} }, offers, shown }: Props) {
  const navigate = useNavigate();
  if (offers.length <= MAX_SHOWN) return null;
  const ids = shown.map(({ id }) => id);
  const choose = (id: string): void => {
    const next = ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];
    void navigate({ to: '.', search: (before: object) => ({ ...before, columns: next.join(',') }), resetScroll: false });
  };
  return (
    <details className="more">
      <summary>{m.chooseColumns({ shown: ids.length, all: offers.length })}</summary>
      <fieldset>
        <legend className="vh">{m.chooseColumns({ shown: ids.length, all: offers.length })}</legend>
        {offers.map(({ id, sponsor }) => (
          <label key={id} className="check">
            <input
              type="checkbox"
              checked={ids.includes(id)}
              disabled={ids.includes(id) ? ids.length === 1 : ids.length >= SHOWN}
              onChange={() => choose(id)}
            />
            <span>{names[sponsor]?.text ?? sponsor}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
