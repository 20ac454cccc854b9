import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import * as m from '#messages/fundings';
import { Done } from '../../acts/Done.tsx';
import { codeText, labelOf } from '../../acts/words.ts';
import { Loading } from '../../parts/Loading.tsx';
import { list } from '../../parts/locale.ts';
import { Say } from '../../parts/Say.tsx';
import { envelopesQuery, fitsQuery } from './funding.queries.ts';
import type { Funding } from './offers.ts';

const OfferForm = lazy(async () => ({ default: (await import('./offer-form.tsx')).OfferForm }));

type Props = { readonly funding: Funding; readonly sponsor: string; readonly mandate: string };

/** A sponsor's way to an offer: only with a mandate that matches, and from a budget in the round's currency. `mandate`: one to begin with. */
export function MakeOffer({ funding, sponsor, mandate }: Props) {
  const [isOpen, setOpen] = useState(mandate !== '');
  const [isMade, setMade] = useState(false);
  const onMade = (): void => {
    setOpen(false);
    setMade(true);
  };
  return (
    <>
      {isMade ? <Done operation="proposeOffer" /> : null}
      <div className="acts">
        <button
          className="btn first"
          type="button"
          aria-expanded={isOpen}
          onClick={() => {
            setMade(false);
            setOpen(!isOpen);
          }}
        >
          {labelOf('proposeOffer')}
        </button>
      </div>
      {isOpen ? (
        <Suspense fallback={<Loading />}>
          <Choices funding={funding} sponsor={sponsor} mandate={mandate} onMade={onMade} onCancel={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

type ChoicesProps = Props & { onMade(): void; onCancel(): void };

function Choices({ funding, sponsor, mandate, ...ends }: ChoicesProps) {
  const { project, target } = funding;
  const { data: fits } = useQuery(fitsQuery(sponsor, project, target.currency));
  const { data: budgets } = useQuery(envelopesQuery(sponsor));
  if (!fits || !budgets) return <Loading />;
  const matching = fits.filter(({ match }) => match.eligible).toSorted((one, other) => other.match.score - one.match.score);
  const envelopes = budgets.envelopes.filter(({ total }) => total.currency === target.currency);
  if (matching.length === 0)
    return (
      <Say kind="">
        <p>
          <b>{m.noMandateFits()}</b>
        </p>
        <ul>
          {fits.map(({ mandate: { id, terms }, match: { reasons = [] } }) => (
            <li key={id}>
              {m.doesNotFit({
                mandate: terms.title,
                criteria: list(
                  reasons
                    .filter(({ hard, outcome }) => hard && outcome === 'missed')
                    .map(({ criterion }) => codeText('criterion', criterion)),
                ),
              })}
            </li>
          ))}
        </ul>
      </Say>
    );
  if (envelopes.length === 0)
    return (
      <Say kind="">
        <p>{m.noEnvelope({ currency: target.currency })}</p>
      </Say>
    );
  return <OfferForm funding={funding} mandates={matching.map((fit) => fit.mandate)} envelopes={envelopes} wanted={mandate} {...ends} />;
}
