import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import * as common from '#messages';
import * as m from '#messages/actions';
import { Acts } from '../../acts/Acts.tsx';
import { codeText, fieldLabel, labelOf } from '../../acts/words.ts';
import { api, type Schemas } from '../../base/api/client.ts';
import { itemQuery, mayDo } from '../../base/api/items.ts';
import { keys } from '../../base/api/keys.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { Icon } from '../../base/parts/Icon.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { byName, countryName, dayText, exactText, list, locale } from '../../base/parts/locale.ts';
import { PrintButton } from '../../base/parts/PrintButton.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { Table } from '../../base/parts/Table.tsx';
import type { Given } from '../../opened/Act.tsx';
import { PickOne } from '../../parts/PickOne.tsx';
import { asksFor } from '../../results/measured.ts';
import { useProofs } from '../../uploads/Proven.tsx';

const route = getRouteApi('/members/actions/$id');

type Action = Schemas['Action'];
type Result = Action['results'][number];

/** What a city does, which commitments it serves, and what has come of it. */
export function Page() {
  const { id } = route.useParams();
  const { data: action } = useSuspenseQuery(itemQuery('getAction', id));
  const { names = {}, content, status, city, country } = action;
  const given = useGiven(action);
  return (
    <ItemPage
      title={content.title}
      up={<Link to="/actions">{m.actions()}</Link>}
      aside={
        <>
          {mayDo(action, 'reviseAction', 'tagAction') ? (
            <Link className="btn" to="/actions/$id/edit" params={{ id }}>
              {labelOf(mayDo(action, 'reviseAction') ? 'reviseAction' : 'tagAction')}
            </Link>
          ) : null}
          <PrintButton />
        </>
      }
      state={
        <p className="row">
          <StatusOf of="actionStatus" status={status} />
          <span className="quiet">
            {names[city]?.text ?? city} · {countryName(country)}
          </span>
        </p>
      }
      history={{ title: m.history(), timeline: 'getActionTimeline', id, names, more: m.more() }}
    >
      <Acts
        item={action}
        only={({ operation }) => operation !== 'correctResult' && !ELSEWHERE.includes(operation)}
        given={({ operation }) => given(operation)}
      />
      <What action={action} />
      <Results action={action} given={given} />
    </ItemPage>
  );
}

const ELSEWHERE: readonly string[] = ['reviseAction', 'tagAction'];

function What({
  action: { content, names = {}, project, group, declaration, commitments, fiveR, partOf, note },
}: {
  readonly action: Action;
}) {
  const theme = useCodeNames('themes', content.themes.length > 0);
  return (
    <Facts
      of={[
        [
          common.project(),
          project ? (
            <ItemLink key="project" id={project}>
              {names[project]?.text ?? project}
            </ItemLink>
          ) : null,
        ],
        [
          m.group(),
          group ? (
            <span key="group">
              <ItemLink id={group.id}>{names[group.id]?.text ?? group.id}</ItemLink>. {m.countsAt()}{' '}
              {list(group.members.map(({ city }) => names[city]?.text ?? city))}.
            </span>
          ) : null,
        ],
        [fieldLabel('scope'), content.scope],
        [fieldLabel('objective'), content.objective],
        [fieldLabel('actors'), content.actors.length > 0 ? list(content.actors) : null],
        [fieldLabel('themes'), content.themes.length > 0 ? list(content.themes.map(theme)) : null],
        [fieldLabel('fiveR'), fiveR ? m.fiveR({ code: fiveR }) : null],
        [
          fieldLabel('commitments'),
          declaration && commitments.length > 0 ? (
            <ItemLink key="commitments" id={declaration}>
              {list(commitments)}
            </ItemLink>
          ) : null,
        ],
        [
          fieldLabel('partOf'),
          partOf ? (
            <ItemLink key="part" id={partOf}>
              {names[partOf]?.text ?? partOf}
            </ItemLink>
          ) : null,
        ],
        [fieldLabel('challenges'), content.challenges],
        [fieldLabel('nextSteps'), content.nextSteps],
        [fieldLabel('note'), note],
      ]}
    />
  );
}

const indicatorsQuery = queryOptions({
  queryKey: keys.list('indicators'),
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => api.operations.getList({ list: 'indicators' }, { signal }),
});

function useGiven({ names = {}, may = [] }: Action) {
  const isTold = may.some(({ operation, answer }) => operation === 'recordResult' && answer === 'allowed');
  const { data } = useQuery({ ...indicatorsQuery, enabled: isTold });
  const [chosen, choose] = useState('');
  const proofs = useProofs({ names });
  const indicators = (data?.entries ?? []).map((each) => ({ ...each, name: each.names[locale] ?? each.names['en'] ?? each.code }));
  const indicator = indicators.find(({ code }) => code === chosen) ?? indicators[0];
  return (operation: string, result?: Result): Given => {
    if (operation === 'correctResult') {
      const { overPlaces, overTime } = result?.measured ?? {};
      return {
        body: { result: result?.source ?? '', ...proofs.body },
        ...(proofs.own && { own: proofs.own }),
        isAsked: asksFor(overPlaces, overTime),
      };
    }
    if (operation !== 'recordResult') return {};
    return {
      body: { indicator: indicator?.code ?? '', ...proofs.body },
      ...(proofs.own && { own: proofs.own }),
      isAsked: asksFor(indicator?.over_places, indicator?.over_time),
      summary: (
        <PickOne
          name="indicator"
          label={fieldLabel('indicator')}
          hint={m.chooseIndicator()}
          value={indicator?.code ?? ''}
          choices={indicators.map(({ code, name }) => [code, name] as const).toSorted(byName)}
          onChange={(_, code) => choose(code)}
        />
      ),
    };
  };
}

function toldOf({ measured }: Result, unitName: (code: string) => string): string {
  const { value, numerator, denominator, baseline, notAvailable, unit } = measured;
  if (notAvailable) return codeText('code_notAvailable', notAvailable);
  const told = value ? exactText(value) : m.partsOf({ numerator: exactText(numerator ?? ''), denominator: exactText(denominator ?? '') });
  return [told, unit && unitName(unit), baseline && m.from({ baseline: exactText(baseline) })].filter(Boolean).join(' ');
}

type ResultsProps = { readonly action: Action; readonly given: ReturnType<typeof useGiven> };

function Results({ action, action: { results }, given }: ResultsProps) {
  const [indicator, unit] = [useCodeNames('indicators'), useCodeNames('units')];
  return (
    <section className="part" aria-labelledby="h-results">
      <h2 id="h-results">{m.results()}</h2>
      {results.length === 0 ? (
        <p className="quiet">{m.noResults()}</p>
      ) : (
        <Table
          label={m.results()}
          rows={results}
          keyOf={({ source, measured }) => `${source}/${measured.indicator}`}
          columns={[
            { title: fieldLabel('indicator'), cell: ({ measured }) => indicator(measured.indicator) },
            { title: fieldLabel('value'), isFigure: true, isCounted: true, cell: (result) => toldOf(result, unit) },
            { title: m.period(), cell: ({ from, to }) => m.periodIs({ from: dayText(from), to: dayText(to) }) },
            {
              title: fieldLabel('certainty'),
              cell: ({ certainty, source, note }) => (
                <>
                  <span className={`tag ${certainty === 'verified' ? 'good' : 'info'}`}>
                    <Icon name={certainty === 'verified' ? 'done' : 'part'} size={14} />
                    <span>
                      <ItemLink id={source}>{m.certainty({ code: certainty })}</ItemLink>
                    </span>
                  </span>
                  {note ? <blockquote dir="auto">{note}</blockquote> : null}
                </>
              ),
            },
          ]}
        />
      )}
      {results
        .filter(({ source }) =>
          (action.may ?? []).some(
            ({ operation, result, answer }) => operation === 'correctResult' && result === source && answer === 'allowed',
          ),
        )
        .map((result) => (
          <div key={result.source} className="row">
            <span>{indicator(result.measured.indicator)}</span>
            <Acts
              item={action}
              only={({ operation, result: of }) => operation === 'correctResult' && of === result.source}
              given={({ operation }) => given(operation, result)}
            />
          </div>
        ))}
    </section>
  );
}
