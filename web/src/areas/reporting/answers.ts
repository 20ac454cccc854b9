import type { Schemas } from '../../api/client.ts';
import type { Values } from '../../api/drafts.ts';
import { decimalOf } from '../../parts/amounts.ts';
import type { Planned } from './planned.ts';

type Value = Schemas['IndicatorValue'];
/** The fields in which one indicator is answered. */
export const fieldsOf = (code: string) =>
  ({ value: `${code}/value`, notAvailable: `${code}/not-available`, because: `${code}/because` }) as const;
export const YES = 'yes';

/** What is saved of the results, field by field. */
export const savedOf = (indicators: readonly Value[], planned: readonly Planned[]): Values =>
  Object.fromEntries(
    planned.flatMap(({ code }) => {
      const given = indicators.find((value) => value.code === code);
      const { value, notAvailable, because } = fieldsOf(code);
      return [
        [value, given?.value ?? ''],
        [notAvailable, given?.notAvailable ? YES : ''],
        [because, given?.because ?? ''],
      ];
    }),
  );

export type Fault = 'value' | 'because';
type Answers = { readonly indicators: readonly Value[]; readonly faults: Readonly<Record<string, Fault>> };

/** What the fields answer; by field, what does not. What is empty is not answered yet, and what else was reported stays. */
export function answersOf(values: Values, planned: readonly Planned[], before: readonly Value[]): Answers {
  const faults: Record<string, Fault> = {};
  const answered = planned.flatMap(({ code, unit = '' }): Value[] => {
    const fields = fieldsOf(code);
    const [written = '', because = ''] = [values[fields.value]?.trim(), values[fields.because]?.trim()];
    if (values[fields.notAvailable] === YES) {
      if (because === '') faults[fields.because] = 'because';
      return [{ code, notAvailable: true, because }];
    }
    if (written === '') return [];
    const value = decimalOf(written);
    if (value === undefined) faults[fields.value] = 'value';
    return value === undefined ? [] : [{ code, value, unit, notAvailable: false }];
  });
  const others = before.filter((value) => planned.every(({ code }) => code !== value.code));
  return { indicators: [...answered, ...others], faults };
}
