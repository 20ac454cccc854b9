import * as m from '#messages/agreement-text';
import { useCodeNames } from '../base/api/lists.ts';
import { dayText, decimalText } from '../base/parts/locale.ts';

type Target = {
  readonly tranche?: number;
  readonly code: string;
  readonly before?: string | undefined;
  readonly target: string;
  readonly measure?: number;
  readonly at?: string | undefined;
};

const told = (value: string | undefined): string => (value ? decimalText(value) : '–');

/** What indicators are to reach, and were to reach before: of which milestone, by which amendment and from when on. */
export function Targets({ of }: { readonly of: readonly Target[] }) {
  const indicatorName = useCodeNames('indicators');
  return (
    <ul>
      {of.map(({ tranche = 0, code, before, target, measure = 0, at }) => (
        <li key={`${tranche}/${code}/${measure}`}>
          {tranche > 0 ? `${m.targetOfMilestone({ number: tranche })}, ` : ''}
          {indicatorName(code)}: {m.targetFromTo({ before: told(before), target: told(target) })}
          {measure > 0 ? (
            <small className="quiet">
              {' '}
              {m.targetByMeasure({ number: measure })}
              {at ? `, ${dayText(at)}` : ''}
            </small>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
