import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import type { Proof } from '@junkan/proto/junkan/project/v1/model.ts';
import type { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import type { ReadParts } from '../../api/reads.ts';
import { fileOf } from '../../evidence/api/files.ts';
import { milestones, projects } from '../../mapping.ts';
import type { Proposal } from '../../projects/proposal.ts';
import { isAccepted, proofOf } from '../view/milestone-proof.ts';

type Parts = Pick<ReadParts, 'store' | 'blobs' | 'uploads' | 'scans'>;

/** For everybody: of each of these milestones that was accepted, what it was accepted by. */
export function proofs(parts: Parts): Handlers<typeof ProjectQueryServiceService>['proofs'] {
  return async ({ milestones: asked }) => {
    const proposalOf = proposalsOf(parts);
    const found = await Promise.all(asked.map((id) => proof(parts, proposalOf, idOf('mst', id, 'milestones'))));
    return { proofs: found.filter((each) => each !== undefined) };
  };
}

/** The proposals of projects, each read once: of one project many milestones may be asked for. */
function proposalsOf({ store }: Parts): (project: string) => Promise<Proposal> {
  const read = new Map<string, Promise<Proposal>>();
  return (project) => {
    const found = read.get(project) ?? proposalIn(store, project);
    read.set(project, found);
    return found;
  };
}

async function proposalIn(store: Parts['store'], project: string): Promise<Proposal> {
  const { state } = await store.load(projects, project);
  if (state.status === 'absent') throw new Error(`there is no project ${project}`);
  return state.proposal;
}

async function proof({ store, ...files }: Parts, proposalOf: ReturnType<typeof proposalsOf>, id: string): Promise<Proof | undefined> {
  const { state, commits } = await store.read(milestones, id);
  if (state.status === 'absent' || !isAccepted(state)) return undefined;
  const { project, proposer } = state.terms;
  const [proposal, fileOfHash] = await Promise.all([proposalOf(project), fileOf(files, state.report.evidence, { organisation: proposer })]);
  return proofOf({ id, state, commits, proposal }, fileOfHash);
}
