import { afterMonths } from '#messages/agreement-text';
import type { Schemas } from '../api/client.ts';
import { dayText } from '../parts/locale.ts';

/** On which day a milestone is due, or how many months after the agreement is effective. */
export const dueText = ({ dueOn, monthsAfterEffective: months }: Pick<Schemas['Tranche'], 'dueOn' | 'monthsAfterEffective'>): string =>
  dueOn ? dayText(dueOn) : afterMonths({ months });
