import type { ViewFile } from '@junkan/kit/views/files.ts';
import { read } from './exact.ts';
import { type Context, type Finding, finding, type Stored, streamsOf } from './facts.ts';
import { hasSeenAll } from './money.ts';
import { rollupFacts } from './rollup-facts.ts';
import { type Figures, figuresOf, payersOf } from './rollup-figures.ts';

type Check = (isSo: boolean, fault: () => string) => void;
// biome-ignore lint/suspicious/noExplicitAny: read as stored
type Data = any;

/** 45. What is counted as verified has its verdict, and is what that verdict accepts of its report; who pays for it sums to one. */
export function resultsHaveTheirVerdict({ programme, project }: Pick<Stored, 'programme' | 'project'>): Finding {
  const { check, result } = finding();
  for (const [action, events] of streamsOf(programme, 'act'))
    for (const { type, data } of events) if (type === 'ResultVerified') checkVerified(action, data, project, check);
  return result();
}

function checkVerified(action: string, data: Data, project: Context, check: Check): void {
  const events = project.byStream.get(data.milestone) ?? [];
  const what = `${action}: report ${data.report} of ${data.milestone}`;
  const verdict = events.find((each) => each.type === 'MilestoneVerified' && each.data.report === data.report);
  check(verdict !== undefined, () => `${what} is counted, and was never verified`);
  const reported =
    events.find((each) => each.type === 'MilestoneReportSubmitted' && each.data.report === data.report)?.data.indicators ?? [];
  for (const measured of data.measured ?? []) {
    const isOfIt = ({ code }: Data): boolean => code === measured.indicator;
    const said = reported.find(isOfIt);
    const accepted = verdict?.data.accepted?.find(isOfIt);
    check(
      isSame(measured, accepted ? { ...said, value: accepted.value } : said),
      () =>
        `${what} is counted with ${measured.value ?? 'nothing'} of ${measured.indicator}, and says ${accepted?.value ?? said?.value ?? 'nothing'}`,
    );
  }
  const { cost, target = '0', own = '0', cells = [] } = data.funding ?? {};
  const parts = payersOf(cells.map((cell: Data) => ({ ...cell, cost, target, own })));
  const isWhole = BigInt(cost ?? 0) >= BigInt(target) + BigInt(own) && parts.length > 0;
  check(isWhole, () => `${what} is paid for by more than it costs`);
}

/** Units that are exact multiples of one another. */
const SCALES: Readonly<Record<string, bigint>> = { kg: 1n, t: 1_000n, kWh: 1n, MWh: 1_000n };

function isSame(measured: Data, said: Data): boolean {
  if (measured.notAvailable) return said === undefined || said.notAvailable === true || measured.notAvailable === 'unit-is-another';
  if (said === undefined || said.notAvailable) return false;
  const [counted, told] = [read(measured.value ?? '0'), read(said.value ?? '0')];
  const unit = said.unit || measured.unit;
  const [from, to] = unit === measured.unit ? [1n, 1n] : [SCALES[unit] ?? 0n, SCALES[measured.unit] ?? 0n];
  // Of a report that names no unit, the one of the proposal holds, which is not reported here.
  const isOne = counted[0] * told[1] * to === told[0] * counted[1] * from;
  return isOne || (!said.unit && Object.values(SCALES).some((scale) => counted[0] * told[1] * scale === told[0] * counted[1]));
}

/** 46. A funded project is one action, which takes no results of the city’s own; an action that contains others is part of none. */
export function projectsAreOneAction({ programme }: Pick<Stored, 'programme'>): Finding {
  const { check, result } = finding();
  const byProject = new Map<string, string>();
  const wholeOf = new Map<string, string>(
    streamsOf(programme, 'act').map(([action, events]) => [action, events.findLast(({ data }) => data.tags)?.data.tags.partOf ?? '']),
  );
  for (const [part, whole] of wholeOf)
    check(!wholeOf.get(whole), () => `${part} is part of ${whole}, which is part of ${wholeOf.get(whole)}`);
  for (const [action, events] of streamsOf(programme, 'act')) {
    const project: string | undefined = events[0]?.type === 'ActionBegunByProject' ? events[0].data.project : undefined;
    const own = events.filter(({ type }) => type === 'ResultRecorded' || type === 'ResultCorrected').length;
    check(project === undefined || own === 0, () => `${action} is project ${project}, and tells ${own} results of its own`);
    const strange = events.filter(({ type }) => type === 'ResultVerified').length;
    check(project !== undefined || strange === 0, () => `${action} is no project, and has results of ${strange} milestones`);
    if (project === undefined) continue;
    check(!byProject.has(project), () => `project ${project} is both ${byProject.get(project)} and ${action}`);
    byProject.set(project, action);
  }
  return result();
}

/** 47. The totals that are shown are what the recorded results come to, by city, country, commitment and payer. */
export function totalsAreTheirAtoms({ programme }: Pick<Stored, 'programme'>, views: readonly ViewFile[]): Finding {
  const { check, result } = finding();
  const { exact, shown: figures } = figuresOf(rollupFacts({ programme }));
  for (const [key, isWhole] of wholesOf(exact)) check(isWhole, () => `${key} does not come to the whole`);
  for (const view of views.filter((each) => each.name === 'results' && hasSeenAll(each, programme))) {
    const shown = shownIn(view);
    for (const key of new Set([...figures.keys(), ...shown.keys()])) {
      const [own, there] = [written(figures.get(key)), written(shown.get(key))];
      check(own === there, () => `${key} in ${view.label} is ${there || 'nothing'}, its results come to ${own || 'nothing'}`);
    }
  }
  return result();
}

/** What is attributed to commitments, and what is attributed to payers, is all there is: no more and no less. */
function* wholesOf(figures: Figures): Generator<[string, boolean]> {
  for (const [key, all] of figures) {
    const [indicator, column] = key.split(' ');
    if (column !== 'all') continue;
    for (const split of ['attributed', 'payer']) {
      const names = [...figures].filter(([each]) => each.startsWith(`${indicator} ${split} `));
      yield [
        `${split} of ${indicator}`,
        isEqual(
          all,
          names.map(([, sums]) => sums),
        ),
      ];
    }
  }
}

function isEqual(whole: ReadonlyMap<string, bigint>, shares: readonly ReadonlyMap<string, bigint>[]): boolean {
  const sum = (of: readonly ReadonlyMap<string, bigint>[]): readonly [bigint, bigint] =>
    of
      .flatMap((each) => [...each])
      .reduce<readonly [bigint, bigint]>(
        ([a, b], [denominator, numerator]) => [a * BigInt(denominator) + numerator * b, b * BigInt(denominator)],
        [0n, 1n],
      );
  const [[a, b], [c, d]] = [sum([whole]), sum(shares)];
  return a * d === c * b;
}

const written = (sums: ReadonlyMap<string, bigint> | undefined): string =>
  [...(sums ?? [])]
    .filter(([, numerator]) => numerator !== 0n)
    .map(([denominator, numerator]) => `${numerator}/${denominator}`)
    .toSorted()
    .join(' + ');

const COLUMNS = ['all', 'certainty', 'city', 'country', 'touched', 'attributed', 'payer'];

function shownIn({ db }: ViewFile): Map<string, Map<string, bigint>> {
  const shown = new Map<string, Map<string, bigint>>();
  const rows = db.prepare("SELECT indicator, col, name, denominator, numerator FROM total WHERE measure IN ('verified', 'reported')");
  for (const { indicator, col, name, denominator, numerator } of rows.all()) {
    if (!COLUMNS.includes(String(col))) continue;
    const key = `${indicator} ${col} ${name}`;
    const sums = shown.get(key) ?? new Map<string, bigint>();
    shown.set(key, sums.set(String(denominator), (sums.get(String(denominator)) ?? 0n) + BigInt(String(numerator))));
  }
  return shown;
}
