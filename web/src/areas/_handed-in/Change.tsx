import * as m from '#messages/assessments';
import { edition as editionText } from '#messages/handed-in';
import { fieldLabel } from '../../acts/words.ts';
import { list, numberText } from '../../base/parts/locale.ts';
import { Segments } from '../../base/parts/Segments.tsx';
import { Table } from '../../base/parts/Table.tsx';
import { changeOf, HEIGHT, MIDDLE, WIDTH } from '../../pictures/change.ts';
import { type AssessmentEdition, answerTo, type Dimension, levelsOf } from './dimensions.ts';

type Props = {
  readonly editions: readonly AssessmentEdition[];
  readonly dimensions: readonly Dimension[];
  readonly as: 'picture' | 'table';
};

const LEVELS = ['0', '1', '2', '3', '4'] as const;
const RING = 9;

/** How the levels have changed from edition to edition, as a picture or as a table of the same. */
export const Change = ({ editions, dimensions, as }: Props) => (
  <figure className="part" aria-labelledby="h-change">
    <div className="row far">
      <h2 id="h-change">{m.change()}</h2>
      <Segments
        label={m.shownAs()}
        name="as"
        chosen={as}
        of={[
          { value: 'picture', title: m.picture() },
          { value: 'table', title: m.table() },
        ]}
      />
    </div>
    {as === 'table' ? <ChangeTable editions={editions} dimensions={dimensions} /> : <Picture editions={editions} dimensions={dimensions} />}
    <figcaption>
      {as === 'table' ? null : <Key isLater={editions.length > 1} />}
      <p className="quiet">
        <small>{m.notAveraged()}</small>
      </p>
    </figcaption>
  </figure>
);

type Shown = Omit<Props, 'as'>;

const targetOf = (editions: readonly AssessmentEdition[], code: string): number => {
  const newest = editions.at(-1);
  return (newest && answerTo(newest, code)?.target) ?? 0;
};

const Picture = ({ editions, dimensions }: Shown) => (
  <div className="levels">
    <div className="row-of-levels" aria-hidden="true">
      <span />
      <ol>
        {LEVELS.map((level) => (
          <li key={level}>
            {level} {m.levelName({ level })}
          </li>
        ))}
      </ol>
    </div>
    {dimensions.map(({ code, name }) => (
      <div key={code} className="row-of-levels">
        <span aria-hidden="true">{name}</span>
        <Line name={name} levels={levelsOf(editions, code)} target={targetOf(editions, code)} />
      </div>
    ))}
  </div>
);

function Line({ name, levels, target }: { readonly name: string; readonly levels: readonly number[]; readonly target: number }) {
  const { marks, path, dots, ring } = changeOf(levels, target);
  const says = m.rowSays({
    dimension: name,
    levels: levels.length > 0 ? list(levels.map(numberText)) : 'none',
    target: target > 0 ? numberText(target) : 'none',
  });
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={says}>
      {marks.map((x) => (
        <path key={x} className="mark" d={`M${x} 0V${HEIGHT}`} />
      ))}
      {path ? <path className="way" d={path} /> : null}
      {dots.map(({ x, radius, isNewest }, index) => (
        <circle key={index} className={isNewest ? 'now' : 'before'} cx={x} cy={MIDDLE} r={radius} />
      ))}
      {ring === undefined ? null : <circle className="aim" cx={ring} cy={MIDDLE} r={RING} />}
    </svg>
  );
}

const Key = ({ isLater }: { readonly isLater: boolean }) => (
  <ul className="key levels">
    {isLater ? (
      <li>
        <svg width="16" height="16" aria-hidden="true">
          <circle className="before" cx="8" cy="8" r="4.5" />
        </svg>
        {m.keyEarlier()}
      </li>
    ) : null}
    <li>
      <svg width="16" height="16" aria-hidden="true">
        <circle className="now" cx="8" cy="8" r="6" />
      </svg>
      {m.keyNewest()}
    </li>
    <li>
      <svg width="20" height="20" aria-hidden="true">
        <circle className="aim" cx="10" cy="10" r="8" />
      </svg>
      {m.keyTarget()}
    </li>
  </ul>
);

/** The same as the picture. */
const ChangeTable = ({ editions, dimensions }: Shown) => (
  <Table
    label={m.change()}
    rows={dimensions}
    keyOf={({ code }) => code}
    columns={[
      { title: fieldLabel('dimension'), cell: ({ name }) => name },
      ...editions.map((edition) => ({
        title: editionText({ number: edition.number }),
        isFigure: true,
        isCounted: true,
        cell: ({ code }: Dimension) => {
          const [level] = levelsOf([edition], code);
          return level === undefined ? '–' : numberText(level);
        },
      })),
      {
        title: fieldLabel('target'),
        isFigure: true,
        isCounted: true,
        cell: ({ code }) => {
          const target = targetOf(editions, code);
          return target > 0 ? numberText(target) : '–';
        },
      },
    ]}
  />
);
