import { city, given as facts, officer, usd, verifier, workflow } from '../projects/actors.fixture.ts';
import { type Command, type Event, initial, type State } from './milestone.ts';
import { evolve } from './milestone-evolve.ts';

/** A milestone that is due today, with its report and each verdict on it. */
export const given = (...events: readonly Event[]): State => events.reduce(evolve, initial);
/** What is decided where nothing changes, and where it is refused. */
export const nothing = { ok: true, events: [] };
export const refusedAs = (rejection: object) => ({ ok: false, rejection });
export const terms = {
  project: 'prj_a',
  agreement: 'agr_a',
  proposer: city,
  number: 1,
  title: 'Site',
  dueOn: '2026-11-24',
  amount: usd(100n),
} as const;
export const begin = { type: 'BeginMilestone', ...terms, by: workflow } satisfies Command;
export const begun = { type: 'MilestoneBegun', ...terms } satisfies Event;
export const fellDue = { type: 'MilestoneFellDue' } satisfies Event;
export const becameOverdue = { type: 'MilestoneBecameOverdue' } satisfies Event;

export const reported = {
  evidence: ['a'.repeat(64)],
  indicators: [{ code: 'tonnes', value: '12.5', unit: 't', notAvailable: false, because: '' }],
  note: 'txt_report',
};
/** No draft of it was written. */
export const undrafted = { draft: 'rep_a', status: 'absent', version: 0, evidence: [], indicators: [], note: '', preparedBy: [] } as const;
export const submit = {
  type: 'SubmitMilestoneReport',
  ...reported,
  unknownEvidence: [],
  planned: [{ code: 'tonnes', unit: '', isDue: true }],
  uploadedBy: [officer.person],
  fileNamesPublic: false,
  draft: undrafted,
  ...facts,
  by: officer,
} satisfies Command;
export const submitted = {
  type: 'MilestoneReportSubmitted',
  report: 1,
  ...reported,
  verificationDue: '2026-12-24T23:59:59.999Z',
  at: facts.now,
  by: officer.person,
  uploadedBy: [officer.person],
  draft: '',
  draftVersion: 0,
  preparedBy: [],
} as const;
export const sendBack = { type: 'ReturnMilestoneReport', report: 1, note: 'txt_blurred', by: verifier } satisfies Command;
export const returned = { type: 'MilestoneReportReturned', report: 1, note: 'txt_blurred', by: verifier.person } satisfies Event;
/** Of the list of the tests: each is met. */
export const checks = ['is-there', 'as-reported'].map((criterion) => ({ criterion, answer: 'yes' as const, note: '' }));
const seen = {
  kind: 'site-visit',
  inspectedOn: '2026-11-23',
  place: 'Honmoku',
  evidence: ['b'.repeat(64)],
  conclusion: 'confirmed',
} as const;
export const inspect = {
  type: 'InspectMilestone',
  ...seen,
  note: '',
  checked: { checks, criteria: checks.map(({ criterion }) => criterion), unknown: [] },
  unknownEvidence: [],
  now: facts.now,
  by: verifier,
} satisfies Command;
export const inspected = { type: 'MilestoneInspected', inspection: 1, ...seen, checks, note: '', by: verifier.person } satisfies Event;
export const verify = {
  type: 'VerifyMilestone',
  report: 1,
  payableBasisPoints: 10_000,
  rest: '',
  note: '',
  accepted: [],
  canCarry: true,
  ...facts,
  by: verifier,
} satisfies Command;
export const verified = {
  type: 'MilestoneVerified',
  report: 1,
  payableBasisPoints: 10_000,
  by: verifier.person,
  rest: '',
  note: '',
  paymentDue: '2026-12-24T23:59:59.999Z',
  accepted: [],
} satisfies Event;
export const inPart = { ...verify, payableBasisPoints: 6_000, rest: 'carried', note: 'txt_part' } satisfies Command;
export const partially = { ...verified, payableBasisPoints: 6_000, rest: 'carried', note: 'txt_part' } satisfies Event;
export const reject = {
  type: 'RejectMilestone',
  report: 1,
  rest: 'cancelled',
  note: 'txt_not_met',
  canCarry: true,
  by: verifier,
} satisfies Command;
export const rejected = {
  type: 'MilestoneRejected',
  report: 1,
  rest: 'cancelled',
  note: 'txt_not_met',
  by: verifier.person,
} satisfies Event;
