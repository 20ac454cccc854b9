import { requestNow } from '@junkan/client/requests.ts';
import { type Api, auditor } from '../main-job/api.ts';

/**
 * Settings for the requests: most of them name an existing item, because random ids are never found. The stream of events is excluded,
 * because it does not end.
 */
export async function configOf(api: Api): Promise<string> {
  const ids = await itemsOf(api);
  const operations = Object.entries(ids).flatMap(([collection, id]) => [
    '[[operations]]',
    `include-path-regex = "^/v1/${collection}/\\\\{id\\\\}"`,
    `parameters = { "path.id" = "${id}" }`,
    '',
  ]);
  // RFC 6585: a missing precondition has its own status.
  const checks = ['[checks.missing_required_header]', 'expected-statuses = [400, 401, 403, 404, 428]', ''];
  return [...checks, '[[operations]]', `include-path = "/v1${requestNow('listen').path}"`, 'enabled = false', '', ...operations].join('\n');
}

/** An item of each collection, the richest that there are: of a project that was paid. */
async function itemsOf(api: Api): Promise<Record<string, string>> {
  const all = api.as(auditor);
  const { projects } = await all.listProjects({ status: 'closed', limit: 1 });
  const project = projects[0];
  if (!project?.agreement) throw new Error('no project was closed, so there is nothing to ask about');
  const { funding, shares } = await all.getAgreement({ id: project.agreement });
  const { milestones } = await all.listMilestonesOfProject({ id: project.id });
  const { mandates } = await all.listMandates({ limit: 1 });
  return {
    projects: project.id,
    proposers: project.proposer,
    fundings: funding,
    agreements: project.agreement,
    milestones: milestones[0]?.id ?? '',
    mandates: mandates[0]?.id ?? '',
    sponsors: shares[0]?.sponsor ?? '',
    envelopes: shares[0]?.envelope ?? '',
  };
}
