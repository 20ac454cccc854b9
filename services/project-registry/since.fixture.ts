import type { Data, Since } from '@junkan/kit/testing/since.fixture.ts';

const at = '2026-11-25T12:00:00.000Z';
const by = 'person-a';
const note = 'txt_a';

export const since: Since = {
  project: [
    {
      after: 'ProjectDrafted',
      come: ({ proposal }) => [
        ['ProjectRevised', { proposal: { ...(proposal as Data), title: 'Revised' }, by }],
        ['ProjectDocumentsAttached', { documents: [{ title: 'Study', hash: 'a'.repeat(64), language: 'ja' }], by }],
        ['ProjectContactsNamed', { contacts: 'txt_a', by }],
      ],
    },
    { after: 'MoreInformationRequested', come: () => [['InformationProvided', { submission: 1, note, screeningDue: at, by }]] },
    {
      after: 'ProjectCompleted',
      come: () => [
        ['ProjectClosureProposed', { round: 1, closure: 1, note, by }],
        ['ProjectClosureRefused', { round: 1, closure: 1, note, by }],
      ],
    },
  ],
  milestone: [
    { after: 'MilestoneReportSubmitted', come: () => [['MilestoneReportReturned', { report: 1, note, by }]] },
    { after: 'MilestoneWaiverProposed', come: () => [['MilestoneWaiverRefused', { waiver: 1, note, by }]] },
  ],
  person: [{ after: '', come: () => [['PersonAffiliated', { person: by, organisation: 'org_a' }]] }],
};
