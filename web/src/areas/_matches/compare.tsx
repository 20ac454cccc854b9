import { usePrefetchQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { z } from 'zod/mini';
import * as common from '#messages';
import * as m from '#messages/matches';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { useSession } from '../../base/api/session.ts';
import { Icon } from '../../base/parts/Icon.tsx';
import { countryName, list, momentText, shareText } from '../../base/parts/locale.ts';
import { Money, moneyText } from '../../base/parts/Money.tsx';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { PrintButton } from '../../base/parts/PrintButton.tsx';
import { Status } from '../../base/parts/Status.tsx';
import { Scroll } from '../../base/parts/Table.tsx';
import { criterionText } from '../../matching/reasons.ts';
import { mandatesQuery, toggled, valuesOf } from './queries.ts';
import { missedIn, scoreText, worthOf } from './Rows.tsx';

/** The projects that are compared, two to four, and whether only what differs is shown. */
export const search = z.object({
  p: z.catch(z.optional(z.string().check(z.regex(/^prj_[0-9a-z]{26}(,prj_[0-9a-z]{26}){0,3}$/))), undefined),
  differ: z.catch(z.optional(z.literal('only')), undefined),
});

const route = getRouteApi('/members/compare');
const FEW = 2;

/** Two to four projects side by side; the address holds which. */
export function Page() {
  const { p, differ } = route.useSearch();
  const chosen = [...new Set(valuesOf(p))];
  return (
    <>
      <PageHead
        title={m.compareTitle()}
        below={
          <p>
            <Link to="/matches" search={{ p }}>
              {m.compareChooseMore()}
            </Link>
          </p>
        }
        aside={
          <>
            <nav className="seg" aria-label={m.compareTitle()}>
              <Link to="/compare" search={{ p }} activeOptions={{ exact: true, includeSearch: true }}>
                {m.allRows()}
              </Link>
              <Link to="/compare" search={{ p, differ: 'only' }} activeOptions={{ exact: true, includeSearch: true }}>
                {m.onlyDifferences()}
              </Link>
            </nav>
            <PrintButton />
          </>
        }
      />
      {chosen.length < FEW ? <p>{m.compareChoose()}</p> : null}
      {chosen.length === 0 ? null : <Gathered chosen={chosen} isOnlyDifferent={differ === 'only'} />}
    </>
  );
}

type TableProps = { readonly chosen: readonly string[]; readonly isOnlyDifferent: boolean };

/** Reads the chosen projects one after the other, each of which is asked for while the one before is awaited. */
function Gathered({ compared = [], ...of }: TableProps & { readonly compared?: readonly Compared[] }) {
  const id = of.chosen[compared.length];
  return id === undefined ? <Table {...of} compared={compared} /> : <Next key={id} {...of} id={id} compared={compared} />;
}

type NextProps = TableProps & { readonly id: string; readonly compared: readonly Compared[] };

function Next({ id, compared, ...of }: NextProps) {
  const sponsor = useSession()?.organisation;
  usePrefetchQuery(mandatesQuery(id));
  usePrefetchQuery(itemQuery('getProject', of.chosen[compared.length + 1] ?? id));
  const { data: project } = useSuspenseQuery(itemQuery('getProject', id));
  const { matches, nearMisses = [], names } = useSuspenseQuery(mandatesQuery(id)).data;
  const best = [...matches, ...nearMisses].find((match) => match.sponsor === sponsor);
  return <Gathered {...of} compared={[...compared, { project, best, names: { ...project.names, ...names } }]} />;
}

function Table({ chosen, isOnlyDifferent, compared }: TableProps & { readonly compared: readonly Compared[] }) {
  const sponsor = useSession()?.organisation ?? '';
  const groups = groupsOf(compared, sponsor.startsWith('spo_'), {
    theme: useCodeNames('themes'),
    instrument: useCodeNames('instruments'),
    indicator: useCodeNames('indicators'),
  });
  const shown = isOnlyDifferent ? differing(groups) : groups;
  return (
    <Scroll label={m.compareTitle()}>
      <table className="cmp">
        <thead>
          <tr>
            <td />
            {compared.map(({ project: { id, proposal } }) => (
              <Head key={id} id={id} title={proposal.title ?? ''} chosen={chosen} />
            ))}
          </tr>
        </thead>
        {shown.map((group) => (
          <Rows key={group.title} group={group} projects={chosen} />
        ))}
      </table>
      {shown.length === 0 ? <p>{m.nothingDiffers()}</p> : null}
    </Scroll>
  );
}

const Head = ({ id, title, chosen }: { readonly id: string; readonly title: string; readonly chosen: readonly string[] }) => (
  <th scope="col">
    <Link to="/projects/$id" params={{ id }}>
      {title}
    </Link>
    <br />
    <Link className="btn bare small" to="/compare" search={{ p: toggled(chosen.join(','), id) }} aria-label={m.removeThis({ title })}>
      <Icon name="no" size={14} /> {m.remove()}
    </Link>
  </th>
);

const Rows = ({ group: { title, rows }, projects }: { readonly group: Group; readonly projects: readonly string[] }) => (
  <tbody>
    <tr className="group">
      <th colSpan={projects.length + 1} scope="rowgroup">
        {title}
      </th>
    </tr>
    {rows.map(({ label, cells }) => (
      <tr key={label} className={new Set(cells.map(({ text }) => text)).size > 1 ? 'differs' : undefined}>
        <th scope="row">{label}</th>
        {cells.map(({ text, shown }, at) => (
          <td key={projects[at]}>{shown ?? text}</td>
        ))}
      </tr>
    ))}
  </tbody>
);

/** A project, and for readers of a sponsor the best match with one of its mandates. */
type Compared = {
  readonly project: Schemas['Project'];
  readonly best: Schemas['Match'] | undefined;
  readonly names: Schemas['Names'];
};
/** `text` tells whether cells differ; `shown` is what is seen where that is more than text. */
type Cell = { readonly text: string; readonly shown?: ReactNode };
type Row = { readonly label: string; readonly cells: readonly Cell[] };
type Group = { readonly title: string; readonly rows: readonly Row[] };

const sum = (amount: Schemas['Money'] | undefined, of: string): Cell =>
  amount ? { text: moneyText(amount), shown: <Money amount={amount} of={of} /> } : { text: m.none() };

type CodeNames = Readonly<Record<'theme' | 'instrument' | 'indicator', (code: string) => string>>;

/** What is compared, in groups of rows. */
function groupsOf(all: readonly Compared[], isSponsor: boolean, { theme, instrument, indicator }: CodeNames): Group[] {
  const row = (label: string, cellOf: (compared: Compared) => Cell | string): Row => ({
    label,
    cells: all.map(cellOf).map((cell) => (typeof cell === 'string' ? { text: cell } : cell)),
  });
  const fit: Group = {
    title: m.groupFit(),
    rows: [
      row(m.bestMandate(), ({ best, names }) => (best ? mandateCell(best, names) : m.noneFits())),
      row(m.score(), ({ best }) => (best ? scoreText(worthOf(best.reasons)) : m.none())),
      row(m.missed(), ({ best }) => missedOf(best)),
    ],
  };
  const money: Group = {
    title: m.groupMoney(),
    rows: [
      row(common.sought(), ({ project: { id, proposal } }) => sum(proposal.target, `${id}/target`)),
      row(common.minimumClose(), ({ project }) => shareText(project.proposal.minimumCloseBasisPoints)),
      row(m.wholeCost(), ({ project: { id, proposal } }) => sum(proposal.cost, `${id}/cost`)),
      row(m.ownContribution(), ({ project: { id, proposal } }) => sum(proposal.ownContribution, `${id}/ownContribution`)),
      row(common.instruments(), ({ project }) => list(project.proposal.instruments.map(instrument)) || common.anyInstrument()),
      row(common.roundUntil(), ({ project }) => (project.roundDeadline ? momentText(project.roundDeadline) : m.none())),
    ],
  };
  const readiness: Group = {
    title: m.groupReadiness(),
    rows: [
      row(common.state(), ({ project: { status } }) => ({ text: status, shown: <Status status={status} /> })),
      row(m.readiness(), ({ project }) => m.readinessOf({ level: project.proposal.readiness })),
      row(common.milestones(), ({ project }) => String(project.proposal.milestones.length)),
      row(m.lastMilestone(), ({ project }) => String(Math.max(0, ...project.proposal.milestones.map((each) => each.monthsAfterEffective)))),
    ],
  };
  const people: Group = {
    title: m.groupPeople(),
    rows: [
      row(common.city(), ({ project, names }) => names[project.proposer]?.text ?? project.proposer),
      row(common.countries(), ({ project }) => list(project.proposal.countries.map(countryName))),
    ],
  };
  const results: Group = {
    title: m.groupResults(),
    rows: [
      row(common.themes(), ({ project }) => list(project.proposal.themes.map(theme)) || m.none()),
      row(m.indicators(), ({ project }) => list(project.proposal.indicators.map(indicator)) || m.none()),
    ],
  };
  return isSponsor ? [fit, money, readiness, people, results] : [money, readiness, people, results];
}

const mandateCell = ({ mandate }: Schemas['Match'], names: Schemas['Names']): Cell => {
  const text = names[mandate]?.text ?? mandate;
  return {
    text,
    shown: (
      <Link to="/mandates/$id" params={{ id: mandate }}>
        {text}
      </Link>
    ),
  };
};

const missedOf = (best: Schemas['Match'] | undefined): string =>
  best ? list(missedIn(best.reasons).map(({ criterion }) => criterionText(criterion))) || m.none() : m.several();

/** The rows in which something differs. */
const differing = (groups: readonly Group[]): Group[] =>
  groups
    .map(({ title, rows }) => ({ title, rows: rows.filter(({ cells }) => new Set(cells.map(({ text }) => text)).size > 1) }))
    .filter(({ rows }) => rows.length > 0);
