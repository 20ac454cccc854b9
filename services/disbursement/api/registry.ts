import type { Call } from '@junkan/kit/call.ts';
import type { Client } from '@junkan/kit/grpc/contract.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { ProblemError } from '@junkan/kit/problem.ts';
import { milestoneIdParts } from '@junkan/proto/junkan/project/v1/language.ts';
import type { Milestone } from '@junkan/proto/junkan/project/v1/model.ts';
import type { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import type { SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import { type Judgement, judgementOf } from '../mapping.ts';

/** The part of the project registry that this context asks. */
export type ProjectRegistry = Pick<
  Client<typeof ProjectQueryServiceService>,
  'getMilestone' | 'getProject' | 'milestoneHistory' | 'checkEvidence'
>;

/** The part of the sponsor registry that this context asks. */
export type SponsorRegistry = Pick<Client<typeof SponsorQueryServiceService>, 'envelopeBalance'>;

/** A query on behalf of our caller; the version that the caller insists on is of our stream, not of theirs. */
export const asking = ({ actor, correlationId, causationId }: Call): Call => ({ actor, commandId: '', correlationId, causationId });

/** How the milestones of these tranches were judged; one that has not begun is absent. */
export const judgements = (
  registry: ProjectRegistry,
  agreement: string,
  tranches: readonly number[],
  call: Call,
): Promise<{ number: number; judgement: Judgement | 'absent' }[]> =>
  Promise.all(
    tranches.map(async (number) => {
      const milestone = await milestoneOf(registry, idFrom(...milestoneIdParts(agreement, number)), call);
      return { number, judgement: milestone ? judgementOf(milestone) : 'absent' };
    }),
  );

/** The milestone, or nothing where it has not begun. */
export async function milestoneOf(registry: ProjectRegistry, id: string, call: Call): Promise<Milestone | undefined> {
  try {
    return await registry.getMilestone({ id }, asking(call));
  } catch (error) {
    if (error instanceof ProblemError && error.problem.kind === 'not-found') return undefined;
    throw error;
  }
}

/** The files that a statement names, and which of them the caller's organisation has not uploaded. */
export async function evidenceNamed(registry: ProjectRegistry, named: readonly string[], call: Call): Promise<Proofs> {
  const evidence = [...new Set(named)];
  const unknownEvidence = evidence.length === 0 ? [] : (await registry.checkEvidence({ evidence }, asking(call))).unknown;
  return { evidence, unknownEvidence };
}
/** The one file that a report by hand rests on; none where it names none. */
export const documentNamed =
  (registry: ProjectRegistry) =>
  async (
    { document = '' }: { readonly document?: string | undefined },
    call: Call,
  ): Promise<{ document: string; unknownEvidence: readonly string[] }> => {
    const { unknownEvidence } = await evidenceNamed(registry, document === '' ? [] : [document], call);
    return { document, unknownEvidence };
  };
type Proofs = { readonly evidence: readonly string[]; readonly unknownEvidence: readonly string[] };
