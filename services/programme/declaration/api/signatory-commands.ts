import type { Call, Received } from '@junkan/kit/call.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { idOf, matterOf } from '@junkan/kit/grpc/fields.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { idFrom, sha256 } from '@junkan/kit/ids.ts';
import { invalid, ProblemError } from '@junkan/kit/problem.ts';
import type { CityPlace, CouncilDecision } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { REJECTIONS, signatoryIdParts } from '@junkan/proto/junkan/programme/v1/language.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import { asking, type Commands, type Parts, type Registry, stamped } from '../../api/parts.ts';
import { declarations, signatories } from '../../mapping.ts';
import { handedInOf } from '../../reports/api/owing.ts';
import { pendingTurns } from '../../reports/handed-in.ts';
import type { RegisteredAs } from '../city.ts';
import { type DeclarationId, inForce } from '../declaration.ts';
import { owedBy } from '../obligation.ts';
import { type CityId, type CommandOf, dayOf, isInForce, type SignatoryId } from '../signatory.ts';

type Rpcs = Pick<Commands, 'expressInterest' | 'inviteCity' | Joining | InForce | OfTheSystem>;

/** The stream follows from both: a city signs a declaration once. */
export const signatoryIdOf = (declaration: DeclarationId, city: CityId) => idFrom(...signatoryIdParts(declaration, city));

export function signatoryCommands(parts: Parts): Rpcs {
  return { ...beginning(parts), ...joining(parts), ...inForceCommands(parts), ...ofTheSystem(parts) };
}

const decisionIn = (asked: {
  readonly decidedOn: string;
  readonly decisionNumber: string;
  readonly document: string;
}): CouncilDecision => ({
  on: asked.decidedOn,
  number: asked.decisionNumber,
  document: asked.document,
});

function beginning({ store, clock, registry }: Parts): Pick<Rpcs, 'expressInterest' | 'inviteCity'> {
  const run = commander(store, signatories, REJECTIONS);
  type Beginning = CommandOf<'ExpressInterest' | 'InviteCity'>;
  const known = async (
    asked: { readonly declaration: DeclarationId; readonly city: CityId; readonly place: string },
    call: Received,
  ): Promise<Omit<Beginning, 'type'>> => {
    const { declaration, city } = asked;
    const [declared, registered, place] = await Promise.all([
      store.load(declarations, declaration),
      registeredAs(registry, city, call),
      placeOf(registry, asked.place, call),
    ]);
    return { declaration, city, place, inForce: inForce(declared.state) !== undefined, ...registered, now: clock.now(), by: call.actor };
  };
  return {
    async expressInterest({ declaration, place }, call) {
      mustHold(call.actor, ROLES.ExpressInterest);
      const city = idOf('org', call.actor.organisation, 'organisation');
      return run(signatoryIdOf(declaration, city), { type: 'ExpressInterest', ...(await known({ declaration, city, place }, call)) }, call);
    },
    async inviteCity({ declaration, city, place }, call) {
      mustHold(call.actor, ROLES.InviteCity);
      return run(signatoryIdOf(declaration, city), { type: 'InviteCity', ...(await known({ declaration, city, place }, call)) }, call);
    },
  };
}

export async function registeredAs(registry: Pick<Registry, 'getProposer'>, id: string, call: Call): Promise<RegisteredAs> {
  try {
    const { kind, countries } = await registry.getProposer({ id }, asking(call));
    return { cityIs: kind === 'city' ? 'city' : 'agency', countries };
  } catch (error) {
    if (error instanceof ProblemError && error.problem.kind === 'not-found') return { cityIs: 'unknown', countries: [] };
    throw error;
  }
}

export async function placeOf(registry: Pick<Registry, 'getPlace'>, id: string, call: Call): Promise<CityPlace> {
  const { place, population, timeZone } = await registry.getPlace({ id }, asking(call));
  if (!place) throw invalid('place', 'must be a place of the gazetteer');
  const { name, country, latitude, longitude } = place;
  return { id: place.id, name, country, latitude, longitude, population, timeZone };
}

async function declarationOf(store: Parts['store'], signatory: string) {
  const { state } = await store.load(signatories, signatory);
  return state.status === 'absent' ? undefined : { signed: state, declared: (await store.load(declarations, state.declaration)).state };
}

/** The version in force, 0 where there is none, and the hash of its text in a language. */
async function standingText(store: Parts['store'], signatory: string, language: string) {
  const of = await declarationOf(store, signatory);
  const standing = of && inForce(of.declared);
  return { text: standing?.texts.find((each) => each.language === language)?.hash ?? '', inForce: standing?.number ?? 0 };
}

type Joining =
  | 'recordCouncilDecision'
  | 'recordMandate'
  | 'signDeclaration'
  | 'returnSignature'
  | 'checkSignature'
  | 'admitSignatory'
  | 'declineCity'
  | 'stopJoining';

function joining({ store, texts, clock, registry }: Parts): Pick<Rpcs, Joining> {
  const run = commander(store, signatories, REJECTIONS);
  const said = withNote(run, texts);
  const cited = async (document: string, call: Call) => ({
    unknownEvidence: (await registry.checkEvidence({ evidence: [document] }, asking(call))).unknown,
  });
  const at = stamped(clock);
  return {
    recordCouncilDecision: async ({ signatory, ...asked }, call) =>
      run(
        signatory,
        { type: 'RecordCouncilDecision', decision: decisionIn(asked), ...(await cited(asked.document, call)), ...at(call) },
        call,
      ),

    async recordMandate({ signatory, ...mandate }, call) {
      const [files, { organisation }] = await Promise.all([
        cited(mandate.document, call),
        registry.affiliation({ person: mandate.person }, asking(call)),
      ]);
      return run(signatory, { type: 'RecordMandate', ...mandate, organisation, ...files, ...at(call) }, call);
    },

    async signDeclaration({ signatory, version, language, hash }, call) {
      const facts = await standingText(store, signatory, language);
      return run(signatory, { type: 'SignDeclaration', version, language, hash, ...facts, ...at(call) }, call);
    },

    returnSignature: ({ signatory, reasons, note: words }, call) =>
      said(signatory, words, call, (note) => ({ type: 'ReturnSignature', reasons, note, ...at(call) })),

    checkSignature: ({ signatory, checks }, call) => run(signatory, { type: 'CheckSignature', checks, ...at(call) }, call),

    async admitSignatory({ signatory }, call) {
      const of = await declarationOf(store, signatory);
      const versions = of && of.declared.status !== 'absent' ? of.declared.versions : [];
      const rule = versions[(of?.signed.signature?.version ?? 0) - 1]?.text.rule;
      return run(signatory, { type: 'AdmitSignatory', rule, ...at(call) }, call);
    },

    declineCity: ({ signatory, note: words }, call) => said(signatory, words, call, (note) => ({ type: 'DeclineCity', note, ...at(call) })),

    stopJoining: ({ signatory, note: words }, call) => said(signatory, words, call, (note) => ({ type: 'StopJoining', note, ...at(call) })),
  };
}

type InForce =
  | 'affirmDeclaration'
  | 'askExtension'
  | 'grantExtension'
  | 'refuseExtension'
  | 'prepareNotice'
  | 'issueNotice'
  | 'answerNotice'
  | 'suspendSignatory'
  | 'reinstateSignatory'
  | 'withdrawSignatory'
  | 'openCalendar'
  | 'closeCalendar'
  | 'announceLapse'
  | 'lapseSignatory';

function inForceCommands({ store, texts, clock, registry }: Parts): Pick<Rpcs, InForce> {
  const run = commander(store, signatories, REJECTIONS);
  const said = withNote(run, texts);
  const at = stamped(clock);
  // The ladder records what was handed in by and by: what is decided against a city asks the streams themselves.
  const handed = async (signatory: SignatoryId): Promise<{ readonly handedIn: string }> => {
    const { state, version } = await store.load(signatories, signatory);
    if (state.status === 'absent' || !isInForce(state)) return { handedIn: '' };
    const today = dayOf(state, clock.now());
    const names = owedBy(state, today).owed.map(({ obligation }) => obligation);
    const last = pendingTurns(state, await handedInOf(store, { id: signatory, version, state }, names, today)).at(-1);
    return { handedIn: last?.fact === 'submitted' ? last.obligation : '' };
  };
  return {
    async affirmDeclaration({ signatory, version, language, hash }, call) {
      const facts = await standingText(store, signatory, language);
      return run(signatory, { type: 'AffirmDeclaration', version, language, hash, ...facts, ...at(call) }, call);
    },
    askExtension: ({ signatory, obligation, days, note: words }, call) =>
      said(signatory, words, call, (note) => ({ type: 'AskExtension', obligation, days, note, ...at(call) })),
    grantExtension: ({ signatory, obligation }, call) => run(signatory, { type: 'GrantExtension', obligation, ...at(call) }, call),
    refuseExtension: ({ signatory, obligation, note: words }, call) =>
      said(signatory, words, call, (note) => ({ type: 'RefuseExtension', obligation, note, ...at(call) })),
    prepareNotice({ signatory, obligation, note: words }, call) {
      const hash = sha256(words);
      return said(signatory, words, call, (note) => ({ type: 'PrepareNotice', obligation, note, hash, ...at(call) }));
    },
    issueNotice: async ({ signatory, obligation }, call) =>
      run(signatory, { type: 'IssueNotice', obligation, ...(await handed(signatory)), ...at(call) }, call),
    answerNotice: ({ signatory, obligation, note: words }, call) =>
      said(signatory, words, call, (note) => ({ type: 'AnswerNotice', obligation, note, ...at(call) })),
    suspendSignatory: async ({ signatory, obligation }, call) =>
      run(signatory, { type: 'SuspendSignatory', obligation, ...(await handed(signatory)), ...at(call) }, call),
    reinstateSignatory: ({ signatory }, call) => run(signatory, { type: 'ReinstateSignatory', ...at(call) }, call),
    async withdrawSignatory({ signatory, ...asked }, call) {
      const { unknown } = await registry.checkEvidence({ evidence: [asked.document] }, asking(call));
      return run(signatory, { type: 'WithdrawSignatory', decision: decisionIn(asked), unknownEvidence: unknown, ...at(call) }, call);
    },
    openCalendar: ({ signatory, hash, language }, call) => run(signatory, { type: 'OpenCalendar', hash, language, ...at(call) }, call),
    closeCalendar: ({ signatory }, call) => run(signatory, { type: 'CloseCalendar', ...at(call) }, call),
    announceLapse: async ({ signatory }, call) =>
      run(signatory, { type: 'AnnounceLapse', ...(await handed(signatory)), ...at(call) }, call),
    lapseSignatory: async ({ signatory }, call) =>
      run(signatory, { type: 'LapseSignatory', ...(await handed(signatory)), ...at(call) }, call),
  };
}

type OfTheSystem = 'askToAffirm' | 'reachRung' | 'changeTurn' | 'remindOfSignatory';

function ofTheSystem({ store, clock }: Parts): Pick<Rpcs, OfTheSystem> {
  const run = commander(store, signatories, REJECTIONS);
  return {
    async askToAffirm({ signatory }, call) {
      const { inForce: version } = await standingText(store, signatory, '');
      return run(signatory, { type: 'AskToAffirm', version, now: clock.now(), by: call.actor }, call);
    },
    reachRung: ({ signatory, ...reached }, call) =>
      run(signatory, { type: 'ReachRung', ...reached, now: clock.now(), by: call.actor }, call),
    changeTurn: ({ signatory, ...changed }, call) =>
      run(signatory, { type: 'ChangeTurn', ...changed, now: clock.now(), by: call.actor }, call),
    remindOfSignatory: ({ signatory, ...matter }, call) => run(signatory, { type: 'RemindOf', ...matterOf(matter), by: call.actor }, call),
  };
}
