import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/offers';
import { Newer } from '../../acts/Newer.tsx';
import type { Schemas } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { Export } from '../../exports/Export.tsx';
import { Columns } from '../../parts/Columns.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { momentText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Pages } from '../../parts/Pages.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { Elsewhere, Segments } from '../../parts/Segments.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';
import { offersQuery, STATES, type State, wholeOffers } from './offers.queries.ts';

const route = getRouteApi('/members/offers');
const TITLES: Readonly<Record<State, () => string>> = { open: m.underWay, held: m.accepted, ended: m.ended };

/** Offers of whoever looks, by what is still to come of them. */
export function Offers() {
  const { state = 'open', cursor = '' } = route.useSearch();
  const { data, dataUpdatedAt } = useQuery({ ...offersQuery(state, cursor), throwOnError: true });
  const parts = (['open', 'held', 'ended'] as const).map((value) => ({
    value,
    title: TITLES[value](),
    count: data && STATES[value].reduce((sum, status) => sum + (data.counts['status']?.[status] ?? 0), 0),
  }));
  return (
    <>
      <title>{`${m.offers()} · Junkan`}</title>
      <div className="head">
        <h1>{m.offers()}</h1>
        <Export
          name="offers"
          columns={async () => (await import('../../exports/money-columns.ts')).OFFER_COLUMNS}
          page={wholeOffers(state)}
        />
      </div>
      <Segments label={m.offers()} name="state" chosen={state} of={parts} />
      {data ? (
        <>
          <p className="row" role="status">
            {data.offers.length === 0 ? <Elsewhere name="state" of={parts} otherwise={m.noOffers()} /> : null}
            <Newer of="offers" since={dataUpdatedAt} />
          </p>
          <Table offers={data.offers} names={data.names ?? {}} state={state} />
          <Pages label={m.offers()} cursor={cursor} next={data.nextCursor} />
        </>
      ) : (
        <Loading />
      )}
    </>
  );
}

type TableProps = {
  readonly offers: readonly Schemas['FoundOffer'][];
  readonly names: Schemas['Names'];
  readonly state: State;
};

function Table({ offers, names, state }: TableProps) {
  const own = useSession()?.organisation;
  if (offers.length === 0) return null;
  return (
    <Scroll label={TITLES[state]()}>
      <table className="stack" role="table">
        <thead>
          <tr role="row">
            <Columns
              of={[
                { title: common.project() },
                { title: m.otherSide() },
                { title: common.state() },
                { title: m.terms() },
                { title: m.validUntil() },
                { title: common.amount(), isFigure: true },
              ]}
            />
          </tr>
        </thead>
        <tbody>
          {offers.map((offer) => (
            <Row key={offer.id} offer={offer} names={names} own={own} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

type RowProps = { readonly offer: Schemas['FoundOffer']; readonly names: Schemas['Names']; readonly own: string | undefined };

function Row({ offer, names, own }: RowProps) {
  const { id, funding, project, sponsor, proposer, status, side, terms, expiresAt, amount } = offer;
  const others = [proposer, sponsor].filter((party) => party !== own);
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <Link to="/fundings/$id" params={{ id: funding }} search={{ offer: id }}>
          {names[project]?.text ?? common.project()}
        </Link>
      </th>
      <td role="cell" data-h={m.otherSide()}>
        <div>{others.map((party) => names[party]?.text ?? party).join(' · ')}</div>
      </td>
      <td role="cell" data-h={common.state()}>
        <div>
          <StatusOf of="offer" status={status} />
        </div>
      </td>
      <td role="cell" data-h={m.terms()}>
        <div>{m.termsBy({ version: terms, side: m.side({ code: side }) })}</div>
      </td>
      <td role="cell" data-h={m.validUntil()}>
        <div>{expiresAt ? <time dateTime={expiresAt}>{momentText(expiresAt)}</time> : m.asTheRound()}</div>
      </td>
      <td role="cell" data-h={common.amount()} className="r">
        <div>
          <Money amount={amount} of={`${id}/amount`} />
        </div>
      </td>
    </tr>
  );
}
