import { DELEGATIONS_STATUSES } from '@junkan/proto/junkan/project/v1/language.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { mayOf } from '../auth/permissions.ts';
import { about } from '../http/describe.ts';
import { filtersOf, listed, listing, listRequest, someIds, someOf, timelinePage } from '../http/listing.ts';
import type { Routes } from '../http/route.ts';
import { id } from '../http/schemas.ts';
import type { Services } from '../services.ts';
import { timelineOfDelegations } from '../timeline/delegations.ts';

const one = { params: z.strictObject({ id: id('dlg') }) };

export function delegationRoutes({ get }: Routes, services: Services): void {
  const { 'project-registry': projects, catalogue } = services;
  const asked = listing({ sorts: ['created', 'updated', 'status'], counts: ['status'] }).extend({
    organisation: someIds('(org|spo)'),
    status: someOf(DELEGATIONS_STATUSES),
  });
  get(
    '/delegations',
    about('listDelegations', 'What the caller’s organisation has delegated; all of it for overseers', answers.allDelegations),
    { query: asked },
    async ({ query, call }) => {
      const { delegations, listed: beside } = await catalogue.listDelegations(
        listRequest(query, filtersOf(query, ['organisation', 'status'])),
        call,
      );
      return { delegations, ...listed(beside) };
    },
  );
  get(
    '/delegations/:id',
    about(
      'getDelegations',
      'Which roles the approvers of an organisation have given to others of it, for which days, and who confirmed that',
      answers.delegations,
    ),
    one,
    async ({ params, call }) => {
      const { delegations, may } = await projects.readDelegations({ ...params, permissions: true }, call);
      return { ...delegations, may: mayOf(may) };
    },
  );
  get(
    '/delegations/:id/timeline',
    about('getDelegationsTimeline', 'Every event of the delegations, with who acted and its cause', answers.timeline),
    { ...one, query: timelinePage },
    ({ params, query, call }) => timelineOfDelegations(services, params.id, query, call),
  );
}
