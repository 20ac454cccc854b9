import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { sought } from '#messages';
import * as m from '#messages/matches';
import type { Schemas } from '../../base/api/client.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { Icon } from '../../base/parts/Icon.tsx';
import { countryName, list, locale } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { type Reason, useReasonText } from '../../matching/reasons.ts';
import { MAX_COMPARED, type MatchesSearch, toggled, valuesOf } from './queries.ts';

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

const places = (fraction: number, signDisplay: 'auto' | 'always' = 'auto') =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: fraction, maximumFractionDigits: fraction, signDisplay });
const [short, long, gained] = [places(2), places(3), places(3, 'always')] as const;

export const scoreText = (score: number): string => short.format(score);
export const partText = (part: number): string => long.format(part);
export const gainText = (gain: number): string => gained.format(gain);

/** What a match weighs, the heaviest first. */
export const weightedOf = (reasons: readonly Reason[]): Reason[] =>
  reasons.filter(({ hard }) => !hard).toSorted((one, other) => other.weight - one.weight);

export const segmentsOf = (reasons: readonly Reason[]): Segment[] =>
  weightedOf(reasons).map(({ criterion, weight, score }) => ({ key: criterion, weight, score }));

/** What the weighted criteria add up to, also where a condition is missed. */
export const worthOf = (reasons: readonly Reason[]): number =>
  weightedOf(reasons).reduce((sum, { weight, score }) => sum + weight * score, 0);

export const missedIn = (reasons: readonly Reason[]): Reason[] => reasons.filter(({ hard, outcome }) => hard && outcome === 'missed');

type Segment = { readonly key: string; readonly weight: number; readonly score: number };

const GAP = 2;

/** A score as its parts: as wide as each weighs, as full as it is met. Words next to it say the same. */
export function Strip({
  segments,
  width,
  height = 8,
  whole = 1,
}: {
  readonly segments: readonly Segment[];
  readonly width: number;
  readonly height?: number;
  /** The weight that fills the whole width. */
  readonly whole?: number;
}) {
  const room = width - GAP * (segments.length - 1);
  const widths = segments.map(({ weight }) => (weight / whole) * room);
  const starts = widths.map((_, at) => widths.slice(0, at).reduce((sum, each) => sum + each + GAP, 0));
  return (
    <svg className="strip" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {segments.map(({ key, score }, at) => (
        <g key={key}>
          <rect x={starts[at]} width={widths[at]} height={height} rx="1" />
          <rect className="on" x={starts[at]} width={(widths[at] ?? 0) * score} height={height} rx="1" />
        </g>
      ))}
    </svg>
  );
}
