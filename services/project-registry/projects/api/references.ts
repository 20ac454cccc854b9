import type { Received } from '@junkan/kit/call.ts';
import { commander } from '@junkan/kit/grpc/command.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { REJECTIONS } from '@junkan/proto/junkan/project/v1/language.ts';
import type { CommandParts } from '../../api/parts.ts';
import { projectReferences, projects } from '../../mapping.ts';
import type { ProposerId } from '../../proposers/proposer.ts';
import type { ProjectId } from '../project.ts';
import { comparable, useOf } from '../reference.ts';

type Owner = { readonly proposer: ProposerId; readonly project: ProjectId };

/** The streams of references, each taken by one project of its proposer. */
export function referencesIn({ store, clock }: Pick<CommandParts, 'store' | 'clock'>) {
  const toReference = commander(store, projectReferences, REJECTIONS);
  const streamOf = (proposer: string, reference: string): string => idFrom('ref', proposer, comparable(reference));

  async function holderOf(stream: string, reference: string) {
    const { state } = await store.load(projectReferences, stream);
    if (state.status === 'free') return undefined;
    return { project: state.project, use: useOf(reference, (await store.load(projects, state.project)).state) };
  }

  async function take(reference: string, { proposer, project }: Owner, { expectedVersion: _, ...call }: Received, now: Instant) {
    if (comparable(reference) === '') return;
    const stream = streamOf(proposer, reference);
    const other = await holderOf(stream, reference);
    await toReference(stream, { type: 'TakeReference', proposer, reference, project, other, now, by: call.actor }, call);
  }

  async function free(reference: string, { proposer, project }: Owner, { expectedVersion: _, ...call }: Received): Promise<void> {
    await toReference(streamOf(proposer, reference), { type: 'FreeReference', proposer, project, by: call.actor }, call);
  }

  return {
    /** @throws ProblemError if another live project of the proposer has it. */
    take: (reference: string, owner: Owner, call: Received) => take(reference, owner, call, clock.now()),

    /**
     * For a proposal that replaces another; returns what is left to do after the record. What a crash leaves undone is made up for by the
     * next request for the reference.
     * @throws ProblemError if another live project of the proposer has it. A project may keep its own reference although others have it:
     * earlier versions allowed duplicates.
     */
    async takeInstead(reference: string, project: ProjectId, call: Received): Promise<() => Promise<void>> {
      const { state } = await store.load(projects, project);
      if (state.status === 'absent') return nothing;
      const owner = { project, proposer: state.proposer };
      const { reference: before } = state.proposal;
      const isKept = comparable(before) === comparable(reference);
      if (isKept && (await isTaken(reference, owner))) return nothing;
      await take(reference, owner, call, clock.now());
      return isKept || comparable(before) === '' ? nothing : () => free(before, owner, call);
    },
  };

  async function isTaken(reference: string, { proposer }: Owner): Promise<boolean> {
    return (await holderOf(streamOf(proposer, reference), reference)) !== undefined;
  }
}

const nothing = async (): Promise<void> => undefined;
