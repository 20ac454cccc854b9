import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/results';
import type { Schemas } from '../../base/api/client.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { Icon } from '../../base/parts/Icon.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { countryName, dayText, exactText } from '../../base/parts/locale.ts';
import { Table } from '../../base/parts/Table.tsx';
import { Pages } from '../../lists/Pages.tsx';
import { type Narrowing, rowsQuery } from '../../results/results.ts';

type Row = Schemas['ResultAtom'];

/** What one result adds, as it is kept: an amount, the two parts of a rate, or bounds. */
function addsText({ amount, numerator, denominator, atLeast, atMost, unit = '' }: Row, unitName: (unit: string) => string): string {
  if (numerator && denominator) return m.partsOf({ part: exactText(numerator), whole: exactText(denominator) });
  const text = atLeast && atMost && atLeast !== atMost ? m.between({ least: exactText(atLeast), most: exactText(atMost) }) : undefined;
  const one = amount || atLeast;
  return one ? `${text ?? exactText(one)} ${unitName(unit)}` : m.notDefined();
}

/** Of a verified milestone, by what it was proven. */
const ToProof = ({ source }: Row) =>
  source.startsWith('mst_') ? (
    <Link to="/proof/$id" params={{ id: source }}>
      {m.toProof()}
    </Link>
  ) : null;

/** The results that a total is made of: the rows of the open data, each with where it is from. */
export function Rows({ of, cursor }: { readonly of: Narrowing; readonly cursor: string }) {
  const { data } = useQuery({ ...rowsQuery(of, cursor), throwOnError: true });
  const unit = useCodeNames('units');
  if (!data) return null;
  const { atoms, next, names = {} } = data;
  const nameOf = (id: string): string => names[id]?.text ?? id;
  return (
    <section className="part" aria-labelledby="h-made-of">
      <h2 id="h-made-of">{m.madeOf()}</h2>
      <Table
        label={m.madeOf()}
        rows={atoms}
        keyOf={({ key }) => key}
        columns={[
          {
            title: common.city(),
            cell: ({ place, country = '' }) =>
              place.startsWith('org_') ? <ItemLink id={place}>{nameOf(place)}</ItemLink> : countryName(country || place),
          },
          { title: common.project(), cell: ({ project }) => (project ? <ItemLink id={project}>{nameOf(project)}</ItemLink> : '–') },
          { title: m.proof(), cell: ToProof },
          { title: m.period(), cell: ({ from, to }) => m.periodIs({ from: dayText(from), to: dayText(to) }) },
          { title: m.amount(), isFigure: true, isCounted: true, cell: (row) => addsText(row, unit) },
          {
            title: m.certainty(),
            cell: ({ certainty }) => (
              <span className={`tag ${certainty === 'verified' ? 'good' : 'info'}`}>
                <Icon name={certainty === 'verified' ? 'done' : 'part'} size={14} />
                <span>{certainty === 'verified' ? m.verified() : m.reported()}</span>
              </span>
            ),
          },
        ]}
      />
      <Pages label={m.madeOf()} cursor={cursor} next={next} />
    </section>
  );
}
