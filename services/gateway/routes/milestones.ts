import type { Call } from '@junkan/kit/call.ts';
import type { ListRequest } from '@junkan/proto/junkan/catalogue/v1/service.ts';
import { MILESTONE_STATUSES } from '@junkan/proto/junkan/project/v1/language.ts';
import type { EvidenceFile } from '@junkan/proto/junkan/project/v1/model.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { mayOf } from '../auth/permissions.ts';
import { about } from '../http/describe.ts';
import { amounts, dates, filtersOf, listed, listing, listRequest, searched, someIds, someOf } from '../http/listing.ts';
import { withoutOmitted } from '../http/omitted.ts';
import { id } from '../http/schemas.ts';
import type { Routes } from '../route.ts';
import type { Services } from '../services.ts';

const milestone = z.strictObject({ id: id('mst') });
const one = { params: milestone };

/** Milestones as the caller may see them. */
export async function milestonesFor({ catalogue }: Services, request: ListRequest, call: Call) {
  const { milestones, listed: page } = await catalogue.listMilestones(request, call);
  return { milestones: milestones.map(withoutOmitted), ...listed(page) };
}

type WithFiles = { readonly files: readonly EvidenceFile[] };

/** Gives what has files what is known of each: which other milestones cite it too, or a picture that looks like it. Asked once for all of them. */
async function otherUsesIn({ catalogue }: Services, milestone: string, all: readonly WithFiles[], call: Call) {
  const hashes = all.flatMap(({ files }) => files.flatMap(({ hash, alike }) => [hash, ...alike]));
  const { citations } = hashes.length === 0 ? { citations: [] } : await catalogue.evidenceCitations({ hashes }, call);
  const others = citations.filter((citation) => citation.milestone !== milestone);
  const citing = (...cited: readonly string[]) => [
    ...new Set(others.filter(({ hash }) => cited.includes(hash)).map((citation) => citation.milestone)),
  ];
  return <Of extends WithFiles>(of: Of) => ({
    ...of,
    files: of.files.map(({ alike, ...file }) => ({ ...file, usedBefore: citing(file.hash), looksLike: citing(...alike) })),
  });
}

export function milestoneRoutes({ get }: Routes, services: Services): void {
  const { 'project-registry': projects, disbursement } = services;
  const asked = listing({ sorts: ['created', 'updated', 'title', 'amount', 'due', 'status'], counts: ['status'] }).extend({
    ...amounts,
    ...dates,
    ...searched(
      'Words of titles, names of the countries and themes of their projects, and of sponsors whose agreements the caller may see, in any language.',
    ),
    project: someIds('prj'),
    agreement: someIds('agr'),
    proposer: someIds('org'),
    status: someOf(MILESTONE_STATUSES),
    sponsor: someIds('spo').meta({ description: 'Those of which a sponsor has a share, by agreements that the caller may see.' }),
  });
  get(
    '/milestones',
    about('listMilestones', 'Milestones, by project, agreement, party, status or day', answers.milestones),
    { query: asked },
    ({ query, call }) =>
      milestonesFor(
        services,
        listRequest(query, filtersOf(query, ['project', 'agreement', 'proposer', 'sponsor', 'status']), query.q),
        call,
      ),
  );
  get(
    '/milestones/:id',
    about('getMilestone', 'A milestone, as far as the caller may see it', answers.milestone),
    one,
    async ({ params, call }) => {
      const { milestone, waivers, may, ...said } = await projects.readMilestone({ ...params, permissions: true }, call);
      const withUses = await otherUsesIn(services, params.id, [...said.reports, ...said.inspections], call);
      const [reports, inspections] = [said.reports.map(withUses), said.inspections.map(withUses)];
      return { ...withoutOmitted({ omitted: [], ...milestone, reports, waivers, inspections }), may: mayOf(may) };
    },
  );
  get(
    '/milestones/:id/draft',
    about('getReportDraft', 'The report that a proposer is writing, for its own organisation alone', answers.reportDraft),
    one,
    async ({ params, call }) => {
      const { draft, history, files, may } = await projects.readDraft({ ...params, permissions: true }, call);
      const withUses = await otherUsesIn(services, params.id, [{ files }], call);
      return { ...draft, history, ...withUses({ files }), may: mayOf(may) };
    },
  );
  get(
    '/milestones/:id/money',
    about('getMoneyOfMilestone', 'What happened to a milestone’s money, step by step', answers.moneyOfMilestone),
    one,
    ({ params, call }) => disbursement.moneyOfMilestone({ milestone: params.id }, call),
  );
}
