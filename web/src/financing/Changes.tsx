import * as m from '#messages/agreement-text';
import type { Schemas } from '../base/api/client.ts';
import { dayText } from '../base/parts/locale.ts';
import { Money, moneyText } from '../base/parts/Money.tsx';
import { less, together } from '../base/parts/sums.ts';

type Props = {
  readonly agreement: Pick<Schemas['Agreement'], 'id' | 'tranches'>;
  readonly measure: Pick<Schemas['Measure'], 'number' | 'status' | 'changes'>;
};

/**
 * Which dates and amounts an amendment changes. While it is only proposed, each is shown with its present value before it, and so is the
 * sum of all milestones.
 */
export function Changes({ agreement, measure }: Props) {
  const isProposed = measure.status === 'proposed' || measure.status === 'begun';
  const of = (number: number) => agreement.tranches.find((each) => each.number === number);
  return (
    <ul>
      {measure.changes.map(({ tranche: number, dueOn, amount }) => {
        const now = isProposed ? of(number) : undefined;
        return (
          <li key={number}>
            {number}. <span dir="auto">{of(number)?.title}</span>
            {': '}
            {amount ? (
              <>
                {now ? (
                  <>
                    <Money amount={now.amount} of={`${agreement.id}/tranches/${number}`} /> →{' '}
                  </>
                ) : null}
                <Money amount={amount} of={`${agreement.id}/measures/${measure.number}/${number}`} />{' '}
              </>
            ) : null}
            {dueOn ? <span>{now ? `${dueText(now)} → ${dayText(dueOn)}` : m.becomesDue({ day: dayText(dueOn) })}</span> : null}
          </li>
        );
      })}
      {isProposed ? <Total agreement={agreement} measure={measure} /> : null}
    </ul>
  );
}

/** On which day, or as many months after the agreement is effective. */
const dueText = ({ dueOn, monthsAfterEffective: months }: Schemas['Tranche']): string =>
  dueOn ? dayText(dueOn) : m.afterMonths({ months });

function Total({ agreement: { tranches }, measure: { changes } }: Props) {
  const [first, ...rest] = tranches.map(({ amount }) => amount);
  if (!first || changes.every(({ amount }) => amount === undefined)) return null;
  const before = rest.reduce(together, first);
  const after = changes.reduce((sum, { tranche, amount }) => {
    const now = tranches.find(({ number }) => number === tranche)?.amount;
    return amount && now ? together(less(sum, now), amount) : sum;
  }, before);
  return (
    <li>
      <b>{m.totalFromTo({ before: moneyText(before), after: moneyText(after) })}</b>
    </li>
  );
}
