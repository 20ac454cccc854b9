import type { Call } from '@junkan/kit/call.ts';
import { notFound, ProblemError } from '@junkan/kit/grpc/problem.ts';
import { oversees } from '@junkan/kit/pure/oversight.ts';
import type { Services } from '../services.ts';

/**
 * A file belongs to the organisations that uploaded it; once a report cites it, the parties of that milestone and the
 * overseers read it too. @throws ProblemError, for anybody else, as for what is not there.
 */
export async function mustReadEvidence(services: Services, hash: string, call: Call): Promise<void> {
  const { actor } = call;
  const { organisations } = await services['project-registry'].evidenceUse({ hash }, call);
  if (organisations.includes(actor.organisation)) return;
  const { citations } = await services.catalogue.evidenceCitations({ hashes: [hash] }, call);
  if (citations.length > 0 && oversees(actor)) return;
  if (citations.some(({ proposer }) => proposer === actor.organisation)) return;
  const milestones = actor.organisation.startsWith('spo_') ? citations : [];
  for (const { milestone } of milestones) {
    const { agreement } = await services['project-registry'].getMilestone({ id: milestone }, call);
    if (await isThere(services.disbursement.getAgreement({ id: agreement }, call))) return;
  }
  throw notFound('Evidence', hash);
}

/** An agreement is there for its parties alone. */
async function isThere(asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked;
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.kind === 'not-found') return false;
    throw error;
  }
}
