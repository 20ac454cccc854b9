import { asPart, type Call, type Received } from '@junkan/kit/call.ts';
import { type Commander, commander, withNote } from '@junkan/kit/grpc/command.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { idFrom, newId } from '@junkan/kit/ids.ts';
import { saidIn, unknownCodes } from '@junkan/kit/lists.ts';
import type { ActionContent, ActionTags } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { actionIdParts, REJECTIONS } from '@junkan/proto/junkan/programme/v1/language.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import { asking, type Commands, type Parts, stamped } from '../../api/parts.ts';
import { presentOf } from '../../api/present.ts';
import { membersOf } from '../../declaration/api/group-queries.ts';
import { placeOf, registeredAs } from '../../declaration/api/signatory-commands.ts';
import { type GroupId, isInForce } from '../../declaration/signatory.ts';
import { actions, declarations, exchanges, groups } from '../../mapping.ts';
import { citiesOf } from '../../peers/exchange.ts';
import {
  type ActionId,
  type Command,
  type CommandOf,
  type GroupFacts,
  type MilestoneId,
  NO_TAGS,
  type ProjectFacts,
  type State,
  type TagFacts,
} from '../action.ts';
import { familyOf } from '../family.ts';
import { partsOf } from '../view/read.ts';
import { countryOf, fundingIn, measuredIn, periodIn, readingOf, titleOf } from './facts-of-project.ts';

type ActionRpcs =
  | 'planAction'
  | 'reviseAction'
  | 'startAction'
  | 'completeAction'
  | 'stopAction'
  | 'tagAction'
  | 'recordResult'
  | 'correctResult';
type OfProject = 'beginProjectAction' | 'endProjectAction' | 'recordVerifiedResults';

/** A funded project is one action: its id is made of the project’s. */
export const projectActionId = (project: string): ActionId => idFrom('act', 'project', project);

export const actionCommands = (parts: Parts): Pick<Commands, ActionRpcs | OfProject> => ({
  ...planning(parts),
  ...telling(parts),
  ...ofProjects(parts),
});

async function tagFactsOf({ store, results }: Parts, tags: ActionTags, own: string): Promise<TagFacts> {
  const declared = tags.declaration === '' ? undefined : (await store.load(declarations, tags.declaration)).state;
  const versions = declared && declared.status !== 'absent' ? declared.versions.filter(({ status }) => status !== 'draft') : [];
  const whole = tags.partOf === '' ? undefined : (await store.load(actions, tags.partOf)).state;
  return {
    commitments: versions.flatMap(({ text }) => text.commitments.map(({ code }) => code)),
    whole: whole && whole.status !== 'absent' ? { city: whole.city, partOf: whole.tags.partOf, group: whole.group?.id ?? '' } : undefined,
    hasParts: own !== '' && partsOf(results.prepare, own).length > 0,
  };
}

async function groupFacts(parts: Parts, id: GroupId): Promise<GroupFacts | 'unknown'> {
  const { state } = await parts.store.load(groups, id);
  if (state.status === 'absent') return 'unknown';
  const { status, lead, groupKind } = state;
  const members = (await membersOf(parts, state)).filter(isInForce);
  return {
    id,
    status,
    lead,
    groupKind,
    members: members.map(({ city, place: { country, population } }) => ({ city: idOf('org', city, 'city'), country, population })),
  };
}

/**
 * The whole knows of its part first, so that none becomes part of a part; one that it was part of before learns of it afterwards. What an attempt that is refused
 * has said is taken back.
 */
const taggedBy = ({ store, clock }: Parts, run: Commander<Command>) =>
  async function tagged(id: ActionId, command: CommandOf<'PlanAction' | 'ReviseAction' | 'TagAction'>, call: Received) {
    const tell = (other: string, what: Telling) => run(other, { ...what, now: clock.now(), by: call.actor }, asPart(call, newId('cmd')));
    const { state } = await store.load(actions, id);
    const [before, whole] = [state.status === 'absent' ? '' : state.tags.partOf, command.tags.partOf];
    const old = before === '' || before === whole ? [] : claimsOf((await store.load(actions, before)).state, id);
    const claim = newId('cmd');
    let isSaid = false;
    try {
      const answer = await run(id, command, call, async () => {
        if (whole === '' || isSaid) return;
        await tell(whole, { type: 'ContainPart', part: id, claim });
        isSaid = true;
      });
      if (old.length > 0) await tell(before, { type: 'ReleaseParts', claims: old });
      return answer;
    } catch (refused) {
      if (isSaid) await tell(whole, { type: 'ReleaseParts', claims: [claim] });
      throw refused;
    }
  };
type Telling = Pick<CommandOf<'ContainPart'>, 'type' | 'part' | 'claim'> | Pick<CommandOf<'ReleaseParts'>, 'type' | 'claims'>;

const claimsOf = (state: State, part: string): string[] =>
  state.status === 'absent' ? [] : state.parts.filter((each) => each.part === part).map(({ claim }) => claim);

/** What an action was learnt from is an exchange of its city that is concluded. */
async function knowsSourceOf({ store }: Parts, { learntFrom }: ActionContent, city: string): Promise<boolean> {
  if (learntFrom === '') return true;
  const { state } = await store.load(exchanges, learntFrom);
  return state.status === 'concluded' && citiesOf(state).some((each) => each === city);
}

const codesIn = ({ lists }: Parts, tags: ActionTags, content?: ActionContent) =>
  unknownCodes(lists, [
    ...saidIn('content.themes', 'themes', content?.themes ?? []),
    { field: 'tags.code', list: 'actions', code: tags.code },
  ]);

function planning(parts: Parts): Pick<Commands, Exclude<ActionRpcs, 'recordResult' | 'correctResult'>> {
  const { store, texts, clock, registry } = parts;
  const run = commander(store, actions, REJECTIONS);
  const [said, tagged] = [withNote(run, texts), taggedBy(parts, run)];
  const at = stamped(clock);
  const described = async (own: string, content: ActionContent, tags: ActionTags, call: Call) => {
    const [tagFacts, knowsSource, { unknown }] = await Promise.all([
      tagFactsOf(parts, tags, own),
      knowsSourceOf(parts, content, call.actor.organisation),
      registry.checkEvidence({ evidence: [...content.evidence] }, asking(call)),
    ]);
    return { content, knowsSource, tags, tagFacts, unknownCodes: codesIn(parts, tags, content), unknownEvidence: unknown };
  };
  return {
    async planAction({ place, content, tags = NO_TAGS, group }, call) {
      mustHold(call.actor, ROLES.PlanAction);
      const city = idOf('org', call.actor.organisation, 'organisation');
      const [registered, found, known, ofGroup] = await Promise.all([
        registeredAs(registry, city, call),
        placeOf(registry, place, call),
        described('', content, tags, call),
        group === '' ? undefined : groupFacts(parts, group),
      ]);
      const id = idFrom(...actionIdParts(call.actor.person, call.commandId));
      return tagged(id, { type: 'PlanAction', city, ...registered, place: found, group: ofGroup, ...known, ...at(call) }, call);
    },
    reviseAction: async ({ action: id, content, tags = NO_TAGS }, call) =>
      tagged(id, { type: 'ReviseAction', id, ...(await described(id, content, tags, call)), ...at(call) }, call),
    startAction: ({ action }, call) => run(action, { type: 'StartAction', ...at(call) }, call),
    completeAction: ({ action }, call) => run(action, { type: 'CompleteAction', ...at(call) }, call),
    stopAction: ({ action, note: words }, call) => said(action, words, call, (note) => ({ type: 'StopAction', note, ...at(call) })),
    async tagAction({ action: id, tags }, call) {
      const tagFacts = await tagFactsOf(parts, tags, id);
      return tagged(id, { type: 'TagAction', id, tags, tagFacts, unknownCodes: codesIn(parts, tags), ...at(call) }, call);
    },
  };
}

function telling(parts: Parts): Pick<Commands, 'recordResult' | 'correctResult'> {
  const { store, texts, clock, registry, lists } = parts;
  const said = withNote(commander(store, actions, REJECTIONS), texts);
  type Known = Pick<CommandOf<'CorrectResult'>, 'family' | 'unknownCodes' | 'unknownEvidence'>;
  const known = async (
    id: ActionId,
    told: { unit: string; evidence: readonly string[] },
    indicator: string,
    call: Call,
  ): Promise<Known> => {
    const [family, { unknown }] = await Promise.all([
      othersOf(parts, id),
      registry.checkEvidence({ evidence: [...told.evidence] }, asking(call)),
    ]);
    const codes = [
      { field: 'indicator', list: 'indicators', code: indicator },
      { field: 'unit', list: 'units', code: told.unit },
    ];
    return { family, unknownCodes: unknownCodes(lists, codes), unknownEvidence: unknown };
  };
  return {
    async recordResult({ action: id, indicator, from, to, note: words, ...told }, call) {
      const facts = { ...(await known(id, told, indicator, call)), reading: readingOf(lists, indicator) };
      const entry = idFrom('ent', id, call.commandId);
      const now = clock.now();
      return said(id, words, call, (note) => ({
        type: 'RecordResult',
        id,
        entry,
        indicator,
        from,
        to,
        told,
        note,
        ...facts,
        now,
        by: call.actor,
      }));
    },
    async correctResult({ action: id, result: entry, note: words, ...told }, call) {
      const facts = await known(id, told, '', call);
      const now = clock.now();
      return said(id, words, call, (note) => ({ type: 'CorrectResult', id, entry, told, note, ...facts, now, by: call.actor }));
    },
  };
}

/** The others of its family as their streams have them; which these are, the view knows. */
async function othersOf({ store, results }: Parts, id: ActionId) {
  const { state } = await store.load(actions, id);
  const whole = state.status === 'absent' ? '' : state.tags.partOf;
  const ids = whole === '' ? partsOf(results.prepare, id) : [whole, ...partsOf(results.prepare, whole)];
  return familyOf(
    await presentOf(
      store,
      actions,
      ids.filter((each) => each !== id),
    ),
  );
}

function ofProjects(parts: Parts): Pick<Commands, OfProject> {
  const { store, clock, disbursement, registry, lists } = parts;
  const run = commander(store, actions, REJECTIONS);
  const at = stamped(clock);
  return {
    async beginProjectAction({ project }, call) {
      return run(projectActionId(project), { type: 'BeginProjectAction', facts: await factsOf(parts, project, call), ...at(call) }, call);
    },
    endProjectAction: ({ project, outcome }, call) =>
      run(projectActionId(project), { type: 'EndProjectAction', outcome, ...at(call) }, call),
    async recordVerifiedResults({ milestone: id, report }, call) {
      const milestone = await registry.getMilestone({ id }, asking(call));
      const [project, agreement, facts] = await Promise.all([
        registry.getProject({ id: milestone.project }, asking(call)),
        disbursement.getAgreement({ id: milestone.agreement }, asking(call)),
        factsOf(parts, milestone.project, call),
      ]);
      const verified = {
        milestone: id as MilestoneId,
        number: milestone.number,
        report: milestone.report?.number ?? report,
        verdict: milestone.status === 'verified' ? ('met' as const) : ('partially-met' as const),
        ...periodIn(agreement, milestone.number),
        measured: measuredIn(milestone, project.proposal, lists),
        funding: fundingIn(agreement, project, milestone.number),
      };
      return run(projectActionId(milestone.project), { type: 'RecordVerifiedResults', facts, verified, ...at(call) }, call);
    },
  };
}

async function factsOf({ registry }: Parts, id: string, call: Call): Promise<ProjectFacts> {
  const project = await registry.getProject({ id }, asking(call));
  const { cityIs } = await registeredAs(registry, project.proposer, call);
  const at = project.proposal?.place?.id ?? '';
  const { description = '', themes = [] } = project.proposal ?? {};
  return {
    project: idOf('prj', id, 'project'),
    proposer: idOf('org', project.proposer, 'proposer'),
    atCity: cityIs === 'city',
    country: countryOf(project),
    place: at === '' ? undefined : await placeOf(registry, at, call),
    content: {
      title: titleOf(project),
      scope: description,
      objective: '',
      actors: [],
      themes: [...themes],
      learntFrom: '',
      challenges: '',
      nextSteps: '',
      evidence: [],
    },
  };
}
