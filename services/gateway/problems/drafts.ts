import { conflict, type Entry } from './entry.ts';
import { joined, text, texts, whole } from './facts.ts';

/** What the registry of projects refuses of reports that are being written. */
export const drafts = {
  DraftIsAnother: conflict(
    'The draft has changed',
    { asked: whole(7), actual: whole(9) },
    ({ asked, actual }) => `This is about version ${asked} of the draft, and it is at version ${actual}.`,
    'Read the draft again, and send this with its version if it still makes sense.',
    { at: '/version' },
  ),
  DraftIsAtTheCertifier: conflict(
    'A draft of this report waits for a certifier',
    { draft: text('rep_1a2b') },
    'The report was written as a draft and sent to the certifier, who submits it by signing it off.',
    'Have the draft signed off, or ask a certifier to return it.',
  ),
  DraftIsIncomplete: conflict(
    'The draft is incomplete',
    { missing: texts('evidence', 'results/tonnes-composted') },
    ({ missing }) => `The draft lacks ${joined(missing)}.`,
    'Fill in what is missing, or say of an indicator that it is not available.',
  ),
  DraftIsNotSent: conflict(
    'The draft does not wait for a certifier',
    {},
    'This is for a draft that was sent to the certifier, and not returned since.',
    'Read the draft for where it stands.',
  ),
  DraftIsSent: conflict(
    'The draft waits for a certifier',
    { by: text('p-officer'), at: text('2027-01-31T09:00:00.000Z') },
    ({ at }) => `The draft was sent to the certifier at ${at}, and is not changed meanwhile.`,
    'Ask a certifier to return it.',
  ),
  SectionHasChanged: conflict(
    'Somebody else has saved this section',
    { section: text('results'), asked: whole(2), actual: whole(3), by: text('p-officer'), at: text('2027-01-31T09:00:00.000Z') },
    ({ section, asked, actual }) => `This is about version ${asked} of ${section}, and it is at version ${actual}.`,
    'Read the draft for what the section says now, and send yours with that version if it is to go in its place.',
    { at: '/version' },
  ),
  SignOffIsRequired: conflict(
    'A certifier has to sign the report off',
    {},
    'This installation takes a report only by the sign-off of a certifier.',
    'Write the report as the milestone’s draft, and send it to the certifier.',
  ),
} satisfies Record<string, Entry>;
