import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { takenOfBudget } from '#messages/conversions';
import * as common from '#messages/financing';
import { terms } from '#messages/financing';
import * as m from '#messages/fundings';
import { writtenOf } from '../../acts/amounts.ts';
import { personName } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { Icon } from '../../base/parts/Icon.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { momentText, shareText } from '../../base/parts/locale.ts';
import { Money, moneyText } from '../../base/parts/Money.tsx';
import { Seal } from '../../base/parts/Seal.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { basisPointsIn, compared, less } from '../../base/parts/sums.ts';
import { Table } from '../../base/parts/Table.tsx';
import { CommitmentFee, changedTerms, FinancingFacts, TermChanges } from '../../terms/FinancingFacts.tsx';
import { Converted } from '../../terms/Taken.tsx';
import { awaited, comparisonQuery, type Funding, isHeld, isMoney, isPending, type Offer, sideOf, versionsOf } from './offers.ts';

type Props = { readonly funding: Funding; readonly offers: readonly Offer[]; readonly organisation: string };
type Row = readonly [head: string, is: (offer: Offer) => ReactNode];

/** Offers as columns, term by term; the roles are written out, as narrow pages show rows as lists. */
export function SideBySide({ funding, offers, organisation }: Props) {
  const { names = {} } = funding;
  const figures = useFigureRows(funding);
  const nameOf = ({ sponsor }: Offer): string => names[sponsor]?.text ?? sponsor;
  return (
    <Table
      label={m.sideBySide()}
      className="side"
      rows={[...rowsOf(funding, organisation), ...figures]}
      keyOf={([head]) => head}
      columns={[
        {
          title: m.term(),
          head: (
            <td key="term" role="cell">
              <span className="vh">{m.term()}</span>
            </td>
          ),
          cell: ([head]) => head,
        },
        ...offers.map((offer) => ({
          title: nameOf(offer),
          head: (
            <th key={offer.id} scope="col" role="columnheader">
              <Link to="." search={(before: object) => ({ ...before, offer: offer.id, versions: undefined })} resetScroll={false}>
                {nameOf(offer)}
              </Link>
              <Turn funding={funding} offer={offer} />
            </th>
          ),
          cell: ([, is]: Row) => is(offer),
        })),
      ]}
    />
  );
}

const rowsOf = (funding: Funding, organisation: string): readonly Row[] => {
  const { names = {} } = funding;
  return [
    [m.state(), ({ status }) => <StatusOf of="offerStatus" status={status} />],
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
  if (!isMoney(offer)) return 0;
  const standing = offers.filter((each) => isMoney(each) && (isPending(each) || isHeld(each)));
  const among = standing.some(({ id }) => id === offer.id) ? standing : [offer];
  const shares = basisPointsIn(
    among.map(({ amount }) => amount),
    target,
  );
  return shares[among.findIndex(({ id }) => id === offer.id)] ?? 0;
}

/** Whether any budget that the reader may know of is in another currency. */
const offersConverted = ({ offers = [] }: Funding): boolean => offers.some(({ conversion }) => conversion !== undefined);

const Taken = ({ offer: { id, amount, conversion } }: { readonly offer: Offer }) => (
  <Converted conversion={conversion} from={amount.currency} of={`${id}/conversion`} />
);

/** Whose terms they are, as the reader says it. */
export const byWhom = (organisation: string, funding: Funding, offer: Offer, side: Offer['side']): string =>
  sideOf(organisation, funding, offer) === side ? 'you' : side;

/** What the last version says otherwise than the one before, of the amount and of every term. */
function Since({ offer }: { readonly offer: Offer }) {
  const [before, last] = versionsOf(offer).slice(-2);
  if (!before || !last) return <span className="faint">{m.onlyVersion()}</span>;
  const terms = changedTerms(before.financing, last.financing);
  const isSameAmount = compared(before.amount, last.amount) === 0;
  return (
    <>
      {isSameAmount && terms.length > 0 ? null : <Change from={before.amount} to={last.amount} />}
      <TermChanges of={terms} />
    </>
  );
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

type ChangeProps = { readonly from: Schemas['Money']; readonly to: Schemas['Money'] };

/** How an amount has changed: its sign says it before its colour does. */
export function Change({ from, to }: ChangeProps) {
  const order = compared(to, from);
  if (order === 0) return <span className="faint">{m.unchanged()}</span>;
  return (
    <span className={`num ${order > 0 ? 'up' : 'down'}`}>
      {order > 0 ? `+${moneyText(less(to, from))}` : `−${moneyText(less(from, to))}`}
    </span>
  );
}

type Figures = Schemas['OfferFigures'];

/** What the offers of a round cost, row by row; a dash where an instrument has no such figure, or the offer has ended. */
function useFigureRows({ id, version }: Funding): readonly Row[] {
  const { data }: UseQueryResult<Schemas['CompareOffersResponse']> = useQuery(comparisonQuery(id, version));
  if (!data || data.offers.length === 0) return [];
  const all = new Map(data.offers.map((each) => [each.offer, each]));
  const row = (head: string, is: (figures: Figures, offer: Offer) => ReactNode): Row => [
    head,
    (offer) => {
      const figures = all.get(offer.id);
      return (figures && is(figures, offer)) ?? <span className="faint">–</span>;
    },
  ];
  const percent = (text: string | undefined) => (text ? common.percent({ percent: writtenOf(text) }) : undefined);
  return [
    row(common.nominalCost(), ({ nominalCost }, offer) => nominalCost && <Money amount={nominalCost} of={`${offer.id}/nominalCost`} />),
    row(common.commitmentFee(), (_, { financing, amount }) =>
      financing?.loan?.commitmentFeePercent ? <CommitmentFee percent={financing.loan.commitmentFeePercent} amount={amount} /> : undefined,
    ),
    row(common.allInRate(), ({ allInRatePercent }) => percent(allInRatePercent)),
    row(
      common.presentCost({ percent: writtenOf(data.discountPercent) }),
      ({ presentCost, presentCostPercent }, offer) =>
        presentCost && (
          <>
            <Money amount={presentCost} of={`${offer.id}/presentCost`} /> <small className="quiet">({percent(presentCostPercent)})</small>
          </>
        ),
    ),
    row(common.grantElement(), ({ grantElements }) => (grantElements.length > 0 ? <Elements of={grantElements} /> : undefined)),
    row(common.place(), ({ place }) => (place > 0 ? common.placeIs({ place }) : undefined)),
  ];
}

const Elements = ({ of }: { readonly of: Figures['grantElements'] }) => (
  <dl className="facts">
    {of.map(({ method, percent }) => [
      <dt key={method}>{common.method({ method })}</dt>,
      <dd key={`${method}-is`}>{common.percent({ percent: writtenOf(percent) })}</dd>,
    ])}
  </dl>
);
