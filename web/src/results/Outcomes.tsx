import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import * as m from '#messages/results';
import type { Schemas } from '../base/api/client.ts';
import { useCodeNames } from '../base/api/lists.ts';
import { ItemLink } from '../base/parts/ItemLink.tsx';
import { countryName } from '../base/parts/locale.ts';
import { Table } from '../base/parts/Table.tsx';
import { costsOf, mostOf, perUnitsOf, totalText, widthsOf } from './figures.ts';
import type { Narrowing, Outcome, Split } from './results.ts';

type Props = {
  readonly label: string;
  readonly outcomes: readonly Outcome[];
  readonly names: Schemas['Names'];
  /** By what they are split; where they are not, each is of an indicator of its own. */
  readonly by?: Split | undefined;
  /** Of which results they are. */
  readonly of: Narrowing;
  readonly isTable: boolean;
};

/** Totals as a picture, or as a table of the same. */
export const Outcomes = (props: Props) => (props.isTable ? <AsTable {...props} /> : <AsPicture {...props} />);

/** Where a total opens to: the same results, narrowed to its own. A part of the cities themselves or of other sources is none that can be asked for. */
function narrowedTo({ indicator, name }: Outcome, by: Split | undefined, of: Narrowing): Narrowing | undefined {
  if (by === undefined) return { ...of, indicator };
  if (by !== 'payer') return name === '' ? undefined : { ...of, indicator, [by]: name };
  return name.startsWith('spo_') ? { ...of, indicator, sponsor: name } : undefined;
}

const Opens = ({ of: outcome, by, within }: { readonly of: Outcome; readonly by: Split | undefined; readonly within: Narrowing }) => {
  const search = narrowedTo(outcome, by, within);
  const text = m.opens({ count: outcome.whole.atoms });
  return search ? (
    <Link to="/results" search={search}>
      {text}
    </Link>
  ) : (
    text
  );
};

/** What the parts of a split are called. */
function useNameOf(by: Split | undefined, names: Props['names']): (outcome: Outcome) => string {
  const [indicator, theme] = [useCodeNames('indicators'), useCodeNames('themes', by === 'theme')];
  return ({ indicator: code, name }) => {
    switch (by) {
      case undefined:
        return indicator(code);
      case 'theme':
        return theme(name);
      case 'country':
        return name === '' ? m.noCountry() : countryName(name);
      case 'city':
        return names[name]?.text ?? name;
      case 'payer':
        return name.startsWith('spo_') ? (names[name]?.text ?? name) : m.payer({ who: name === 'city' ? 'city' : 'other' });
    }
  };
}

/** Cities and sponsors have pages of their own. */
const Named = ({ of: { name }, by, children }: { readonly of: Outcome; readonly by: Split | undefined; readonly children: string }) =>
  by === 'city' || by === 'payer' ? <ItemLink id={name}>{children}</ItemLink> : children;

const lines = (texts: readonly string[]): ReactNode =>
  texts.length === 0 ? m.notDefined() : texts.map((text) => <div key={text}>{text}</div>);

function AsTable({ label, outcomes, names, by, of }: Props) {
  const nameOf = useNameOf(by, names);
  const unit = useCodeNames('units');
  return (
    <Table
      label={label}
      rows={outcomes}
      keyOf={({ indicator, name }) => `${indicator} ${name}`}
      columns={[
        {
          title: by === undefined ? m.indicator() : label,
          cell: (outcome) => (
            <Named of={outcome} by={by}>
              {nameOf(outcome)}
            </Named>
          ),
        },
        { title: m.verified(), isFigure: true, isCounted: true, cell: ({ verified }) => totalText(verified, unit) },
        { title: m.reported(), isFigure: true, isCounted: true, cell: ({ reported }) => totalText(reported, unit) },
        { title: m.together(), isFigure: true, isCounted: true, cell: ({ whole }) => totalText(whole, unit) },
        { title: m.cost(), isFigure: true, isCounted: true, cell: (outcome) => lines(costsOf(outcome)) },
        { title: m.perUnit(), isFigure: true, isCounted: true, cell: (outcome) => lines(perUnitsOf(outcome)) },
        { title: m.madeOf(), cell: (outcome) => <Opens of={outcome} by={by} within={of} /> },
      ]}
    />
  );
}

const WIDTH = 1_000;
const HEIGHT = 12;

/** Each as long as its share of the largest; of different indicators, whose units differ, of its own whole. */
function AsPicture({ outcomes, names, by, of }: Props) {
  const nameOf = useNameOf(by, names);
  const unit = useCodeNames('units');
  const most = mostOf(outcomes);
  return (
    <ul className="plain">
      {outcomes.map((outcome) => {
        const { indicator, name, whole, verified, reported } = outcome;
        return (
          <li key={`${indicator} ${name}`}>
            <p className="row far">
              <span>
                <Named of={outcome} by={by}>
                  {nameOf(outcome)}
                </Named>
              </span>
              <span className="num">{totalText(whole, unit)}</span>
            </p>
            <Bar
              widths={widthsOf(outcome, by === undefined ? mostOf([outcome]) : most, WIDTH)}
              says={m.barSays({ name: nameOf(outcome), verified: totalText(verified, unit), reported: totalText(reported, unit) })}
            />
            <small>
              <Opens of={outcome} by={by} within={of} />
            </small>
          </li>
        );
      })}
    </ul>
  );
}

/** What is verified in full ink, and what is only reported in weaker. */
const Bar = ({ widths, says }: { readonly widths: readonly [number, number] | undefined; readonly says: string }) =>
  widths === undefined ? (
    <p className="quiet">{says}</p>
  ) : (
    <svg className="mini-bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} height={HEIGHT} preserveAspectRatio="none" role="img" aria-label={says}>
      {(['m-settled', 'm-offered'] as const).map((ink, index) => (
        <rect
          key={ink}
          className={ink}
          x={(index === 0 ? 0 : widths[0]) + 0.5}
          y=".5"
          width={Math.max(widths[index === 0 ? 0 : 1] - 1, 0)}
          height={HEIGHT - 1}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );

/** What the ink of the bars means. */
export const InkKey = () => (
  <ul className="key">
    {[['m-settled', m.verified()] as const, ['m-offered', m.reported()] as const].map(([ink, text]) => (
      <li key={ink}>
        <svg width="16" height="12" viewBox="0 0 16 12" aria-hidden="true">
          <rect className={ink} x=".5" y=".5" width="15" height="11" />
        </svg>
        {text}
      </li>
    ))}
  </ul>
);
