import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { sought } from '#messages';
import * as m from '#messages/matches';
import { type Reason, useReasonText } from '../../acts/reasons.ts';
import type { Schemas } from '../../api/client.ts';
import { useCodeNames } from '../../api/lists.ts';
import { Icon } from '../../parts/Icon.tsx';
import { countryName, list } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Strip } from '../../parts/Strip.tsx';
import { MAX_COMPARED, type MatchesSearch, toggled, valuesOf } from './matches.search.ts';
import { missedIn, scoreText, segmentsOf, worthOf } from './scores.ts';

type Names = Schemas['Names'];
export type Found = Schemas['MatchedProject'];

const WIDTH = 96;

/** The score of a match with the parts that it is made of. */
export const Score = ({ reasons }: { readonly reasons: readonly Reason[] }) => (
  <p className="score">
    <b className="num">{scoreText(worthOf(reasons))}</b>
    <span className="lbl"> {m.match()}</span>
    <Strip segments={segmentsOf(reasons)} width={WIDTH} />
  </p>
);

/** The condition that a near miss misses, in its words. */
export function Missed({ reasons }: { readonly reasons: readonly Reason[] }) {
  const reasonText = useReasonText();
  return missedIn(reasons).map((reason) => (
    <li key={reason.criterion}>
      <span className="tag wait">
        <Icon name="no" />
        <span>{reasonText(reason)}</span>
      </span>
    </li>
  ));
}

type ListProps = {
  readonly projects: readonly Found[];
  readonly names: Names;
  readonly search: MatchesSearch;
  onCompare(project: string): void;
};

export const linkOf = (project: string): string => `match-${project}`;

/** The projects of a page, the best first. */
export const Rows = ({ projects, names, search, onCompare }: ListProps) => (
  <ol className="matches">
    {projects.map((found) => (
      <li key={found.project} className={search.open === found.project ? 'cur' : undefined}>
        <Row found={found} names={names} search={search} onCompare={onCompare} />
      </li>
    ))}
  </ol>
);

function Row({
  found: { project, proposer, title, countries, themes, target, best, others },
  names,
  search,
  onCompare,
}: Omit<ListProps, 'projects'> & { readonly found: Found }) {
  const themeName = useCodeNames('themes');
  const chosen = valuesOf(search.p);
  const isChosen = chosen.includes(project);
  return (
    <article aria-labelledby={linkOf(project)}>
      <div className="main">
        <h3>
          <Link
            id={linkOf(project)}
            to="/matches"
            search={{ ...search, open: project, via: best.mandate }}
            aria-current={search.open === project ? 'true' : undefined}
          >
            {title}
          </Link>
        </h3>
        <p className="who">{[list(countries.map(countryName)), names[proposer]?.text].filter(Boolean).join(' · ')}</p>
      </div>
      <p className="sum">
        <b>
          <Money amount={target} of={`${project}/target`} isShort />
        </b>
        <span className="lbl"> {sought()}</span>
      </p>
      <Score reasons={best.reasons} />
      <ul className="bits">
        {themes.length > 0 ? <li>{list(themes.map(themeName))}</li> : null}
        <Through mandate={best.mandate} others={others} names={names} />
        <Missed reasons={best.reasons} />
        <li>
          <label className="check">
            <input
              type="checkbox"
              checked={isChosen}
              disabled={!isChosen && chosen.length >= MAX_COMPARED}
              onChange={() => onCompare(project)}
              aria-label={m.compareThis({ title })}
            />
            <span>{m.compare()}</span>
          </label>
        </li>
      </ul>
    </article>
  );
}

const Through = ({ mandate, others, names }: { mandate: string; others: Found['others']; names: Names }): ReactNode => (
  <li className="via">
    {names[mandate]?.text ?? m.mandate()}
    {others.length > 0 ? <> {m.andOthers({ count: others.length })}</> : null}
  </li>
);

/** The search that the list has once a project is chosen, or no more, to be compared. */
export const withCompared = (search: MatchesSearch, project: string): MatchesSearch => ({ ...search, p: toggled(search.p, project) });
