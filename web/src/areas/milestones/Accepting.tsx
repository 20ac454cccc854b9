import { lazy, Suspense, useState } from 'react';
import * as m from '#messages/reporting';
import { decimalOf } from '../../acts/amounts.ts';
import type { Schemas } from '../../base/api/client.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { decimalText } from '../../base/parts/locale.ts';
import type { Given } from '../../opened/Act.tsx';
import { compareDecimals, type Planned } from '../../reports/planned.ts';
import type { Judged, Written } from './AcceptedFields.tsx';

// They come with the form.
const AcceptedFields = lazy(async () => ({ default: (await import('./AcceptedFields.tsx')).AcceptedFields }));

type Reported = { readonly values: readonly Schemas['IndicatorValue'][]; readonly planned: readonly Planned[] };
/** What a verifier accepts of each indicator, which is what was reported until something else is written: fields in addition to those of the form. */
export function useAccepting({ values, planned }: Reported): Required<Pick<Given, 'body' | 'own'>> {
  const [written, setWritten] = useState<Readonly<Record<string, Partial<Written>>>>({});
  const indicatorName = useCodeNames('indicators', values.length > 0);
  const all = values
    .filter(({ notAvailable }) => !notAvailable)
    .map(({ code, value: reported = '', unit = planned.find((each) => each.code === code)?.unit ?? '' }): Judged => {
      const { value = decimalText(reported), because = '' } = written[code] ?? {};
      const accepted = decimalOf(value);
      const isOther = accepted !== undefined && compareDecimals(accepted, reported) !== 0;
      const fields = { value: `accepted/${code}`, because: `accepted/${code}/because` };
      return { code, reported, unit, value, because, accepted, isOther, fields };
    });
  const faults = Object.fromEntries(all.flatMap((each) => faultOf(each, indicatorName(each.code))));
  const change = (code: string, more: Partial<Written>): void =>
    setWritten((before) => ({ ...before, [code]: { ...before[code], ...more } }));
  const show = (found: Readonly<Record<string, string>>) => (
    <Suspense fallback={null}>
      <AcceptedFields all={all} faults={found} onChange={change} />
    </Suspense>
  );
  const accepted = all.flatMap(({ code, accepted: value, isOther, because }) =>
    isOther && value !== undefined ? [{ code, value, because: inOneLine(because) }] : [],
  );
  return { body: { accepted }, own: { isReadable: Object.keys(faults).length === 0, faultsOf: () => faults, show } };
}

const inOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** By field, what is wrong with it, in words. */
function faultOf({ fields, accepted, isOther, because }: Judged, indicator: string): [field: string, fault: string][] {
  if (accepted === undefined) return [[fields.value, m.acceptedFault({ indicator })]];
  return isOther && inOneLine(because) === '' ? [[fields.because, m.acceptedWhyFault({ indicator })]] : [];
}
