import type { ReactNode } from 'react';
import * as m from '#messages/mandates';
import { fieldLabel } from '../../acts/words.ts';
import type { BodyOf, Schemas } from '../../base/api/client.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { countryName, list } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { Table } from '../../base/parts/Table.tsx';

export type Terms = BodyOf<'publishMandate'>['terms'];

type AnyTerms = Terms | Schemas['MandateTerms'];
type Row = readonly [name: keyof AnyTerms, is: ReactNode];

/** What a sponsor would fund. `of` names the figures. */
export const TermsFacts = ({ terms, of }: { readonly terms: AnyTerms; readonly of: string }) => (
  <Facts of={useTermRows()(terms, of).map(([name, is]) => [fieldLabel(name), is])} />
);

/** What terms say, field by field, in words. */
function useTermRows(): (terms: AnyTerms, of: string) => readonly Row[] {
  const [theme, instrument, indicator] = [useCodeNames('themes'), useCodeNames('instruments'), useCodeNames('indicators')];
  const named = (codes: readonly string[] = [], nameOf: (code: string) => string, empty: string): string =>
    list(codes.map(nameOf)) || empty;
  return (terms, of) => [
    ['countries', list((terms.countries ?? []).map(countryName))],
    ['themes', named(terms.themes, theme, m.any())],
    ['excludedThemes', named(terms.excludedThemes, theme, m.none())],
    ['instruments', named(terms.instruments, instrument, m.any())],
    ['preferredInstruments', named(terms.preferredInstruments, instrument, m.none())],
    ['ticketMinimum', <Money key="minimum" amount={terms.ticketMinimum} of={`${of}/ticketMinimum`} />],
    ['ticketMaximum', <Money key="maximum" amount={terms.ticketMaximum} of={`${of}/ticketMaximum`} />],
    ['usualTicketLow', terms.usualTicketLow ? <Money amount={terms.usualTicketLow} of={`${of}/usualTicketLow`} /> : null],
    ['usualTicketHigh', terms.usualTicketHigh ? <Money amount={terms.usualTicketHigh} of={`${of}/usualTicketHigh`} /> : null],
    ['minimumReadiness', m.readinessOf({ level: terms.minimumReadiness ?? 0 })],
    ['requiredIndicators', named(terms.requiredIndicators, indicator, m.none())],
  ];
}

type Props = {
  readonly before: AnyTerms;
  readonly after: AnyTerms;
  /** Names the figures of each. */
  readonly of: readonly [before: string, after: string];
  readonly label: string;
  readonly heads: readonly [before: string, after: string];
};

const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);
const textOf = (value: unknown): string => (isEmpty(value) ? '' : JSON.stringify(Array.isArray(value) ? value.toSorted() : value));
const isMoney = (value: AnyTerms[keyof AnyTerms]): value is AnyTerms['ticketMinimum'] => typeof value === 'object' && 'amount' in value;

/** A sum as it is typed, or shown with all its decimal places. */
const plain = (amount: string): string => (amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount);

function isSame(name: keyof AnyTerms, terms: AnyTerms, others: AnyTerms): boolean {
  const [one, other] = [terms[name], others[name]];
  if (isMoney(one) && isMoney(other)) return one.currency === other.currency && plain(one.amount) === plain(other.amount);
  return name === 'minimumReadiness' ? (one ?? 0) === (other ?? 0) : textOf(one) === textOf(other);
}

/** Whether two terms say anything else. */
export const areSame = (one: AnyTerms, other: AnyTerms): boolean => NAMES.every((name) => isSame(name, one, other));
const NAMES: readonly (keyof AnyTerms)[] = [
  ...(['title', 'countries', 'themes', 'excludedThemes', 'instruments', 'preferredInstruments', 'ticketMinimum'] as const),
  ...(['ticketMaximum', 'usualTicketLow', 'usualTicketHigh', 'minimumReadiness', 'requiredIndicators'] as const),
];

/** The terms that differ, side by side; equal ones are left out. */
export function Differences({ before, after, of, label, heads }: Props) {
  const rowsOf = useTermRows();
  const rows = (terms: AnyTerms, name: string) => new Map([['title', terms.title] as const, ...rowsOf(terms, name)]);
  const [was, is] = [rows(before, of[0]), rows(after, of[1])];
  const changed = NAMES.filter((name) => !isSame(name, before, after));
  if (changed.length === 0) return <p>{m.nothingDiffers()}</p>;
  return (
    <Table
      label={label}
      className="versions"
      rows={changed}
      keyOf={(name) => name}
      columns={[
        { title: m.term(), cell: fieldLabel },
        { title: heads[0], cell: (name) => <del>{was.get(name) ?? m.none()}</del> },
        { title: heads[1], cell: (name) => <ins>{is.get(name) ?? m.none()}</ins> },
      ]}
    />
  );
}
