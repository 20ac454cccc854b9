import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import type { Proof } from '@junkan/proto/junkan/project/v1/model.ts';
import type { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import type { ReadParts } from '../../api/reads.ts';
import { fileOf } from '../../evidence/api/files.ts';
import { milestones, projects } from '../../mapping.ts';
import { isAccepted, proofOf } from '../view/milestone-proof.ts';

type Parts = Pick<ReadParts, 'store' | 'blobs' | 'uploads' | 'scans'>;

/** For everybody: of each of these milestones that was accepted, what it was accepted by. */
export function proofs(parts: Parts): Handlers<typeof ProjectQueryServiceService>['proofs'] {
  return async ({ milestones: asked }) => {
    const found = await Promise.all(asked.map((id) => proof(parts, idOf('mst', id, 'milestones'))));
    return { proofs: found.filter((each) => each !== undefined) };
  };
}

async function proof({ store, ...files }: Parts, id: string): Promise<Proof | undefined> {
  const { state, commits } = await store.read(milestones, id);
  if (state.status === 'absent' || !isAccepted(state)) return undefined;
  const project = (await store.load(projects, state.terms.project)).state;
  if (project.status === 'absent') throw new Error(`${id} belongs to no project`);
  return proofOf({ id, state, commits, proposal: project.proposal }, await fileOf(files, state.report.evidence, state.terms.proposer));
}
