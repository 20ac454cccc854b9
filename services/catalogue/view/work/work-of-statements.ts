import { SECRETARIAT } from '@junkan/kit/pure/actor.ts';
import { parseEntryStanding } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { EntrySum, Statement } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { excluding, type Task, task } from './task.ts';

/** What the entries of a bank's statement wait for: that a person says what they are, and that another confirms what they settle. */
export function tasksOfStatement(statement: Statement): Task[] {
  const { sums, currency, reportedBy, owner, from, to, account, reference, page } = statement;
  const waiting = (waits: 'maker' | 'checker') => sums.filter(({ standing }) => whoDecides(standing) === waits);
  const called = { account, reference, page };
  const common = { organisation: SECRETARIAT, silence: 'nothing', owner, day: to || from, statement: called } as const;
  const [undecided, reported] = [waiting('maker'), waiting('checker')];
  const deciding = {
    kind: 'entries-to-decide',
    role: 'finance.maker',
    operations: ['linkEntry', 'recordFee', 'ignoreEntry', 'holdEntry'],
  } as const;
  const confirming = { kind: 'statement-to-confirm', role: 'finance.checker', operations: ['confirmStatement'] } as const;
  // The person who reported all of it may confirm none of it.
  const excluded = excluding('PersonHasAnotherDuty', reportedBy.length === 1 ? reportedBy : []);
  return [
    ...tasksOfOwner(statement, common),
    ...(undecided.length > 0 ? [task({ ...common, ...deciding, amount: sumOf(undecided, currency) })] : []),
    ...(reported.length > 0 ? [task({ ...common, ...confirming, excluded, amount: sumOf(reported, currency) })] : []),
  ];
}

/** Whose account it is, where several sponsors have named it: one person says it, and another, who did nothing else in the statement, confirms that. */
function tasksOfOwner(
  { owner, claimants, naming, importedBy, reportedBy }: Statement,
  common: Pick<Task, 'organisation' | 'silence' | 'day' | 'statement'>,
): Task[] {
  if (naming?.status === 'proposed') {
    const operations = ['confirmStatementOwner', 'refuseStatementOwner'];
    const excluded = excluding('PersonHasAnotherDuty', [naming.by, importedBy, ...reportedBy]);
    return [task({ ...common, kind: 'statement-owner-to-confirm', role: 'finance.checker', operations, excluded, owner: naming.sponsor })];
  }
  if (owner !== '' || claimants.length === 0) return [];
  return [task({ ...common, kind: 'statement-owner-to-name', role: 'finance.maker', operations: ['nameStatementOwner'] })];
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
