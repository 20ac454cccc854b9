import { lazy, Suspense } from 'react';
import * as m from '#messages/projects';
import type { Schemas } from '../../base/api/client.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { decimalText, list, locale } from '../../base/parts/locale.ts';
import { Table } from '../../base/parts/Table.tsx';

/** What the project is about, in its proposer's words, and what it will report. */
export function About({ project: { proposal } }: { readonly project: Schemas['Project'] }) {
  const { description, language } = proposal;
  if (!description) return null;
  return (
    <p className="about" lang={language} dir="auto">
      {description} {language && language !== locale ? <span className="lang">{language}</span> : null}
    </p>
  );
}

type Milestone = Schemas['Milestone'];
type Props = { readonly project: Schemas['Project']; readonly milestones: readonly Milestone[] };

// Most projects have none.
const Targets = lazy(async () => ({ default: (await import('../../reports/Targets.tsx')).Targets }));

/** What it will report, with the targets that stand; and what amendments have made of them, where they have. */
export function Indicators({ project: { proposal }, milestones }: Props) {
  const { plannedIndicators = [] } = proposal;
  const last = proposal.milestones.at(-1)?.number ?? 0;
  const changed = milestones.flatMap(({ number, targets }) => targets.map((target) => ({ ...target, tranche: number })));
  const isPlanned = plannedIndicators.length > 0;
  const [indicatorName, unitName] = [useCodeNames('indicators', isPlanned), useCodeNames('units', isPlanned)];
  if (plannedIndicators.length === 0) return null;
  return (
    <section className="part" aria-labelledby="h-results">
      <h2 id="h-results">{m.results()}</h2>
      <Table
        label={m.results()}
        rows={plannedIndicators}
        keyOf={({ code, milestones: at }) => `${code}/${at.join()}`}
        columns={[
          { title: m.indicator(), cell: (planned) => indicatorName(planned.code) },
          {
            title: m.baseline(),
            isFigure: true,
            isCounted: true,
            cell: (planned) => (planned.baseline ? decimalText(planned.baseline) : '–'),
          },
          { title: m.target(), isFigure: true, isCounted: true, cell: (planned) => standing(planned, milestones, last) },
          { title: m.unit(), cell: (planned) => unitName(planned.unit ?? '') },
          { title: m.method(), cell: (planned) => planned.method },
          {
            title: m.reportedWith(),
            cell: (planned) => (planned.milestones.length > 0 ? list(planned.milestones.map(String)) : m.lastMilestone()),
          },
        ]}
      />
      {changed.length > 0 ? (
        <>
          <h3>{m.targetsChanged()}</h3>
          <Suspense fallback={null}>
            <Targets of={changed} />
          </Suspense>
        </>
      ) : null}
    </section>
  );
}

/** What it is to reach; by milestone where amendments have set them apart. */
function standing(
  { code, target = '', milestones: at }: Schemas['PlannedIndicator'],
  milestones: readonly Milestone[],
  last: number,
): string {
  const all = milestones
    .filter(({ number }) => (at.length === 0 ? number === last : at.includes(number)))
    .map(({ number, targets }) => ({ number, target: targets.findLast((each) => each.code === code)?.target ?? target }));
  const [first, ...others] = all;
  const one = first?.target ?? target;
  if (others.every((each) => each.target === one)) return one === '' ? '–' : decimalText(one);
  return list(all.map((each) => m.targetWith({ target: decimalText(each.target), number: each.number })));
}
