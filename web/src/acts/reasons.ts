import { messages } from '#messages/acts';
import type { Schemas } from '../api/client.ts';
import { countryName, list, themeName } from '../parts/locale.ts';
import { moneyText } from '../parts/Money.tsx';
import { keyOf } from '../parts/Status.tsx';

export type Reason = Schemas['Reason'];
type Fact = Reason['facts'][string];

/** The facts of these criteria are codes with commas between. */
const CODES: Readonly<Record<string, (code: string) => string>> = {
  country: countryName,
  theme: themeName,
  'excluded-theme': themeName,
  instrument: themeName,
  indicators: themeName,
};

export const codesIn = (fact: Fact | undefined): string[] => (typeof fact === 'string' && fact !== '' ? fact.split(',') : []);

function textOf(criterion: string, fact: Fact | undefined): string {
  if (fact === undefined || fact === '') return 'none';
  if (typeof fact !== 'string') return moneyText(fact);
  const nameOf = CODES[criterion];
  return nameOf ? list(codesIn(fact).map(nameOf)) : fact;
}

/** Why a condition is met or missed, or what a criterion goes by. */
export function reasonText({ criterion, outcome, facts }: Reason): string {
  const told = new Proxy({ ...facts, outcome } as Record<string, Fact>, {
    get: (given, name) => (name === 'outcome' ? outcome : textOf(criterion, Reflect.get(given, name) as Fact | undefined)),
  });
  return messages[`reason_${keyOf(criterion)}`]?.(told) ?? criterionText(criterion);
}

export const criterionText = (criterion: string): string => messages['criterion']?.({ code: keyOf(criterion) }) ?? criterion;
