import { useSuspenseQuery } from '@tanstack/react-query';
import * as c from '#messages/calls';
import { api } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { numberText } from '../../base/parts/locale.ts';
import { Money, moneyText } from '../../base/parts/Money.tsx';
import { compared, less, together } from '../../base/parts/sums.ts';
import { answerName, type Call } from './shared/said.ts';

const MOST = 500;

type Props = {
  readonly call: Call;
  readonly selected: readonly string[];
  readonly onChange: (answers: readonly string[]) => void;
};

/** What is to be selected, in the order of the reviews, with what it asks for and what there is. */
export function Selection({ call, selected, onChange }: Props) {
  const { id, order, available } = call;
  const { data } = useSuspenseQuery({
    queryKey: keys.list('answers', { call: id, of: 'amounts' }),
    queryFn: ({ signal }) => api.operations.listAnswers({ call: id, limit: MOST }, { signal }),
  });
  const amountOf = (answer: string) => data.answers.find((each) => each.id === answer)?.amount;
  const amounts = selected.flatMap((answer) => amountOf(answer) ?? []);
  const [first, ...others] = amounts;
  const sum = first && others.reduce(together, first);
  const isTooMuch = sum !== undefined && compared(sum, available) > 0;
  return (
    <fieldset className="field">
      <legend>{c.toSelect()}</legend>
      <p className="hint">{c.toSelectHint()}</p>
      {(order?.order ?? []).map(({ answer, place }) => {
        const amount = amountOf(answer);
        return (
          <label key={answer} className="check">
            <input
              type="checkbox"
              name={`selected.${answer}`}
              checked={selected.includes(answer)}
              onChange={({ currentTarget: { checked } }) =>
                onChange(checked ? [...selected, answer] : selected.filter((each) => each !== answer))
              }
            />
            <span>
              {c.inPlace({ place: numberText(place), title: answerName(call, answer) })}{' '}
              {amount ? <Money amount={amount} of={`${answer}/amount`} /> : null}
            </span>
          </label>
        );
      })}
      <p role="status">
        {sum
          ? isTooMuch
            ? c.tooMuch({ sum: moneyText(sum), available: moneyText(available) })
            : c.leaves({ sum: moneyText(sum), available: moneyText(available), left: moneyText(less(available, sum)) })
          : c.nothingYet({ available: moneyText(available) })}
      </p>
    </fieldset>
  );
}
