import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/statements';
import { Newer } from '../../acts/Newer.tsx';
import { useSession } from '../../api/session.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { numberText } from '../../parts/locale.ts';
import { Pages } from '../../parts/Pages.tsx';
import { Segments } from '../../parts/Segments.tsx';
import { statusText } from '../../parts/StatusOf.tsx';
import { Import } from './import.tsx';
import { statementsQuery } from './statements.queries.ts';
import { STATUSES } from './statements.search.ts';
import { StatementTable } from './table.tsx';

const route = getRouteApi('/members/statements');

type Counts = Readonly<Record<string, number>>;

/** What banks say of accounts, what was changed last at the top. */
export function Statements() {
  const search = route.useSearch();
  const { status = '', balance = '', account = '', cursor = '' } = search;
  const { data, dataUpdatedAt } = useQuery({ ...statementsQuery(search), throwOnError: true });
  const { status: statuses = {}, balance: balances = {}, account: accounts = {} } = (data?.counts ?? {}) as Record<string, Counts>;
  const mayImport = useSession()?.roles.includes('finance.maker') ?? false;
  return (
    <>
      <title>{`${m.statements()} · Junkan`}</title>
      <div className="head">
        <div>
          <h1>{m.statements()}</h1>
          <p>{m.whatFor()}</p>
        </div>
      </div>
      {mayImport ? <Import /> : null}
      <Segments
        label={m.statements()}
        name="status"
        chosen={status}
        of={[
          { value: '', title: common.all() },
          ...STATUSES.map((value) => ({ value, title: statusText('statement', value), count: statuses[value] ?? 0 })),
        ]}
      />
      <search className="row" aria-label={common.filters()}>
        <Choice
          label={m.balances()}
          name="balance"
          chosen={balance}
          of={codesOf(balances, balance).map((code) => [code, choiceOf(statusText('balance', code), balances[code])])}
        />
        <Choice
          label={m.account()}
          name="account"
          chosen={account}
          of={codesOf(accounts, account).map((code) => [code, choiceOf(code, accounts[code])])}
        />
      </search>
      {data ? (
        <>
          <p className="row" role="status">
            {data.statements.length === 0 ? m.noStatements() : null}
            <Newer of="statements" since={dataUpdatedAt} />
          </p>
          {data.statements.length > 0 ? (
            <StatementTable statements={data.statements} names={data.names ?? {}} label={m.statements()} />
          ) : null}
          <Pages label={m.statements()} cursor={cursor} next={data.nextCursor} />
        </>
      ) : (
        <Loading />
      )}
    </>
  );
}

const codesOf = (counts: Counts, chosen: string): string[] => [...new Set([...Object.keys(counts), ...(chosen ? [chosen] : [])])];
const choiceOf = (name: string, count = 0): string => common.choice({ name, count: numberText(count) });
