import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { takenOfBudget } from '#messages/conversions';
import { terms } from '#messages/financing';
import * as m from '#messages/fundings';
import { personName } from '../../acts/words.ts';
import { FinancingFacts } from '../../financing/FinancingFacts.tsx';
import { Converted } from '../../financing/Taken.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { momentText, shareText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { Seal } from '../../parts/Seal.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';
import { basisPointsIn } from '../../parts/sums.ts';
import { Change } from './change.tsx';
import { useFigureRows } from './figures.tsx';
import { awaited, type Funding, isHeld, isPending, type Offer, sideOf, versionsOf } from './offers.ts';

type Props = { readonly funding: Funding; readonly offers: readonly Offer[]; readonly organisation: string };
type Row = readonly [head: string, is: (offer: Offer) => ReactNode];

/** Offers as columns, term by term; the roles are written out, as narrow pages show rows as lists. */
export function SideBySide({ funding, offers, organisation }: Props) {
  const { names = {} } = funding;
  const figures = useFigureRows(funding);
  const nameOf = ({ sponsor }: Offer): string => names[sponsor]?.text ?? sponsor;
  return (
    <Scroll label={m.sideBySide()}>
      <table className="side stack" role="table">
        <thead>
          <tr role="row">
            <td role="cell">
              <span className="vh">{m.term()}</span>
            </td>
            {offers.map((offer) => (
              <th key={offer.id} scope="col" role="columnheader">
                <Link to="." search={(before: object) => ({ ...before, offer: offer.id, versions: undefined })} resetScroll={false}>
                  {nameOf(offer)}
                </Link>
                <Turn funding={funding} offer={offer} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rowsOf(funding, organisation), ...figures].map(([head, is]) => (
            <tr key={head} role="row">
              <th scope="row" role="rowheader">
                {head}
              </th>
              {offers.map((offer) => (
                <td key={offer.id} role="cell" data-h={nameOf(offer)}>
                  <div>{is(offer)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

const rowsOf = (funding: Funding, organisation: string): readonly Row[] => {
  const { names = {} } = funding;
  return [
    [m.state(), ({ status }) => <StatusOf of="offer" status={status} />],
    [
      m.amount(),
      ({ id, amount }) => (
        <b className="amount">
          <Money amount={amount} of={`${id}/amount`} />
        </b>
      ),
    ],
    ...(offersConverted(funding) ? [[takenOfBudget(), (offer: Offer) => <Taken offer={offer} />] as const] : []),
    [terms(), ({ financing }) => <FinancingFacts financing={financing} />],
    [m.share(), (offer) => shareText(shareIn(funding, offer))],
    [m.termsNow(), (offer) => m.versionBy({ version: offer.terms, by: byWhom(organisation, funding, offer, offer.side) })],
    [m.sinceBefore(), (offer) => <Since offer={offer} />],
    [m.validUntil(), ({ expiresAt }) => momentText(expiresAt ?? funding.deadline)],
    [
      m.mandate(),
      ({ mandate, mandateRevision }) => (
        <>
          <ItemLink id={mandate}>{names[mandate]?.text ?? m.mandateOf()}</ItemLink>{' '}
          <small className="quiet">{m.version({ version: mandateRevision })}</small>
        </>
      ),
    ],
    [
      m.preparedBy(),
      ({ preparedBy = [] }) => (
        <span className="row">
          {preparedBy.map((person) => (
            <Seal key={person} isMini name={personName(names, person)} />
          ))}
        </span>
      ),
    ],
    [
      m.approvedBy(),
      ({ approvedBy, firstApproval }) => {
        if (approvedBy) return <Seal isMini isBound name={personName(names, approvedBy)} />;
        return firstApproval ? m.firstOf({ name: personName(names, firstApproval.by) }) : m.nobodyYet();
      },
    ],
  ];
};

/** Of the offers that stand, so that together they are what they are of the target; one that has ended is none of them. */
function shareIn({ offers = [], target }: Funding, offer: Offer): number {
  const standing = offers.filter((each) => isPending(each) || isHeld(each));
  const among = standing.some(({ id }) => id === offer.id) ? standing : [offer];
  const shares = basisPointsIn(
    among.map(({ amount }) => amount),
    target,
  );
  return shares[among.findIndex(({ id }) => id === offer.id)] ?? 0;
}

/** Whether any budget that whoever reads may know of is in another currency. */
const offersConverted = ({ offers = [] }: Funding): boolean => offers.some(({ conversion }) => conversion !== undefined);

const Taken = ({ offer: { id, amount, conversion } }: { readonly offer: Offer }) => (
  <Converted conversion={conversion} from={amount.currency} of={`${id}/conversion`} />
);

/** Whose terms they are, as the reader says it. */
export const byWhom = (organisation: string, funding: Funding, offer: Offer, side: Offer['side']): string =>
  sideOf(organisation, funding, offer) === side ? 'you' : side;

function Since({ offer }: { readonly offer: Offer }) {
  const [before, last] = versionsOf(offer).slice(-2);
  if (!before || !last) return <span className="faint">{m.onlyVersion()}</span>;
  return <Change from={before.amount} to={last.amount} />;
}

function Turn({ funding, offer }: { readonly funding: Funding; readonly offer: Offer }) {
  const waits = awaited(funding, offer);
  if (waits)
    return (
      <span className="tag wait solid">
        <Icon name="wait" size={15} />
        <span>{waits === 'answer' ? m.yourAnswer() : m.yourApproval()}</span>
      </span>
    );
  if (!isPending(offer)) return null;
  return (
    <span className="tag info solid">
      <Icon name="open" size={15} />
      <span>{m.waitsFor({ side: offer.side === 'sponsor' ? 'proposer' : 'sponsor' })}</span>
    </span>
  );
}
