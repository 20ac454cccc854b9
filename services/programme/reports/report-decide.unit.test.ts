import { expect, test } from 'vitest';
import type { Filled } from './cells.ts';
import { both, certifier, NOW, officer, owing, system, verifier } from './hand-in.fixture.ts';
import { type Command, initial, SECTIONS, type State } from './report.ts';
import { decide } from './report-decide.ts';
import { evolve } from './report-evolve.ts';

const other = { ...verifier, person: 'viktor' };
const cell = (section: (typeof SECTIONS)[number], more: Partial<Filled> = {}): Filled => ({
  section,
  key: section,
  value: '300',
  unit: 't',
  certainty: 'reported',
  source: 'sgn_a@7',
  since: NOW,
  project: '',
  milestone: '',
  verifiedBy: '',
  ...more,
});
/** All but the section on learning comes filled; the results are verified by Vera. */
const filled = SECTIONS.filter((section) => section !== 'learning').map((section) =>
  section === 'results'
    ? cell(section, { certainty: 'verified', milestone: 'mst_a', verifiedBy: 'vera', source: 'mst_a@4' })
    : cell(section),
);
const at = { now: NOW, by: officer };
const open: Command = { type: 'OpenReport', number: 1, owing: owing('report-1'), ...at };
const write = (edition = 1): Command => ({ type: 'WriteSection', edition, section: 'learning', note: `txt_${edition}`, ...at });
const type = (key: string, more: object = {}): Command => ({
  type: 'TypeValue',
  edition: 1,
  section: 'learning',
  key,
  value: '3',
  unit: '',
  certainty: 'reported',
  note: '',
  filled,
  ...at,
  ...more,
});
const contest: Command = { type: 'ContestValue', edition: 1, key: 'results', value: '310', note: 'txt_c', filled, ...at };
const judge: Command = { type: 'JudgeContest', contest: 1, outcome: 'stands', note: 'txt_j', now: NOW, by: other };
const signOff = (edition = 1, more: object = {}): Command => ({
  type: 'SignOffProgressReport',
  edition,
  owing: owing('report-1'),
  members: [],
  filled,
  now: NOW,
  by: certifier,
  ...more,
});
const review = (verdict: 'accepted' | 'questioned', more: object = {}): Command => ({
  type: 'ReviewCell',
  edition: 1,
  key: 'next',
  verdict,
  note: 'txt_r',
  now: NOW,
  by: other,
  ...more,
});
const acceptIt = (edition = 1, by = other): Command => ({ type: 'AcceptProgressReport', changed: [], edition, now: NOW, by });
const sendBack: Command = {
  type: 'ReturnProgressReport',
  edition: 1,
  remarks: [{ section: 'results', reason: 'txt_b' }],
  now: NOW,
  by: other,
};
const propose: Command = { type: 'ProposeReportEdition', note: 'txt_p', ...at };

function after(...commands: readonly Command[]): State {
  let state: State = initial;
  for (const command of commands) {
    const decided = decide(command, state);
    if (!decided.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(decided.rejection)}`);
    state = decided.events.reduce(evolve, state);
  }
  return state;
}
const refusal = (command: Command, state: State) => {
  const decided = decide(command, state);
  return decided.ok ? decided.events : decided.rejection;
};

test('it is opened once, by the city or by its day', () => {
  expect(after({ ...open, by: system })).toMatchObject({ status: 'opened', number: 1 });
  expect(refusal({ ...open, by: system }, after(open))).toEqual([]);
  expect(refusal({ ...open, owing: owing('report-9', { isOwed: false }) }, initial)).toMatchObject({ type: 'ObligationIsUnknown' });
  expect(refusal({ ...open, by: verifier }, initial)).toMatchObject({ type: 'RoleIsMissing' });
});

test('a verified value is explained or contested, and nothing is typed over it', () => {
  const state = after(open);
  expect(refusal(type('results'), state)).toEqual({ type: 'ValueIsVerified', key: 'results' });
  expect(refusal(type('learning/own', { certainty: 'verified' }), state)).toEqual({ type: 'ValueIsVerified', key: 'learning/own' });
  expect(refusal(type('learning/own', { certainty: 'not-available' }), state)).toEqual({ type: 'NoteIsMissing' });
  expect(refusal({ ...contest, key: 'next' }, state)).toEqual({ type: 'ValueIsNotVerified', key: 'next' });
  expect(refusal({ ...contest, key: 'luck' }, state)).toEqual({ type: 'ValueIsUnknown', key: 'luck' });
  const explain: Command = { type: 'ExplainValue', edition: 1, key: 'results', note: 'txt_e', filled, ...at };
  expect(after(open, explain)).toMatchObject({ editions: [{ explained: [{ key: 'results', note: 'txt_e' }] }] });
});

test('a contest is judged within 30 days by a verifier who did not verify the value, once', () => {
  const state = after(open, contest);
  expect(state).toMatchObject({ contests: [{ number: 1, verifiedBy: 'vera', due: '2028-07-01T23:59:59.999Z' }] });
  expect(refusal({ ...judge, by: verifier }, state)).toEqual({ type: 'VerifiedItsMilestones', person: 'vera' });
  expect(refusal({ ...judge, contest: 2 }, state)).toEqual({ type: 'ContestIsUnknown' });
  expect(refusal({ ...judge, outcome: 'is-wrong' }, after(open, contest, judge))).toEqual({ type: 'ContestIsJudged' });
});

test('each section says something; whoever wrote any of it does not sign it off; the one before it comes first', () => {
  expect(refusal(signOff(), after(open))).toEqual({ type: 'SectionIsMissing', sections: ['learning'] });
  expect(refusal(signOff(1, { by: both }), after(open, write()))).toEqual({ type: 'PreparedByTheSamePerson', person: 'hana' });
  const waiting = { owing: owing('report-2', { waitsFor: 'report-1' }) };
  expect(refusal(signOff(1, waiting), after(open, write()))).toEqual({ type: 'ObligationIsOpen', obligation: 'report-1' });
});

test('what came filled is kept as it was signed off, with its sources and who verified it', () => {
  const [submitted] = refusal(signOff(), after(open, write())) as unknown as [object];
  expect(submitted).toMatchObject({ type: 'ReportSubmitted', verifiedBy: ['vera'], reviewDue: '2028-07-16T23:59:59.999Z' });
  const state = after(open, write(), signOff());
  expect(state).toMatchObject({ status: 'submitted', editions: [{ signed: filled.map(({ key, source }) => ({ key, source })) }] });
  expect(refusal(write(), state)).toEqual({ type: 'ProgressReportIsInAnotherStatus', status: 'submitted' });
});

test('the secretariat accepts or questions value by value, changes nothing, and did not verify its milestones', () => {
  const submitted = [open, write(), signOff()];
  expect(refusal(review('accepted', { by: verifier }), after(...submitted))).toEqual({ type: 'VerifiedItsMilestones', person: 'vera' });
  expect(refusal(acceptIt(1, verifier), after(...submitted))).toEqual({ type: 'VerifiedItsMilestones', person: 'vera' });
  expect(refusal(review('questioned', { note: '' }), after(...submitted))).toEqual({ type: 'NoteIsMissing' });
  const questioned = after(...submitted, review('questioned'));
  expect(questioned).toMatchObject({ status: 'in-review' });
  expect(refusal(acceptIt(), questioned)).toEqual({ type: 'CellIsOpen', keys: ['next'] });
  expect(after(...submitted, review('questioned'), review('accepted'), acceptIt())).toMatchObject({ status: 'published' });
  expect(refusal(acceptIt(), after(open, write(), contest, signOff()))).toEqual({ type: 'CellIsOpen', keys: ['results'] });
  const returned = [...submitted, review('questioned'), sendBack];
  expect(refusal(signOff(), after(...returned))).toEqual({ type: 'NothingIsChanged', edition: 1 });
  const again = after(...returned, { ...write(), note: 'txt_other' } as Command, signOff());
  expect(again).toMatchObject({ status: 'submitted', editions: [{ reviews: [], remarks: [] }] });
});

test('what is known is put right where it is recorded, and a city adds so many values and no more', () => {
  const known = [{ ...(filled[0] as Filled), key: 'results/ser_a/tonnes/2025-01-01', certainty: 'reported' as const }];
  const over = (certainty: Filled['certainty']) =>
    type('results/ser_a/tonnes/2025-01-01', { filled: known.map((each) => ({ ...each, certainty })) });
  expect(refusal(over('reported'), after(open))).toEqual({ type: 'ValueHasItsSource', key: 'results/ser_a/tonnes/2025-01-01' });
  expect(refusal(over('not-available'), after(open))).toMatchObject([{ type: 'ValueTyped' }]);
  const many = Array.from({ length: 200 }, (_, index) => type(`learning/${index}`));
  expect(refusal(type('learning/one-more'), after(open, ...many))).toEqual({ type: 'ValuesAreTooMany', most: 200 });
  expect(refusal(type('learning/0', { value: '4' }), after(open, ...many))).toMatchObject([{ type: 'ValueTyped' }]);
});

test('what a series has changed since the sign-off is not published; nor does who wrote an edition sign off its correction', () => {
  const state = after(open, write(), signOff());
  const keys = ['results/ser_a/tonnes/2025-01-01'];
  expect(refusal({ ...acceptIt(), changed: keys } as Command, state)).toEqual({ type: 'SourceHasChanged', keys });
  const published = [open, write(), signOff(), acceptIt()];
  const other = { person: 'mina', organisation: 'org_a', roles: ['proposer.officer'] } as const;
  const corrected = after(...published, { ...propose, by: other } as Command, { ...write(2), by: other } as Command);
  expect(refusal(signOff(2, { by: both }), corrected)).toEqual({ type: 'PreparedByTheSamePerson', person: 'hana' });
});

test('what is published is locked, and corrected by an edition that another person accepts', () => {
  const published = [open, write(), signOff(), acceptIt()];
  const state = after(...published);
  expect(state).toMatchObject({ turns: [{ fact: 'submitted' }, { fact: 'accepted' }] });
  expect(refusal(write(), state)).toEqual({ type: 'EditionIsLocked', edition: 1, correction: 'proposeReportEdition' });
  expect(refusal(acceptIt(), state)).toEqual([]);
  expect(refusal(propose, after(open))).toMatchObject({ type: 'ProgressReportIsInAnotherStatus' });
  const corrected = after(...published, propose, write(2), signOff(2), acceptIt(2));
  expect(corrected).toMatchObject({ status: 'published', editions: [{ status: 'superseded' }, { status: 'published' }], turns: [{}, {}] });
});

test('what is typed is of its section, and a number one that there can be', () => {
  const state = after(open);
  for (const key of ['own', '__proto__', 'results/own']) expect(refusal(type(key), state)).toEqual({ type: 'ValueIsUnknown', key });
  const typed = (more: object) => refusal(type('learning/share', more), state);
  expect(typed({ value: '101', unit: '%' })).toEqual({ type: 'RateIsAboveAll', value: '101' });
  expect(typed({ value: '-5', unit: 'items' })).toEqual({ type: 'CountIsNegative', value: '-5' });
  const reading = { unit: 't', overTime: 'sum', overPlaces: 'sum' };
  expect(typed({ value: '5', unit: 'items', reading })).toEqual({ type: 'MeasuredInAnotherUnit', unit: 'items', expected: 't' });
  for (const more of [{ value: '-5', unit: 't CO2e' }, { value: 'about half' }, { value: '1.5', unit: 'kg', reading }])
    expect(typed(more)).toMatchObject([{ type: 'ValueTyped' }]);
});
