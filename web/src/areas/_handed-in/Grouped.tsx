import * as m from '#messages/progress-reports';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { exactText } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { Cells } from './Cells.tsx';
import { type Called, type Cell, type Edition, projectOfCell, type Report } from './cells.ts';

type Props = {
  readonly label: string;
  readonly report: Report;
  readonly edition: Edition;
  readonly cells: readonly Cell[];
  readonly called: Called;
};

/** The values of a section: what they come to, those that are of no project, and those of each project in a fold that leads to its page. */
export function Grouped({ cells, ...of }: Props) {
  const { label, called } = of;
  const { '': others = [], ...ofProjects } = Object.groupBy(cells, projectOfCell);
  const nameOf = (project: string): string => called.names[project]?.text ?? project;
  const groups = Object.entries(ofProjects)
    .map(([project, own = []]) => ({ project, own, name: nameOf(project) }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
  return (
    <>
      {others.length > 0 ? <Cells {...of} cells={others} /> : null}
      {groups.map(({ project, own, name }) => (
        <details key={project} className="more">
          <summary>{m.valuesOf({ project: name, count: own.length })}</summary>
          {called.names[project] ? (
            <p>
              <ItemLink id={project}>{name}</ItemLink>
            </p>
          ) : null}
          <Cells {...of} label={`${label}: ${name}`} cells={own} />
        </details>
      ))}
    </>
  );
}

type SumsProps = Pick<Props, 'report' | 'edition' | 'called'> & { readonly section: Cell['section'] };

/** What the values of a section come to, in each currency and each unit, where they are added. */
export function Sums({ report: { id, sums = [] }, edition, section, called: { indicator: nameOf, unit: unitName } }: SumsProps) {
  const own = sums.filter((each) => each.edition === edition.number && each.section === section);
  if (own.length === 0) return null;
  return (
    <ul className="plain">
      {own.map(({ indicator = 'none', value = '', unit = '', paid, count }) => (
        <li key={`${indicator}/${unit}/${paid?.currency}`}>
          {m.sumOf({ indicator: indicator === 'none' ? indicator : nameOf(indicator), count })}{' '}
          {paid ? (
            <Money amount={paid} of={`paid/${id}`} />
          ) : (
            <b className="num">{`${exactText(value)} ${unit && unitName(unit)}`.trim()}</b>
          )}
        </li>
      ))}
    </ul>
  );
}
