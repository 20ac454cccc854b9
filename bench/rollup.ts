/**
 * What results of actions add up to: what building the view costs an event, and what totals, rows and filters cost, for so many verified milestones of
 * projects in 1,000 cities, each paid for by three of 200 sponsors.
 *
 * node bench/rollup.ts [atoms]
 */
import { DatabaseSync } from 'node:sqlite';
import type { ViewEvent } from '@junkan/kit/views/view.ts';
import { actionFold } from '@junkan/programme/fold.ts';
import type { Event } from '@junkan/programme/results/action.ts';
import { atomsFor, EVERYTHING, totalsFor } from '@junkan/programme/results/view/read.ts';
import { view } from '@junkan/programme/results/view/view.ts';

const ATOMS = Number(process.argv[2] ?? 100_000);
const [CITIES, MILESTONES, SPONSORS, BATCH] = [1_000, 4, 200, 4_096];
const COUNTRIES = ['BD', 'ID', 'IN', 'JP', 'KR', 'PH', 'TH', 'VN'];
const THEMES = ['composting', 'repair', 'solid-waste', 'textiles'];
const at = '2030-01-01T00:00:00.000Z';
const nothing = { numerator: '', denominator: '', baseline: '', notAvailable: '' } as const;

const db = new DatabaseSync(':memory:');
db.exec(view.ddl);
const rows = view.rows(db);
const prepared = new Map<string, ReturnType<typeof db.prepare>>();
const prepare = (sql: string) => {
  const known = prepared.get(sql) ?? db.prepare(sql);
  prepared.set(sql, known);
  return known;
};

let sequence = 0;
const folded = (stream: string, version: number, event: unknown): void => {
  sequence += 1;
  const cause = { actor: 'system', correlationId: 'req', causationId: 'req', clockOffset: 0, at };
  const stored = actionFold.codec.encode(event as Event);
  rows.fold({ context: 'programme', aggregate: 'action', stream, version, sequence, place: 0, ...stored, ...cause } as ViewEvent);
};

function begun(project: number) {
  const city = project % CITIES;
  const content = {
    title: `Project ${project}`,
    scope: '',
    objective: '',
    actors: [],
    themes: [THEMES[project % 4]],
    learntFrom: '',
    challenges: '',
    nextSteps: '',
    evidence: [],
  };
  const of = { project: `prj_${project}`, proposer: `org_${city}`, atCity: true, country: COUNTRIES[city % 8] };
  return { type: 'ActionBegunByProject', ...of, content, at };
}

function verified(project: number, number: number) {
  const sponsors = [0, 1, 2].map((each) => ({
    sponsor: `spo_${(project + each * 61) % SPONSORS}`,
    amount: String(100_003 + ((project * 7 + each * 13 + number) % 977)),
  }));
  const target = 4_000_000 + (project % 3_571);
  const funding = { currency: 'USD', cost: String(target + 700_001), target: String(target), own: '600000', cells: sponsors };
  const measured = [
    { indicator: 'tonnes-recycled', unit: 't', overTime: 'sum', overPlaces: 'sum', value: `${100 + (project % 900)}`, ...nothing },
  ];
  const period = { from: `${2026 + number}-01-01`, to: `${2026 + number}-12-31` };
  return {
    type: 'ResultVerified',
    milestone: `mst_${project}_${number}`,
    number,
    report: 1,
    verdict: 'met',
    ...period,
    measured,
    funding,
    at,
  };
}

function build(): number {
  let events = 0;
  const inTransactions = (work: () => void): void => {
    db.exec('BEGIN');
    work();
    rows.write();
    db.exec('COMMIT');
  };
  const projects = Math.ceil(ATOMS / MILESTONES);
  for (let round = 0; round <= MILESTONES; round += 1)
    for (let first = 0; first < projects; first += BATCH)
      inTransactions(() => {
        for (let project = first; project < Math.min(first + BATCH, projects); project += 1) {
          folded(`act_${project}`, round + 1, round === 0 ? begun(project) : verified(project, round));
          events += 1;
        }
      });
  return events;
}

function print(what: string, figure: string): void {
  console.log(`${what.padEnd(66)} ${figure}`);
}

function timed(what: string, work: () => unknown, turns = 20): void {
  const times = Array.from({ length: turns }, () => {
    const before = process.hrtime.bigint();
    work();
    return Number(process.hrtime.bigint() - before) / 1e6;
  }).toSorted((a, b) => a - b);
  print(what, `p50 ${(times[Math.floor(turns / 2)] ?? 0).toFixed(1)} ms, p95 ${(times[Math.floor(turns * 0.95)] ?? 0).toFixed(1)} ms`);
}

const before = process.cpuUsage();
const events = build();
const { user, system } = process.cpuUsage(before);
print(`building, ${events} events, ${ATOMS} atoms`, `${(events / ((user + system) / 1e6) / 1_000).toFixed(1)} k events per CPU second`);

const totals = (of: object) => totalsFor(prepare, { ...EVERYTHING, indicator: 'tonnes-recycled', ...of });
timed('the total', () => totals({}));
timed('by city, 1,000 of them', () => totals({ by: 'city' }));
timed('by country', () => totals({ by: 'country' }));
timed('by payer, 200 sponsors', () => totals({ by: 'payer' }));
timed('of one sponsor', () => totals({ sponsor: 'spo_7' }));
timed('of one city, by payer', () => totals({ city: 'org_7', by: 'payer' }));
timed('of one sponsor in one country', () => totals({ sponsor: 'spo_7', country: 'ID' }));
timed('of one theme in one country, which a sixth of all has', () => totals({ theme: 'repair', country: 'ID' }), 5);
timed('a page of 100 rows', () => atomsFor(prepare, { of: { ...EVERYTHING, city: 'org_7' }, cursor: '', limit: 100 }));
let extra = 0;
timed('one more verified report', () => {
  extra += 1;
  db.exec('BEGIN');
  folded(`act_${extra * 11}`, 10, verified(extra * 11, 5));
  rows.write();
  db.exec('COMMIT');
});
