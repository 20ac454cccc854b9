import type { Data, Since } from '@junkan/kit/testing/since.fixture.ts';

const at = '2026-11-25T12:00:00.000Z';
const by = 'person-a';
const note = 'txt_a';

const given = { role: 'proposer.certifier', takenBy: 'person-c', firstDay: '2026-11-26', lastDay: '2026-11-30' };

const met = { criterion: 'circular-economy', answer: 'yes', note: '' };
const unmet = { criterion: 'safeguards', answer: 'no', note };

const details = { before: 'Yokohma', countriesBefore: ['JP'], countries: ['ID', 'JP'] };

export const since: Since = {
  proposer: [
    {
      after: '',
      come: () => [
        ['ProposerRegistered', { name: 'Yokohma', kind: 'city', countries: ['JP'], by }],
        ['ProposerChangeProposed', { proposal: 1, ...details, name: 'Yokhama', note, at, by }],
        ['ProposerChangeRefused', { proposal: 1, note, at, by: 'person-b' }],
        ['ProposerChangeProposed', { proposal: 2, ...details, name: 'Yokohama', note, at, by }],
        ['ProposerChanged', { proposal: 2, ...details, name: 'Yokohama', at, by: 'person-b' }],
      ],
    },
  ],
  project: [
    {
      after: 'ProjectDrafted',
      come: ({ proposal }) => [
        ['ProjectRevised', { proposal: { ...(proposal as Data), title: 'Revised' }, by }],
        ['ProjectDocumentsAttached', { documents: [{ title: 'Study', hash: 'a'.repeat(64), language: 'ja' }], by }],
        ['ProjectContactsNamed', { contacts: 'txt_a', by }],
      ],
    },
    {
      after: 'ProjectSubmitted',
      come: () => [
        ['MoreInformationRequested', { submission: 1, note, by: 'person-s', informationDue: at, checks: [unmet] }],
        ['InformationProvided', { submission: 1, note, screeningDue: at, by }],
        ['ProjectDeclaredEligible', { submission: 1, by: 'person-s', openingDue: at, checks: [met] }],
      ],
    },
    {
      after: 'ProjectSubmitted',
      come: () => [['ProjectDeclaredIneligible', { submission: 1, reasons: ['safeguards'], note, by: 'person-s', checks: [met, unmet] }]],
    },
    { after: 'MoreInformationRequested', come: () => [['InformationProvided', { submission: 1, note, screeningDue: at, by }]] },
    {
      after: 'ProjectCompleted',
      come: () => [
        ['ProjectRecoveriesCounted', { round: 1, recoveries: [1] }],
        ['ProjectRecoveriesCounted', { round: 1, recoveries: [], unpaid: true }],
        ['ProjectRecoveriesCounted', { round: 1, recoveries: [], unpaid: false }],
        ['ProjectClosureProposed', { round: 1, closure: 1, note, by }],
        ['ProjectClosureRefused', { round: 1, closure: 1, note, by }],
      ],
    },
  ],
  milestone: [
    {
      after: 'MilestoneFellDue',
      come: () => [
        [
          'MilestoneReportSubmitted',
          {
            report: 1,
            evidence: [],
            indicators: [],
            note,
            verificationDue: at,
            at,
            by: 'person-b',
            uploadedBy: [by],
            draft: 'rep_a',
            draftVersion: 4,
            preparedBy: [by],
          },
        ],
      ],
    },
    {
      after: 'MilestoneFellDue',
      come: () => [
        [
          'MilestoneReportSubmitted',
          {
            report: 1,
            evidence: ['f'.repeat(64)],
            indicators: [],
            note,
            verificationDue: at,
            at,
            by,
            uploadedBy: [by],
            fileNamesPublic: true,
          },
        ],
      ],
    },
    {
      after: 'MilestoneReportSubmitted',
      come: () => [
        [
          'MilestoneInspected',
          {
            inspection: 1,
            kind: 'site-visit',
            inspectedOn: '2026-11-20',
            place: 'Honmoku',
            checks: [{ criterion: 'is-there', answer: 'yes', note: '' }],
            evidence: ['e'.repeat(64)],
            conclusion: 'confirmed-in-part',
            note,
            by: 'person-v',
          },
        ],
      ],
    },
    { after: 'MilestoneReportSubmitted', come: () => [['MilestoneReportReturned', { report: 1, note, by }]] },
    {
      after: 'MilestoneReportSubmitted',
      come: () => [
        [
          'MilestoneVerified',
          {
            report: 1,
            payableBasisPoints: 10_000,
            by: 'person-v',
            paymentDue: at,
            accepted: [{ code: 'tonnes-composted', value: '900', because: 'Dry weight' }],
          },
        ],
      ],
    },
    {
      after: 'MilestoneBegun',
      come: ({ dueOn, amount }) => [
        ['MilestoneChanged', { dueOn, amount, targets: [{ code: 'tonnes-composted', before: '1200', target: '900', measure: 1, at }] }],
      ],
    },
    { after: 'MilestoneWaiverProposed', come: () => [['MilestoneWaiverRefused', { waiver: 1, note, by }]] },
  ],
  report: [
    {
      after: '',
      come: () => [
        ['ReportDraftBegun', { milestone: 'mst_a', project: 'prj_a', proposer: 'org_a', number: 1 }],
        ['ReportEvidenceSaved', { section: 1, evidence: ['f'.repeat(64)], at, by, uploadedBy: [by] }],
        ['ReportResultsSaved', { section: 1, indicators: [{ code: 'tonnes', value: '1', unit: 't' }], at, by }],
        ['ReportNarrativeSaved', { section: 1, note, at, by }],
        ['ReportSentToCertifier', { at, by }],
        ['ReportDraftReturned', { note, at, by: 'person-b' }],
      ],
    },
  ],
  'project-reference': [
    {
      after: '',
      come: () => [
        ['ProjectReferenceTaken', { proposer: 'org_a', reference: 'YOK-1', project: 'prj_a', at, by }],
        ['ProjectReferenceFreed', { project: 'prj_a', by }],
      ],
    },
  ],
  delegations: [
    {
      after: '',
      come: () => [
        ['RoleDelegated', { organisation: 'org_a', delegation: 1, ...given, note, at, by }],
        ['DelegationConfirmed', { delegation: 1, at, by: 'person-b' }],
        ['RoleDelegated', { organisation: 'org_a', delegation: 2, ...given, note, at, by: 'person-b' }],
        ['DelegationEnded', { delegation: 2, note, at, by: 'person-b' }],
      ],
    },
  ],
  person: [{ after: '', come: () => [['PersonAffiliated', { person: by, organisation: 'org_a' }]] }],
};
