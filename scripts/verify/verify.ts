import { setTimeout as sleep } from 'node:timers/promises';
import type { EngineSettings } from '@junkan/kit/engine-settings.ts';
import { OPERATOR } from '@junkan/kit/keys.ts';
import { connectNats } from '@junkan/kit/messaging/connect-nats.ts';
import { type ViewFile, withViewFiles } from '@junkan/kit/views/files.ts';
import { CONTEXT_NAMES } from '@junkan/proto/programs.ts';
import { stuckWorkflows } from '@junkan/workflows/repair.ts';
import { type WorkflowStatus, workflowStatuses } from '@junkan/workflows/workflow-status.ts';
import { takePoint } from '../operate/point.ts';
import { adoptionsHaveTheirFile, draftsAreOfTheFree, versionsAreAsHashed } from './adoptions.ts';
import { advancesAreLiquidated } from './advances.ts';
import { limitsAreKept } from './approval-rules.ts';
import { awardsAreDeserved, ballotsAreAsSealed, marksAreSecret, outcomesFollow, withdrawnPrizesWereHeard } from './awards.ts';
import { budgetEndsAreKept } from './budget-ends.ts';
import { callsAreDecidedApart, ordersOfCallsFollow } from './calls.ts';
import { cashIsInTheBooks } from './cash.ts';
import { certificatesAreProven } from './certificates.ts';
import { contentsAreAsNamed } from './contents.ts';
import { currenciesAreKept } from './conversions.ts';
import { delegationsAreKept } from './delegations.ts';
import { detailsAreOfTwo } from './details.ts';
import { dutiesAreSeparate, paymentsRestOnVerdicts } from './duties.ts';
import { earningsArePayable } from './earnings.ts';
import { enquiriesAreDealtWith, keptOfForgotten } from './enquiries.ts';
import { eventsAreSeen, viewsBehind } from './events.ts';
import { type Finding, type Stored, withStored } from './facts.ts';
import { editionsAreLocked, reportsRestOnTheirSources } from './handed-in.ts';
import { holdsAreKept } from './holds.ts';
import { onlyMoneyIsPaid } from './instruments.ts';
import { statementsOfAccountAddUp } from './ledger.ts';
import { measuresAreAgreed } from './measures.ts';
import { accountsEqualJournals, entriesBalance, nothingIsExceeded, nothingIsPaidTwice } from './money.ts';
import { nominatedValuesAreRecorded } from './nominations.ts';
import { offersHaveTheirBudget } from './offers.ts';
import { organisationsKeepToTheirOwn } from './organisations.ts';
import { partPaymentsAddUp } from './part-payments.ts';
import { paymentFilesAreKept } from './payment-files.ts';
import { capacityIsKept, exchangesAreAgreed, matchesHeld } from './peer-exchanges.ts';
import { periodsAreClosed } from './periods.ts';
import { proposalsAreKept } from './proposals.ts';
import { compared, type PublishedEvents, publishedAsRecorded, publishedEvents } from './published.ts';
import { ratesAreRecorded } from './rates.ts';
import { recoveriesAddUp } from './recoveries.ts';
import { projectsAreOneAction, resultsHaveTheirVerdict, totalsAreTheirAtoms } from './results.ts';
import { retainedIsReleased } from './retention.ts';
import { lockedPeriodsAreOfTwo } from './series.ts';
import { feedbackIsOfThoseWhoAttended, seatsAreKept } from './sessions.ts';
import { setAsideByOthers } from './set-aside.ts';
import { citiesSignOnce, signaturesAreMandated } from './signatories.ts';
import { ladderIsClimbed } from './signatory-ladders.ts';
import { type Anchor, recordIsSigned } from './signed-record.ts';
import { hashesAreOfTheirTexts } from './signed-texts.ts';
import { statementsAreKept } from './statements.ts';
import { moneyGoesOn, suspensionsAreHeard } from './suspensions.ts';
import { targetsAreAgreed } from './targets.ts';
import { termsAreKept } from './terms.ts';
import { verdictsAreApportioned } from './verdicts.ts';
import { expectedWorkflows, workflowsMatch } from './workflows.ts';

export type Invariant = Finding & { readonly number: number; readonly name: string };
export type Verified = {
  readonly invariants: readonly Invariant[];
  readonly eventsUnrelayed: number;
  /** Commits that are not published, by their ids. */
  readonly unrelayed: readonly string[];
  /** Views that have not seen all that is recorded, and are compared with nothing. */
  readonly behind: readonly string[];
  readonly events: number;
};

/** Whether no invariant is broken and nothing waits to be published. */
export const holds = ({ invariants, eventsUnrelayed }: Pick<Verified, 'invariants' | 'eventsUnrelayed'>): boolean =>
  eventsUnrelayed === 0 && invariants.every(({ broken }) => broken.length === 0);

type Settings = EngineSettings & { readonly JUNKAN_INTERNAL_PUBLIC_KEYS?: string | undefined };

type Verifying = {
  /** Whether the services run, so that a woken workflow should become idle, and what is found may be under way. */
  readonly isRunning?: boolean;
  /** The directory of the views on this host; others are not checked. */
  readonly views?: string;
  /** Heads of the record that were kept elsewhere. */
  readonly anchors?: readonly Anchor[];
  readonly progress?: (line: string) => void;
};

/** How often what is found while the services run is checked again, and after how long. */
const LOOKS = 5;
const PAUSE_MS = 5_000;

/**
 * Checks the numbered invariants over everything that is stored. It reads what the services wrote without using their code: each rule folds
 * the raw events independently. While the services run, it reads up to one point in all contexts, and what it finds there is broken if it
 * is found again each time, at later points.
 */
export async function verify(
  settings: Settings,
  { isRunning = false, views = '', anchors = [], progress }: Verifying = {},
): Promise<Verified> {
  const { JUNKAN_INTERNAL_PUBLIC_KEYS: publicKeys, JUNKAN_NAMESPACE: namespace } = settings;
  if (!publicKeys) throw new Error('JUNKAN_INTERNAL_PUBLIC_KEYS: is needed to check who has signed the events');
  const nats = await connectNats(settings, OPERATOR);
  try {
    return await withStored(settings, async (read, workflows, db) => {
      const published = publishedEvents({ nats, namespace, publicKeys });
      const statuses = (expected: ReadonlyMap<string, string>) => workflowStatuses(settings, expected);
      /** Views come first: what they have seen was recorded before the point. */
      const look = (): Promise<Verified> =>
        withViewFiles(views, async (files) => {
          for (const { db: file } of files) file.exec('BEGIN; SELECT 1 FROM made');
          const until = isRunning ? (await takePoint(CONTEXT_NAMES.map(db))).at : undefined;
          const stored = await read({ until });
          const stuck = isRunning ? await stuckWorkflows(workflows) : [];
          return verifiedOver({ stored, published, publicKeys, anchors, views: files, isRunning, stuck, statuses });
        });
      return isRunning ? lookAgain(look, progress) : look();
    });
  } finally {
    await nats.connection.close();
  }
}

/** Looks until nothing is left that was found each time. */
async function lookAgain(look: () => Promise<Verified>, progress: (line: string) => void = () => undefined): Promise<Verified> {
  let found = await look();
  for (let looks = 1; looks < LOOKS && !holds(found); looks += 1) {
    progress(`${found.invariants.reduce((sum, { broken }) => sum + broken.length, 0)} findings may be under way: looking again`);
    await sleep(PAUSE_MS);
    found = stillFound(found, await look());
  }
  return found;
}

/** What was found both times is broken, all else that is found is under way. */
export function stillFound(before: Verified, now: Verified): Verified {
  const invariants = now.invariants.map((invariant) => {
    const earlier = new Set(before.invariants.find(({ number }) => number === invariant.number)?.broken);
    const { false: underWay = [], true: broken = [] } = Object.groupBy(invariant.broken, (fault) => `${earlier.has(fault)}`);
    return { ...invariant, broken, underWay };
  });
  const waiting = before.unrelayed.filter((id) => now.unrelayed.includes(id));
  return { ...now, invariants, unrelayed: waiting, eventsUnrelayed: waiting.length };
}

type Over = {
  readonly stored: Stored;
  readonly published: PublishedEvents;
  /** Of all that may sign, as a JWKS. */
  readonly publicKeys: string;
  readonly anchors?: readonly Anchor[];
  readonly views: readonly ViewFile[];
  /** Whether the services run, so that views have seen all. */
  readonly isRunning: boolean;
  /** Workflows that were woken and do not become idle. */
  readonly stuck: readonly string[];
  /** Where the workflows stand, of which these are expected. */
  readonly statuses: (expected: ReadonlyMap<string, string>) => Promise<readonly WorkflowStatus[]>;
};

/** Checks the invariants over what was read. */
export async function verifiedOver({
  stored,
  published,
  publicKeys,
  anchors = [],
  views,
  isRunning,
  stuck,
  statuses,
}: Over): Promise<Verified> {
  const expected = expectedWorkflows(stored);
  const comparisons = await compared(stored, published);
  const findings: Numbered[] = [
    [1, 'postings sum to zero per entry and currency', entriesBalance(stored)],
    [2, 'paid <= share <= commitment <= envelope', nothingIsExceeded(stored)],
    [3, 'a tranche is paid at most once', await nothingIsPaidTwice(stored)],
    [4, 'no payment without a verified milestone', paymentsRestOnVerdicts(stored)],
    [5, 'submitted, verified, requested and approved by different persons; measures and waivers by two', dutiesAreSeparate(stored)],
    [6, 'accounts equal the fold of the journals', accountsEqualJournals(stored, views)],
    [7, 'money changes currency only at a recorded rate', currenciesAreKept(stored)],
    [8, 'every live offer has exactly its reservation, every ended one none, under the terms in force', offersHaveTheirBudget(stored)],
    [9, 'every event is published once and seen by every view', eventsAreSeen(stored, comparisons, views, isRunning)],
    [10, 'every workflow matches its project', workflowsMatch(expected, await statuses(expected), stuck)],
    [11, 'what a milestone has earned is payable or paid', earningsArePayable(stored)],
    [12, 'what is kept is what was named', await contentsAreAsNamed(stored)],
    [13, 'everybody acts for one organisation, and does what is its own', organisationsKeepToTheirOwn(stored)],
    [14, 'what is published is signed by its owner and is what is recorded', publishedAsRecorded(comparisons)],
    [15, 'what is submitted adds up, and meets its criteria; reports answer what was planned, verdicts them', proposalsAreKept(stored)],
    [16, 'money is given on the terms that were agreed on, once their conditions are met', termsAreKept(stored)],
    [17, 'a payment settled by a statement is the entry that it names, and no entry is used twice', statementsAreKept(stored)],
    [18, 'files of payments are of two persons, add up, and instruct each payment once', await paymentFilesAreKept(stored)],
    [19, 'what is claimed back was paid, and is refunded, found eligible, written off or pending', recoveriesAddUp(stored)],
    [20, 'statements of account say what the journals say', statementsOfAccountAddUp(stored, views)],
    [21, 'two persons stand behind every limit, and above it behind every approval', limitsAreKept(stored)],
    [22, 'exchange rates are exact, above zero, and of two persons', ratesAreRecorded(stored)],
    [23, 'amendments have the consent of those whom they touch; who may lose an agreement is heard first', measuresAreAgreed(stored)],
    [24, 'what is retained is what the terms say, and is released or goes back', retainedIsReleased(stored)],
    [25, 'what is paid ahead is within terms and policy, and liquidated by two persons or claimed back', advancesAreLiquidated(stored)],
    [
      26,
      'who acts for another does so by a delegation in force, and the two are never two persons of one thing',
      delegationsAreKept(stored),
    ],
    [27, 'closed books are of two persons and follow from their entries', periodsAreClosed(stored)],
    [28, 'what is on hold goes no further until another person releases it', holdsAreKept(stored)],
    [67, 'that a line is not the payment of which it bears the reference is confirmed by who had no part in it', setAsideByOthers(stored)],
    [29, 'budgets are moved on by two persons, and committed and paid within their period', budgetEndsAreKept(stored)],
    [30, 'what is signed is the hash of its text, and so is what an amendment is recorded by', hashesAreOfTheirTexts(stored)],
    [31, 'a part that is paid in several payments is paid exactly, and what was returned is paid again', partPaymentsAddUp(stored)],
    [32, 'targets change by amendments alone, once, and not after they were reported', targetsAreAgreed(stored)],
    [
      33,
      'a verdict makes its exact share payable, apportioned to the sponsors; the remainder is carried or cancelled',
      verdictsAreApportioned(stored),
    ],
    [34, 'only money is paid: guarantees and contributions in kind are what they are', onlyMoneyIsPaid(stored)],
    [35, 'the cash of a bank account is what its statements book, and closes with what the bank has', cashIsInTheBooks(stored)],
    [36, 'what is recorded is signed, and each commit follows the one before it', await recordIsSigned(stored, publicKeys, anchors)],
    [37, 'organisations are called, and propose where, two persons of the secretariat say', detailsAreOfTwo(stored, views)],
    ...(await ofProgramme(stored, views, isRunning)),
  ];
  const unrelayed = [...comparisons.values()].flatMap(({ unmarked }) => unmarked);
  return {
    invariants: findings.map(([number, name, found]) => ({ number, name, ...found })),
    eventsUnrelayed: unrelayed.length,
    unrelayed,
    behind: viewsBehind(stored, views),
    events: Object.values(stored).reduce((sum, { events }) => sum + events.length, 0),
  };
}

type Numbered = [number, string, Finding];
/** Of declarations, of the cities that sign them, and of what these hand in and achieve. */
const ofProgramme = async (stored: Stored, views: readonly ViewFile[], isRunning: boolean): Promise<Numbered[]> => [
  [
    38,
    'a declaration is signed by decision and mandate, in the text in force, and checked before admission',
    signaturesAreMandated(stored),
  ],
  [39, 'a city signs a declaration once at a time', citiesSignOnce(stored)],
  [40, 'what is owed is due on its day, and each step of the ladder comes on its own, once', ladderIsClimbed(stored, isRunning)],
  [41, 'nobody is suspended without notice, days and answer, nor while in review', suspensionsAreHeard(stored)],
  [42, 'a suspension touches no agreement, hold or payment', await moneyGoesOn(stored)],
  [
    43,
    'what a report says rests on what was there when it was signed off, and three persons stand behind it',
    reportsRestOnTheirSources(stored),
  ],
  [44, 'self-assessments have their evidence, and no edition changes once it stands', editionsAreLocked(stored)],
  [45, 'what is counted as verified has its verdict, and is what that accepts of its report', resultsHaveTheirVerdict(stored)],
  [46, 'a funded project is one action without results of the city’s own, and no action is part of a part', projectsAreOneAction(stored)],
  [47, 'totals of results are the sums of what was recorded', totalsAreTheirAtoms(stored, views)],
  [48, 'what a published report has used of a series changes by a correction of two persons alone', lockedPeriodsAreOfTwo(stored)],
  [51, 'an adoption has its file and two persons, and the library shows nothing else', adoptionsHaveTheirFile(stored)],
  [52, 'who drafts a policy is free of interests, and what is delivered has no open comment', draftsAreOfTheFree(stored)],
  [53, 'versions of policies and drafts are what their hashes say', versionsAreAsHashed(stored)],
  [56, 'exchanges go on where both cities have agreed, and are concluded by both once they have met', exchangesAreAgreed(stored)],
  [57, 'no city has more exchanges than it has room for', capacityIsKept(stored)],
  [58, 'who was invited to an exchange fitted in all that had to hold', matchesHeld(stored)],
  [49, 'no session has more people than seats, and who waits is served in order', seatsAreKept(stored)],
  [50, 'certificates rest on attendance and two persons, and are signed by a key of their time', certificatesAreProven(stored)],
  [
    60,
    'ballots that an outcome opens are those that were sealed, three for each nomination, none by who is barred',
    ballotsAreAsSealed(stored),
  ],
  [61, 'what a jury has decided follows from its ballots', outcomesFollow(stored)],
  [62, 'before its outcome nothing tells a mark', marksAreSecret(stored)],
  [63, 'who is awarded was eligible, and in good standing on both days', awardsAreDeserved(stored)],
  [64, 'a prize is taken back by two persons, with its reason, once its city was heard', withdrawnPrizesWereHeard(stored)],
  [
    65,
    'enquiries are dealt with by the secretariat, three of one address a day, and erased after twelve months',
    enquiriesAreDealtWith(stored, isRunning, await keptOfForgotten(stored)),
  ],
  [66, 'feedback on a session comes once from each who attended, and names nobody', feedbackIsOfThoseWhoAttended(stored)],
  [75, 'the order of a call follows from the reviews that were sealed, none by who is barred', ordersOfCallsFollow(stored)],
  [
    76,
    'a call is decided by a person without another part in it, within its sum and mandate, who reviews it does nothing else in it, and what is selected was eligible at its close',
    callsAreDecidedApart(stored),
  ],
  [77, 'what a city is nominated by is what was recorded of it when that was signed off', nominatedValuesAreRecorded(stored)],
];
