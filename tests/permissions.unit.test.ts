import { ACTS } from '@junkan/gateway/acts.ts';
import type { Tried } from '@junkan/kit/testing/requests.fixture.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { CONTEXTS, EVENT_ACTS } from '@junkan/proto/contexts.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginningsOf } from './beginnings.ts';
import { BEGINNINGS } from './begun.ts';
import { actor, NOW, ownFacts } from './commands-by-chance.ts';
import { CASES, type Case } from './deciders-by-chance.ts';
import { memoisedPermissions } from './memoised-permissions.ts';
import { goldenStreams, type Stream } from './recorded/streams.ts';

// An item's answer of what somebody may do is compared with the deciders: commands with any body, by anybody, in any state.

/** Parts of the item that the permission and the command name alike. */
const isSamePart = (of: object, { of: wanted }: Tried): boolean => JSON.stringify(of) === JSON.stringify(wanted);

const SEED = Number(process.env['JUNKAN_TEST_SEED'] ?? 20_261_129);
/** Chance goes on until every operation was accepted, and answered either way, and every recorded act was done; so often at most. */
const MAX_ROUNDS = 12;
/** How many try something of whatever has begun; in a history, and how many of those after each event. */
const AT_FIRST = 1_000;
const POOL = 40;
const EACH = 1;
/** The answer depends on the caller, and is expensive: so each caller tries several things. */
const THINGS = 12;
const asText = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}` : value);
/** All operations for which an item has answered whether somebody may do them. */
const shown = new Set<string>();

test.each(Object.entries(CASES))('of a %s the permissions are what the decider accepts, and nothing else', (name, each) => {
  const { owned, events, commands, context, now = NOW, isLegal = () => true } = each;
  const kinds: Readonly<Record<string, string>> = CONTEXTS[context].REJECTIONS;
  // A proposal that lacks something lacks it whatever is sent, as does a measure that waits for approval.
  const isOfBody = (type: string, { operation }: Tried): boolean =>
    kinds[type] === 'invalid' && !['ProjectIsIncomplete', 'TargetIsMissing'].includes(type) && operation !== 'approveMeasure';
  const met = new Map<string, Set<string>>();
  const recorders: Recorders = new Map();
  const hold = (state: unknown, attempts: readonly [readonly Tried[], Actor][]): void => {
    const permissionsFor = memoisedPermissions(each, state, now);
    for (const [one, by, all] of attempts.flatMap(([things, who]) => things.map((thing) => [thing, who, permissionsFor(who)] as const))) {
      const permission = all.find((found) => found.operation === one.operation && isSamePart(found.of, one));
      const decision = owned.decide(commandOf(one, by), state);
      const [recorded] = decision.ok ? decision.events : [];
      for (const { type } of decision.ok ? decision.events : [])
        recorders.set(type, (recorders.get(type) ?? new Set()).add(String(one.operation)));
      const refusal = decision.ok ? '' : decision.rejection.type;
      const fault =
        (recorded && permission?.answer !== 'allowed' && 'is accepted, and is not permitted') ||
        // Whatever an allowed act is refused for lies in its body; what forbids it says so.
        (permission?.answer === 'allowed' && kinds[refusal] === 'forbidden' && `is forbidden by ${refusal}, and is permitted`) ||
        (permission?.answer === 'refused' &&
          isOfBody(permission.rejection.type, one) &&
          `is shown as refused for its body: ${permission.rejection.type}`);
      // Most have none: what an assertion costs is spent on those that do.
      if (fault) expect.fail(`${JSON.stringify([one, by], asText)} ${fault}`);
      if (permission) met.set(permission.operation, (met.get(permission.operation) ?? new Set()).add(permission.answer));
    }
  };
  const attempt = fc.tuple(fc.array(fc.oneof(...commands), { minLength: THINGS, maxLength: THINGS }), actor);
  const tried = fc.array(attempt, { minLength: POOL, maxLength: POOL });
  const history = fc.array(fc.oneof(...events), { minLength: 50, maxLength: 200, size: 'max' });
  const whatever = fc.property(fc.constantFrom(...beginningsOf(each)), tried, history, (beginning, attempts, happening) => {
    let state = beginning.reduce(owned.evolve, owned.initial);
    for (const [step, event] of happening.entries()) {
      if (!isLegal(event, state)) continue;
      try {
        state = owned.evolve(state, event);
      } catch {
        continue;
      }
      const from = (step * EACH) % POOL;
      hold(state, attempts.slice(from, from + EACH));
    }
  });
  const acts = recordedActs(name, each);
  /** What was never accepted, not answered either way, or not done. */
  const lacking = (): readonly string[] => {
    const accepted = new Set([...recorders.values()].flatMap((operations) => [...operations]));
    const ofOperations = [...met].flatMap(([operation, answers]) => [
      ...(accepted.has(operation) ? [] : [`${operation} accepted`]),
      ...['allowed', 'refused'].filter((answer) => !answers.has(answer)).map((answer) => `${operation} ${answer}`),
    ]);
    return [...ofOperations, ...acts.filter((type) => !recorders.has(type))];
  };
  for (let round = 0; round === 0 || (round < MAX_ROUNDS && lacking().length > 0); round += 1) {
    const seed = SEED + round;
    // Chance passes soon over where it begins.
    const first = fc.sample(attempt, { numRuns: AT_FIRST, seed });
    for (const beginning of beginningsOf(each)) hold(beginning.reduce(owned.evolve, owned.initial), first);
    fc.assert(whatever, { numRuns: 24, seed, endOnFailure: true });
  }
  expect(lacking()).toEqual([]);
  const operations = Object.keys(ACTS);
  for (const operation of met.keys()) {
    shown.add(operation);
    expect(operations).toContain(operation);
  }
  holdRecorded(name, each, recorders);
});

test('every operation on an item that exists is among its permissions', () => {
  const beginning = BEGINNINGS.map(({ id }) => id);
  const missing = Object.keys(ACTS).filter((operation) => !shown.has(operation) && !beginning.includes(operation));
  // Personal data, and what a juror marks, is visible to nobody else.
  const own = [
    ...['changeSearch', 'changeSettings', 'muteNotices', 'readNotices', 'removeSearch', 'saveSearch'],
    ...['markBallot', 'sealBallot', 'voteOnOutcome', 'markReview', 'sealReview'],
  ];
  // What a city says of itself as a peer is about no item, and keys of certificates are none.
  expect(missing.sort()).toEqual(
    ['advanceClock', 'importRates', 'importStatements', 'reportKeyLoss', 'setPeerTerms', 'uploadEvidence', ...own].sort(),
  );
});

/** As the API sends it: in the name of the caller's own organisation. */
const commandOf = ({ command }: Tried, by: Actor): object => ({
  ...command,
  ...('party' in command ? { party: by.organisation } : {}),
  ...('facts' in command ? { facts: ownFacts(by.organisation) } : {}),
  by,
});

/** With its payment, or refund: only where rates were corrected it is an act. */
const isUndoneWithPayment = ({ type, data }: Stream[number]): boolean =>
  (type === 'ExchangeReversed' || type === 'ExchangeOfRefundReversed') && data['reason'] !== 'rates-corrected';

/** What a line of a statement has reported, or what is held for it, follows from what is said of the line; what a payment refuses is not said of it. */
const followsFromLine = ({ type, data }: Stream[number]): boolean =>
  (type === 'EntriesReopened' && data['refusal'] !== undefined) ||
  (['PaymentObjectedTo', 'ResolutionRefused', 'PaymentHeld', 'HoldReleased'].includes(type) && data['statement'] !== undefined);

/** Earlier versions let one person close a project, and say what the bank did; and sent files that nobody had, of which they recorded no day. */
const isOfAnEarlierRule = ({ type, data }: Stream[number]): boolean =>
  (type === 'ProjectClosed' && !data['closure']) ||
  (/^Payment(Settled|Failed)$/.test(type) && !data['report']) ||
  (type === 'PaymentFileHandedOver' && !data['day']);

/** The operations by which persons record each event, as the first of its commit. */
type Recorders = Map<string, Set<string>>;

/** The events of recorded streams by which persons changed what was there. */
const recordedActs = (name: string, { context }: Case): readonly string[] => [
  ...new Set(
    Object.values(goldenStreams(context, name))
      .flat()
      .flatMap((stream) => stream.slice(1).filter((stored) => isActOfPerson(stored, (stored.data as { by?: string }).by ?? '')))
      .map(({ type }) => type),
  ),
];

/** Before each recorded act its actor was answered that they may do it, or that it is done. */
function holdRecorded(name: string, { owned, context, permissionsOf }: Case, recorders: Recorders): void {
  let counted = 0;
  for (const stream of Object.values(goldenStreams(context, name)).flat()) {
    let state = owned.initial;
    let now = NOW;
    const organisations = [...new Set(JSON.stringify(stream).match(/(org|spo)_[0-9a-z]+/g)), 'spo_any', 'secretariat'];
    for (const stored of stream) {
      const { by = '', at = '' } = stored.data as { by?: string; at?: string };
      if (at > now) now = at;
      if (state.status !== 'absent' && isActOfPerson(stored, by)) {
        const operations = [...(recorders.get(stored.type) ?? [])];
        expect([stored.type, operations]).not.toEqual([stored.type, []]);
        const roles = [...new Set(operations.flatMap((operation) => ACTS[operation]?.roles ?? []))];
        const isShown = organisations.some((organisation) =>
          permissionsOf(state, { person: by, organisation, roles }, now).some(
            ({ operation, answer }) => operations.includes(operation) && answer !== 'refused',
          ),
        );
        expect([stored.type, state.status, isShown]).toEqual([stored.type, state.status, true]);
        counted += 1;
      }
      state = owned.evolve(state, owned.codec.decode(stored));
    }
  }
  expect(counted).toBeGreaterThan(0);
}

/** What follows from an act of the same moment is no act. */
const isActOfPerson = (stored: Stream[number], by: string): boolean =>
  // What was read is matched by the import that has begun its stream; a payment is put into a file, and a file made, by the request that began it; an
  // account takes over what was confirmed of a statement, and an entry is taken back with the confirmation of the one that does so; a cash book follows what statements and their owners are; an action
  // contains what is said of its parts; who
  // reads a file of payments as the bank gets it is recorded.
  ![
    'EntriesMatched',
    'PaymentPutInFile',
    'PaymentTakenFromFile',
    'PaymentFileMade',
    'PaymentFileSent',
    'PaymentFileDownloaded',
    'StatementsAttributed',
    'EntryReversed',
    'StatementEntered',
    'StatementWithdrawn',
    'PartsOfActionChanged',
  ].includes(stored.type) &&
  by !== '' &&
  !by.startsWith('system:') &&
  EVENT_ACTS[stored.type as keyof typeof EVENT_ACTS].length > 0 &&
  !isUndoneWithPayment(stored) &&
  !followsFromLine(stored) &&
  !isOfAnEarlierRule(stored);
