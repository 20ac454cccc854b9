import * as m from '#messages/proposal';
import { writtenOf } from '../../acts/amounts.ts';
import { moneyText } from '../../base/parts/Money.tsx';
import type { Values } from '../../forms/drafts.ts';
import { amountOf, minorOf, rowsOf } from './shared/written.ts';

type Props = { readonly values: Values; readonly currency: string; readonly onChange: (name: string, value: string) => void };

/** The cost compared with where its money comes from, to the minor unit; the target can be set to what is left. */
export function Balance({ values, currency, onChange }: Props) {
  const typed = (name: string): bigint => minorOf(values[name] ?? '', currency) ?? 0n;
  const others = rowsOf(values['otherSources'] ?? '').map(({ amount = '' }) => minorOf(amount, currency) ?? 0n);
  const given = others.reduce((sum, amount) => sum + amount, typed('ownContribution'));
  const [cost, target] = [typed('cost'), typed('target')];
  if (currency === '' || (cost === 0n && given === 0n)) return null;
  const text = (minor: bigint): string => moneyText({ amount: amountOf(minor, currency), currency });
  const left = cost - given;
  const rest = left - target;
  return (
    <div className="row far">
      <p role="status">
        {cost === 0n ? (
          <b>{m.costIsMissing()}</b>
        ) : (
          <>
            {m.sourcesOf({ given: text(given), target: text(target), cost: text(cost) })}{' '}
            <b>{rest === 0n ? m.sumIsRight() : rest > 0n ? m.costIsOpen({ rest: text(rest) }) : m.overBy({ rest: text(-rest) })}</b>
          </>
        )}
      </p>
      {left > 0n && rest !== 0n ? (
        <button className="btn small" type="button" onClick={() => onChange('target', writtenOf(amountOf(left, currency)))}>
          {m.askForLeft({ left: text(left) })}
        </button>
      ) : null}
    </div>
  );
}
