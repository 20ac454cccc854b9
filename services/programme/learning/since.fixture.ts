const [by, other] = ['person-a', 'person-b'];
const at = '2027-01-20T03:00:00.000Z';
const begins = '2027-03-29T01:00:00.000Z';
const ends = '2027-03-29T07:00:00.000Z';
const note = 'txt_a';
const content = {
  course: 'TR-04',
  title: 'Measure it',
  description: 'How a city measures what flows.',
  dimensions: ['data'],
  fromLevel: 1,
  toLevel: 3,
  theme: 'circular-economy',
  hours: 6,
  attendancePercent: 80,
  exercise: 'Exercise',
  languages: ['en'],
  materials: [{ title: 'Slides', language: 'en', address: 'https://example.org/slides' }],
  validMonths: 36,
};
const plan = {
  meetings: [{ from: begins, to: ends }],
  mode: 'online',
  where: '',
  language: 'en',
  seats: 2,
  enrolsFrom: at,
  keepsSeats: true,
};
const training = 'trn_a';
const session = 'ses_a';
const of = { person: 'person-c', organisation: 'org_a' };
const trainer = { person: 'trainer-a', organisation: 'ptn_a' };
const planned = { plan, trainer: trainer.person, trainerOf: trainer.organisation };
const scheduled = { training, title: content.title, hours: 6, attendancePercent: 80, exercise: 'Exercise', ...planned, at, by };
const enrolled = (person: string, confirmed: boolean) => ({
  person,
  organisation: 'org_a',
  role: 'proposer.officer',
  claim: `cmd_${person}`,
  firstTime: true,
  confirmed,
  at,
});
const text = {
  training,
  session,
  course: content.course,
  title: content.title,
  description: content.description,
  language: 'en',
  dimensions: ['data'],
  fromLevel: 1,
  toLevel: 3,
  mode: 'online',
  hours: 6,
  attended: 6,
  exercise: 'Exercise',
  attendancePercent: 80,
  firstDay: '2027-03-29',
  lastDay: '2027-03-29',
  validMonths: 36,
};
const issued = {
  code: '7K3M-9QX2-TVBS',
  list: 1,
  place: 4711,
  key: 'key-a',
  credential: 'a.b.c',
  validUntil: '2030-04-02T09:00:00.000Z',
  at,
  by,
};
const proposed = { holder: of.person, organisation: of.organisation, text, passed: true, proposedBy: trainer.person, at };
const feedback = { aimsMet: 'fully', ofUse: 'largely', wellTaught: 'partly', goodMaterial: 'hardly', recommended: 'not-at-all' };
type Come = () => (readonly [type: string, data: Readonly<Record<string, unknown>>])[];
const stream = (come: Come) => ({ after: '', come });

/** Trainings, their sessions and certificates, the times of persons and the register. */
export const learning = {
  training: [
    stream(() => [
      ['TrainingDrafted', { content, at, by }],
      ['TrainingOffered', { at, by }],
      ['TrainingRetired', { at, by }],
    ]),
  ],
  'training-session': [
    stream(() => [
      ['SessionScheduled', scheduled],
      ['EnrolmentOpened', { at }],
      ['SessionChanged', { ...planned, plan: { ...plan, seats: 1 }, at, by }],
      ['Enrolled', enrolled('person-c', true)],
      ['Enrolled', enrolled('person-d', false)],
      ['Enrolled', enrolled('person-e', false)],
      ['EnrolmentCancelled', { ...of, at }],
      ['SeatOffered', { person: 'person-d', until: '2027-01-22T03:00:00.000Z', at }],
      ['SeatOfferExpired', { person: 'person-d', at: '2027-01-22T03:00:00.000Z' }],
      ['SeatOffered', { person: 'person-e', until: '2027-01-24T03:00:00.000Z', at: '2027-01-22T03:00:00.000Z' }],
      ['SeatTaken', { person: 'person-e', organisation: 'org_a', at: '2027-01-23T03:00:00.000Z' }],
      ['SessionBegan', { at: begins }],
      ['SessionHeld', { at: ends }],
      ['AttendanceRecorded', { ...trainer, attendance: [{ person: 'person-e', hours: 6, passed: true }], at: ends }],
      ['CertificatesProposed', { ...trainer, holders: ['person-e'], at: ends }],
      ['FeedbackGiven', { claim: enrolled('person-e', false).claim, ...feedback, at: ends }],
    ]),
    stream(() => [
      ['SessionScheduled', scheduled],
      ['SessionCancelled', { note, at, by }],
    ]),
  ],
  certificate: [
    stream(() => [
      ['CertificateProposed', proposed],
      ['CertificateIssued', issued],
      ['HolderNamed', { ...of, contact: 'txt_b', at }],
      ['RevocationProposed', { revocation: 'attendance-was-wrong', note, at, by }],
      ['RevocationRefused', { at, by: other }],
      ['RevocationProposed', { revocation: 'rule-was-not-met', note, at, by }],
      ['CertificateRevoked', { at, by: other }],
    ]),
    stream(() => [
      ['CertificateProposed', proposed],
      ['CertificateDeclined', { note, at, by }],
    ]),
  ],
  learner: [
    stream(() => [
      ['TimeClaimed', { ...of, session, claim: 'cmd_a', meetings: plan.meetings, at }],
      ['TimeMoved', { claim: 'cmd_a', meetings: [{ from: ends, to: '2027-03-29T09:00:00.000Z' }] }],
      ['TimeReleased', { ...of, claim: 'cmd_a' }],
    ]),
    stream(() => [['OrganisationAttended', { session, at }]]),
  ],
  'certificate-register': [
    stream(() => [
      ['CertificateKeyTaken', { key: 'key-a', n: 'n', e: 'AQAB', at }],
      ['CertificateKeyLost', { key: 'key-a', at, by }],
    ]),
    stream(() => [['CertificateEntered', { certificate: 'crt_a', code: issued.code, list: 1, place: 4711 }]]),
    stream(() => [['CertificateMarked', { certificate: 'crt_a', place: 4711 }]]),
  ],
};
