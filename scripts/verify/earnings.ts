import { type Cell, cellsBefore, inCell } from './agreements.ts';
import { type Finding, finding, type Recorded, type Stored, streamsOf } from './facts.ts';

/** 11. A termination leaves what a milestone has earned, in full or in part, whenever its verdict was given. */
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

type Part = { readonly payment: string; readonly sponsor: string; readonly owed: bigint; readonly left: bigint };

/** Each part of the tranche, before and after a termination; where there was none both are the same. */
function parts(events: readonly Recorded[], tranche: number): Part[] {
  const termination = events.find(({ type }) => type === 'AgreementTerminated');
  const after: readonly Cell[] = termination?.data.cells ?? cellsBefore(events);
  return cellsBefore(events, termination?.version)
    .filter((cell) => cell.tranche === tranche)
    .map((cell) => {
      const kept = after.find(({ payment }) => payment === cell.payment);
      return { payment: cell.payment, sponsor: cell.sponsor, owed: inCell(cell), left: kept ? inCell(kept) : 0n };
    });
}
