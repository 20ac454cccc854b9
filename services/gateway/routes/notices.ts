import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { about } from '../http/describe.ts';
import type { Routes } from '../route.ts';
import type { Services } from '../services.ts';
import { factsOf } from '../timeline/words.ts';

const asked = z.strictObject({
  unread: z.enum(['true', 'false']).default('false').meta({ description: 'Only those that were not read.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(100).default('').meta({ description: 'The place behind which the page begins.' }),
});

/** The caller's own data: notices, settings, saved searches. */
export function noticeRoutes(made: (tag: string) => Routes, { notices }: Services): void {
  made('Notices').get(
    '/notices',
    about('listNotices', 'The caller’s notices, the newest first', answers.notices),
    { query: asked },
    async ({ query, call }) => {
      const { notices: found, nextCursor, unread } = await notices.listNotices({ ...query, unread: query.unread === 'true' }, call);
      return {
        notices: found.map(({ data, ...notice }) => ({ ...notice, facts: factsOf(data) })),
        nextCursor,
        unread,
      };
    },
  );
  made('Settings').get('/settings', about('getSettings', 'The caller’s own settings', answers.settings), {}, async ({ call }) =>
    notices.readSettings({}, call),
  );
  made('Searches').get('/searches', about('listSearches', 'The searches that the caller keeps', answers.searches), {}, async ({ call }) =>
    notices.listSearches({}, call),
  );
}
