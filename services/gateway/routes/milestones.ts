import type { Call } from '@junkan/kit/call.ts';
import type { ListRequest } from '@junkan/proto/junkan/catalogue/v1/service.ts';
import { MILESTONE_STATUSES, RESTS } from '@junkan/proto/junkan/project/v1/language.ts';
import type { ReportRound } from '@junkan/proto/junkan/project/v1/model.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { mayOf } from '../auth/permissions.ts';
import { about } from '../http/describe.ts';
import { amounts, dates, filtersOf, listed, listing, listRequest, searched, someIds, someOf } from '../http/listing.ts';
import type { Routes } from '../http/route.ts';
import { id, line, money, neededNote, note, numbered, ordinal, text } from '../http/schemas.ts';
import { told } from '../http/told.ts';
import type { Services } from '../services.ts';

const milestone = z.strictObject({ id: id('mst') });
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'must be the SHA-256 of uploaded evidence, in lower-case hexadecimal');
const indicator = z
  .strictObject({
    code: text(100),
    value: z
      .string()
      .regex(/^-?\d{1,30}(\.\d{1,20})?$/, 'must be a decimal number as text')
      .optional(),
    unit: line(50).default(''),
    notAvailable: z.boolean().default(false).meta({ description: 'In the place of a value.' }),
  })
  .refine(({ value, notAvailable }) => (value === undefined) === notAvailable, {
    path: ['value'],
    message: 'must be given, unless it is not available',
  })
  .transform((given) => ({ ...given, value: given.value ?? '' }));
const one = { params: milestone };
const report = ordinal;

const rest = z.enum(RESTS).meta({ description: 'What becomes of the money that is not payable.' });
const verdict = z.strictObject({
  report,
  payableBasisPoints: z.number().int().min(1).max(10_000).default(10_000).meta({ description: '10000 = met in full.' }),
  rest: rest.optional(),
  note,
});

export function milestoneRoutes(made: Routes, services: Services): void {
  reading(made, services);
  reports(made, services);
  waivers(made, services);
}

/** Milestones as the caller may see them. */
export async function milestonesFor({ catalogue }: Services, request: ListRequest, call: Call) {
  const { milestones, listed: beside } = await catalogue.listMilestones(request, call);
  return { milestones: milestones.map(told), ...listed(beside) };
}

/** Reports with what is known of each file: which other milestones cite it too. */
async function withOtherUses({ catalogue }: Services, milestone: string, reports: readonly ReportRound[], call: Call) {
  const hashes = reports.flatMap(({ files }) => files.map(({ hash }) => hash));
  const { citations } = hashes.length === 0 ? { citations: [] } : await catalogue.evidenceCitations({ hashes }, call);
  const others = citations.filter((citation) => citation.milestone !== milestone);
  const usedBefore = (hash: string) => others.filter((citation) => citation.hash === hash).map((citation) => citation.milestone);
  return reports.map((round) => ({ ...round, files: round.files.map((file) => ({ ...file, usedBefore: usedBefore(file.hash) })) }));
}

function reading({ get }: Routes, services: Services): void {
  const { projects, disbursement } = services;
  const asked = listing({ sorts: ['created', 'updated', 'title', 'amount', 'due', 'status'], counts: ['status'] }).extend({
    ...{
      ...amounts,
      ...dates,
      ...searched('Words of titles, in any language.'),
      project: someIds('prj'),
      agreement: someIds('agr'),
      proposer: someIds('org'),
    },
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
      const reports = await withOtherUses(services, params.id, said.reports, call);
      return { ...told({ omitted: [], ...milestone, reports, waivers }), may: mayOf(may) };
    },
  );
  get(
    '/milestones/:id/money',
    about('getMoneyOfMilestone', 'What happened to a milestone’s money, step by step', answers.moneyOfMilestone),
    one,
    ({ params, call }) => disbursement.moneyOfMilestone({ milestone: params.id }, call),
  );
}

function reports({ command }: Routes, { projects }: Services): void {
  command(
    'post',
    '/milestones/:id/reports',
    about('reportMilestone', 'Report on a milestone, with evidence', answers.outcome),
    {
      ...one,
      body: z.strictObject({ evidence: z.array(hash).min(1).max(100), indicators: z.array(indicator).max(200).default([]), note }),
    },
    ({ params, body, call }) => projects.submitMilestoneReport({ milestone: params.id, ...body }, call),
  );
  command(
    'post',
    '/milestones/:id/return',
    about('returnReport', 'Return a report to its proposer', answers.outcome),
    { ...one, body: z.strictObject({ report, note: neededNote }) },
    ({ params, body, call }) => projects.returnMilestoneReport({ milestone: params.id, ...body }, call),
  );
  command(
    'post',
    '/milestones/:id/verification',
    about('verifyMilestone', 'Verify a milestone, in full or in part', answers.outcome),
    { ...one, body: verdict },
    ({ params, body, call }) => projects.verifyMilestone({ milestone: params.id, ...body, rest: body.rest ?? '' }, call),
  );
  command(
    'post',
    '/milestones/:id/rejection',
    about('rejectMilestone', 'Say that a milestone is not met', answers.outcome),
    { ...one, body: z.strictObject({ report, rest, note: neededNote }) },
    ({ params, body, call }) => projects.rejectMilestone({ milestone: params.id, ...body }, call),
  );
}

function waivers({ command }: Routes, { projects }: Services): void {
  command(
    'post',
    '/milestones/:id/waivers',
    about('proposeWaiver', 'Propose to ask for a milestone no more', answers.outcome),
    { ...one, body: z.strictObject({ rest, note: neededNote }) },
    ({ params, body, call }) => projects.proposeWaiver({ milestone: params.id, ...body }, call),
  );
  const named = z.strictObject({ id: id('mst'), number: numbered });
  const approved = z.strictObject({
    amount: money
      .optional()
      .meta({ description: 'The amount that the approver was shown as at stake: refused where it is another by now.' }),
  });
  command(
    'post',
    '/milestones/:id/waivers/:number/approval',
    about('waiveMilestone', 'Approve a waiver', answers.outcome),
    { params: named, body: approved },
    ({ params, body, call }) => projects.waiveMilestone({ milestone: params.id, waiver: params.number, amount: body.amount }, call),
  );
  command(
    'post',
    '/milestones/:id/waivers/:number/refusal',
    about('refuseWaiver', 'Refuse a waiver', answers.outcome),
    { params: named, body: z.strictObject({ note: neededNote }) },
    ({ params, body, call }) => projects.refuseWaiver({ milestone: params.id, waiver: params.number, ...body }, call),
  );
}
