import { useSuspenseQueries } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as m from '#messages/matches';
import { itemQuery } from '../../api/items.ts';
import { useCodeNames } from '../../api/lists.ts';
import { useSession } from '../../api/session.ts';
import { Icon } from '../../parts/Icon.tsx';
import { PrintButton } from '../../parts/PrintButton.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { type Compared, differing, type Group, groupsOf } from './compare-rows.tsx';
import { mandatesQuery } from './matches.queries.ts';
import { toggled, valuesOf } from './matches.search.ts';

const route = getRouteApi('/members/compare');
const FEW = 2;

/** Two to four projects side by side; the address holds which. */
export function Compare() {
  const { p, differ } = route.useSearch();
  const chosen = [...new Set(valuesOf(p))];
  return (
    <>
      <title>{`${m.compareTitle()} · Junkan`}</title>
      <div className="head">
        <div>
          <h1>{m.compareTitle()}</h1>
          <p>
            <Link to="/matches" search={{ p }}>
              {m.compareChooseMore()}
            </Link>
          </p>
        </div>
        <div className="row">
          <nav className="seg" aria-label={m.compareTitle()}>
            <Link to="/compare" search={{ p }} activeOptions={{ exact: true, includeSearch: true }}>
              {m.allRows()}
            </Link>
            <Link to="/compare" search={{ p, differ: 'only' }} activeOptions={{ exact: true, includeSearch: true }}>
              {m.onlyDifferences()}
            </Link>
          </nav>
          <PrintButton />
        </div>
      </div>
      {chosen.length < FEW ? <p>{m.compareChoose()}</p> : null}
      {chosen.length === 0 ? null : <Table chosen={chosen} isOnlyDifferent={differ === 'only'} />}
    </>
  );
}

function Table({ chosen, isOnlyDifferent }: { readonly chosen: readonly string[]; readonly isOnlyDifferent: boolean }) {
  const sponsor = useSession()?.organisation ?? '';
  const items = useSuspenseQueries({ queries: chosen.map((id) => itemQuery('getProject', id)) });
  const fits = useSuspenseQueries({ queries: chosen.map((id) => mandatesQuery(id)) });
  const compared = items.map(({ data: project }, at): Compared => {
    const { matches = [], nearMisses = [], names = {} } = fits[at]?.data ?? {};
    const best = [...matches, ...nearMisses].find((match) => match.sponsor === sponsor);
    return { project, best, names: { ...project.names, ...names } };
  });
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
