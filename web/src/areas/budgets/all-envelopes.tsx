import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/budgets';
import { Newer } from '../../acts/Newer.tsx';
import { fieldLabel } from '../../acts/words.ts';
import { Export } from '../../exports/Export.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { byName, numberText } from '../../parts/locale.ts';
import { Pages } from '../../parts/Pages.tsx';
import { allEnvelopesQuery, wholeOfAll } from './budgets.queries.ts';
import { EnvelopeTable } from './envelope-table.tsx';

const route = getRouteApi('/members/envelopes');

export const ExportOfAll = () => (
  <Export
    name="envelopes"
    columns={async () => (await import('../../exports/money-columns.ts')).ALL_ENVELOPE_COLUMNS}
    page={wholeOfAll(route.useSearch())}
  />
);

/** The budgets of all sponsors, for overseers. */
export function AllEnvelopes() {
  const search = route.useSearch();
  const { sponsor = '', sort, cursor = '' } = search;
  const { data, dataUpdatedAt } = useQuery({ ...allEnvelopesQuery(search), throwOnError: true });
  if (!data) return <Loading />;
  const { envelopes, names = {}, counts, nextCursor } = data;
  const parties = [...new Set([...envelopes.map((each) => each.sponsor), ...(sponsor ? [sponsor] : [])])];
  const sponsors = parties.map((id) => [id, names[id]?.text ?? id] as const).sort(byName);
  return (
    <>
      <search className="row" aria-label={common.filters()}>
        <Choice
          label={fieldLabel('sponsor')}
          name="sponsor"
          chosen={sponsor}
          of={sponsors.map(([id, name]) => [id, common.choice({ name, count: numberText(counts['sponsor']?.[id] ?? 0) })])}
        />
        <Choice
          label={common.order()}
          name="sort"
          chosen={sort ?? ''}
          none={m.byEnd()}
          of={[
            ['-updated', m.byChange()],
            ['-amount', m.byTotal()],
          ]}
        />
      </search>
      <p className="row" role="status">
        {envelopes.length === 0 ? m.noneAnywhere() : null}
        <Newer of="envelopes" since={dataUpdatedAt} />
      </p>
      {envelopes.length === 0 ? null : <EnvelopeTable envelopes={envelopes} names={names} />}
      <Pages label={m.budgets()} cursor={cursor} next={nextCursor} />
    </>
  );
}
