import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { matterOf } from '@junkan/kit/grpc/fields.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { notFound } from '@junkan/kit/problem.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { projectIdParts, REJECTIONS } from '@junkan/proto/junkan/project/v1/language.ts';
import type { CommandParts, Commands } from '../../api/parts.ts';
import { checkedIn } from '../../criteria/api/checked.ts';
import { projects, proposers } from '../../mapping.ts';
import { dueDiligenceOf } from './due-diligence.ts';
import { referencesIn } from './references.ts';
import { known } from './vocabulary.ts';

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
  ...words
}: CommandParts): Pick<Commands, 'draftProject' | 'reviseProject' | 'submitProject' | 'provideInformation' | 'withdrawProject'> {
  const run = commander(store, projects, REJECTIONS);
  const said = withNote(run, texts);
  const references = referencesIn({ store, clock });
  return {
    async draftProject({ proposer, proposal }, call) {
      const [proposerCountries, proposed] = await Promise.all([countriesOf(store, proposer), known(words, proposal)]);
      const command = { type: 'DraftProject' as const, proposer, ...registered(proposerCountries), ...proposed, by: call.actor };
      const project = idFrom(...projectIdParts(call.actor.person, call.commandId));
      return run(project, command, call, () => references.take(proposed.proposal.reference, { proposer, project }, call));
    },

    async reviseProject({ project, proposal }, call) {
      const { state } = await store.known(projects, project);
      const proposerCountries = state.status === 'absent' ? [] : ((await countriesOf(store, state.proposer)) ?? []);
      const proposed = await known(words, proposal);
      let free = async (): Promise<void> => undefined;
      const answer = await run(project, { type: 'ReviseProject', proposerCountries, ...proposed, by: call.actor }, call, async () => {
        free = await references.takeInstead(proposed.proposal.reference, project, call);
      });
      await free();
      return answer;
    },

    submitProject: ({ project }, call) => run(project, { type: 'SubmitProject', now: clock.now(), policy, by: call.actor }, call),

    provideInformation: ({ project, note: words }, call) =>
      said(project, words, call, (note) => ({ type: 'ProvideInformation', note, now: clock.now(), policy, by: call.actor })),

    withdrawProject: ({ project, note: words }, call) =>
      said(project, words, call, (note) => ({ type: 'WithdrawProject', note, by: call.actor })),
  };
}

/** The countries that a proposer is registered for; undefined if it is not registered. */
export async function countriesOf(store: Pick<EventStore, 'known'>, proposer: string): Promise<readonly string[] | undefined> {
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
  lists,
}: CommandParts): Pick<Commands, 'requestMoreInformation' | 'declareEligible' | 'declareIneligible'> {
  const run = commander(store, projects, REJECTIONS);
  const found = checkedIn({ texts, lists }, 'screening-criteria');
  return {
    async requestMoreInformation(asked, call) {
      const { keep, ...said } = await found({ ...asked, stream: asked.project }, call);
      const command = { type: 'RequestMoreInformation', ...said, now: clock.now(), policy, by: call.actor } as const;
      return run(asked.project, command, call, keep);
    },

    async declareEligible({ project, checks }, call) {
      const { checked, keep } = await found({ stream: project, checks }, call);
      return run(project, { type: 'DeclareEligible', checked, now: clock.now(), policy, by: call.actor }, call, keep);
    },

    async declareIneligible(declared, call) {
      const { project, reasons } = declared;
      const { keep, ...said } = await found({ ...declared, stream: project }, call);
      return run(project, { type: 'DeclareIneligible', reasons, ...said, by: call.actor }, call, keep);
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
  const run = commander(store, projects, REJECTIONS);
  const said = withNote(run, texts);
  return {
    openToSponsors: ({ project }, call) => run(project, { type: 'OpenToSponsors', now: clock.now(), policy, by: call.actor }, call),

    recordFunded: ({ project, ...funded }, call) =>
      run(project, { type: 'RecordFunded', ...funded, now: clock.now(), policy, by: call.actor }, call),

    recordUnfunded: ({ project, ...unfunded }, call) => run(project, { type: 'RecordUnfunded', ...unfunded, by: call.actor }, call),

    recordGapReopened: ({ project, ...reopened }, call) => run(project, { type: 'RecordGapReopened', ...reopened, by: call.actor }, call),

    async approveProject({ project }, call) {
      const { state } = await store.known(projects, project);
      if (state.status === 'absent') throw notFound('Project', project);
      const dueDiligence = await dueDiligenceOf({ sponsors, store }, state.proposer, call);
      return run(project, { type: 'ApproveProject', dueDiligence, by: call.actor }, call);
    },

    refuseProject: ({ project, note: words }, call) =>
      said(project, words, call, (note) => ({ type: 'RefuseProject', note, by: call.actor })),
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
  | 'countRecoveries'
  | 'remindOfProject'
  | 'escalateProject';

function implementing({ store, texts, clock, policy }: CommandParts): Pick<Commands, Following> {
  const run = commander(store, projects, REJECTIONS);
  const said = withNote(run, texts);
  return {
    startImplementation: ({ project, ...started }, call) => run(project, { type: 'StartImplementation', ...started, by: call.actor }, call),

    recordWithdrawal: ({ project, round }, call) => run(project, { type: 'RecordWithdrawal', round, by: call.actor }, call),

    recordSuspension: ({ project, round }, call) => run(project, { type: 'RecordSuspension', round, by: call.actor }, call),

    recordResumption: ({ project, round }, call) => run(project, { type: 'RecordResumption', round, by: call.actor }, call),

    recordTermination: ({ project, round }, call) => run(project, { type: 'RecordTermination', round, by: call.actor }, call),

    completeProject: ({ project, round }, call) =>
      run(project, { type: 'CompleteProject', round, now: clock.now(), policy, by: call.actor }, call),

    countRecoveries: ({ project, ...counted }, call) => run(project, { type: 'CountRecoveries', ...counted, by: call.actor }, call),

    proposeClosure: ({ project, note: words }, call) =>
      said(project, words, call, (note) => ({ type: 'ProposeClosure', note, by: call.actor })),

    refuseClosure: ({ project, closure, note: words }, call) =>
      said(project, words, call, (note) => ({ type: 'RefuseClosure', closure, note, by: call.actor })),

    closeProject: ({ project, closure, note: words }, call) =>
      said(project, words, call, (note) => ({ type: 'CloseProject', closure, note, by: call.actor })),

    remindOfProject: ({ project, ...matter }, call) => run(project, { type: 'RemindOf', ...matterOf(matter), by: call.actor }, call),

    escalateProject: ({ project, ...matter }, call) => run(project, { type: 'EscalateTo', ...matterOf(matter), by: call.actor }, call),
  };
}
