import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/accounts';
import { AccountTable } from '../../acts/AccountTable.tsx';
import { NameAccount } from '../../acts/NameAccount.tsx';
import { Newer } from '../../acts/Newer.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Pages } from '../../parts/Pages.tsx';
import { Segments } from '../../parts/Segments.tsx';
import { statusText } from '../../parts/StatusOf.tsx';
import { accountsQuery } from './accounts.queries.ts';
import { STATUSES } from './accounts.search.ts';

const route = getRouteApi('/members/bank-accounts');

/** The bank accounts that whoever looks may know of, what was changed last at the top. */
export function Accounts() {
  const { status = '', cursor = '' } = route.useSearch();
  const { data, dataUpdatedAt } = useQuery({ ...accountsQuery(status, cursor), throwOnError: true });
  const counts = data?.counts['status'] ?? {};
  return (
    <>
      <title>{`${m.accounts()} · Junkan`}</title>
      <div className="head">
        <div>
          <h1>{m.accounts()}</h1>
          <p>{m.whatFor()}</p>
        </div>
      </div>
      <NameAccount isAlone />
      <Segments
        label={m.accounts()}
        name="status"
        chosen={status}
        of={[
          { value: '', title: common.all() },
          ...STATUSES.map((value) => ({ value, title: statusText('account', value), count: counts[value] ?? 0 })),
        ]}
      />
      {data ? (
        <>
          <p className="row" role="status">
            {data.accounts.length === 0 ? m.noAccounts() : null}
            <Newer of="bank-accounts" since={dataUpdatedAt} />
          </p>
          {data.accounts.length > 0 ? <AccountTable accounts={data.accounts} names={data.names ?? {}} label={m.accounts()} /> : null}
          <Pages label={m.accounts()} cursor={cursor} next={data.nextCursor} />
        </>
      ) : (
        <Loading />
      )}
    </>
  );
}
