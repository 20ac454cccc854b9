import { conflict, type Entry } from './entry.ts';
import { text, texts, whole } from './facts.ts';

/** What the registry of projects refuses of reports that are being written. */
export const drafts = {
  DraftIsAnother: conflict({ asked: whole(7), actual: whole(9) }, { at: '/version' }),
  DraftIsAtTheCertifier: conflict({ draft: text('rep_1a2b') }),
  DraftIsIncomplete: conflict({ missing: texts('evidence', 'results/tonnes-composted') }),
  DraftIsNotSent: conflict({}),
  DraftIsSent: conflict({ by: text('p-officer'), at: text('2027-01-31T09:00:00.000Z') }),
  SectionHasChanged: conflict(
    { section: text('results'), asked: whole(2), actual: whole(3), by: text('p-officer'), at: text('2027-01-31T09:00:00.000Z') },
    { at: '/version' },
  ),
  SignOffIsRequired: conflict({}),
} satisfies Record<string, Entry>;
