import type { Milestone, Project } from './messages.ts';

type Proposal = Project['proposal'];
type Reported = Pick<Milestone, 'number' | 'targets'>;

/**
 * What a report on a milestone answers: of each planned indicator what an amendment has made of its target, or else the part of the proposal's
 * that is due by then.
 */
export function answersOf({ plannedIndicators, milestones }: Proposal, { number, targets }: Reported) {
  const last = milestones.length;
  return plannedIndicators.flatMap(({ code, unit = '', target = '0', milestones: at }) => {
    const due = at.length === 0 ? [last] : at;
    const place = due.indexOf(number);
    if (place < 0) return [];
    const amended = targets.findLast((each) => each.code === code)?.target;
    return [{ code, unit, value: amended ?? String((BigInt(target) * BigInt(place + 1)) / BigInt(due.length)) }];
  });
}
