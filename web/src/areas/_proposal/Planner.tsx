import * as m from '#messages/proposal';
import { writtenOf } from '../../acts/amounts.ts';
import { moneyText } from '../../base/parts/Money.tsx';
import { Say } from '../../base/parts/Say.tsx';
import type { Proposal } from './shared/tasks.ts';
import { amountOf, keptRows, minorOf, type Row, rowsOf } from './shared/written.ts';

type Props = { readonly value: string; readonly target: Proposal['target']; readonly onChange: (name: string, value: string) => void };

/** The sum of the milestones compared with the target, to the minor unit, and how the remainder is spread. */
export function Planner({ value, target, onChange }: Props) {
  if (!target)
    return (
      <Say kind="wait">
        <p>{m.noTarget()}</p>
      </Say>
    );
  const { currency } = target;
  const rows = rowsOf(value);
  const sum = rows.reduce((total, { amount = '' }) => total + (minorOf(amount, currency) ?? 0n), 0n);
  const rest = (minorOf(writtenOf(target.amount), currency) ?? 0n) - sum;
  const text = (minor: bigint): string => moneyText({ amount: amountOf(minor, currency), currency });
  const spread = (): void => onChange('milestones', keptRows(spreadOver(rows, rest, currency)));
  return (
    <div className="row far">
      <p role="status">
        {m.sumOf({ sum: text(sum), target: moneyText(target) })}{' '}
        <b>{rest === 0n ? m.sumIsRight() : rest > 0n ? m.restIs({ rest: text(rest) }) : m.overBy({ rest: text(-rest) })}</b>
      </p>
      <button className="btn small" type="button" disabled={rest <= 0n || rows.length === 0} onClick={spread}>
        {m.spreadRest()}
      </button>
    </div>
  );
}

/** The remainder in equal parts over the rows without an amount, or over all if each has one; the last one takes what does not divide. */
function spreadOver(rows: readonly Row[], rest: bigint, currency: string): readonly Row[] {
  const isOpen = ({ amount = '' }: Row): boolean => amount.trim() === '';
  const open = rows.some(isOpen) ? rows.map(isOpen) : rows.map(() => true);
  const count = BigInt(open.filter(Boolean).length);
  const last = open.lastIndexOf(true);
  return rows.map((row, index) => {
    if (!open[index]) return row;
    const more = rest / count + (index === last ? rest % count : 0n);
    const amount = amountOf((minorOf(row['amount'] ?? '', currency) ?? 0n) + more, currency);
    return { ...row, amount: writtenOf(amount) };
  });
}
