import { parseFraction, sumOf, textOf } from '@junkan/kit/pure/fraction.ts';
import { type Money, total } from '@junkan/kit/pure/money.ts';
import type { ReportCell } from '@junkan/proto/junkan/programme/v1/facts.ts';

type Cell = Pick<ReportCell, 'section' | 'key' | 'value' | 'unit' | 'certainty' | 'milestone' | 'project'>;
/** What values of projects come to together: what is paid, or what is verified of an indicator. */
export type Sum = {
  readonly section: ReportCell['section'];
  readonly indicator: string;
  readonly value: string;
  readonly unit: string;
  readonly paid: Money | undefined;
  readonly count: number;
};

const partOf = ({ key }: Pick<Cell, 'key'>): string => key.split('/').at(-1) ?? '';

/** `isAdded`: whether values of an indicator are added over time and over places. Each currency and each unit is for itself. */
export function sumsOf(cells: readonly Cell[], isAdded: (indicator: string) => boolean): Sum[] {
  const paid = cells.filter(({ section, key }) => section === 'actions' && /^actions\/prj_[^/]+\/paid$/.test(key));
  const verified = cells.filter(
    (cell) => cell.section === 'results' && cell.certainty === 'verified' && cell.milestone !== '' && isAdded(partOf(cell)),
  );
  return [
    ...[...Map.groupBy(paid, ({ unit }) => unit)].map(
      ([unit, all]): Sum => ({
        ...{ section: 'actions', indicator: '', value: '', unit: '', count: all.length },
        paid: total(
          all.map(({ value }) => ({ amount: BigInt(value), currency: unit })),
          unit,
        ),
      }),
    ),
    ...[...Map.groupBy(verified, (cell) => JSON.stringify([partOf(cell), cell.unit])).values()].map(
      (all): Sum => ({
        ...{ section: 'results', indicator: all[0] ? partOf(all[0]) : '', unit: all[0]?.unit ?? '', count: all.length },
        value: textOf(sumOf(all.flatMap(({ value }) => parseFraction(value) ?? []))),
        paid: undefined,
      }),
    ),
  ];
}
