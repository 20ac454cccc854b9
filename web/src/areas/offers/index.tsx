import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { z } from 'zod/mini';
import * as common from '#messages';
import * as m from '#messages/offers';
import { api, type Schemas } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { useSession } from '../../base/api/session.ts';
import { wholeOf } from '../../base/api/whole.ts';
import { Export } from '../../base/Export.tsx';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { momentText } from '../../base/parts/locale.ts';
import { Heading } from '../../base/parts/PageHead.tsx';
import { Segments } from '../../base/parts/Segments.tsx';
import { textInAddress } from '../../base/parts/search.ts';
import { Table } from '../../base/parts/Table.tsx';
import * as column from '../../lists/columns.tsx';
import { Elsewhere } from '../../lists/controls.tsx';
import { Newer, Pages } from '../../lists/Pages.tsx';

/** Which offers are listed: those under way where the address does not say. */
export const search = z.object({ state: z.catch(z.optional(z.enum(['held', 'ended'])), undefined), cursor: textInAddress });

const PAGE = 50;

/** The states of offers, by what is still to come of them. */
const STATES = {
  open: ['proposed', 'live'],
  held: ['accepted', 'approved'],
  ended: ['refused', 'declined', 'retracted', 'expired', 'withdrawn', 'lapsed'],
} as const;
type State = keyof typeof STATES;

const askedBy = (state: State) => ({
  status: STATES[state].join(','),
  with: 'names',
  sort: state === 'open' ? ('due' as const) : ('-updated' as const),
});

/** The whole list: for files. */
const wholeOffers = (state: State) => wholeOf('findOffers', askedBy(state), ({ offers }) => offers);

/** A sponsor's own offers, those made to a city, or for overseers all. */
const offersQuery = (state: State, cursor: string) =>
  queryOptions({
    queryKey: keys.list('offers', { state, cursor }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.operations.findOffers({ ...askedBy(state), counts: 'status', limit: PAGE, ...(cursor ? { cursor } : {}) }, { signal }),
  });

const route = getRouteApi('/members/offers');
const TITLES: Readonly<Record<State, () => string>> = { open: m.underWay, held: m.accepted, ended: m.ended };

/** The reader's offers, by what is still to come of them. */
export function Page() {
  const { state = 'open', cursor = '' } = route.useSearch();
  const { data, dataUpdatedAt } = useQuery({ ...offersQuery(state, cursor), throwOnError: true });
  const parts = (['open', 'held', 'ended'] as const).map((value) => ({
    value,
    title: TITLES[value](),
    count: data && STATES[value].reduce((sum, status) => sum + (data.counts['status']?.[status] ?? 0), 0),
  }));
  return (
    <>
      <Heading title={m.offers()}>
        <Export
          name="offers"
          columns={async () => (await import('../../exports/money-columns.ts')).OFFER_COLUMNS}
          page={wholeOffers(state)}
        />
      </Heading>
      <Segments label={m.offers()} name="state" chosen={state} of={parts} />
      {data ? (
        <>
          <p className="row" role="status">
            {data.offers.length === 0 ? <Elsewhere name="state" of={parts} otherwise={m.noOffers()} /> : null}
            <Newer of="offers" since={dataUpdatedAt} />
          </p>
          <Offers offers={data.offers} names={data.names ?? {}} state={state} />
          <Pages label={m.offers()} cursor={cursor} next={data.nextCursor} />
        </>
      ) : (
        <Loading />
      )}
    </>
  );
}

type Offer = Schemas['FoundOffer'];
type OffersProps = { readonly offers: readonly Offer[]; readonly names: Schemas['Names']; readonly state: State };

function Offers({ offers, names, state }: OffersProps) {
  const own = useSession()?.organisation;
  if (offers.length === 0) return null;
  const others = ({ proposer, sponsor }: Offer): string =>
    [proposer, sponsor]
      .filter((party) => party !== own)
      .map((party) => names[party]?.text ?? party)
      .join(' · ');
  return (
    <Table<Offer>
      label={TITLES[state]()}
      rows={offers}
      keyOf={({ id }) => id}
      columns={[
        column.text(common.project(), ({ id, funding, project }) => (
          <Link to="/fundings/$id" params={{ id: funding }} search={{ offer: id }}>
            {names[project]?.text ?? common.project()}
          </Link>
        )),
        column.text(m.otherSide(), others),
        column.status('offerStatus', (offer) => offer.status),
        column.text(m.terms(), ({ terms, side }) => m.termsBy({ version: terms, side: m.side({ code: side }) })),
        column.text(m.validUntil(), ({ expiresAt }) =>
          expiresAt ? <time dateTime={expiresAt}>{momentText(expiresAt)}</time> : m.asTheRound(),
        ),
        column.money(
          common.amount(),
          ({ amount }) => amount,
          ({ id }) => `${id}/amount`,
        ),
      ]}
    />
  );
}
