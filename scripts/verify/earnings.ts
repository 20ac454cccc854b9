import { type Cell, cellsBefore, inCell, requestBefore, settledBefore } from './agreements.ts';
import { type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';
import { isRelease, retentionBefore } from './retention.ts';

/** 11. A termination leaves what a milestone has earned, in full or in part, whenever its verdict was given, less what is retained of it. */
export function earningsArePayable({ disbursement, project }: Stored): Finding {
  const { check, result } = finding();
  const met = streamsOf(project, 'mst').filter(([, events]) => events.some(({ type }) => type === 'MilestoneVerified'));
  for (const [milestone, events] of met) {
    const { agreement, number } = events[0]?.data ?? {};
    const ofAgreement = disbursement.byStream.get(agreement) ?? [];
    for (const { payment, sponsor, owed, left } of parts(ofAgreement, number))
      check(
        left === owed,
        () => `milestone ${milestone} is met, but of ${owed} that ${sponsor} owed for it ${left} is left (${payment} of ${agreement})`,
      );
  }
  return result();
}

/** What of a part goes back with a termination: what is retained of its payment, unless that was released, or what its terms would have kept. */
function retainedOf(cell: Cell, events: readonly Recorded[], version: number): bigint {
  const settled = settledBefore(events, version);
  if (!settled.has(cell.payment)) return retentionBefore(events, cell, version);
  const isReleased = [...settled].some((payment) => {
    const request = requestBefore(events, payment, version);
    return request !== undefined && isRelease(request) && request.data.sponsor === cell.sponsor;
  });
  return isReleased ? 0n : minor(requestBefore(events, cell.payment, version)?.data.retained);
}

type Part = { readonly payment: string; readonly sponsor: string; readonly owed: bigint; readonly left: bigint };

/** Each part of the tranche, before and after a termination; where there was none both are the same. */
function parts(events: readonly Recorded[], tranche: number): Part[] {
  const termination = events.find(({ type }) => type === 'AgreementTerminated');
  const after: readonly Cell[] = termination?.data.cells ?? cellsBefore(events);
  return cellsBefore(events, termination?.version)
    .filter((cell) => cell.tranche === tranche)
    .map((cell) => {
      const kept = after.find(({ payment }) => payment === cell.payment);
      const retained = termination ? retainedOf(cell, events, termination.version) : 0n;
      const left = kept ? inCell(kept) : 0n;
      // An earlier version retained nothing.
      const owed = left === inCell(cell) ? left : inCell(cell) - retained;
      return { payment: cell.payment, sponsor: cell.sponsor, owed, left };
    });
}
