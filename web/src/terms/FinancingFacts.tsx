import * as m from '#messages/financing';
import { writtenOf } from '../acts/amounts.ts';
import type { Schemas } from '../base/api/client.ts';
import { type Fact, Facts } from '../base/parts/Facts.tsx';
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
  const { instrument, loan, guarantee, security, advances, retentionPercent, conditions } = financing;
  return (
    <>
      <b>{choiceText(instrument)}</b>
      <Facts
        of={[
          ...(loan ? loanFacts(loan, amount) : []),
          ...(guarantee ? guaranteeFacts(guarantee) : []),
          [labelOf('security'), security],
          [labelOf('retentionPercent'), percent(retentionPercent)],
          [m.conditions(), conditions.length > 0 ? <Conditions of={conditions} /> : ''],
        ]}
      />
      <small className="quiet">{advances ? m.advances() : m.noAdvances()}</small>
    </>
  );
}

function loanFacts(loan: NonNullable<Financing['loan']>, amount: Props['amount']): readonly Fact[] {
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
    [
      labelOf('commitmentFeePercent'),
      commitmentFeePercent && amount ? (
        <CommitmentFee key="fee" percent={commitmentFeePercent} amount={amount} />
      ) : (
        percent(commitmentFeePercent)
      ),
    ],
    [labelOf('tenorMonths'), tenorText(tenorMonths, graceMonths)],
    [labelOf('repayment'), choiceText(repayment)],
    [labelOf('payments'), choiceText(payments)],
  ];
}

function tenorText(tenorMonths: number, graceMonths: number): string {
  const tenor = m.months({ count: tenorMonths });
  return graceMonths === 0 ? tenor : m.tenor({ tenor, grace: m.months({ count: graceMonths }) });
}

const guaranteeFacts = (guarantee: NonNullable<Financing['guarantee']>): readonly (readonly [string, string])[] => [
  [labelOf('feePercent'), percent(guarantee.feePercent)],
  [labelOf('frontEndFeePercent'), percent(guarantee.frontEndFeePercent)],
  [labelOf('tenorMonths'), m.months({ count: guarantee.tenorMonths })],
  [labelOf('payments'), choiceText(guarantee.payments)],
];

const Conditions = ({ of }: { readonly of: Financing['conditions'] }) => (
  <ul>
    {of.map(({ title, phase, kind }) => (
      <li key={title}>{m.condition({ title, phase: choiceText(phase), kind: choiceText(kind) })}</li>
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
