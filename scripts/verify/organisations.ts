import { EVENT_ACTS } from '@junkan/proto/contexts.ts';
import type { Act } from '@junkan/proto/language.ts';
import { conditionsOf, draftOf } from './agreements.ts';
import { type Context, type Finding, finding, type Recorded, type Stored, streamsOf } from './facts.ts';

/** 13. Everybody acts for one organisation, which is registered, and does only what its kind may and what is its own. */
export function organisationsKeepToTheirOwn(stored: Stored): Finding {
  const { check, result } = finding();
  const registered = new Set([
    ...streamsOf(stored.project, 'org').map(([id]) => id),
    ...streamsOf(stored.sponsor, 'spo').map(([id]) => id),
    ...streamsOf(stored.programme, 'ptn').map(([id]) => id),
    'secretariat',
    'junkan',
    // Who writes without sign-in.
    'public',
  ]);
  for (const context of Object.values(stored)) {
    for (const acted of context.events) {
      if (!acted.isFirst) continue;
      const { stream, version, type, data, person } = acted;
      const { organisation } = acted.actor;
      const what = `${acted.unknownType ?? type} of ${stream}@${version}`;
      const who = type === 'unrecognised' ? [] : EVENT_ACTS[type];
      check(who.length > 0, () => `${what} is nobody's act`);
      check(registered.has(organisation), () => `${what} is by ${organisation}, which is not registered`);
      if (who.length === 0) continue;
      const owner = ownerOf(acted, context);
      check(
        who.some((each) => fits(each, { person, organisation, owner, data })),
        () => `${what} is by ${person} for ${organisation}, whose act it is not`,
      );
    }
  }
  checkPersons(stored, check);
  return result();
}

// biome-ignore lint/suspicious/noExplicitAny: read as stored
type Acting = { person: string; organisation: string; owner: readonly string[]; data: any };

function fits(who: Act, { person, organisation, owner, data }: Acting): boolean {
  switch (who) {
    case 'system':
      return organisation === 'junkan';
    case 'secretariat':
      return organisation === 'secretariat';
    case 'sponsor':
      return organisation.startsWith('spo_');
    case 'own':
      return owner.includes(organisation);
    case 'anybody':
      return organisation === 'public';
    case 'self':
      return data.person === person && data.organisation === organisation;
  }
}

/** Whose the event is. Of an offer it is either side's, as its type says. */
function ownerOf({ stream, type, data }: Recorded, { byStream }: Context): readonly string[] {
  const events = byStream.get(stream) ?? [];
  const [opening] = events;
  if (stream.startsWith('fnd_')) {
    const sponsor = events.find((event) => event.type === 'OfferProposed' && event.data.offer === data.offer)?.data.sponsor;
    const proposer = opening?.data.proposer;
    if (type === 'OfferDeclined') return [proposer];
    if (type === 'OfferCountered') return [data.side === 'proposer' ? proposer : sponsor];
    return type === 'OfferAccepted' ? [proposer, sponsor] : [sponsor];
  }
  if (stream.startsWith('qst_')) return [type === 'QuestionAsked' ? data.sponsor : opening?.data.proposer];
  if (stream.startsWith('agr_')) return [ownerInAgreement(type, data, events)];
  if (type === 'SecondLookGiven') return [data.peer];
  if (stream.startsWith('ddp_')) return [data.organisation];
  if (['sgn_', 'asm_', 'pln_', 'rpt_'].some((prefix) => stream.startsWith(prefix))) return [opening?.data.city];
  if (stream.startsWith('exc_')) return ownerInExchange(type, opening?.data ?? {});
  if (stream.startsWith('cal_')) return [opening?.data.owner];
  if (stream.startsWith('ans_')) return [OF_OWNER.includes(type) ? opening?.data.owner : opening?.data.city];
  if (stream.startsWith('grp_')) return [opening?.data.lead];
  if (['acc_', 'apr_', 'dlg_'].some((prefix) => stream.startsWith(prefix))) return [opening?.data.organisation];
  return [opening?.data.city ?? opening?.data.proposer ?? opening?.data.sponsor];
}

/** Of an answer to a call, what is done by who has opened it. */
const OF_OWNER: readonly Recorded['type'][] = ['AnswerScreened', 'AnswerOutcomeTold', 'AnswerEnded', 'SelectionFollowedUp'];

/** The provider answers, the seeker invites and reports what became of it, and all else either of the two does. */
// biome-ignore lint/suspicious/noExplicitAny: read as stored
function ownerInExchange(type: Recorded['type'], { seeker, provider }: any): readonly string[] {
  if (type === 'ExchangeAgreed' || type === 'ExchangeDeclined') return [provider];
  return type === 'ExchangeInvited' || type === 'FollowUpTold' ? [seeker] : [seeker, provider];
}

// biome-ignore lint/suspicious/noExplicitAny: read as stored
function ownerInAgreement(type: Recorded['type'], data: any, events: readonly Recorded[]): string {
  if (data.condition !== undefined) return ownerOfCondition(type, data.condition, events) ?? '';
  if (['RecoveryAnswered', 'AdvanceAsked', 'ExpenditureSubmitted', 'GuaranteeCalled', 'ReceiptRecorded'].includes(type))
    return draftOf(events)?.data.proposer ?? '';
  if (data.hold !== undefined)
    return events.find((event) => event.type === 'PaymentHeld' && event.data.hold === data.hold)?.data.sponsor ?? '';
  if (data.drawing !== undefined)
    return events.find((event) => event.data.drawing === data.drawing && event.data.offer)?.data.sponsor ?? '';
  return data.resolution === undefined ? data.party : ownerOfResolution(data, events);
}

/** Whose money is written off. */
// biome-ignore lint/suspicious/noExplicitAny: read as stored
const ownerOfResolution = ({ recovery, resolution }: any, events: readonly Recorded[]): string =>
  events.find(({ type, data }) => type === 'ResolutionProposed' && data.recovery === recovery && data.resolution === resolution)?.data
    .sponsor ?? '';

/** The proposer reports a condition of the terms, and the sponsor whose condition it is answers. */
function ownerOfCondition(type: Recorded['type'], number: number, events: readonly Recorded[]): string | undefined {
  const { proposer, shares = [] } = draftOf(events)?.data ?? {};
  return type === 'ConditionReported' ? proposer : conditionsOf(shares).find((each) => each.number === number)?.sponsor;
}

type Check = (holds: boolean, fault: () => string) => void;

/**
 * A person acts for the organisation that it is bound to; in earlier versions, which bound nobody, for one organisation nevertheless. Never
 * for two in one project.
 */
function checkPersons(stored: Stored, check: Check): void {
  const bound = new Map<string, Set<string>>();
  for (const [, events] of streamsOf(stored.project, 'per'))
    for (const { data } of events) bound.set(data.person, new Set([...(bound.get(data.person) ?? []), data.organisation]));
  const acted = new Map<string, Set<string>>();
  const inProject = new Map<string, Set<string>>();
  const note = (into: Map<string, Set<string>>, name: string, organisation: string): void => {
    into.set(name, new Set([...(into.get(name) ?? []), organisation]));
  };
  for (const { events, byStream } of Object.values(stored)) {
    for (const { stream, type, actor, isFirst } of events) {
      if (!isFirst || type === 'ClockAdvanced') continue;
      note(acted, actor.person, actor.organisation);
      const project = stream.startsWith('prj_') ? stream : byStream.get(stream)?.[0]?.data.project;
      if (project) note(inProject, `${actor.person} in ${project}`, actor.organisation);
    }
  }
  for (const [person, organisations] of acted) {
    const may = bound.get(person);
    check(
      may ? [...organisations].every((each) => may.has(each)) : organisations.size === 1,
      () => `${person} has acted for ${[...organisations].join(' and ')}${may ? `, but belongs to ${[...may].join(' and ')}` : ''}`,
    );
  }
  for (const [who, organisations] of inProject)
    check(organisations.size === 1, () => `${who} has acted for ${[...organisations].join(' and ')}`);
}
