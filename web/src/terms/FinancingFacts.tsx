import type { ReactNode } from 'react';
import * as m from '#messages/financing';
import { writtenOf } from '../acts/amounts.ts';
import type { Schemas } from '../base/api/client.ts';
import { type Fact, Facts } from '../base/parts/Facts.tsx';
import { list } from '../base/parts/locale.ts';
import { moneyText } from '../base/parts/Money.tsx';
import { percentOf } from '../base/parts/sums.ts';
import type { Financing } from '../financing/values.ts';
import { choiceText, labelOf } from './words.ts';

const percent = (text: string | undefined): string => (text ? m.percent({ percent: writtenOf(text) }) : '');

type Props = {
  readonly financing: Financing | undefined;
  /** The kind of financing, if one of its fees is shown in figures here and not elsewhere. */
  readonly amount?: Schemas['Money'];
};

/** On what terms money is given, in words; those of offers of earlier versions were not stated. */
export function FinancingFacts({ financing, amount }: Props) {
  if (!financing) return <span className="faint">{m.notStated()}</span>;
  const { instrument, loan, advances, conditions } = financing;
  const fee = loan?.commitmentFeePercent;
  const shown: Readonly<Record<string, ReactNode>> = {
    ...(fee && amount ? { [labelOf('commitmentFeePercent')]: <CommitmentFee percent={fee} amount={amount} /> } : {}),
    ...(conditions.length > 0 ? { [m.conditions()]: <Conditions of={conditions} /> } : {}),
  };
  return (
    <>
      <b>{choiceText(instrument)}</b>
      <Facts of={detailsOf(financing).map(([term, text]): Fact => [term, shown[term] ?? text])} />
      <small className="quiet">{advances ? m.advances() : m.noAdvances()}</small>
    </>
  );
}

type Term = readonly [label: string, text: string];

/** Everything that terms say beside the instrument and advances, as text; '' where they say nothing of it. */
const detailsOf = ({ loan, guarantee, inKind, security = '', retentionPercent, conditions }: Financing): readonly Term[] => [
  [labelOf('contribution'), inKind?.contribution ?? ''],
  ...(loan ? loanTerms(loan) : []),
  ...(guarantee ? guaranteeTerms(guarantee) : []),
  [labelOf('security'), security],
  [labelOf('retentionPercent'), percent(retentionPercent)],
  [m.conditions(), list(conditions.map(conditionText))],
];

const termsOf = (financing: Financing | undefined): readonly Term[] =>
  financing
    ? [
        [labelOf('instrument'), choiceText(financing.instrument)],
        ...detailsOf(financing),
        [labelOf('advances'), financing.advances ? m.advances() : m.noAdvances()],
      ]
    : [];

/** What one version of terms says otherwise than the version before: '' where one of them says nothing of it. */
export function changedTerms(before: Financing | undefined, after: Financing | undefined) {
  const [old, now] = [new Map(termsOf(before)), new Map(termsOf(after))];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((term) => ({ term, from: old.get(term) ?? '', to: now.get(term) ?? '' }))
    .filter(({ from, to }) => from !== to);
}

/** Each term that has changed, with what it was and is. */
export const TermChanges = ({ of }: { readonly of: ReturnType<typeof changedTerms> }) =>
  of.map(({ term, from, to }) => (
    <div key={term}>
      {term}: {from || '–'} → <b>{to || '–'}</b>
    </div>
  ));

function loanTerms(loan: NonNullable<Financing['loan']>): readonly Term[] {
  const {
    rate,
    index = '',
    indexPercent = '',
    frontEndFeePercent,
    commitmentFeePercent,
    tenorMonths,
    graceMonths,
    repayment,
    payments,
  } = loan;
  const own = writtenOf(loan.percent);
  return [
    [labelOf('rate'), rate === 'fixed' ? m.rateFixed({ percent: own }) : m.rateIndex({ index, now: writtenOf(indexPercent), margin: own })],
    [labelOf('frontEndFeePercent'), percent(frontEndFeePercent)],
    [labelOf('commitmentFeePercent'), percent(commitmentFeePercent)],
    [labelOf('tenorMonths'), tenorText(tenorMonths, graceMonths)],
    [labelOf('repayment'), choiceText(repayment)],
    [labelOf('payments'), choiceText(payments)],
  ];
}

function tenorText(tenorMonths: number, graceMonths: number): string {
  const tenor = m.months({ count: tenorMonths });
  return graceMonths === 0 ? tenor : m.tenor({ tenor, grace: m.months({ count: graceMonths }) });
}

const guaranteeTerms = (guarantee: NonNullable<Financing['guarantee']>): readonly Term[] => [
  [labelOf('feePercent'), percent(guarantee.feePercent)],
  [labelOf('frontEndFeePercent'), percent(guarantee.frontEndFeePercent)],
  [labelOf('tenorMonths'), m.months({ count: guarantee.tenorMonths })],
  [labelOf('payments'), choiceText(guarantee.payments)],
];

const conditionText = ({ title, phase, kind }: Financing['conditions'][number]): string =>
  m.condition({ title, phase: choiceText(phase), kind: choiceText(kind) });

const Conditions = ({ of }: { readonly of: Financing['conditions'] }) => (
  <ul>
    {of.map((condition) => (
      <li key={condition.title}>{conditionText(condition)}</li>
    ))}
  </ul>
);

type CommitmentFeeProps = { readonly percent: string; readonly amount: Schemas['Money'] };

/** A fee on what is not drawn: what it comes to in a year at most, and that costs which take all as drawn on the first day have none of it. */
export const CommitmentFee = ({ percent, amount }: CommitmentFeeProps) => (
  <>
    {m.percent({ percent: writtenOf(percent) })} <span>{m.commitmentFeeAtMost({ amount: moneyText(percentOf(percent, amount)) })}</span>{' '}
    <small className="quiet">{m.commitmentFeeAssumes()}</small>
  </>
);
