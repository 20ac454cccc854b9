import { useState } from 'react';
import { secretariat } from '#messages';
import * as m from '#messages/awards';
import * as c from '#messages/calls';
import { Acts } from '../../acts/Acts.tsx';
import { fieldLabel } from '../../acts/words.ts';
import { numberText } from '../../base/parts/locale.ts';
import { Money, moneyText } from '../../base/parts/Money.tsx';
import { compared, less, together } from '../../base/parts/sums.ts';
import type { Given } from '../../opened/Act.tsx';
import { PickOne } from '../../parts/PickOne.tsx';
import { useAnswers } from './answers-of.ts';
import { usePartners } from './partners-of.ts';
import type { Call } from './said.ts';

/** Reviewers do it on the page of their reviews. */
const ELSEWHERE: readonly string[] = ['declareReviewInterests'];

type Props = { readonly call: Call; readonly own: string };

/** What may be done with a call. */
export function ToDo({ call, own }: Props) {
  const [organisation, setOrganisation] = useState('');
  const [selected, setSelected] = useState<readonly string[]>([]);
  const order = call.order?.order ?? [];
  const last = Math.max(0, ...order.filter(({ answer }) => selected.includes(answer)).map(({ place }) => place));
  const isAnother = order.some(({ answer, place }) => place < last && !selected.includes(answer));
  const appointing: Given = {
    body: { organisation: organisation || own },
    children: <OfWhom own={own} value={organisation || own} onChange={setOrganisation} />,
  };
  const deciding: Given = {
    body: { selected },
    hints: { note: isAnother ? c.reasonIsNeeded() : c.reasonHint() },
    fieldOf: (field) => (field.name === 'note' ? { ...field, required: isAnother } : field),
    children: <Selection call={call} selected={selected} onChange={setSelected} />,
  };
  const given = (operation: string): Given => {
    if (operation === 'appointReviewer') return appointing;
    return operation === 'decideCall' ? deciding : {};
  };
  if ((call.may ?? []).length === 0) return null;
  return (
    <>
      <h2 className="vh">{m.toDo()}</h2>
      <Acts item={call} only={({ operation }) => !ELSEWHERE.includes(operation)} given={({ operation }) => given(operation)} />
    </>
  );
}

type OfWhomProps = { readonly own: string; readonly value: string; readonly onChange: (organisation: string) => void };

/** For whom a reviewer acts: the own organisation, or a partner. */
function OfWhom({ own, value, onChange }: OfWhomProps) {
  const partners = usePartners();
  const called = own === 'secretariat' ? secretariat() : c.ownOrganisation();
  return (
    <PickOne
      name="organisation"
      label={fieldLabel('organisation')}
      hint={c.organisationHint()}
      value={value}
      choices={[[own, called], ...partners]}
      onChange={(_, chosen) => onChange(chosen)}
    />
  );
}

type SelectionProps = {
  readonly call: Call;
  readonly selected: readonly string[];
  readonly onChange: (answers: readonly string[]) => void;
};

/** What is to be selected, in the order of the reviews, with what it asks for beside what there is. */
function Selection({ call: { id, order, available }, selected, onChange }: SelectionProps) {
  const answers = useAnswers(id);
  const amounts = selected.flatMap((answer) => answers.get(answer)?.amount ?? []);
  const [first, ...others] = amounts;
  const sum = first && others.reduce(together, first);
  const isTooMuch = sum !== undefined && compared(sum, available) > 0;
  return (
    <fieldset className="field">
      <legend>{c.toSelect()}</legend>
      <p className="hint">{c.toSelectHint()}</p>
      {(order?.order ?? []).map(({ answer, place }) => {
        const { called = '', amount } = answers.get(answer) ?? {};
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
              {c.inPlace({ place: numberText(place), title: called })} {amount ? <Money amount={amount} of={`${answer}/amount`} /> : null}
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
