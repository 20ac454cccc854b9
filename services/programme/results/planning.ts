import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import type { ActionTags, SharingGroup } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { faultOfCity } from '../declaration/city.ts';
import type { CommandOf, Event, Existing, GroupFacts, Rejection, TagFacts } from './action.ts';

type Decision = Decided<Event, Rejection>;

const inAnotherStatus = ({ status }: Existing): Decision => refuse({ type: 'ActionIsInAnotherStatus', status });

type Own = { readonly id: string; readonly city: string; readonly group: string; readonly parts: Existing['parts'] };

/** An action is part of one that is part of none: of the same city or group, and not of itself. */
function faultOfTags(tags: ActionTags, { commitments, whole, hasParts }: TagFacts, own: Own): Rejection | undefined {
  const unknown = tags.commitments.filter((code) => !commitments.includes(code));
  if (unknown.length > 0) return { type: 'CommitmentIsUnknown', commitments: unknown };
  const { partOf } = tags;
  if (partOf === '') return undefined;
  if (partOf === own.id) return { type: 'PartOfItself' };
  if (!whole) return { type: 'ActionIsUnknown' };
  if (whole.city !== own.city) return { type: 'PartIsOfAnotherCity', whole: partOf };
  // What counts at one place is not taken off what counts at another.
  if (whole.group !== own.group) return { type: 'PartIsOfAnotherGroup', whole: partOf };
  return whole.partOf !== '' || hasParts || own.parts.length > 0 ? { type: 'NestedTwice', whole: partOf } : undefined;
}

/** `before`: what it has said so far that it was learnt from; earlier this was any text, which may stay. */
function faultOf(command: CommandOf<'PlanAction' | 'ReviseAction'>, own: Own, before: string): Rejection | undefined {
  const { content, knowsSource, tags, tagFacts, unknownCodes: codes, unknownEvidence: hashes } = command;
  if (codes.length > 0) return { type: 'CodesAreUnknown', codes };
  if (hashes.length > 0) return { type: 'EvidenceIsUnknown', hashes };
  if (!knowsSource && content.learntFrom !== before) return { type: 'ExchangeIsNotConcluded' };
  return faultOfTags(tags, tagFacts, own);
}

/** For a group its lead acts, where the group shares what it has promised. */
function faultOfGroup(group: GroupFacts | 'unknown' | undefined, city: string): Rejection | undefined {
  if (group === undefined) return undefined;
  if (group === 'unknown') return { type: 'GroupIsUnknown' };
  if (group.status === 'dissolved') return { type: 'GroupIsDissolved' };
  if (group.groupKind !== 'shared') return { type: 'GroupSharesNothing' };
  if (group.lead !== city) return { type: 'NotTheLead', lead: group.lead };
  return group.members.some((member) => member.city === city) ? undefined : { type: 'NotInAGroup' };
}

export function planAction(command: CommandOf<'PlanAction'>): Decision {
  const { city, place, group, content, tags, now, by } = command;
  const ofGroup: SharingGroup | undefined = group && group !== 'unknown' ? { id: group.id, members: group.members } : undefined;
  const fault =
    faultOfCity(command) ?? faultOfGroup(group, city) ?? faultOf(command, { id: '', city, group: ofGroup?.id ?? '', parts: [] }, '');
  if (fault) return refuse(fault);
  return accept({ type: 'ActionPlanned', city, place, group: ofGroup, content, tags, at: now, by: by.person });
}

/** What a project is called is said there. */
export function reviseAction(command: CommandOf<'ReviseAction'>, state: Existing): Decision {
  const { id, content, tags, now, by } = command;
  if (state.project !== '') return refuse({ type: 'ResultsComeFromTheProject', project: state.project });
  if (state.status !== 'planned' && state.status !== 'under-way') return inAnotherStatus(state);
  const fault = faultOf(command, ownOf(id, state), state.content.learntFrom);
  if (fault) return refuse(fault);
  if (isSame(content, state.content) && isSame(tags, state.tags)) return alreadyApplied;
  return accept({ type: 'ActionRevised', content, tags, at: now, by: by.person });
}

const ownOf = (id: string, { city, group, parts }: Existing): Own => ({ id, city, group: group?.id ?? '', parts });

const isSame = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);

export function startAction({ now, by }: CommandOf<'StartAction'>, state: Existing): Decision {
  if (state.project !== '') return refuse({ type: 'ResultsComeFromTheProject', project: state.project });
  if (state.status === 'under-way') return alreadyApplied;
  return state.status === 'planned' ? accept({ type: 'ActionStarted', at: now, by: by.person }) : inAnotherStatus(state);
}

export function completeAction({ now, by }: CommandOf<'CompleteAction'>, state: Existing): Decision {
  if (state.project !== '') return refuse({ type: 'ResultsComeFromTheProject', project: state.project });
  if (state.status === 'completed') return alreadyApplied;
  return state.status === 'under-way' ? accept({ type: 'ActionCompleted', at: now, by: by.person }) : inAnotherStatus(state);
}

export function stopAction({ note, now, by }: CommandOf<'StopAction'>, state: Existing): Decision {
  if (state.project !== '') return refuse({ type: 'ResultsComeFromTheProject', project: state.project });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  if (state.status === 'stopped') return alreadyApplied;
  return state.status === 'planned' || state.status === 'under-way'
    ? accept({ type: 'ActionStopped', note, at: now, by: by.person })
    : inAnotherStatus(state);
}

/** At any time: what an action serves may be seen late. */
export function tagAction({ id, tags, tagFacts, unknownCodes: codes, now, by }: CommandOf<'TagAction'>, state: Existing): Decision {
  if (codes.length > 0) return refuse({ type: 'CodesAreUnknown', codes });
  const fault = faultOfTags(tags, tagFacts, ownOf(id, state));
  if (fault) return refuse(fault);
  return isSame(tags, state.tags) ? alreadyApplied : accept({ type: 'ActionTagged', tags, at: now, by: by.person });
}

/** Said to the whole before the part says it: of two that would be part of one another at once, one finds the other there. */
export function containPart({ part, claim, now, by }: CommandOf<'ContainPart'>, state: Existing): Decision {
  if (state.tags.partOf !== '') return refuse({ type: 'NestedTwice', whole: state.tags.partOf });
  return accept({ type: 'PartsOfActionChanged', parts: [...state.parts, { part, claim }], at: now, by: by.person });
}

export function releaseParts({ claims, now, by }: CommandOf<'ReleaseParts'>, state: Existing): Decision {
  const parts = state.parts.filter(({ claim }) => !claims.includes(claim));
  if (parts.length === state.parts.length) return alreadyApplied;
  return accept({ type: 'PartsOfActionChanged', parts, at: now, by: by.person });
}
