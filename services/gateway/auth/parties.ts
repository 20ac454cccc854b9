import type { Call } from '@junkan/kit/call.ts';
import { notFound, ProblemError } from '@junkan/kit/grpc/problem.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { oversees } from '@junkan/kit/pure/oversight.ts';
import { fundingIdParts } from '@junkan/proto/junkan/matching/v1/language.ts';
import type { Milestone, Project } from '@junkan/proto/junkan/project/v1/model.ts';
import type { Services } from '../services.ts';
import { partiesOf, pledged } from './reading.ts';
import type { Standing } from './visibility.ts';

/** Who has a part in what, as the services know it. */

/** @throws ProblemError, as for what is not there, where the project is a draft of others: it was never submitted. */
export async function projectSeenBy(services: Services, id: string, call: Call): Promise<Project> {
  const found = await services.projects.getProject({ id }, call);
  if (!mayKnowOf(found, call)) throw notFound('Project', id);
  return found;
}

const mayKnowOf = ({ submission, proposer }: Project, { actor }: Call): boolean =>
  submission > 0 || oversees(actor) || actor.organisation === proposer;

/** The organisations that have a part in a project as it stands. */
export async function partiesOfProject({ matching }: Services, { id, round, proposer }: Project, call: Call): Promise<string[]> {
  if (round === 0) return [proposer];
  return [proposer, ...(await orNothing(matching.getFunding({ id: idFrom(...fundingIdParts(id, round)) }, call).then(pledged)))];
}

/** The organisations that have a part in a milestone: the parties of its agreement. */
export const partiesOfMilestone = async ({ disbursement }: Services, { agreement, proposer }: Milestone, call: Call): Promise<string[]> => [
  proposer,
  ...(await orNothing(disbursement.getAgreement({ id: agreement }, call).then(partiesOf))),
];

async function orNothing(asked: Promise<string[]>): Promise<string[]> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.kind === 'not-found') return [];
    throw error;
  }
}

type Owned = { readonly proposer: string };

/** What the caller is to an item. The parties are asked for only where the answer hangs on them. */
export async function standingOf({ actor }: Call, { proposer }: Owned, parties: () => Promise<readonly string[]>): Promise<Standing> {
  const known = standingInList({ actor }, { proposer });
  if (known !== 'stranger' || !actor.organisation.startsWith('spo_')) return known;
  return (await parties()).includes(actor.organisation) ? 'partner' : 'stranger';
}

/** In a list of many projects a sponsor is told what everybody may know; the item says more to its parties. */
export function standingInList({ actor }: Pick<Call, 'actor'>, { proposer }: Owned): Standing {
  if (oversees(actor)) return 'overseer';
  return actor.organisation === proposer ? 'proposer' : 'stranger';
}
