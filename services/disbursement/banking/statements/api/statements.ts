import type { Received } from '@junkan/kit/call.ts';
import { commander, recordedBy, withNote } from '@junkan/kit/grpc/command.ts';
import { personsOf } from '@junkan/kit/pure/acting.ts';
import type { CommandAnswer } from '@junkan/proto/junkan/common/v1/common.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Commands, Parts } from '../../../agreements/api/parts.ts';
import { within } from '../../../agreements/payments/api/bank.ts';
import { crashAt } from '../../../crash.ts';
import { statements } from '../../../mapping.ts';
import { type Entry, isExplained, isReported, reversalIn, type StatementId, settledIn, waitsForSecond } from '../statement.ts';
import { confirmerFault, dutyIn } from '../statement-decide.ts';
import { clearing } from './statement-clearing.ts';
import { confirming, type Outcome, unconfirmed } from './statement-confirming.ts';
import type { holdingForLines } from './statement-holds.ts';
import { entriesIn, linkingCommands, reversing } from './statement-linking.ts';
import { inTurns } from './statement-matching.ts';
import { type MeasuredLines, measuringLines } from './statement-measuring.ts';
import { type OwnerRpcs, ownerCommands } from './statement-owners.ts';
import { dutiesOfReference, reportedByHand } from './statement-references.ts';
import { withdrawing } from './statement-withdrawing.ts';

type StatementRpcs =
  | 'confirmStatement'
  | 'linkEntry'
  | 'recordFee'
  | 'refuseFee'
  | 'explainEntry'
  | 'refuseExplanation'
  | 'withdrawEntry'
  | 'refuseWithdrawal'
  | 'ignoreEntry'
  | 'refuseDismissal'
  | 'holdEntry';
type Noted = 'RecordFee' | 'RefuseFee' | 'RefuseExplanation' | 'RefuseWithdrawal' | 'IgnoreEntry' | 'RefuseDismissal' | 'HoldEntry';
type NotedRequest = { readonly statement: StatementId; readonly entry: number; readonly note: string };

/** Those that say that the entry is none of the payments that it was said to be; one that is held waits, as it did. */
const CLEARS: readonly Noted[] = ['RecordFee', 'RefuseExplanation', 'IgnoreEntry'];

/** And those that say it is no payment, refund or claim. */
const SETS_ASIDE: readonly Noted[] = ['RecordFee', 'IgnoreEntry'];

const NOT_MEASURED: MeasuredLines = { limited: undefined, release: async () => {} };

/** As many as are confirmed well before a caller gives up. */
const MAX_CONFIRMED_AT_ONCE = 500;

type Lines = Pick<ReturnType<typeof holdingForLines>, 'endDecided' | 'holdAgain'>;
/** What a person confirms of a statement: each payment by its own command, and what is no payment within the limits. */
function confirmation(parts: Parts, endDecided: Lines['endDecided']): Commands['confirmStatement'] {
  const { store, clock } = parts;
  const run = commander(store, statements, REJECTIONS);
  const confirmed = confirming(parts);
  const reversed = reversing(parts);
  const { cleared } = clearing(parts);
  const measuring = measuringLines(parts);
  const { isOtherwise } = reportedByHand(parts);

  /** What is not what somebody has reported by hand since, under the reference of the bank that it bears. One settled part alone takes that reference itself. */
  async function reportedSince(statement: StatementId, entries: readonly Entry[]): Promise<readonly Entry[]> {
    const said = entries.filter((entry) => waitsForSecond(entry) && !(isReported(entry) && settledIn(entry).length === 1));
    const isFound = await Promise.all(said.map((entry) => isOtherwise({ statement, entry })));
    return said.filter((_, at) => isFound[at]);
  }

  async function setAside(statement: StatementId, entry: Entry, call: Received): Promise<Outcome> {
    await cleared({ statement, entry }, { keeps: [] }, within(call, `reported by hand ${entry.number}`));
    return { type: 'reopened', entry, rejection: 'EntryIsReportedByHand', agreement: '', payment: '' };
  }

  /** The entries that a command has confirmed, charges of the bank and what is of no payment among them: also where it is asked again. */
  async function confirmedIn(statement: StatementId, answer: CommandAnswer, call: Received) {
    const events = await recordedBy(store, statements, statement, answer, call);
    const numbersOf = (type: 'EntriesConfirmed' | 'EntriesConfirmedOnce') =>
      events.flatMap((event) => (event.type === type ? event.numbers : []));
    return { done: numbersOf('EntriesConfirmed'), once: numbersOf('EntriesConfirmedOnce') };
  }

  return async ({ statement }, call) => {
    const loaded = await store.load(statements, statement);
    const entries = entriesIn(loaded);
    const now = clock.now();
    const command = { type: 'ConfirmStatement' as const, statement, now, by: call.actor };
    // A caller who may not do it learns that before any payment is tried.
    const mayTry = call.actor.roles.includes('finance.checker') && !confirmerFault(call.actor, entries);
    const own = personsOf(call.actor);
    const { limited, release } = mayTry ? await measuring(statement, loaded, now, call) : NOT_MEASURED;
    const otherwise = mayTry ? await reportedSince(statement, entries) : [];
    const waiting = entries.filter((entry) => isReported(entry) && !limited?.once.has(entry.number) && !otherwise.includes(entry));
    const tried = waiting.some(({ by }) => !own.includes(by)) ? waiting.slice(0, MAX_CONFIRMED_AT_ONCE) : [];
    const reversals = entries.filter(
      (entry) =>
        isExplained(entry) && !dutyIn(entry, own) && !limited?.once.has(entry.number) && !otherwise.includes(entry) && reversalIn(entry),
    );
    const outcomes = mayTry
      ? [
          ...(await inTurns(tried, (entry) => confirmed(statement, entry, call))),
          ...(await inTurns(reversals, (entry) => reversed(statement, entry, call))),
          ...(await inTurns(otherwise, (entry) => setAside(statement, entry, call))),
        ]
      : [];
    const numbersOf = (type: Outcome['type']) => outcomes.flatMap((each) => (each.type === type ? [each.entry.number] : []));
    const verdicts = { confirmed: numbersOf('confirmed'), reopened: numbersOf('reopened'), limited };
    const answer = await run(statement, { ...command, ...verdicts }, call).finally(release);
    crashAt('statement.confirmed');
    const { done, once: first } = await confirmedIn(statement, answer, call);
    await endDecided(statement, done, call);
    const takenBack = reversals.flatMap((entry) => reversalIn(entry) ?? []).filter((each) => each.statement !== statement);
    for (const each of takenBack) if (each.statement !== '') await endDecided(each.statement, [each.entry], call);
    return {
      answer,
      confirmed: done.length,
      unconfirmed: outcomes.flatMap((each) => (each.type === 'confirmed' ? [] : [unconfirmed(each)])),
      left: waiting.length - tried.length,
      once: first.length,
    };
  };
}

/** What persons do with the entries of a statement. What settles a payment goes through the payment's own commands. */
export function statementCommands(parts: Parts, { endDecided, holdAgain }: Lines): Pick<Commands, StatementRpcs | OwnerRpcs> {
  const { store, texts, clock } = parts;
  const run = commander(store, statements, REJECTIONS);
  const said = withNote(run, texts);
  const { cleared } = clearing(parts);
  const { requireAsReported } = reportedByHand(parts);

  /** What is done to an entry with nothing but a note. What it has reported before is taken back, for the reason that is given where that was refused. */
  const noted =
    (type: Noted) =>
    async ({ statement, entry: number, note: words }: NotedRequest, call: Received): Promise<CommandAnswer> => {
      const asItIs = async () => entriesIn(await store.load(statements, statement))[number - 1];
      const clear = async (): Promise<void> => {
        const entry = await asItIs();
        const note = type === 'RefuseExplanation' ? { note: words } : {};
        if (entry && SETS_ASIDE.includes(type)) await requireAsReported({ statement, entry }, []);
        if (entry) await cleared({ statement, entry }, { keeps: [], ...note }, call);
      };
      const prepare = CLEARS.includes(type) ? clear : undefined;
      const entry = type === 'IgnoreEntry' ? await asItIs() : undefined;
      const barred = entry ? { duties: await dutiesOfReference(parts, { statement, entry }, call) } : {};
      return said(statement, words, call, (note) => ({ type, entry: number, note, ...barred, now: clock.now(), by: call.actor }), prepare);
    };

  return {
    ...ownerCommands(parts),
    confirmStatement: confirmation(parts, endDecided),
    ...linkingCommands(parts),
    recordFee: noted('RecordFee'),
    refuseFee: noted('RefuseFee'),
    refuseExplanation: noted('RefuseExplanation'),
    withdrawEntry: withdrawing(parts, { holdAgain }),
    refuseWithdrawal: noted('RefuseWithdrawal'),
    ignoreEntry: noted('IgnoreEntry'),
    refuseDismissal: noted('RefuseDismissal'),
    holdEntry: noted('HoldEntry'),
  };
}
