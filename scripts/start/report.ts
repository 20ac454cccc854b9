import type { JobSummary, MoneyText } from '../main-job/summary.ts';
import type { Invariant, Verified } from '../verify/verify.ts';
import { type Asked, operationsPerCommand } from './operations.ts';

/** Progress and tables are for people: on stderr, so that stdout holds data only. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`);

export type Summary = Omit<JobSummary, 'differing' | 'unfinished' | 'rejectedRows'> & {
  /** The number; which ones, and why, goes to stderr. */
  readonly rejectedRows: number;
  readonly invariants: readonly Invariant[];
  readonly eventsUnrelayed: number;
  readonly workflowsOutOfStep: number;
  readonly setupSeconds: number;
  readonly jobSeconds: number;
  /** Operations of the database for each recorded command of the job; null where the database does not report them, or none was recorded. */
  readonly mongoOperationsPerCommand: number | null;
};

export function summaryOf(
  job: JobSummary,
  { invariants, eventsUnrelayed }: Verified,
  { setupSeconds, jobSeconds, asked }: { setupSeconds: number; jobSeconds: number; asked: Asked | undefined },
): Summary {
  const { differing: _differing, unfinished: _unfinished, rejectedRows, ...done } = job;
  const holds = (number: number): boolean => invariants.some((each) => each.number === number && each.broken.length === 0);
  return {
    ...done,
    rejectedRows: rejectedRows.length,
    ledgerBalanced: job.ledgerBalanced && holds(1) && holds(6),
    invariants,
    eventsUnrelayed,
    workflowsOutOfStep: invariants.find(({ number }) => number === 10)?.broken.length ?? 0,
    setupSeconds: Math.round(setupSeconds * 100) / 100,
    jobSeconds,
    mongoOperationsPerCommand: (asked && operationsPerCommand(asked)) ?? null,
  };
}

const amountOf = ({ amount, currency }: MoneyText): string => `${currency} ${amount.replace(/\B(?=(\d{3})+(?!\d))/g, ' ')}`;

export function printInvariants(invariants: readonly Invariant[]): void {
  for (const { number, name, checked, broken, underWay = [] } of invariants) {
    say(`  ${String(number).padStart(2)}. ${broken.length === 0 ? 'holds ' : 'BROKEN'} ${name} (${checked} checked)`);
    printFew(broken);
    printFew(underWay.map((finding) => `under way: ${finding}`));
  }
}

function printFew(lines: readonly string[]): void {
  for (const line of lines.slice(0, 20)) say(`        ${line}`);
  if (lines.length > 20) say(`        and ${lines.length - 20} more`);
}

export function printReport(summary: Summary, { events, cpuSeconds }: { events: number; cpuSeconds: Record<string, number> }): void {
  const paid = Object.values(summary.paidByCurrency).map(amountOf).join(', ') || 'nothing';
  say(
    `\n${summary.projects} projects, ${summary.sponsors} sponsors, ${summary.matches} matches; cohort of ${summary.cohort}: ${summary.closed} closed, ${summary.unfunded} unfunded`,
  );
  say(
    `${summary.milestonesPaid} milestones paid, ${paid} in all; ${summary.demonstrations.length} demonstrations, one for each variant of the life cycle`,
  );
  say(`\nInvariants over ${events} events`);
  printInvariants(summary.invariants);
  say(
    `\nSet-up ${summary.setupSeconds} s, job ${summary.jobSeconds} s; CPU seconds: ${Object.entries(cpuSeconds)
      .map(([part, used]) => `${part} ${used}`)
      .join(', ')}`,
  );
  if (summary.mongoOperationsPerCommand !== null) say(`${summary.mongoOperationsPerCommand} operations of the database for each command`);
}
