import { commander } from '@junkan/kit/grpc/command.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf, matterOf, required } from '@junkan/kit/grpc/fields.ts';
import { notFound } from '@junkan/kit/grpc/problem.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { projectIdParts, REJECTIONS } from '@junkan/proto/junkan/project/v1/language.ts';
import type { ProjectCommandServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { projects, proposers } from '../mapping.ts';
import type { CommandParts } from './parts.ts';

type Commands = Handlers<typeof ProjectCommandServiceService>;
const projectIdOf = (value: string) => idOf('prj', value, 'project');

export const projectCommands = (parts: CommandParts) => ({
  ...proposing(parts),
  ...screening(parts),
  ...funding(parts),
  ...implementing(parts),
});

function proposing({
  store,
  texts,
  clock,
  policy,
}: CommandParts): Pick<Commands, 'draftProject' | 'reviseProject' | 'submitProject' | 'provideInformation' | 'withdrawProject'> {
  const toProject = commander(store, projects, REJECTIONS);
  return {
    async draftProject(request, call) {
      const proposer = idOf('org', request.proposer, 'proposer');
      const proposerCountries = await countriesOf(store, proposer);
      const proposal = required(request.proposal, 'proposal');
      const command = { type: 'DraftProject' as const, proposer, ...registered(proposerCountries), proposal, by: call.actor };
      return toProject(idFrom(...projectIdParts(call.actor.person, call.commandId)), command, call);
    },
    async reviseProject(request, call) {
      const project = projectIdOf(request.project);
      const { state } = await store.known(projects, project);
      const proposerCountries = state.status === 'absent' ? [] : ((await countriesOf(store, state.proposer)) ?? []);
      const proposal = required(request.proposal, 'proposal');
      return toProject(project, { type: 'ReviseProject', proposerCountries, proposal, by: call.actor }, call);
    },

    submitProject: ({ project }, call) =>
      toProject(projectIdOf(project), { type: 'SubmitProject', now: clock.now(), policy, by: call.actor }, call),

    async provideInformation({ project, note }, call) {
      const id = projectIdOf(project);
      const text = await texts.draft(note.trim(), { stream: id, by: call.actor });
      return toProject(id, { type: 'ProvideInformation', note: text.reference, now: clock.now(), policy, by: call.actor }, call, text.keep);
    },

    async withdrawProject({ project, note }, call) {
      const id = projectIdOf(project);
      const text = await texts.draft(note.trim(), { stream: id, by: call.actor });
      return toProject(id, { type: 'WithdrawProject', note: text.reference, by: call.actor }, call, text.keep);
    },
  };
}

/** The countries that a proposer is registered for; nothing where nobody registered it. */
async function countriesOf(store: EventStore, proposer: string): Promise<readonly string[] | undefined> {
  const { state } = await store.known(proposers, proposer);
  return state.status === 'registered' ? state.countries : undefined;
}

const registered = (countries: readonly string[] | undefined) => ({
  proposerIsRegistered: countries !== undefined,
  proposerCountries: countries ?? [],
});

function screening({
  store,
  texts,
  clock,
  policy,
}: CommandParts): Pick<Commands, 'requestMoreInformation' | 'declareEligible' | 'declareIneligible'> {
  const toProject = commander(store, projects, REJECTIONS);
  return {
    async requestMoreInformation({ project, note }, call) {
      const id = projectIdOf(project);
      const text = await texts.draft(note.trim(), { stream: id, by: call.actor });
      return toProject(
        id,
        { type: 'RequestMoreInformation', note: text.reference, now: clock.now(), policy, by: call.actor },
        call,
        text.keep,
      );
    },

    declareEligible: ({ project }, call) =>
      toProject(projectIdOf(project), { type: 'DeclareEligible', now: clock.now(), policy, by: call.actor }, call),

    async declareIneligible({ project, reasons, note }, call) {
      const id = projectIdOf(project);
      const text = await texts.draft(note.trim(), { stream: id, by: call.actor });
      return toProject(id, { type: 'DeclareIneligible', reasons, note: text.reference, by: call.actor }, call, text.keep);
    },
  };
}

function funding({
  store,
  texts,
  clock,
  policy,
  sponsors,
}: CommandParts): Pick<
  Commands,
  'openToSponsors' | 'recordFunded' | 'recordUnfunded' | 'recordGapReopened' | 'approveProject' | 'refuseProject'
> {
  const toProject = commander(store, projects, REJECTIONS);
  return {
    openToSponsors: ({ project }, call) =>
      toProject(projectIdOf(project), { type: 'OpenToSponsors', now: clock.now(), policy, by: call.actor }, call),

    recordFunded: ({ project, round, funding }, call) =>
      toProject(
        projectIdOf(project),
        { type: 'RecordFunded', round, funding: idOf('fnd', funding, 'funding'), now: clock.now(), policy, by: call.actor },
        call,
      ),

    recordUnfunded: ({ project, round, funding, reason }, call) =>
      toProject(
        projectIdOf(project),
        { type: 'RecordUnfunded', round, funding: idOf('fnd', funding, 'funding'), reason, by: call.actor },
        call,
      ),

    recordGapReopened: ({ project, round, deadline }, call) =>
      toProject(projectIdOf(project), { type: 'RecordGapReopened', round, deadline, by: call.actor }, call),

    async approveProject({ project }, call) {
      const id = projectIdOf(project);
      const { state } = await store.known(projects, id);
      if (state.status === 'absent') throw notFound('Project', id);
      const { status, level, validUntil, stops } = await sponsors.passportOf({ subject: state.proposer }, call);
      return toProject(id, { type: 'ApproveProject', standing: { passport: status, level, validUntil, stops }, by: call.actor }, call);
    },

    async refuseProject({ project, note }, call) {
      const id = projectIdOf(project);
      const text = await texts.draft(note.trim(), { stream: id, by: call.actor });
      return toProject(id, { type: 'RefuseProject', note: text.reference, by: call.actor }, call, text.keep);
    },
  };
}

type Following =
  | 'recordWithdrawal'
  | 'startImplementation'
  | 'recordSuspension'
  | 'recordResumption'
  | 'recordTermination'
  | 'completeProject'
  | 'proposeClosure'
  | 'refuseClosure'
  | 'closeProject'
  | 'remindOfProject'
  | 'escalateProject';

function implementing({ store, texts, clock, policy }: CommandParts): Pick<Commands, Following> {
  const toProject = commander(store, projects, REJECTIONS);
  return {
    startImplementation: ({ project, round, agreement }, call) =>
      toProject(
        projectIdOf(project),
        { type: 'StartImplementation', round, agreement: idOf('agr', agreement, 'agreement'), by: call.actor },
        call,
      ),

    recordWithdrawal: ({ project, round }, call) =>
      toProject(projectIdOf(project), { type: 'RecordWithdrawal', round, by: call.actor }, call),

    recordSuspension: ({ project, round }, call) =>
      toProject(projectIdOf(project), { type: 'RecordSuspension', round, by: call.actor }, call),

    recordResumption: ({ project, round }, call) =>
      toProject(projectIdOf(project), { type: 'RecordResumption', round, by: call.actor }, call),

    recordTermination: ({ project, round }, call) =>
      toProject(projectIdOf(project), { type: 'RecordTermination', round, by: call.actor }, call),

    completeProject: ({ project, round }, call) =>
      toProject(projectIdOf(project), { type: 'CompleteProject', round, now: clock.now(), policy, by: call.actor }, call),

    async proposeClosure({ project, note }, call) {
      const id = projectIdOf(project);
      const text = await texts.draft(note.trim(), { stream: id, by: call.actor });
      return toProject(id, { type: 'ProposeClosure', note: text.reference, by: call.actor }, call, text.keep);
    },

    async refuseClosure({ project, closure, note }, call) {
      const id = projectIdOf(project);
      const text = await texts.draft(note.trim(), { stream: id, by: call.actor });
      return toProject(id, { type: 'RefuseClosure', closure, note: text.reference, by: call.actor }, call, text.keep);
    },

    async closeProject({ project, closure, note }, call) {
      const id = projectIdOf(project);
      const text = await texts.draft(note.trim(), { stream: id, by: call.actor });
      return toProject(id, { type: 'CloseProject', closure, note: text.reference, by: call.actor }, call, text.keep);
    },

    remindOfProject: (request, call) =>
      toProject(projectIdOf(request.project), { type: 'RemindOf', ...matterOf(request), by: call.actor }, call),

    escalateProject: (request, call) =>
      toProject(projectIdOf(request.project), { type: 'EscalateTo', ...matterOf(request), by: call.actor }, call),
  };
}
