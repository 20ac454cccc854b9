import type { Project } from './messages.ts';

type Proposal = Project['proposal'];

/** What a report on the milestone of this number answers: of each planned indicator the part of its target that is due by then. */
export function answersOf({ plannedIndicators, milestones }: Proposal, number: number) {
  const last = milestones.length;
  return plannedIndicators.flatMap(({ code, unit = '', target = '0', milestones: at }) => {
    const due = at.length === 0 ? [last] : at;
    const place = due.indexOf(number);
    if (place < 0) return [];
    return [{ code, unit, value: String((BigInt(target) * BigInt(place + 1)) / BigInt(due.length)) }];
  });
}
