import { useId, useState } from 'react';
import { what } from '#messages';
import * as m from '#messages/progress-reports';
import { Acts } from '../../acts/Acts.tsx';
import { fieldLabel } from '../../acts/words.ts';
import { Icon, type IconName } from '../../base/parts/Icon.tsx';
import { dayOfMoment } from '../../base/parts/locale.ts';
import { Headed } from '../../base/parts/Table.tsx';
import type { Given } from '../../opened/Act.tsx';
import { rareCode } from '../../opened/choices.ts';
import { type Called, type Cell, type Edition, fileOfCell, isOfCity, nameOfCell, type Report, valueOfCell } from './cells.ts';
import { inPart } from './shared/editions.ts';
import { ProofLink, SourceLink } from './shared/Shown.tsx';

type Props = {
  readonly label: string;
  readonly report: Report;
  readonly edition: Edition;
  readonly cells: readonly Cell[];
  readonly called: Called;
};

/** The values of a section: each with how sure it is, where it comes from, and what may be done about it. */
export function Cells({ label, report, edition, cells, called }: Props) {
  const rows = cells.map((cell) => ({ cell, acts: actsFor(report, cell) }));
  const isOpen = edition.number === report.current?.number && rows.some(({ acts }) => acts.may.length > 0);
  return (
    <Headed
      label={label}
      of={[
        { title: what() },
        { title: fieldLabel('value'), isFigure: true },
        { title: fieldLabel('certainty') },
        { title: m.whereFrom() },
        ...(isOpen ? [{ title: m.youMay() }] : []),
      ]}
    >
      <tbody>
        {rows.map(({ cell, acts }) => (
          <Row key={cell.key} cell={cell} acts={isOpen ? acts : undefined} edition={edition.number} called={called} />
        ))}
      </tbody>
    </Headed>
  );
}

/** What may be done about a value: what is verified is contested, other values are given again. */
const actsFor = (report: Report, { key, source = '', certainty }: Cell) =>
  inPart(report, encodeURIComponent(key), [
    ...(source === '' ? [] : ['explainValue']),
    certainty === 'verified' ? 'contestValue' : 'typeValue',
    'reviewCell',
  ]);

const SURE: Readonly<Record<Cell['certainty'], readonly [IconName, string]>> = {
  verified: ['done', 'good'],
  reported: ['part', 'info'],
  estimated: ['open', ''],
  'not-available': ['none', ''],
};

type RowProps = {
  readonly cell: Cell;
  readonly acts: ReturnType<typeof actsFor> | undefined;
  readonly edition: number;
  readonly called: Called;
};

function Row({ cell, acts, edition, called }: RowProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { certainty, note, before, verdict, endNote } = cell;
  const [ring, tone] = SURE[certainty];
  const name = nameOfCell(cell, called);
  const value = valueOfCell(cell, called);
  const isReview = acts?.may.some(({ operation }) => operation === 'reviewCell') ?? false;
  return (
    <>
      <tr role="row">
        <th scope="row" role="rowheader">
          {name}
          {note ? <blockquote dir="auto">{note}</blockquote> : null}
        </th>
        <td role="cell" data-h={fieldLabel('value')} className="r">
          <div>
            <Value cell={cell} value={value} />
            {before === undefined ? null : <small className="quiet"> {m.wasBefore({ value: before === '' ? '–' : before })}</small>}
          </div>
        </td>
        <td role="cell" data-h={fieldLabel('certainty')}>
          <div>
            <span className={`tag ${tone}`}>
              <Icon name={ring} size={14} />
              <span>{rareCode('certainty', certainty)}</span>
            </span>{' '}
            {verdict ? (
              <small className={`tag ${verdict === 'accepted' ? 'good' : 'wait'}`}>
                <Icon name={verdict === 'accepted' ? 'done' : 'back'} size={14} />
                <span>{rareCode('verdict', verdict)}</span>
              </small>
            ) : null}
            {endNote ? <blockquote dir="auto">{endNote}</blockquote> : null}
          </div>
        </td>
        <td role="cell" data-h={m.whereFrom()}>
          <div>
            <Source cell={cell} />
          </div>
        </td>
        {acts ? (
          <td role="cell" data-h={m.youMay()}>
            {acts.may.length > 0 ? (
              <button
                className="btn small"
                type="button"
                aria-expanded={isOpen}
                aria-controls={isOpen ? id : undefined}
                onClick={() => setOpen(!isOpen)}
              >
                {isReview ? m.review() : m.change()}
                <span className="vh"> {name}</span>
              </button>
            ) : null}
          </td>
        ) : null}
      </tr>
      {acts && isOpen ? (
        <tr role="row" className="opened">
          <td role="cell" colSpan={5} id={id}>
            <Acts item={acts} given={({ operation }) => givenOf(operation, cell, edition)} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

function Value({ cell, value }: { readonly cell: Cell; readonly value: string }) {
  const file = fileOfCell(cell);
  if (file) return <ProofLink hash={file}>{m.download()}</ProofLink>;
  return value === '' ? '–' : <b className="num">{value}</b>;
}

/** The page of what says it, as it was then. */
function Source({ cell, cell: { source = '', since } }: { readonly cell: Cell }) {
  const [id = ''] = source.split('@');
  return (
    <>
      {id === '' ? isOfCity(cell) ? m.givenByCity() : '–' : <SourceLink id={id}>{m.source({ kind: id.slice(0, 3) })}</SourceLink>}
      {since ? (
        <small className="quiet">
          {' '}
          <time dateTime={since}>{m.since({ day: dayOfMoment(since) })}</time>
        </small>
      ) : null}
    </>
  );
}

function givenOf(
  operation: string,
  { section, key, value = '', unit = '', certainty, note = '', source = '' }: Cell,
  edition: number,
): Given {
  const body = { edition, key };
  if (operation !== 'typeValue') return { body };
  return {
    body: { ...body, section },
    fieldOf: withoutVerified,
    initial: source === '' ? { value, unit, certainty, note } : {},
  };
}

/** What is verified comes from its source alone. */
export const withoutVerified: NonNullable<Given['fieldOf']> = (field) =>
  field.name === 'certainty' ? { ...field, choices: (field.choices ?? []).filter((code) => code !== 'verified') } : field;
