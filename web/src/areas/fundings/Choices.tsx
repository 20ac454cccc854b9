import { useQuery } from '@tanstack/react-query';
import * as m from '#messages/fundings';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { list } from '../../base/parts/locale.ts';
import { Say } from '../../base/parts/Say.tsx';
import { criterionText } from '../../matching/reasons.ts';
import { OfferForm } from './OfferForm.tsx';
import { envelopesQuery, type Funding, fitsQuery } from './offers.ts';

type Props = {
  readonly funding: Funding;
  readonly sponsor: string;
  readonly mandate: string;
  onMade(): void;
  onCancel(): void;
};

/** The form of an offer, or why none can be made. */
export function Choices({ funding, sponsor, mandate, ...ends }: Props) {
  const { project, target } = funding;
  const { data: fits } = useQuery(fitsQuery(sponsor, project, target.currency));
  const { data: budgets } = useQuery(envelopesQuery(sponsor));
  if (!fits || !budgets) return <Loading />;
  const matching = fits.filter(({ match }) => match.eligible).toSorted((one, other) => other.match.score - one.match.score);
  // First those of the round’s currency, for which no rates are needed.
  const isOther = ({ total }: (typeof budgets.envelopes)[number]): number => Number(total.currency !== target.currency);
  const envelopes = budgets.envelopes.toSorted((one, other) => isOther(one) - isOther(other));
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
                  reasons.filter(({ hard, outcome }) => hard && outcome === 'missed').map(({ criterion }) => criterionText(criterion)),
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
        <p>{m.noEnvelope()}</p>
      </Say>
    );
  return <OfferForm funding={funding} mandates={matching.map((fit) => fit.mandate)} envelopes={envelopes} wanted={mandate} {...ends} />;
}
