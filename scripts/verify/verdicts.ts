import { type Cell, cellsBefore, inCell } from './agreements.ts';
import { type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';
import { paidAheadBefore } from './retention.ts';

const WHOLE = 10_000n;

/** 33. A verdict makes its exact share of the tranche payable, each sponsor its proportion; the remainder is carried or cancelled whole. */
export function verdictsAreApportioned({ disbursement, project }: Stored): Finding {
  const { check, result } = finding();
  for (const [agreement, events] of streamsOf(disbursement, 'agr')) {
    for (const reduced of events.filter(({ type }) => type === 'TrancheReduced')) {
      const fault = shareFault(reduced, project.byStream.get(reduced.data.milestone) ?? []) ?? cutFault(reduced, events);
      check(fault === undefined, () => `${agreement}, tranche ${reduced.data.tranche}: ${fault}`);
    }
  }
  return result();
}

/** Whether another share was applied than the verdict on the milestone says. */
function shareFault({ data }: Recorded, milestone: readonly Recorded[]): string | undefined {
  const given = milestone.findLast(({ type }) => type === 'MilestoneVerified');
  const [applied, said] = [Number(data.payableBasisPoints ?? 0), Number(given?.data.payableBasisPoints ?? 0)];
  return applied === said ? undefined : `${applied} of 10,000 is payable, and ${data.milestone} was found to have earned ${said}`;
}

function cutFault(reduced: Recorded, events: readonly Recorded[]): string | undefined {
  const { tranche, carriedTo = 0, payableBasisPoints = 0, payable } = reduced.data;
  const before = cellsBefore(events, reduced.version);
  const after = new Map((reduced.data.cells as Cell[]).map((cell) => [`${cell.tranche}/${cell.sponsor}`, inCell(cell)]));
  const now = (cell: Cell, number = cell.tranche): bigint => after.get(`${number}/${cell.sponsor}`) ?? 0n;
  const judged = before.filter((cell) => cell.tranche === tranche);
  const whole = judged.reduce((sum, cell) => sum + inCell(cell), 0n);
  const sum = judged.reduce((all, cell) => all + now(cell), 0n);
  const due = (whole * BigInt(payableBasisPoints)) / WHOLE;
  const ahead = (cell: Cell): bigint => paidAheadBefore(events, cell, reduced.version);

  for (const cell of judged) {
    const share = whole === 0n ? 0n : (inCell(cell) * due) / whole;
    const isShare = payable ? now(cell) === share || now(cell) === share + 1n : isRoundedDown(cell, now(cell), payableBasisPoints);
    if (!isShare && now(cell) !== ahead(cell)) return `${now(cell)} of ${cell.sponsor} is payable, and its share is ${share}`;
  }
  if (payable && minor(payable) !== sum) return `${minor(payable)} is said to be payable, and its parts come to ${sum}`;
  if (payable && sum !== due && judged.every((cell) => ahead(cell) === 0n)) return `${sum} is payable, and the share of ${whole} is ${due}`;
  for (const cell of before.filter((each) => each.tranche !== tranche)) {
    const lost = judged.find(({ sponsor }) => sponsor === cell.sponsor);
    const carried = lost && cell.tranche === carriedTo ? inCell(lost) - now(lost) : 0n;
    if (now(cell) !== inCell(cell) + carried)
      return `tranche ${cell.tranche} of ${cell.sponsor} became ${now(cell)}, and was ${inCell(cell)} with ${carried} carried there`;
  }
  return undefined;
}

/** As earlier versions did it, which rounded each part down by itself. */
const isRoundedDown = (cell: Cell, now: bigint, basisPoints: number): boolean => now === (inCell(cell) * BigInt(basisPoints)) / WHOLE;
