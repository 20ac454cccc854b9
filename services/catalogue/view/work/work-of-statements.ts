import { SECRETARIAT } from '@junkan/kit/pure/actor.ts';
import { parseEntryStanding } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { EntrySum, Statement } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { excluding, type RolesOf, type Task, task } from './task.ts';

export const ROLES_OF_STATEMENTS = {
  'entries-to-decide': ['finance.maker'],
  'statement-to-confirm': ['finance.checker'],
} as const satisfies RolesOf;

/** What the entries of a bank's statement wait for: that a person says what they are, and that another confirms what they settle. */
export function tasksOfStatement({ sums, currency, reportedBy, owner, from, to }: Statement): Task[] {
  const waiting = (waits: 'maker' | 'checker') => sums.filter(({ standing }) => whoDecides(standing) === waits);
  const common = { organisation: SECRETARIAT, silence: 'nothing', owner, day: to || from } as const;
  const [undecided, reported] = [waiting('maker'), waiting('checker')];
  const deciding = {
    kind: 'entries-to-decide',
    role: 'finance.maker',
    operations: ['linkEntry', 'recordFee', 'ignoreEntry', 'holdEntry'],
  } as const;
  const confirming = { kind: 'statement-to-confirm', role: 'finance.checker', operations: ['confirmStatement'] } as const;
  // Whoever reported all of it confirms none of it.
  const excluded = excluding('PersonHasAnotherDuty', reportedBy.length === 1 ? reportedBy : []);
  return [
    ...(undecided.length > 0 ? [task({ ...common, ...deciding, amount: sumOf(undecided, currency) })] : []),
    ...(reported.length > 0 ? [task({ ...common, ...confirming, excluded, amount: sumOf(reported, currency) })] : []),
  ];
}

function whoDecides(standing: string): 'maker' | 'checker' | undefined {
  const known = parseEntryStanding(standing);
  switch (known) {
    case 'returns':
    case 'held':
    case 'suggested':
    case 'unmatched':
      return 'maker';
    case 'reported':
    case 'charged':
    case 'dismissed':
      return 'checker';
    case 'read':
    case 'confirmed':
    case 'ignored':
    case 'fee':
    case 'repeated':
    case 'unrecognised':
      return undefined;
  }
}

/** What moved in either direction, in the currency of the account. */
const sumOf = (sums: readonly EntrySum[], currency: string) => ({
  currency,
  amount: sums.reduce((all, { amount }) => (amount?.currency === currency ? all + amount.amount : all), 0n),
});
