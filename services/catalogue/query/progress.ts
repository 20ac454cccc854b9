import { type Money, total } from '@junkan/kit/pure/money.ts';
import type { Prepare } from '@junkan/kit/views/statements.ts';
import { parseAgreementStatus } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { type AgreementPart, BINDS, type Part, projectIn } from '../view/portfolio.ts';

/**
 * One tranche of an agreement, in minor units: as it was signed, what is payable of it by now, and what is settled, with what was retained
 * of it and is released. `settledAt`: when the last part was; '' = none is.
 */
export type TrancheProgress = {
  readonly agreement: string;
  readonly number: number;
  readonly currency: string;
  readonly planned: bigint;
  readonly payable: bigint;
  readonly settled: bigint;
  readonly settledAt: string;
  /** Whether nothing is left to be paid. */
  readonly whole: boolean;
};
export type Progress = {
  readonly project: string;
  readonly tranches: readonly TrancheProgress[];
  /** All that is settled; nothing where no agreement binds, or has bound. */
  readonly settled: Money | undefined;
};

const PARTS_OF = `
  SELECT project, source, part FROM portfolio_part WHERE project IN (SELECT value FROM json_each(?)) ORDER BY project, source`;

/** What has been paid of these projects, as far as everybody may know: of drafts, and of agreements that never bound, nothing. */
export function progressOf(prepare: Prepare, projects: readonly string[]): Progress[] {
  const rows = prepare(PARTS_OF).all(JSON.stringify(projects));
  const ofProject = Map.groupBy(rows, ({ project }) => String(project));
  return [...ofProject].flatMap(([project, parts]) => {
    const read = parts.map(({ source, part }) => ({ source: String(source), part: JSON.parse(String(part)) as Part }));
    if (!projectIn(read.map(({ part }) => part))?.isOpen) return [];
    const tranches = read.flatMap(({ source, part }) => (part.of === 'agreement' ? tranchesOf(source, part) : []));
    const sums = read.flatMap(({ part }) => (part.of === 'agreement' ? sumsOf(part) : []));
    const [first] = sums;
    return [{ project, tranches, settled: first && total(sums, first.currency) }];
  });
}

/** All that is settled, by sponsor. */
const sumsOf = ({ status, currency, sponsors }: AgreementPart) =>
  BINDS[parseAgreementStatus(status)] === undefined ? [] : sponsors.map(({ settled }) => ({ amount: BigInt(settled), currency }));

function tranchesOf(agreement: string, { status, currency, tranches }: AgreementPart): TrancheProgress[] {
  if (BINDS[parseAgreementStatus(status)] === undefined) return [];
  return tranches.map(({ number, planned, owed, paid, paidAt }) => ({
    agreement,
    number,
    currency,
    planned: BigInt(planned),
    payable: BigInt(owed),
    settled: BigInt(paid),
    settledAt: paidAt,
    whole: BigInt(paid) > 0n && BigInt(paid) >= BigInt(owed),
  }));
}
