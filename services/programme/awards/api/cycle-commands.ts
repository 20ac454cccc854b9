import type { Received } from '@junkan/kit/call.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { kindOf } from '@junkan/proto/actor.ts';
import type { AssignedBallot, EligibleNomination } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { REJECTIONS } from '@junkan/proto/junkan/programme/v1/language.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import { asking, type Commands, type Parts, stampOf } from '../../api/parts.ts';
import { registeredAs } from '../../declaration/api/signatory-commands.ts';
import { inForce } from '../../declaration/declaration.ts';
import { assign } from '../../judging/api/assigning.ts';
import { isInGoodStanding, signatoryOfCity } from '../../judging/api/record.ts';
import { drawn } from '../../judging/api/sealing.ts';
import type { Unassignable } from '../../judging/assignment.ts';
import { interestsFound, mayJudge } from '../../judging/interests.ts';
import { cycles, declarations, nominations, partners } from '../../mapping.ts';
import { type Category, type CycleId, type Existing, entriesOf, jurorsOf, toAssign } from '../cycle.ts';
import { canBeMended } from '../nomination.ts';
import { cycleIdOf, knownNominations } from './known.ts';
import { unsealed } from './sealed.ts';

type Calling = 'draftAwardCycle' | 'appointJuror' | 'openAwardCycle' | 'closeNominations' | 'cancelAwardCycle';
type Judging = 'declareAwardInterests' | 'assignBallots' | 'closeJudging' | 'prolongJudging';
type Deciding = 'decideOutcome' | 'strikeBallot' | 'announceOutcome' | 'closeAwardCycle' | 'stepAwardCycle';

export const cycleCommands = (parts: Parts): Pick<Commands, Calling | Judging | Deciding> => ({
  ...calling(parts),
  ...judging(parts),
  ...deciding(parts),
});

function calling(parts: Parts): Pick<Commands, Calling> {
  const { store, texts } = parts;
  const run = commander(store, cycles, REJECTIONS);
  const said = withNote(run, texts);
  return {
    async draftAwardCycle(drafted, call) {
      mustHold(call.actor, ROLES.DraftAwardCycle);
      const { state } = await store.load(declarations, drafted.declaration);
      const id = cycleIdOf(call.actor.person, call.commandId);
      return run(id, { type: 'DraftAwardCycle', ...drafted, isInForce: inForce(state) !== undefined, ...stampOf(parts, call) }, call);
    },
    async appointJuror({ cycle, category, person, organisation }, call) {
      const [{ organisation: actsFor }, of] = await Promise.all([
        parts.registry.affiliation({ person }, asking(call)),
        organisationOf(parts, organisation, call),
      ]);
      return run(cycle, { type: 'AppointJuror', category, person, organisation, actsFor, ...of, ...stampOf(parts, call) }, call);
    },
    openAwardCycle: ({ cycle }, call) => run(cycle, { type: 'OpenAwardCycle', ...stampOf(parts, call) }, call),
    closeNominations: ({ cycle }, call) => run(cycle, { type: 'CloseNominations', ...stampOf(parts, call) }, call),
    cancelAwardCycle: ({ cycle, note: words }, call) =>
      said(cycle, words, call, (note) => ({ type: 'CancelAwardCycle', note, ...stampOf(parts, call) })),
  };
}

/** Whether an organisation is known, and where it has its seat as far as that is known. */
async function organisationOf({ store, registry }: Parts, id: string, call: Received) {
  switch (kindOf(id)) {
    case 'partner': {
      const { state } = await store.load(partners, id);
      return state.status === 'absent' ? NOBODY : { isKnown: state.status === 'registered', country: state.country };
    }
    case 'proposer':
      return { isKnown: (await registeredAs(registry, id, call)).cityIs !== 'unknown', country: '' };
    case 'sponsor':
    case 'secretariat':
      return { isKnown: true, country: '' };
    case 'system':
    case undefined:
      return NOBODY;
  }
}
const NOBODY = { isKnown: false, country: '' };

async function found(parts: Parts, state: Existing, category: Category, juror: string, call: Received) {
  const own = jurorsOf(state, category).find(({ person }) => person === juror);
  return own ? interestsFound(own, await knownNominations(parts, state, category, call)) : [];
}

function judging(parts: Parts): Pick<Commands, Judging> {
  const { store } = parts;
  const run = commander(store, cycles, REJECTIONS);
  return {
    async declareAwardInterests({ cycle, category, answered, interested }, call) {
      const { state } = await store.load(cycles, cycle);
      const facts = { found: state.status === 'absent' ? [] : await found(parts, state, category, call.actor.person, call) };
      return run(cycle, { type: 'DeclareAwardInterests', category, answered, interested, ...facts, ...stampOf(parts, call) }, call);
    },
    async assignBallots({ cycle }, call) {
      mustHold(call.actor, ROLES.AssignBallots);
      const { state } = await store.load(cycles, cycle);
      const facts =
        state.status === 'screening'
          ? await assigned(parts, state, call)
          : { isScreened: true, eligible: [], judging: [], refusal: undefined };
      return run(cycle, { type: 'AssignBallots', ...facts, ...stampOf(parts, call) }, call);
    },
    closeJudging: ({ cycle }, call) => run(cycle, { type: 'CloseJudging', ...stampOf(parts, call) }, call),
    prolongJudging: ({ cycle, judgingUntil }, call) => run(cycle, { type: 'ProlongJudging', judgingUntil, ...stampOf(parts, call) }, call),
  };
}

async function assigned(parts: Parts, cycle: Existing, call: Received) {
  const now = parts.clock.now();
  const all = await Promise.all(
    cycle.entries.map(async ({ nomination, category }) => {
      const { state } = await parts.store.load(nominations, nomination);
      return { nomination, category, state };
    }),
  );
  const isOpen = all.some(({ state }) => state.status === 'submitted' || (state.status !== 'absent' && canBeMended(state, now)));
  const eligible = all.flatMap(({ nomination, category, state }): EligibleNomination[] =>
    state.status === 'eligible' ? [{ nomination, category, verifiedShare: state.verifiedShare }] : [],
  );
  const judging: AssignedBallot[] = [];
  let refusal: Unassignable | undefined;
  for (const category of new Set(eligible.map((each) => each.category))) {
    const asked = await withNewInterests(parts, cycle, category, eligible, call);
    const answer = isOpen ? undefined : await assign(asked);
    if (answer && !answer.ok) refusal ??= answer.refusal;
    if (answer?.ok)
      judging.push(
        ...answer.judging.map(({ juror, nomination }) => ({ category, juror, nomination: nomination as EligibleNomination['nomination'] })),
      );
  }
  return { isScreened: !isOpen, eligible, judging, refusal };
}

/** What came to be known since the jurors have answered bars as well. */
async function withNewInterests(
  parts: Parts,
  cycle: Existing,
  category: Category,
  eligible: readonly EligibleNomination[],
  call: Received,
) {
  const asked = toAssign(cycle, category, eligible);
  const known = await knownNominations(parts, cycle, category, call);
  const fresh = new Map(jurorsOf(cycle, category).map((juror) => [juror.person, interestsFound(juror, known)]));
  const answered = entriesOf(cycle, category).map(({ nomination }) => nomination);
  const may = (juror: string, nomination: string): boolean =>
    asked.may(juror, nomination) &&
    mayJudge({ juror, answered, declared: [], found: fresh.get(juror) ?? [], at: parts.clock.now() }, nomination);
  return { ...asked, may };
}

function deciding(parts: Parts): Pick<Commands, Deciding> {
  const { store, texts } = parts;
  const run = commander(store, cycles, REJECTIONS);
  const said = withNote(run, texts);
  return {
    async decideOutcome({ cycle, category }, call) {
      mustHold(call.actor, ROLES.DecideOutcome);
      const { state } = await store.load(cycles, cycle);
      const opened =
        state.status === 'deciding'
          ? await unsealed(parts, cycle, state, category)
          : { sealed: { ballots: [], votes: [] }, keep: undefined };
      const draw = state.status === 'absent' ? [] : drawn(jurorsOf(state, category).map(({ person }) => person));
      return run(cycle, { type: 'DecideOutcome', category, sealed: opened.sealed, draw, ...stampOf(parts, call) }, call, opened.keep);
    },
    async strikeBallot({ cycle, category, juror, nomination, note: words }, call) {
      mustHold(call.actor, ROLES.StrikeBallot);
      const { state } = await store.load(cycles, cycle);
      const facts = { found: state.status === 'absent' ? [] : await found(parts, state, category, juror, call) };
      return said(cycle, words, call, (note) => ({
        type: 'StrikeBallot',
        category,
        juror,
        nomination,
        note,
        ...facts,
        ...stampOf(parts, call),
      }));
    },
    async announceOutcome({ cycle }, call) {
      mustHold(call.actor, ROLES.AnnounceOutcome);
      const { state } = await store.load(cycles, cycle);
      const standing = state.status === 'absent' ? [] : await inGoodStanding(parts, state);
      const answer = await run(cycle, { type: 'AnnounceOutcome', standing, ...stampOf(parts, call) }, call);
      await tellNominees(parts, cycle, call);
      return answer;
    },
    closeAwardCycle: ({ cycle }, call) => run(cycle, { type: 'CloseAwardCycle', ...stampOf(parts, call) }, call),
    stepAwardCycle: ({ cycle }, call) => run(cycle, { type: 'StepAwardCycle', ...stampOf(parts, call) }, call),
  };
}

async function inGoodStanding(parts: Parts, { declaration, eligible }: Existing): Promise<string[]> {
  const now = parts.clock.now();
  const all = await Promise.all(
    eligible.map(async ({ nomination }) => {
      const { state } = await parts.store.load(nominations, nomination);
      if (state.status === 'absent' || state.status === 'withdrawn') return [];
      const of = await signatoryOfCity(parts, declaration, state.city);
      return of && isInGoodStanding(of.state, now) ? [nomination] : [];
    }),
  );
  return all.flat();
}

/** Each nomination hears what was announced of it; a repeat records nothing twice. */
async function tellNominees(parts: Parts, cycle: CycleId, call: Received): Promise<void> {
  const { state } = await parts.store.load(cycles, cycle);
  if (state.status !== 'announced') return;
  const run = commander(parts.store, nominations, REJECTIONS);
  const { results, objectionsUntil, jury, tookPart } = state;
  const all = [...new Set([...tookPart, ...jury.map(({ person }) => person)])];
  for (const { nomination, result } of results) {
    const { state: told } = await parts.store.load(nominations, nomination);
    if (told.status === 'absent' || told.status === 'withdrawn' || told.status === 'prize-withdrawn') continue;
    const own = { ...call, expectedVersion: undefined };
    await run(nomination, { type: 'TellNominationOutcome', result, objectionsUntil, tookPart: all, ...stampOf(parts, call) }, own);
  }
}
