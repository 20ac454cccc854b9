import * as m from '#messages/series';
import type { Schemas } from '../../base/api/client.ts';
import { dayText, exactText, list, locale, numberOf } from '../../base/parts/locale.ts';
import { courseOf, type Drawn, FOOT, HEIGHT, type Measured, WIDTH } from '../../pictures/series.ts';
import { rateOf } from '../../results/measured.ts';
import { valueText } from '../../results/value-text.ts';

type Series = Schemas['Series'];
type Props = { readonly series: Series; readonly name: string; readonly unit: (code: string) => string };

/** There is little room next to the picture. */
const short = new Intl.NumberFormat(locale, { notation: 'compact' });
const RING = 9;
const DOT = 5;

function measuredIn({ to, standing: { measured, certainty } }: Series['periods'][number]): Measured {
  const { value } = measured;
  return { on: to, value: value ? numberOf(value) : rateOf(measured), isEstimated: certainty === 'estimated' };
}

/** How the indicator has moved, and where it should go; the table of its values says the same. */
export function Course({ series, series: { periods, target }, name, unit }: Props) {
  const aim = target && { on: target.targetOn, value: numberOf(target.target) };
  const from = target?.baseline && target.baselineOn ? { on: target.baselineOn, value: numberOf(target.baseline) } : undefined;
  const drawn = courseOf(periods.map(measuredIn), aim, from);
  if (!drawn) return null;
  const says = m.pictureSays({
    indicator: name,
    values: list(periods.map((period) => m.valueUntil({ value: valueText(period.standing.measured, unit), day: dayText(period.to) }))),
    target: target ? exactText(target.target) : 'none',
    day: target ? dayText(target.targetOn) : 'none',
  });
  return (
    <figure className="part" aria-labelledby="h-course">
      <h2 id="h-course">{m.course()}</h2>
      <svg className="course" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={says}>
        <Picture drawn={drawn} />
      </svg>
      <figcaption>
        <Key series={series} drawn={drawn} />
      </figcaption>
    </figure>
  );
}

const Picture = ({ drawn: { levels, years, paths, ahead, dots, target, baseline } }: { readonly drawn: Drawn }) => (
  <>
    {levels.map(({ value, y }) => (
      <g key={value}>
        <path className="mark" d={`M64 ${y}H${WIDTH}`} />
        <text x={56} y={y + 4} textAnchor="end">
          {short.format(value)}
        </text>
      </g>
    ))}
    {years.map(({ year, x }) => (
      <text key={year} x={x} y={FOOT} textAnchor="middle">
        {year}
      </text>
    ))}
    {ahead ? <path className="ahead" d={ahead} /> : null}
    {paths.map((d) => (
      <path key={d} className="way" d={d} />
    ))}
    {dots.map(({ x, y, isEstimated }) => (
      <circle key={x} className={isEstimated ? 'about' : 'now'} cx={x} cy={y} r={DOT} />
    ))}
    {baseline ? (
      <path className="base" d={`M${baseline.x - DOT} ${baseline.y}h${2 * DOT}M${baseline.x} ${baseline.y - DOT}v${2 * DOT}`} />
    ) : null}
    {target ? <circle className="aim" cx={target.x} cy={target.y} r={RING} /> : null}
  </>
);

function Key({ series: { target }, drawn: { dots } }: { readonly series: Series; readonly drawn: Drawn }) {
  return (
    <ul className="key course">
      {dots.some(({ isEstimated }) => !isEstimated) ? (
        <li>
          <svg width="16" height="16" aria-hidden="true">
            <circle className="now" cx="8" cy="8" r={DOT} />
          </svg>
          {m.certainty({ code: 'reported' })}
        </li>
      ) : null}
      {dots.some(({ isEstimated }) => isEstimated) ? (
        <li>
          <svg width="16" height="16" aria-hidden="true">
            <circle className="about" cx="8" cy="8" r={DOT} />
          </svg>
          {m.certainty({ code: 'estimated' })}
        </li>
      ) : null}
      {target?.baseline ? (
        <li>
          <svg width="16" height="16" aria-hidden="true">
            <path className="base" d="M3 8h10M8 3v10" />
          </svg>
          {m.baseline()}
        </li>
      ) : null}
      {target ? (
        <li>
          <svg width="20" height="20" aria-hidden="true">
            <circle className="aim" cx="10" cy="10" r="8" />
          </svg>
          {m.target()}
        </li>
      ) : null}
    </ul>
  );
}
