import { messages } from '#messages/reasons';
import type { Schemas } from '../base/api/client.ts';
import { useCodeNames } from '../base/api/lists.ts';
import { countryName, list } from '../base/parts/locale.ts';
import { moneyText } from '../base/parts/Money.tsx';

export type Reason = Schemas['Reason'];
type Fact = Reason['facts'][string];

export const codesIn = (fact: Fact | undefined): string[] => (typeof fact === 'string' && fact !== '' ? fact.split(',') : []);

type Naming = (code: string) => string;

function textOf(fact: Fact | undefined, nameOf: Naming | undefined): string {
  if (fact === undefined || fact === '') return 'none';
  if (typeof fact !== 'string') return moneyText(fact);
  return nameOf ? list(codesIn(fact).map(nameOf)) : fact;
}

/** Tells why a condition is met or missed, or what a criterion goes by. */
export function useReasonText(): (reason: Reason) => string {
  const [theme, instrument, indicator] = [useCodeNames('themes'), useCodeNames('instruments'), useCodeNames('indicators')];
  /** The facts of these criteria are codes with commas between. */
  const codes: Readonly<Record<string, Naming>> = {
    country: countryName,
    theme,
    'excluded-theme': theme,
    instrument,
    indicators: indicator,
  };
  return ({ criterion, outcome, facts }) => {
    const told = new Proxy(facts, {
      get: (given, name) => (name === 'outcome' ? outcome : textOf(Reflect.get(given, name) as Fact | undefined, codes[criterion])),
    });
    return messages[`reason_${criterion.replaceAll('-', '')}`]?.(told) ?? criterionText(criterion);
  };
}

/** What a criterion is called; its code where a newer installation knows more. */
export const criterionText = (criterion: string): string => messages['criterion']?.({ code: criterion }) ?? criterion;
