import { DatabaseSync } from 'node:sqlite';
import type { ViewFile } from '@junkan/kit/views/files.ts';
import { expect, test } from 'vitest';
import type { Recorded, Stored } from './facts.ts';
import { projectsAreOneAction, resultsHaveTheirVerdict, totalsAreTheirAtoms } from './results.ts';

let version = 0;
const event = (stream: string, type: Recorded['type'], data: object): Recorded => {
  version += 1;
  return { stream, version, type, data, at: '2028-01-01T10:00:00.000Z', person: 'ana' };
};
const storedOf = (...events: readonly Recorded[]): Stored => {
  const context = { events, byStream: Map.groupBy(events, ({ stream }) => stream) };
  return { programme: context, project: context } as unknown as Stored;
};

const tonnes = { indicator: 'tonnes', unit: 't', overTime: 'sum', overPlaces: 'sum', value: '300' };
const cells = [
  { sponsor: 'spo_a', amount: '180' },
  { sponsor: 'spo_b', amount: '60' },
];
const funding = { currency: 'USD', cost: '1000', target: '800', own: '150', cells };
const begun = event('act_p', 'ActionBegunByProject', { project: 'prj_a', proposer: 'org_a', atCity: true, country: 'ID' });
const period = { from: '2027-01-20', to: '2027-12-31' };
const told = { milestone: 'mst_a', number: 1, report: 2, verdict: 'met', ...period, measured: [tonnes], funding };
const verifiedResult = (change: object = {}) => event('act_p', 'ResultVerified', { ...told, ...change });
const reported = (value = '300', unit = 't') =>
  event('mst_a', 'MilestoneReportSubmitted', { report: 2, indicators: [{ code: 'tonnes', value, unit }] });
const verdict = event('mst_a', 'MilestoneVerified', { report: 2 });

test('a verified result without its verdict, or with another value than its report, is named', () => {
  const faults = (...events: readonly Recorded[]) => resultsHaveTheirVerdict(storedOf(begun, ...events)).broken;
  expect(faults(verifiedResult(), reported(), verdict)).toEqual([]);
  expect(faults(verifiedResult(), reported('300000', 'kg'), verdict)).toEqual([]);
  expect(faults(verifiedResult(), reported())).toEqual(['act_p: report 2 of mst_a is counted, and was never verified']);
  expect(faults(verifiedResult(), reported('290'), verdict)).toEqual([
    'act_p: report 2 of mst_a is counted with 300 of tonnes, and says 290',
  ]);
  const corrected = event('mst_a', 'MilestoneVerified', { report: 2, accepted: [{ code: 'tonnes', value: '290', because: 'Dry' }] });
  expect(faults(verifiedResult({ measured: [{ ...tonnes, value: '290' }] }), reported(), corrected)).toEqual([]);
  expect(faults(verifiedResult(), reported(), corrected)).toEqual(['act_p: report 2 of mst_a is counted with 300 of tonnes, and says 290']);
  expect(faults(verifiedResult({ report: 3 }), reported(), verdict)).toContain(
    'act_p: report 3 of mst_a is counted, and was never verified',
  );
  expect(faults(verifiedResult({ funding: { ...funding, cost: '900' } }), reported(), verdict)).toEqual([
    'act_p: report 2 of mst_a is paid for by more than it costs',
  ]);
});

test('a project that is two actions, or has results of the city’s own, and results of milestones in another action, are named', () => {
  const faults = (...events: readonly Recorded[]) => projectsAreOneAction(storedOf(begun, ...events)).broken;
  expect(faults(verifiedResult())).toEqual([]);
  expect(faults(event('act_q', 'ActionBegunByProject', { project: 'prj_a' }))).toEqual(['project prj_a is both act_p and act_q']);
  expect(faults(event('act_p', 'ResultRecorded', { entry: 'ent_a' }))).toEqual(['act_p is project prj_a, and tells 1 results of its own']);
  const own = event('act_o', 'ActionPlanned', { city: 'org_a' });
  const part = (of: string, whole: string) => event(of, 'ActionTagged', { tags: { partOf: whole } });
  expect(faults(own, part('act_o', 'act_p'))).toEqual([]);
  expect(faults(own, part('act_o', 'act_p'), part('act_p', 'act_o'))).toEqual([
    'act_p is part of act_o, which is part of act_p',
    'act_o is part of act_p, which is part of act_o',
  ]);
  expect(faults(own, event('act_o', 'ResultVerified', told))).toEqual(['act_o is no project, and has results of 1 milestones']);
});

test('a total that is not what the recorded results come to is named, by city, country, commitment and payer', () => {
  const stored = storedOf(
    begun,
    verifiedResult(),
    event('act_p', 'ActionTagged', { tags: { declaration: 'dcl_a', commitments: ['C1', 'C2'] } }),
  );
  const db = new DatabaseSync(':memory:');
  db.exec('CREATE TABLE total (indicator TEXT, col TEXT, name TEXT, measure TEXT, denominator TEXT, numerator TEXT) STRICT');
  const put = db.prepare("INSERT INTO total VALUES ('tonnes', ?, ?, ?, '1', ?)");
  const amounts: [string, string, string][] = [
    ['all', '', '300'],
    ['certainty', 'verified', '300'],
    ['city', 'org_a', '300'],
    ['country', 'ID', '300'],
    ['touched', 'dcl_a/C1', '300'],
    ['touched', 'dcl_a/C2', '300'],
    ['attributed', 'dcl_a/C1', '150'],
    ['attributed', 'dcl_a/C2', '150'],
    ['payer', 'spo_a', '180'],
    ['payer', 'spo_b', '60'],
    ['payer', 'city', '45'],
    ['payer', 'other sources', '15'],
  ];
  for (const [column, name, amount] of amounts) put.run(column, name, 'verified', amount);
  const versions = () => new Map([...stored.programme.byStream].map(([stream, { length }]) => [stream, length]));
  const file = { label: 'results-a', name: 'results', db, versions } as unknown as ViewFile;
  const faults = () => totalsAreTheirAtoms(stored, [file]).broken;
  expect(faults()).toEqual([]);
  for (const [column, name, amount] of amounts) {
    const set = db.prepare('UPDATE total SET numerator = ? WHERE col = ? AND name = ?');
    set.run('299', column, name);
    expect(faults()).toEqual([`tonnes ${column} ${name} in results-a is 299/1, its results come to ${amount}/1`]);
    set.run(amount, column, name);
  }
  put.run('city', 'org_x', 'verified', '7');
  expect(faults()).toEqual(['tonnes city org_x in results-a is 7/1, its results come to nothing']);
});
