type Data = Readonly<Record<string, unknown>>;
/** A stream that goes on otherwise than recorded: after the first event of this type ('' = from the beginning), with the events that come then, by that event's data. */
type Variant = { readonly after: string; readonly come: (data: Data) => readonly (readonly [type: string, data: Data])[] };

const at = '2026-11-25T12:00:00.000Z';
const by = 'person-a';
const note = 'txt_a';
const reminder = { matter: 'clearance', role: 'secretariat.officer', organisation: 'secretariat', occurrence: '1/2027-11-30' };

/** By the kind of stream: what versions since the recording record, so that each type of event is folded at least once. */
export const SINCE: Readonly<Record<string, readonly Variant[]>> = {
  project: [
    {
      after: 'ProjectDrafted',
      come: ({ proposal }) => [['ProjectRevised', { proposal: { ...(proposal as Data), title: 'Revised' }, by }]],
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
  passport: [
    {
      after: '',
      come: () => [
        ['DueDiligenceRequested', { subject: 'org_a', request: 1, by }],
        ['SubjectCleared', { clearance: 1, validUntil: '2027-11-30', note, by: 'person-b' }],
        ['ReminderSent', reminder],
        ['ClearanceReliedOn', { clearance: 1, project: 'prj_a', organisation: 'spo_a', by }],
        ['SubjectFlagged', { level: 'yellow', note, by: 'person-b' }],
        ['ClearanceExpired', { clearance: 1 }],
        ['DueDiligenceRequested', { subject: 'org_a', request: 2, by }],
        ['SubjectCleared', { clearance: 2, validUntil: '2028-11-30', by: 'person-b' }],
        ['ClearanceRevoked', { clearance: 2, note, by: 'person-b' }],
      ],
    },
  ],
  funding: [
    { after: 'OfferProposed', come: ({ offer, amount }) => [['BackingRefused', { offer, terms: 1, left: amount }]] },
    { after: 'OfferCountered', come: ({ offer }) => [['OfferAgreed', { offer, terms: 2, by }]] },
    { after: 'OfferBacked', come: ({ offer }) => [['OfferDeclined', { offer, note, by }]] },
  ],
  agreement: [
    { after: 'PaymentRequested', come: ({ payment, milestone }) => [['PaymentRefused', { payment, milestone, note, by, at }]] },
    {
      after: 'PaymentInstructed',
      come: ({ payment, milestone }) => [
        ['PaymentSettlementReported', { payment, milestone, report: 1, bankReference: 'BANK-1', valueDate: '2026-11-25', at, by }],
        ['PaymentObjectedTo', { payment, milestone, report: 1, note, at, by: 'person-b' }],
        ['PaymentFailureReported', { payment, milestone, report: 2, note, at, by }],
      ],
    },
    { after: 'MeasureProposed', come: ({ measure }) => [['MeasureRefused', { measure, party: 'secretariat', note, by }]] },
    { after: 'MeasureProposed', come: ({ measure }) => [['AgreementTerminationBegun', { measure }]] },
  ],
  'bank-reference': [
    {
      after: '',
      come: () => [
        ['BankReferenceReserved', { bankReference: 'BANK-1', agreement: 'agr_a', payment: 'pay_a', by }],
        ['BankReferenceReleased', { payment: 'pay_a', by }],
      ],
    },
  ],
};
