import * as t from '#messages/agreement-text';
import { indicator as indicatorTitle } from '#messages/milestones';
import { baseline as baselineTitle, target as targetTitle } from '#messages/reporting';
import { useCodeNames } from '../../api/lists.ts';
import { Columns } from '../../parts/Columns.tsx';
import { decimalText, list } from '../../parts/locale.ts';
import { Scroll } from '../../parts/Scroll.tsx';
import type { Edition } from './text-parts.tsx';

type Props = { readonly edition: Pick<Edition, 'promised' | 'tranches'> };

/** What the project promises: each indicator with what is to be reached, and in the reports on which milestones. */
export function PromisedResults({ edition: { promised, tranches } }: Props) {
  const [indicatorName, unitName] = [useCodeNames('indicators'), useCodeNames('units')];
  const told = (value: string | undefined, unit = ''): string =>
    value ? `${decimalText(value)} ${unit === '' ? '' : unitName(unit)}` : '–';
  const titleOf = (number: number): string => `${number}. ${tranches.find((each) => each.number === number)?.title ?? ''}`;
  return (
    <Scroll label={t.results()}>
      <table>
        <thead>
          <tr>
            <Columns
              of={[
                { title: indicatorTitle() },
                { title: baselineTitle(), isFigure: true },
                { title: targetTitle(), isFigure: true },
                { title: t.reportedWith() },
              ]}
            />
          </tr>
        </thead>
        <tbody>
          {promised.map(({ code, unit, baseline, target, tranches: of }) => (
            <tr key={`${code}/${of.join()}`}>
              <th scope="row">{indicatorName(code)}</th>
              <td className="r num">{told(baseline, unit)}</td>
              <td className="r num">{told(target, unit)}</td>
              <td>{list(of.map(titleOf))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
