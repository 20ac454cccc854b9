import { APPROVAL_RULES_STATUSES } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { mayOf } from '../auth/permissions.ts';
import { about } from '../http/describe.ts';
import { filtersOf, listed, listing, listRequest, someIds, someOf, timelinePage } from '../http/listing.ts';
import type { Routes } from '../http/route.ts';
import { id } from '../http/schemas.ts';
import type { Services } from '../services.ts';
import { timelineOfApprovalRules } from '../timeline/approval-rules.ts';

const one = { params: z.strictObject({ id: id('apr') }) };

export function approvalRulesRoutes({ get }: Routes, services: Services): void {
  const { disbursement, catalogue } = services;
  const asked = listing({ sorts: ['created', 'updated', 'status'], counts: ['status'] }).extend({
    organisation: someIds('(org|spo)'),
    status: someOf(APPROVAL_RULES_STATUSES),
  });
  get(
    '/approval-rules',
    about('listApprovalRules', 'The approval rules of the caller’s organisation; of all for overseers', answers.allApprovalRules),
    { query: asked },
    async ({ query, call }) => {
      const { rules, listed: beside } = await catalogue.listApprovalRules(
        listRequest(query, filtersOf(query, ['organisation', 'status'])),
        call,
      );
      return { rules, ...listed(beside) };
    },
  );
  get(
    '/approval-rules/:id',
    about(
      'getApprovalRules',
      'Above which amounts two persons of an organisation approve, and who proposed and approved that',
      answers.approvalRules,
    ),
    one,
    async ({ params, call }) => {
      const { rules, may } = await disbursement.readApprovalRules({ ...params, permissions: true }, call);
      return { ...rules, may: mayOf(may) };
    },
  );
  get(
    '/approval-rules/:id/timeline',
    about('getApprovalRulesTimeline', 'Every event of the approval rules, with who acted and its cause', answers.timeline),
    { ...one, query: timelinePage },
    ({ params, query, call }) => timelineOfApprovalRules(services, params.id, query, call),
  );
}
