import { type Finding, finding, type Recorded, type Stored, streamsOf } from './facts.ts';

type Target = { readonly code: string; readonly before?: string; readonly target: string; readonly measure: number; readonly at?: string };
type Events = readonly Recorded[];
type Check = (isSo: boolean, fault: () => string) => void;
type Milestone = { readonly id: string; readonly events: Events };

/** Nothing that is agreed on later changes a milestone that has come to its end. */
const ENDS: readonly Recorded['type'][] = ['MilestoneVerified', 'MilestoneRejected', 'MilestoneWaived', 'MilestoneCancelled'];
const TURNS: readonly Recorded['type'][] = [...ENDS, 'MilestoneReportSubmitted', 'MilestoneReportReturned'];

/**
 * 32. What an indicator is to reach changes by an amendment alone, from what it was to what all parties have agreed on, once, and on no milestone whose
 * report waited for its verdict, or had had it, when the amendment was proposed.
 */
export function targetsAreAgreed({ disbursement, project }: Pick<Stored, 'disbursement' | 'project'>): Finding {
  const { check, result } = finding();
  const milestones = new Map(streamsOf(project, 'mst').map(([id, events]): [string, Milestone] => [keyOf(events), { id, events }]));
  for (const [agreement, events] of streamsOf(disbursement, 'agr'))
    for (const { data } of events.filter(({ type }) => type === 'AgreementAmended')) {
      const proposed = events.findLast((each) => each.type === 'MeasureProposed' && each.data.measure === data.measure);
      for (const { tranche, code } of data.results ?? []) {
        const milestone = milestones.get(`${agreement}/${tranche}`);
        if (milestone) checkTaken(milestone, { code, measure: data.measure, proposedAt: proposed?.at ?? '' }, check);
      }
    }
  for (const milestone of milestones.values()) checkOrder(milestone, disbursement.byStream, check);
  return result();
}

const begunOf = (events: Events): Recorded['data'] => events.find(({ type }) => type === 'MilestoneBegun')?.data;
const keyOf = (events: Events): string => `${begunOf(events)?.agreement}/${begunOf(events)?.number}`;

const takenOver = (events: Events): readonly Target[] =>
  events.filter(({ type }) => type === 'MilestoneChanged').flatMap(({ data }) => data.targets ?? []);

type Agreed = Pick<Target, 'code' | 'measure'> & { readonly proposedAt: string };

function checkTaken({ id, events }: Milestone, { code, measure, proposedAt }: Agreed, check: Check): void {
  const times = takenOver(events).filter((each) => each.code === code && each.measure === measure).length;
  const isOver = events.some(({ type }) => ENDS.includes(type));
  check(
    times === 1 || (times === 0 && isOver),
    () => `the target of ${code} by amendment ${measure} is taken over ${times} times by ${id}`,
  );
  const last = events.findLast(({ type, at }) => at < proposedAt && TURNS.includes(type))?.type;
  check(
    last === undefined || last === 'MilestoneReportReturned',
    () => `amendment ${measure} changed the target of ${code} after ${last} of ${id}`,
  );
}

/** Each target is what an amendment says, and continues from the one before. */
function checkOrder({ id, events }: Milestone, agreements: ReadonlyMap<string, Events>, check: Check): void {
  const begun = begunOf(events);
  const now = new Map<string, string>();
  const agreement = agreements.get(begun?.agreement) ?? [];
  for (const { code, before = '', target, measure, at = '' } of takenOver(events)) {
    const amended = agreement.find(({ type, data }) => type === 'AgreementAmended' && data.measure === measure);
    const approved = agreement.findLast(({ type, data }) => type === 'MeasureApproved' && data.measure === measure);
    const said = (amended?.data.results ?? []).find(
      (each: Target & { readonly tranche: number }) => each.tranche === begun?.number && each.code === code,
    );
    check(
      said !== undefined && (said.before ?? '') === before && said.target === target,
      () => `${id} is to reach ${target} of ${code} by amendment ${measure}, which does not say so`,
    );
    check(
      at === '' || at === approved?.data.at,
      () => `${id} has the target of amendment ${measure} from ${at} on, which is not when that took effect`,
    );
    check((now.get(code) ?? before) === before, () => `${id} was to reach ${now.get(code)} of ${code}, not ${before}`);
    now.set(code, target);
  }
}
