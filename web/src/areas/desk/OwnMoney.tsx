import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { country, stage as stageName, theme } from '#messages';
import * as m from '#messages/start';
import type { Schemas } from '../../base/api/client.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { countryName, locale, monthText, numberOf } from '../../base/parts/locale.ts';
import { compact, Money, moneyText } from '../../base/parts/Money.tsx';
import { compared, together } from '../../base/parts/sums.ts';
import { Table } from '../../base/parts/Table.tsx';
import { CLASS, InkKey, MiniBar, ORDER, wholeOf } from '../../lists/CertaintyBar.tsx';
import { FOOT, HEIGHT, WIDTH } from '../../pictures/series.ts';
import { type DrawnTrend, type Grown, isCourse, trendOf } from '../../pictures/trend.ts';

type Overview = Schemas['Overview'];
type Cut = Overview['money'][number];
type Month = Overview['months'][number];
type Amount = Schemas['Money'];

/** The money of the reader's organisation, as pictures that lead to its projects and payments. `organisation`: whose it is. */
export function OwnMoney({ of: { day, money, months }, organisation }: { readonly of: Overview; readonly organisation: string }) {
  const sponsor = organisation.startsWith('spo_') ? { sponsor: organisation } : {};
  return (
    <>
      {[...Map.groupBy(months, ({ amount }) => amount.currency)].map(([currency, own]) => (
        <Trend key={currency} currency={currency} months={own} today={day} />
      ))}
      {money.length === 0 ? null : (
        <section className="part" aria-labelledby="h-exposure">
          <h2 id="h-exposure">{m.exposure()}</h2>
          <p className="quiet">{m.eachOfSeveral()}</p>
          <div className="halves">
            {(['country', 'theme'] as const).map((by) => (
              <Exposure key={by} by={by} cuts={money.filter((cut) => cut.by === by)} sponsor={sponsor} />
            ))}
          </div>
          <InkKey stages={ORDER.filter((each) => money.some(({ stages }) => stages.some(({ stage }) => stage === each)))} />
        </section>
      )}
    </>
  );
}

const TITLES = { country, theme } as const;

type Part = { readonly code: string; readonly currency: string; readonly whole: Amount; readonly stages: Cut['stages'] };

/** A row for each part and currency, the largest of a currency first. */
const partsOf = (cuts: readonly Cut[]): Part[] =>
  cuts
    .flatMap(({ code, stages }) =>
      [...Map.groupBy(stages, ({ amount }) => amount.currency)].flatMap(([currency, own]) => {
        const whole = wholeOf(own);
        return whole ? [{ code, currency, whole, stages: own }] : [];
      }),
    )
    .toSorted((one, other) =>
      one.currency === other.currency ? compared(other.whole, one.whole) : one.currency < other.currency ? -1 : 1,
    );

type ExposureProps = { readonly by: 'country' | 'theme'; readonly cuts: readonly Cut[]; readonly sponsor: { readonly sponsor?: string } };

function Exposure({ by, cuts, sponsor }: ExposureProps) {
  const themeName = useCodeNames('themes', by === 'theme');
  const nameOf = by === 'country' ? countryName : themeName;
  const parts = partsOf(cuts);
  const most = new Map(parts.toReversed().map(({ currency, whole }) => [currency, whole]));
  const to = (code: string) => ({ to: '/projects', search: { ...sponsor, [by]: code } }) as const;
  return (
    <figure>
      <h3>{TITLES[by]()}</h3>
      <ul className="bars">
        {parts.map(({ code, currency, whole, stages }) => (
          <li key={`${code} ${currency}`}>
            <Link {...to(code)}>
              <span>{nameOf(code)}</span>
              <MiniBar stages={stages} of={most.get(currency) ?? whole} />
              <span className="num">{compact(whole)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Twin>
        <Table<Part>
          label={m.exposure()}
          rows={parts}
          keyOf={({ code, currency }) => `${code} ${currency}`}
          columns={[
            { title: TITLES[by](), cell: ({ code }) => <Link {...to(code)}>{nameOf(code)}</Link> },
            ...ORDER.filter((each) => parts.some(({ stages }) => stages.some(({ stage }) => stage === each))).map((each) => ({
              title: stageName({ stage: each }),
              isFigure: true,
              cell: ({ code, stages }: Part) => {
                const found = stages.find(({ stage }) => stage === each);
                return found ? <Money amount={found.amount} of={`overview/${by}/${code}/${each}`} /> : null;
              },
            })),
          ]}
        />
      </Twin>
    </figure>
  );
}

const Twin = ({ children }: { readonly children: ReactNode }) => (
  <details className="more">
    <summary>{m.asTable()}</summary>
    {children}
  </details>
);

/** What sums have come to, month by month. */
function grownBy(months: readonly Month[], stage: Month['stage']): Grown[] {
  let sum: Amount | undefined;
  return months
    .filter((each) => each.stage === stage)
    .toSorted((one, other) => (one.month < other.month ? -1 : 1))
    .map(({ month, amount }) => {
      sum = sum ? together(sum, amount) : amount;
      return { on: `${month}-01`, value: numberOf(sum.amount) };
    });
}

type TrendProps = { readonly currency: string; readonly months: readonly Month[]; readonly today: string };

function Trend({ currency, months, today }: TrendProps) {
  const [committed, paid] = [grownBy(months, 'committed'), grownBy(months, 'settled')];
  if (!isCourse(committed, paid, today)) return null;
  const byMonth = [...Map.groupBy(months, ({ month }) => month)].toSorted(([one], [other]) => (one < other ? 1 : -1));
  const title = m.trend({ currency });
  const of = (own: readonly Month[], stage: Month['stage']) => own.find((each) => each.stage === stage)?.amount;
  return (
    <figure className="part" aria-label={title}>
      <h2>{title}</h2>
      {[WIDTH, NARROW].map((width) => (
        <svg
          key={width}
          className={`course ${width === WIDTH ? 'only-wide' : 'only-small'}`}
          viewBox={`0 0 ${width} ${HEIGHT}`}
          role="img"
          aria-label={m.trendSays({ currency })}
        >
          <Lines drawn={trendOf(committed, paid, today, width)} width={width} />
        </svg>
      ))}
      <figcaption>
        <ul className="key">
          {(['accepted', 'settled'] as const).map((ink) => (
            <li key={ink}>
              <svg width="16" height="12" viewBox="0 0 16 12" aria-hidden="true">
                <rect className={CLASS[ink]} x=".5" y=".5" width="15" height="11" />
              </svg>
              {ink === 'settled' ? m.settled() : m.committed()}
            </li>
          ))}
        </ul>
      </figcaption>
      <Twin>
        <Table
          label={title}
          rows={byMonth}
          keyOf={([month]) => month}
          columns={[
            { title: m.month(), cell: ([month]) => monthText(month) },
            {
              title: m.committed(),
              isFigure: true,
              cell: ([, own]) => {
                const amount = of(own, 'committed');
                return amount ? moneyText(amount) : null;
              },
            },
            {
              title: m.settled(),
              isFigure: true,
              cell: ([month, own]) => {
                const amount = of(own, 'settled');
                return amount ? (
                  <Link to="/payments" search={{ status: 'settled', settledFrom: `${month}-01`, settledTo: lastOf(month) }}>
                    {moneyText(amount)}
                  </Link>
                ) : null;
              },
            },
          ]}
        />
      </Twin>
    </figure>
  );
}

/** The last day of a month. */
function lastOf(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return new Date(Date.UTC(Number(year), Number(number), 0)).toISOString().slice(0, 'yyyy-mm-dd'.length);
}

const short = new Intl.NumberFormat(locale, { notation: 'compact' });
const DOT = 4;
/** On a telephone letters keep their size. */
const NARROW = 340;

type LinesProps = { readonly drawn: DrawnTrend; readonly width: number };

const Lines = ({ drawn: { levels, years, committed, area, settled, dots }, width }: LinesProps) => (
  <>
    <path className="grown" d={area} />
    {levels.map(({ value, y }) => (
      <g key={value}>
        <path className="mark" d={`M64 ${y}H${width}`} />
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
    <path className="steps" d={committed} />
    <path className="way paid" d={settled} />
    {dots.map(({ x, y }) => (
      <circle key={x} className="now paid" cx={x} cy={y} r={DOT} />
    ))}
  </>
);
