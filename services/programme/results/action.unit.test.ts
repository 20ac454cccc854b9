import { fraction } from '@junkan/kit/pure/fraction.ts';
import { describe, expect, test } from 'vitest';
import { type Command, type CommandOf, type Event, evolve, initial, NO_TAGS, type State } from './action.ts';
import { decide } from './action-decide.ts';
import type { Result } from './rollup/result.ts';

const [now, today] = ['2028-03-01T03:00:00.000Z', '2028-03-01'] as const;
const officer = { person: 'hana', organisation: 'org_a', roles: ['proposer.officer'] } as const;
const system = { person: 'system', organisation: 'junkan', roles: ['system.workflow'] } as const;
const place = {
  id: '1642911',
  name: 'Jakarta',
  country: 'ID',
  latitude: '-6.2',
  longitude: '106.8',
  population: 240_000,
  timeZone: 'Asia/Jakarta',
};
const content = {
  title: 'A market',
  scope: '',
  objective: '',
  actors: [],
  themes: [],
  learntFrom: '',
  challenges: '',
  nextSteps: '',
  evidence: [],
};
const nothingWrong = { unknownCodes: [], unknownEvidence: [] } as const;
const tagFacts = { commitments: ['C1', 'C2'], whole: undefined, hasParts: false } as const;
const planned: Event = { type: 'ActionPlanned', city: 'org_a', place, group: undefined, content, tags: NO_TAGS, at: now, by: 'hana' };
const started: Event = { type: 'ActionStarted', at: now, by: 'hana' };
const refused = (rejection: object) => ({ ok: false, rejection });
const given = (...events: readonly Event[]): State => events.reduce(evolve, initial);

const told = { unit: '', value: '80', numerator: '', denominator: '', baseline: '', notAvailable: '', evidence: [] } as const;
const TONNES = { unit: 't', overTime: 'sum', overPlaces: 'sum' } as const;
const RATE = { unit: '%', overTime: 'last', overPlaces: 'ratio' } as const;
const none = { actions: [], results: [] } as const;
const record: CommandOf<'RecordResult'> = {
  type: 'RecordResult',
  id: 'act_a',
  entry: 'ent_a',
  indicator: 'tonnes-recycled',
  reading: TONNES,
  from: '2027-01-01',
  to: '2027-06-30',
  told,
  note: '',
  family: none,
  ...nothingWrong,
  now,
  by: officer,
};
const tonnes = (value: string) => ({
  indicator: 'tonnes-recycled',
  ...TONNES,
  value,
  numerator: '',
  denominator: '',
  baseline: '',
  notAvailable: '' as const,
});
const recorded: Event = {
  type: 'ResultRecorded',
  entry: 'ent_a',
  from: '2027-01-01',
  to: '2027-06-30',
  measured: tonnes('80'),
  evidence: [],
  note: '',
  at: now,
  by: 'hana',
};
const underWay = given(planned, started);

describe('an action of a city', () => {
  const tag = (tags: object, facts: object = {}): Command => ({
    type: 'TagAction',
    id: 'act_a',
    tags: { ...NO_TAGS, ...tags },
    tagFacts: { ...tagFacts, ...facts },
    unknownCodes: [],
    now,
    by: officer,
  });
  const whole = { city: 'org_a', partOf: '', group: '' };
  test.each([
    [
      'of a commitment that the declaration has not',
      tag({ commitments: ['C1', 'C9'] }),
      { type: 'CommitmentIsUnknown', commitments: ['C9'] },
    ],
    ['as a part of itself', tag({ partOf: 'act_a' }), { type: 'PartOfItself' }],
    ['as a part of what is not there', tag({ partOf: 'act_b' }), { type: 'ActionIsUnknown' }],
    [
      'as a part of an action of another city',
      tag({ partOf: 'act_b' }, { whole: { ...whole, city: 'org_b' } }),
      { type: 'PartIsOfAnotherCity', whole: 'act_b' },
    ],
    [
      'as a part of what counts at a group',
      tag({ partOf: 'act_b' }, { whole: { ...whole, group: 'grp_a' } }),
      { type: 'PartIsOfAnotherGroup', whole: 'act_b' },
    ],
    ['as a part of a part', tag({ partOf: 'act_b' }, { whole: { ...whole, partOf: 'act_c' } }), { type: 'NestedTwice', whole: 'act_b' }],
    ['as a part while it has parts itself', tag({ partOf: 'act_b' }, { whole, hasParts: true }), { type: 'NestedTwice', whole: 'act_b' }],
  ] as const)('is not tagged %s', (_, command, rejection) => {
    expect(decide(command, underWay)).toEqual(refused(rejection));
  });

  test('that another is part of it is known there first, and bars it from being a part itself', () => {
    const by = { now, by: officer };
    const contains = { type: 'PartsOfActionChanged', parts: [{ part: 'act_c', claim: 'cmd_c' }], at: now, by: 'hana' } as const;
    const whole = given(planned, started, contains);
    expect(decide({ type: 'ContainPart', part: 'act_c', claim: 'cmd_c', ...by }, underWay)).toEqual({ ok: true, events: [contains] });
    const tags = tag({ partOf: 'act_b' }, { whole: { city: 'org_a', partOf: '', group: '' } });
    expect(decide(tags, whole)).toEqual(refused({ type: 'NestedTwice', whole: 'act_b' }));
    expect(decide({ type: 'ReleaseParts', claims: ['cmd_x'], ...by }, whole)).toEqual({ ok: true, events: [] });
    expect(decide({ type: 'ReleaseParts', claims: ['cmd_c'], ...by }, whole)).toMatchObject({ events: [{ parts: [] }] });
    const part = given(planned, { type: 'ActionTagged', tags: { ...NO_TAGS, partOf: 'act_w' }, at: now, by: 'hana' });
    expect(decide({ type: 'ContainPart', part: 'act_c', claim: 'cmd_c', ...by }, part)).toEqual(
      refused({ type: 'NestedTwice', whole: 'act_w' }),
    );
  });

  test('says what it serves, once', () => {
    const tags = { ...NO_TAGS, declaration: 'dcl_a', commitments: ['C1'], partOf: 'act_b' } as const;
    expect(decide(tag(tags, { whole }), underWay)).toEqual({ ok: true, events: [{ type: 'ActionTagged', tags, at: now, by: 'hana' }] });
    expect(decide(tag(tags, { whole }), given(planned, { type: 'ActionTagged', tags, at: now, by: 'hana' }))).toEqual({
      ok: true,
      events: [],
    });
  });

  test('is of its city alone, and is told of only once it is under way', () => {
    expect(decide({ ...record, by: { ...officer, organisation: 'org_b' } }, underWay)).toMatchObject({ ok: false });
    expect(decide(record, given(planned))).toEqual(refused({ type: 'ActionIsInAnotherStatus', status: 'planned' }));
    expect(decide(record, underWay)).toEqual({ ok: true, events: [recorded] });
    expect(decide(record, given(planned, started, recorded))).toEqual({ ok: true, events: [] });
  });
});

describe('what an action was learnt from', () => {
  const said = (learntFrom: string) => ({ ...content, learntFrom });
  const of = (learntFrom: string, knowsSource: boolean) =>
    ({ content: said(learntFrom), knowsSource, tags: NO_TAGS, tagFacts, ...nothingWrong, now, by: officer }) as const;
  const plans = (learntFrom: string, knowsSource: boolean): Command => ({
    type: 'PlanAction',
    city: 'org_a',
    cityIs: 'city',
    countries: [place.country],
    place,
    group: undefined,
    ...of(learntFrom, knowsSource),
  });
  const revises = (learntFrom: string, knowsSource: boolean): Command => ({
    type: 'ReviseAction',
    id: 'act_a',
    ...of(learntFrom, knowsSource),
  });

  test('is a concluded exchange of its city, or nothing', () => {
    expect(decide(plans('exc_a', true), initial)).toMatchObject({ ok: true, events: [{ content: said('exc_a') }] });
    expect(decide(plans('exc_b', false), initial)).toEqual(refused({ type: 'ExchangeIsNotConcluded' }));
    expect(decide(revises('exc_b', false), given(planned))).toEqual(refused({ type: 'ExchangeIsNotConcluded' }));
  });

  test('may stay the text that was recorded earlier, until it is changed', () => {
    const before = given({ ...planned, content: said('A visit to Kota') });
    const renamed = { ...revises('A visit to Kota', false), content: { ...said('A visit to Kota'), title: 'A hall' } } as Command;
    expect(decide(renamed, before)).toMatchObject({ ok: true, events: [{ type: 'ActionRevised', content: { title: 'A hall' } }] });
    expect(decide(revises('A visit to Kota Baru', false), before)).toEqual(refused({ type: 'ExchangeIsNotConcluded' }));
    expect(decide(revises('', true), before)).toMatchObject({ ok: true });
  });
});

describe('an action of a group', () => {
  const members = [
    { city: 'org_a', country: 'ID', population: 100_000 },
    { city: 'org_b', country: 'PH', population: 300_000 },
  ] as const;
  const group = { id: 'grp_a', status: 'standing', lead: 'org_a', groupKind: 'shared', members } as const;
  const plans = (of: CommandOf<'PlanAction'>['group']): Command => ({
    type: 'PlanAction',
    city: 'org_a',
    cityIs: 'city',
    countries: [place.country],
    place,
    group: of,
    content,
    knowsSource: true,
    tags: NO_TAGS,
    tagFacts,
    ...nothingWrong,
    now,
    by: officer,
  });
  test.each([
    ['that is not there', 'unknown', { type: 'GroupIsUnknown' }],
    ['that is dissolved', { ...group, status: 'dissolved' }, { type: 'GroupIsDissolved' }],
    ['whose members report each for itself', { ...group, groupKind: 'individual' }, { type: 'GroupSharesNothing' }],
    ['that another city leads', { ...group, lead: 'org_b' }, { type: 'NotTheLead', lead: 'org_b' }],
    ['that its lead has not joined', { ...group, members: [members[1]] }, { type: 'NotInAGroup' }],
  ] as const)('is not planned for one %s', (_, of, rejection) => {
    expect(decide(plans(of), initial)).toEqual(refused(rejection));
  });

  test('keeps who shared in it when it was planned', () => {
    expect(decide(plans(group), initial)).toMatchObject({ ok: true, events: [{ type: 'ActionPlanned', group: { id: 'grp_a', members } }] });
    expect(decide(plans(undefined), initial)).toMatchObject({ ok: true, events: [{ type: 'ActionPlanned', group: undefined }] });
  });
});

describe('a result that is told', () => {
  const says = (change: Partial<CommandOf<'RecordResult'>>): Command => ({ ...record, ...change });
  const tells = (change: object, reading: CommandOf<'RecordResult'>['reading'] = TONNES) => says({ reading, told: { ...told, ...change } });
  test.each([
    ['for a period that ends before it begins', says({ from: '2027-07-01' }), { type: 'PeriodIsBackwards' }],
    ['for a day that is ahead in the city', says({ to: '2028-03-02' }), { type: 'PeriodIsAhead', today }],
    ['with a value and a reason why there is none', tells({ notAvailable: 'not-measured-yet' }), { type: 'ValueIsAmbiguous' }],
    ['with nothing', tells({ value: '' }), { type: 'ValueIsAmbiguous' }],
    ['with half of a quotient', tells({ numerator: '1' }), { type: 'ValueIsAmbiguous' }],
    ['in a unit of something else', tells({ unit: 'MWh' }), { type: 'MeasuredInAnotherUnit', unit: 'MWh', expected: 't' }],
    ['as less than nothing', tells({ value: '-1' }), { type: 'CountIsNegative', value: '-1' }],
    ['as a rate above 100 %', tells({ value: '120' }, RATE), { type: 'RateIsAboveAll', value: '120' }],
    ['as more of it than there is', tells({ value: '', numerator: '5', denominator: '4' }, RATE), { type: 'RateIsAboveAll', value: '5' }],
    ['as a part of nothing', tells({ value: '', numerator: '0', denominator: '0' }, RATE), { type: 'CountIsNegative', value: '0' }],
    ['with a file that nobody knows', says({ unknownEvidence: ['f'] }), { type: 'EvidenceIsUnknown', hashes: ['f'] }],
  ] as const)('is not taken %s', (_, command, rejection) => {
    expect(decide(command, underWay)).toEqual(refused(rejection));
  });

  test('is turned into the unit of its indicator, exactly', () => {
    expect(decide(tells({ value: '90500.5', unit: 'kg' }), underWay)).toMatchObject({
      events: [{ measured: { value: '181001/2000', unit: 't' } }],
    });
  });

  test('does not overlap another of the same action and indicator', () => {
    const again = says({ entry: 'ent_b', from: '2027-06-30', to: '2027-12-31' });
    expect(decide(again, given(planned, started, recorded))).toEqual(
      refused({ type: 'PeriodsOverlap', from: '2027-06-30', before: '2027-06-30' }),
    );
    expect(decide(says({ entry: 'ent_b', from: '2027-07-01', to: '2027-12-31' }), given(planned, started, recorded))).toMatchObject({
      ok: true,
    });
    // Of another indicator, and of what the newest state counts of, that is no matter.
    expect(
      decide({ ...again, reading: { ...TONNES, overTime: 'last' }, indicator: 'other' } as Command, given(planned, started, recorded)),
    ).toMatchObject({
      ok: true,
    });
  });

  test('is corrected by a newer edition, with a reason', () => {
    const correct = { type: 'CorrectResult', id: 'act_a', entry: 'ent_a', told: { ...told, value: '90' }, note: 'txt_a' } as const;
    const command: Command = { ...correct, family: none, ...nothingWrong, now, by: officer };
    const state = given(planned, started, recorded);
    expect(decide({ ...command, note: '' }, state)).toEqual(refused({ type: 'NoteIsMissing' }));
    expect(decide({ ...command, entry: 'ent_x' }, state)).toEqual(refused({ type: 'ResultIsUnknown', entry: 'ent_x' }));
    expect(decide({ ...command, told }, state)).toEqual({ ok: true, events: [] });
    expect(decide(command, state)).toMatchObject({ events: [{ type: 'ResultCorrected', edition: 2, measured: tonnes('90') }] });
  });

  test('does not make the parts of an action come to more than the whole, whichever of them is told', () => {
    const period = { from: '2027-01-01', to: '2027-12-31' };
    const other = (action: string, value: string): Result => ({
      action,
      source: { kind: 'entry', entry: 'ent_x' } as const,
      indicator: 'tonnes-recycled',
      place: 'org_a',
      ...period,
      certainty: 'reported',
      edition: 1,
      said: { kind: 'value', value: fraction(value) } as const,
    });
    const part = given(planned, started, { type: 'ActionTagged', tags: { ...NO_TAGS, partOf: 'act_w' }, at: now, by: 'hana' });
    const family = (value: string) => ({ actions: [{ id: 'act_w', commitments: [] }], results: [other('act_w', value)] }) as const;
    expect(decide(says({ family: family('80') }), part)).toMatchObject({ ok: true });
    expect(decide(says({ family: family('79.5') }), part)).toEqual(refused({ type: 'PartsExceedTheWhole', whole: '159/2', parts: '80' }));
    const parts = { actions: [{ id: 'act_p', commitments: [], partOf: 'act_a' }], results: [other('act_p', '81')] } as const;
    expect(decide(says({ ...period, family: parts }), underWay)).toEqual(
      refused({ type: 'PartsExceedTheWhole', whole: '80', parts: '81' }),
    );
  });
});

describe('a funded project', () => {
  const facts = { project: 'prj_a', proposer: 'org_a', atCity: true, country: 'ID', place, content } as const;
  const begin: Command = { type: 'BeginProjectAction', facts, now, by: system };
  const funding = { currency: 'USD', cost: '1000', target: '800', own: '150', cells: [{ sponsor: 'spo_a', amount: '240' }] } as const;
  const period = { from: '2027-01-20', to: '2027-12-31' };
  const verified = { milestone: 'mst_a', number: 1, report: 2, verdict: 'met', ...period, measured: [tonnes('300')], funding } as const;
  const verify = (report: number): Command => ({
    type: 'RecordVerifiedResults',
    facts,
    verified: { ...verified, report },
    now,
    by: system,
  });
  const begun: Event = { type: 'ActionBegunByProject', ...facts, at: now };
  const told: Event = { type: 'ResultVerified', ...verified, at: now };

  test('is begun once, by the workflow alone', () => {
    expect(decide(begin, initial)).toEqual({ ok: true, events: [begun] });
    expect(decide(begin, given(begun))).toEqual({ ok: true, events: [] });
    expect(decide({ ...begin, by: officer }, initial)).toMatchObject({ ok: false, rejection: { type: 'RoleIsMissing' } });
  });

  test('takes no entries, and is not planned, started, completed or stopped by its city', () => {
    const refusal = refused({ type: 'ResultsComeFromTheProject', project: 'prj_a' });
    expect(decide(record, given(begun))).toEqual(refusal);
    for (const type of ['StartAction', 'CompleteAction'] as const)
      expect(decide({ type, now, by: officer }, given(begun))).toEqual(refusal);
    expect(decide({ type: 'StopAction', note: 'txt_a', now, by: officer }, given(begun))).toEqual(refusal);
  });

  test('has the results of its newest verified report of each milestone, recorded once; of an older one nothing', () => {
    expect(decide(verify(2), given(begun))).toEqual({ ok: true, events: [told] });
    expect(decide(verify(2), initial)).toEqual({ ok: true, events: [begun, told] });
    expect(decide(verify(2), given(begun, told))).toEqual({ ok: true, events: [] });
    expect(decide(verify(1), given(begun, told))).toEqual({ ok: true, events: [] });
    const newer = given(begun, told, { ...told, report: 3, measured: [tonnes('280')] });
    expect(newer).toMatchObject({ results: [{ source: 'mst_a', edition: 3, measured: { value: '280' } }] });
  });

  test('ends as the project does, also where a completed one is terminated afterwards', () => {
    const end = (outcome: 'completed' | 'stopped'): Command => ({ type: 'EndProjectAction', outcome, now, by: system });
    const completed: Event = { type: 'ActionEndedByProject', outcome: 'completed', at: now };
    expect(decide(end('completed'), given(begun))).toEqual({ ok: true, events: [completed] });
    expect(decide(end('completed'), given(begun, completed))).toEqual({ ok: true, events: [] });
    expect(decide(end('stopped'), given(begun, completed))).toMatchObject({ events: [{ outcome: 'stopped' }] });
    expect(decide(end('completed'), given(begun, completed, { ...completed, outcome: 'stopped' }))).toEqual(
      refused({ type: 'ActionIsInAnotherStatus', status: 'stopped' }),
    );
  });
});
