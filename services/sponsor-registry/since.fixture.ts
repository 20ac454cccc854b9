import type { Since } from '@junkan/kit/testing/since.fixture.ts';

const by = 'person-a';
const note = 'txt_a';
const reminder = { matter: 'clearance', role: 'secretariat.officer', organisation: 'secretariat', occurrence: '1/2027-11-30' };

const usd = (amount: string) => ({ amount, currency: 'USD' });
const terms = (title: string) => ({ title, countries: ['JP'], ticketMinimum: usd('100'), ticketMaximum: usd('900') });

export const since: Since = {
  sponsor: [
    {
      after: '',
      come: () => [
        ['SponsorRegistered', { name: 'Gren Fund', kind: 'fund', by }],
        ['SponsorChangeProposed', { proposal: 1, before: 'Gren Fund', name: 'Grin Fund', note, at: '2027-11-30T00:00:00.000Z', by }],
        ['SponsorChangeRefused', { proposal: 1, note, at: '2027-12-01T00:00:00.000Z', by: 'person-b' }],
        ['SponsorChangeProposed', { proposal: 2, before: 'Gren Fund', name: 'Green Fund', note, at: '2027-12-02T00:00:00.000Z', by }],
        ['SponsorChanged', { proposal: 2, before: 'Gren Fund', name: 'Green Fund', at: '2027-12-03T00:00:00.000Z', by: 'person-b' }],
      ],
    },
  ],
  mandate: [
    {
      after: '',
      come: () => [
        ['MandatePublished', { sponsor: 'spo_a', terms: terms('Reuse'), by }],
        ['MandateRevised', { revision: 2, terms: terms('Reuse and repair'), by: 'person-b' }],
        ['MandatePaused', { by }],
        ['MandateResumed', { by }],
        ['MandateRetired', { by: 'person-b' }],
      ],
    },
  ],
  envelope: [
    {
      after: '',
      come: () => [
        ['EnvelopeOpened', { sponsor: 'spo_a', total: usd('900'), periodEnd: '2027-12-31', by }],
        ['BudgetReserved', { offer: 'off_a', amount: usd('300'), funding: 'fnd_a' }],
        ['EnvelopeEndProposed', { proposal: 1, before: '2027-12-31', periodEnd: '2028-06-30', note, at: '2027-11-30T00:00:00.000Z', by }],
        ['EnvelopeEndRefused', { proposal: 1, note, at: '2027-12-01T00:00:00.000Z', by: 'person-b' }],
        ['EnvelopeEndProposed', { proposal: 2, before: '2027-12-31', periodEnd: '2028-03-31', note, at: '2027-12-02T00:00:00.000Z', by }],
        [
          'EnvelopeEndMoved',
          {
            proposal: 2,
            before: '2027-12-31',
            periodEnd: '2028-03-31',
            fundings: ['fnd_a'],
            at: '2027-12-03T00:00:00.000Z',
            by: 'person-b',
          },
        ],
        ['OfferCommitted', { offer: 'off_a', amount: usd('300') }],
        ['IncreaseProposed', { increase: 1, offer: 'off_a', amount: usd('50'), note, at: '2027-12-04T00:00:00.000Z', by }],
        ['IncreaseRefused', { increase: 1, note, at: '2027-12-05T00:00:00.000Z', by: 'person-b' }],
        ['IncreaseProposed', { increase: 2, offer: 'off_a', amount: usd('40'), note, at: '2027-12-06T00:00:00.000Z', by }],
        [
          'CommitmentIncreased',
          { increase: 2, offer: 'off_a', amount: usd('40'), committed: usd('340'), at: '2027-12-07T00:00:00.000Z', by: 'person-b' },
        ],
      ],
    },
  ],
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
        ['SubjectCleared', { clearance: 2, validUntil: '2028-11-30', by: 'person-b', clearedAs: 'Minato Works' }],
        ['ClearanceRevoked', { clearance: 2, note, by: 'person-b' }],
      ],
    },
  ],
};
