import { asPart, type Received } from '@junkan/kit/call.ts';
import { commander } from '@junkan/kit/grpc/command.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { sha256 } from '@junkan/kit/ids.ts';
import { ProblemError, problemOf } from '@junkan/kit/problem.ts';
import { notAllowed } from '@junkan/proto/actor.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { DisbursementCommandServiceService, ImportedStatement } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import type { Parts } from '../../../agreements/api/parts.ts';
import { settling } from '../../../agreements/payments/api/bank.ts';
import { keepingCash } from '../../../books/cash/api/cash-books.ts';
import { statements } from '../../../mapping.ts';
import { attributedTo, cashAccountOf } from '../../accounts/view/attributed.ts';
import { bankOf, sponsorAccounts, sponsorsOf } from '../../accounts/view/owners.ts';
import { gatheredWithin, once } from '../../files/api/gathered.ts';
import type { Statement } from '../../iso20022/statement.ts';
import { MAX_FILE_BYTES } from '../../iso20022/validate.ts';
import { contentOf, readStatements, unreadable } from '../format/read-file.ts';
import { bytesOfWords } from '../format/words.ts';
import { type Existing, isOfUnknownAccount, type State, type StatementId } from '../statement.ts';
import type { holdingForLines } from './statement-holds.ts';
import { verdictsOn } from './statement-matching.ts';
import { taking } from './statement-taking.ts';

type Import = Handlers<typeof DisbursementCommandServiceService>['importStatements'];
type Prepared = { readonly id: StatementId; readonly statement: Statement } & ReturnType<typeof contentOf>;

/**
 * Takes a file in four steps, each of which may be done again: the statement is recorded, its entries are taken, what settles is reported of
 * its payments, and what each entry came to is recorded. A file that was cut off on its way is finished by sending it again.
 */
export function importing(parts: Parts, { holdContradicted }: Pick<ReturnType<typeof holdingForLines>, 'holdContradicted'>): Import {
  const { store, blobs, clock } = parts;
  const toStatement = commander(store, statements, REJECTIONS);
  const { report } = settling(parts);
  const { nameOf, claimed } = taking(parts);
  const { enter } = keepingCash(parts);

  async function requireNew({ id, header, entries }: Prepared, call: Received): Promise<boolean> {
    const { state } = await store.load(statements, id);
    const words = { file: '', words: '', claimants: [] };
    const command = { type: 'ImportStatement' as const, header: { ...header, ...words }, entries, now: clock.now(), by: call.actor };
    const decision = statements.decide(command, state);
    if (!decision.ok) throw new ProblemError(problemOf(decision.rejection, REJECTIONS));
    return state.status !== 'absent' && state.status !== 'importing' && !needsMatching(state);
  }

  async function imported(prepared: Prepared, file: string, call: Received): Promise<ImportedStatement> {
    const { id, statement, header, entries } = prepared;
    const known = await requireNew(prepared, call);
    if (!known) {
      const { hash: words } = await blobs.put(once(bytesOfWords(statement.entries)), 'application/json');
      const before = (await store.load(statements, id)).state;
      const { accounts, ...whose } = await whoseIs(header, before, parts);
      const command = {
        type: 'ImportStatement' as const,
        header: { ...header, file, words, ...whose },
        entries,
        now: clock.now(),
        by: call.actor,
      };
      await toStatement(id, command, step(call, id, 'import'));
      const owners = await claimed(prepared, (of) => step(call, id, of));
      // Before it is matched: what is matched counts as known.
      const { state: read } = await store.load(statements, id);
      if (read.status !== 'absent') await enter(id, read, repeatedIn(prepared, owners), step(call, id, 'cash'));
      const decided = needsMatching(before) ? decidedIn(before) : [];
      const verdicts = await verdictsOn({ ...prepared, owners, accounts, decided }, { ...parts, report }, (of) => step(call, id, of));
      await holdContradicted(id, verdicts, step(call, id, `hold ${decided.length}`));
      await toStatement(id, { type: 'MatchEntries', verdicts, by: call.actor }, step(call, id, `match ${decided.length}`));
    }
    const { state, version } = await store.load(statements, id);
    return { id, version, status: state.status, entries: entries.length, known };
  }

  return async (requests, call) => {
    const refusal = notAllowed(call.actor, ['finance.maker']);
    if (refusal) throw new ProblemError(problemOf(refusal, REJECTIONS));
    const tooLarge = (detail: string) => new ProblemError(problemOf(unreadable('FileIsTooLarge', { detail }), REJECTIONS));
    const bytes = await gatheredWithin(requests, MAX_FILE_BYTES, tooLarge);
    const read = readStatements(bytes, clock.now());
    if (!read.ok) throw new ProblemError(problemOf(read.refusal, REJECTIONS));
    const all: Prepared[] = [];
    for (const statement of read.statements) {
      const content = contentOf(statement);
      all.push({ id: await nameOf(content.header), statement, ...content });
    }
    // Before anything is recorded, so that a file is taken whole or not at all.
    for (const prepared of all) await requireNew(prepared, call);
    const { hash } = await blobs.put(once(bytes), 'application/xml');
    const answers: ImportedStatement[] = [];
    for (const prepared of all) answers.push(await imported(prepared, hash, call));
    return { statements: answers };
  };
}

/**
 * The accounts that it may belong to: what finance has confirmed takes precedence over what follows from its number. Nothing is matched
 * automatically before one sponsor is known.
 */
async function whoseIs(header: Prepared['header'], state: State, parts: Parts) {
  const accounts = await sponsorAccounts(header, parts);
  const known = state.status === 'absent' ? undefined : state.owner;
  if (known)
    return { accounts: accounts.filter(({ sponsor }) => sponsor === known), owner: known, cashAccount: '' as const, claimants: [] };
  const own = attributedTo(accounts, bankOf(header));
  const [owner = '' as const, ...others] = sponsorsOf(own);
  const cashAccount = cashAccountOf(own, bankOf(header));
  const isKnown = others.length === 0 && cashAccount !== undefined;
  if (!isKnown) return { accounts: [], owner: '' as const, cashAccount: '' as const, claimants: sponsorsOf(own) };
  return { accounts: own, owner, cashAccount, claimants: [] };
}

/** The numbers of the entries that another statement contained before. */
const repeatedIn = ({ id, entries }: Prepared, owners: ReadonlyMap<string, StatementId>): ReadonlySet<number> =>
  new Set(entries.flatMap(({ key }, at) => ((owners.get(key) ?? id) === id ? [] : [at + 1])));

/** Finance has said whose it is since it was matched, and what was held for want of that can be matched now. */
const needsMatching = (state: State): state is Existing =>
  state.status !== 'absent' &&
  state.status !== 'importing' &&
  state.naming?.status === 'confirmed' &&
  state.entries.some(isOfUnknownAccount);

/** What somebody, or the first matching, has decided already. */
const decidedIn = ({ entries }: Existing): number[] => entries.flatMap((entry) => (isOfUnknownAccount(entry) ? [] : [entry.number]));

/** Named by what it is about, so that a repeated upload continues where it was interrupted. */
function step(call: Received, id: StatementId, what: string): Received {
  const name = sha256(JSON.stringify([call.actor.person, id, what]));
  return { ...asPart(call, name), requestHash: name };
}
