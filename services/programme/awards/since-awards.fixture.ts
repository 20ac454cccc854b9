import type { Since } from '@junkan/kit/testing/since.fixture.ts';

const [by, other] = ['person-a', 'person-b'];
const at = '2027-01-20T03:00:00.000Z';
const hash = 'a'.repeat(64);
const note = 'txt_a';
const city = 'org_a';
const award = {
  declaration: 'dcl_a',
  title: 'Award',
  closesOn: '2027-03-01',
  judgingUntil: '2027-04-01',
  categories: [{ code: 'first-steps', title: 'First steps' }],
  criteria: [{ code: 'results', weightBasisPoints: 10_000, tieOrder: 1, title: 'Results', meanings: ['a', 'b', 'c', 'd', 'e', 'f'] }],
};
const lastValue = {
  series: 'ser_a',
  indicator: 'tonnes-composted',
  value: '81',
  unit: 't',
  certainty: 'reported',
  from: '2025-01-01',
  to: '2025-12-31',
};
const nominated = { cycle: 'cyc_a', category: 'first-steps', city: 'org_a', country: 'ID', title: 'We began', note: 'txt_a', actions: [] };
const ballot = { cycle: 'cyc_a', category: 'first-steps', kept: 'txt_b', person: 'juror-a', organisation: 'ptn_a' };
const jurors = ['juror-a', 'juror-b', 'juror-c', 'juror-d'];
const decided = {
  category: 'first-steps',
  ballots: jurors.map((juror) => ({ juror, nomination: 'nom_a', marks: [{ criterion: 'results', mark: 4 }], salt: 's', words: [] })),
  votes: [],
  order: [{ nomination: 'nom_a', place: 1, points: '0', mean: '80', ballots: 4, verifiedShare: '1/2', result: '' }],
  jurors: jurors.map((_, index) => ({ letter: `J${index + 1}`, level: '80', firstWithout: 'nom_a' })),
  firm: true,
  mayVote: 4,
  reordered: false,
  letters: jurors.map((juror, index) => ({ letter: `J${index + 1}`, juror })),
};

export const AWARDS_SINCE: Since = {
  'award-cycle': [
    {
      after: '',
      come: () => [
        ['AwardCycleDrafted', { ...award, at, by }],
        ...jurors.map(
          (juror) => ['JurorAppointed', { category: 'first-steps', juror, organisation: 'ptn_a', country: 'JP', at, by: other }] as const,
        ),
        ['AwardCycleOpened', { at, by }],
        ['NominationEntered', { nomination: 'nom_a', category: 'first-steps', city, country: 'ID', person: other, organisation: city, at }],
        ['NominationsClosed', { at }],
        ...jurors.map(
          (person) =>
            [
              'InterestsDeclared',
              { category: 'first-steps', person, answered: ['nom_a'], declared: [], found: [], organisation: 'ptn_a', at },
            ] as const,
        ),
        [
          'BallotsAssigned',
          {
            ballots: jurors.map((juror) => ({ category: 'first-steps', juror, nomination: 'nom_a' })),
            eligible: [{ nomination: 'nom_a', category: 'first-steps', verifiedShare: '1/2' }],
            at,
            by,
          },
        ],
        ['JudgingBegun', { at }],
        ['JudgingClosed', { at }],
        ['JudgingProlonged', { judgingUntil: '2027-05-01', at, by: other }],
        ['JudgingClosed', { at }],
        ['OutcomeDecided', { ...decided, at, by }],
        [
          'BallotStruck',
          {
            category: 'first-steps',
            juror: 'juror-d',
            nomination: '',
            found: [{ category: 'first-steps', juror: 'juror-d', nomination: 'nom_a', interest: 'same-group', bars: 'category' }],
            reopens: true,
            note,
            at,
            by: other,
          },
        ],
        ['OutcomeDecided', { ...decided, at, by }],
        [
          'OutcomeAnnounced',
          {
            results: [{ nomination: 'nom_a', category: 'first-steps', result: 'awarded', inGoodStanding: true }],
            objectionsUntil: at,
            at,
            by: other,
          },
        ],
        ['AwardCycleClosed', { at }],
      ],
    },
    {
      after: '',
      come: () => [
        ['AwardCycleDrafted', { ...award, at, by }],
        ['AwardCycleCancelled', { note, at, by: other }],
      ],
    },
  ],
  nomination: [
    {
      after: '',
      come: () => [
        ['NominationBegun', { ...nominated, organisation: 'ptn_a', person: by, agreeUntil: at, at }],
        ['NominationAgreedTo', { at, by: other }],
        ['NominationRevised', { title: 'What we began', note, actions: [], at, by: other }],
        ['NominationSubmitted', { values: [], verifiedShare: '0', at, by: 'person-c' }],
        ['NominationScreened', { eligible: false, reasons: ['words-are-unclear'], mendUntil: at, at, by: 'person-d' }],
        ['NominationRevised', { title: 'What we began', note, actions: [], series: ['ser_a'], at, by: other }],
        ['NominationSubmitted', { values: [], verifiedShare: '0', lastValues: [lastValue], at, by: 'person-c' }],
        ['NominationScreened', { eligible: true, reasons: [], mendUntil: '', at, by: 'person-d' }],
        ['NominationOutcomeTold', { result: 'awarded', objectionsUntil: at, tookPart: ['person-d'], at }],
        ['PrizeUndermined', { values: [], below: true, at }],
        ['ObjectionRaised', { note, at, by: 'person-c' }],
        ['ObjectionAnswered', { note, at, by: 'person-e' }],
        ['PrizeWithdrawalProposed', { grounds: 'facts-were-false', note, due: at, at, by: 'person-d' }],
        ['PrizeWithdrawalAnswered', { note, at, by: 'person-c' }],
        ['PrizeKept', { note, at, by: 'person-e' }],
        ['PrizeWithdrawalProposed', { grounds: 'facts-were-false', note, due: at, at, by: 'person-d' }],
        ['PrizeWithdrawalAnswered', { note, at, by: 'person-c' }],
        ['PrizeWithdrawn', { note, at, by: 'person-e' }],
      ],
    },
    {
      after: '',
      come: () => [
        ['NominationBegun', { ...nominated, organisation: city, person: by, agreeUntil: '', at }],
        ['NominationWithdrawn', { at, by: other }],
      ],
    },
  ],
  ballot: [
    {
      after: '',
      come: () => [
        ['BallotMarked', { ...ballot, nomination: 'nom_a', at }],
        ['BallotSealed', { ...ballot, nomination: 'nom_a', hash, at }],
        ['OutcomeVoted', { ...ballot, hash, at }],
      ],
    },
  ],
};
