/**
 * Real history through the whole system in memory: each project's commitment becomes a funded and signed agreement, each of its
 * disbursements a milestone that is met and paid, and all payments are settled by one statement of the bank. What is refused is listed with
 * its reason; all other totals must be the file's.
 *
 * npm run bench -- history --file transactions.csv
 *
 * The file has the columns project_id, transaction_value_code (C = committed, D = disbursed), transaction_currency and transaction_value.
 * Each value is rounded half to even to two places; days are those of the run, as nobody instructs a bank in a year that is past.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { verifiedFaults } from '@junkan/tests/breaking.ts';
import { startMemorySystem } from '@junkan/tests/memory-system.ts';
import { agreed, settledByStatement } from './history-carried.ts';
import { type History, histories, textOf } from './history-file.ts';
import { print } from './measure.ts';

const { values } = parseArgs({ options: { file: { type: 'string', default: '' } } });
if (values.file === '') throw new Error('Which file? npm run bench -- history --file <transactions.csv>');
const found = histories(readFileSync(values.file, 'utf8'));
const system = await startMemorySystem();
try {
  const { carried, refused } = await agreed(system.api, found);
  const paid = await settledByStatement(system.api, carried);
  const totalsOf = (all: readonly { readonly history: History }[]) => ({
    committed: all.reduce((sum, { history }) => sum + history.committed, 0n),
    disbursed: all.reduce((sum, { history }) => sum + history.disbursed, 0n),
  });
  const [inFile, left] = [totalsOf(carried), totalsOf(refused)];
  print('projects in the file', String(found.length));
  for (const { history, because } of refused) print(`  ${history.project} is refused`, because);
  print('refused with them, USD', `${textOf(left.committed)} committed, ${textOf(left.disbursed)} disbursed`);
  print('committed in agreements, USD', `${textOf(paid.committed)} of ${textOf(inFile.committed)}`);
  print('settled, USD', `${textOf(paid.settled)} of ${textOf(inFile.disbursed)}`);
  print('lines of the statement, matched by their reference', `${paid.matched} of ${paid.lines}`);
  const faults = await verifiedFaults(system);
  print('invariants broken', String(Object.keys(faults).length));
  const isEqual = paid.committed === inFile.committed && paid.settled === inFile.disbursed && paid.matched === paid.lines;
  print('totals equal the file’s', isEqual ? 'met' : 'not met');
  if (!isEqual || Object.keys(faults).length > 0) process.exitCode = 1;
} finally {
  await system.close();
}
