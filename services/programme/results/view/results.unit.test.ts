import { DatabaseSync } from 'node:sqlite';
import { fraction, sumOf, textOf } from '@junkan/kit/pure/fraction.ts';
import type { ViewEvent } from '@junkan/kit/views/view.ts';
import { describe, expect, test } from 'vitest';
import { actionFold } from '../../fold.ts';
import { type Event, NO_TAGS } from '../action.ts';
import { atomsFor, EVERYTHING, partsOf, totalsFor } from './read.ts';
import { view } from './view.ts';

const at = '2028-03-01T03:00:00.000Z';
const placed = (population: number, country = 'ID') => ({
  id: '1642911',
  name: 'Jakarta',
  country,
  latitude: '-6.2',
  longitude: '106.8',
  population,
  timeZone: 'Asia/Jakarta',
});
const content = {
  title: 'A market',
  scope: '',
  objective: '',
  actors: [],
  themes: ['repair'],
  learntFrom: '',
  challenges: '',
  nextSteps: '',
  evidence: [],
};
const TONNES = { unit: 't', overTime: 'sum', overPlaces: 'sum' } as const;
const measure = (indicator: string, said: object, reading: object = TONNES) =>
  ({ indicator, ...TONNES, ...reading, value: '', numerator: '', denominator: '', baseline: '', notAvailable: '', ...said }) as never;
type Told = Extract<Event, { type: 'ResultRecorded' }>;
const plan = (city: string, population = 240_000, country = 'ID', tags: object = {}): Event =>
  ({
    type: 'ActionPlanned',
    city,
    place: placed(population, country),
    content,
    tags: { ...NO_TAGS, ...tags },
    at,
    by: 'hana',
  }) as unknown as Event;
const tell = (entry: string, measured: never, period = { from: '2027-01-01', to: '2027-12-31' }): Told =>
  ({ type: 'ResultRecorded', entry, ...period, measured, evidence: [], note: '', at, by: 'hana' }) as Told;

/** The view, in memory, after these events. */
function viewed() {
  const db = new DatabaseSync(':memory:');
  db.exec(view.ddl);
  const rows = view.rows(db);
  const versions = new Map<string, number>();
  let sequence = 0;
  const prepare = (sql: string) => db.prepare(sql);
  return {
    prepare,
    happens(...events: readonly (readonly [stream: string, event: Event])[]) {
      db.exec('BEGIN');
      for (const [stream, event] of events) {
        const version = (versions.get(stream) ?? 0) + 1;
        versions.set(stream, version);
        sequence += 1;
        const cause = { actor: 'hana', correlationId: 'req_a', causationId: 'req_a', clockOffset: 0, at };
        const stored = actionFold.codec.encode(event);
        rows.fold({ context: 'programme', aggregate: 'action', stream, version, sequence, place: 0, ...stored, ...cause } as ViewEvent);
      }
      rows.write();
      db.exec('COMMIT');
    },
    totals: (of: Partial<typeof EVERYTHING> = {}) => totalsFor(prepare, { ...EVERYTHING, ...of }),
    atoms: (of: Partial<typeof EVERYTHING> = {}, cursor = '', limit = 100) =>
      atomsFor(prepare, { of: { ...EVERYTHING, ...of }, cursor, limit }),
    /** The plan of a query, a line each. */
    plan: (sql: string) =>
      db
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => String(detail)),
  };
}

const started: Event = { type: 'ActionStarted', at, by: 'hana' };
const sums = (totals: readonly { name: string; sum: string }[]) => Object.fromEntries(totals.map(({ name, sum }) => [name, sum]));

describe('what results add up to', () => {
  test('what a group did counts once, and at its members by their populations', () => {
    const results = viewed();
    const members = [
      { city: 'org_b', country: 'ID', population: 100_000 },
      { city: 'org_c', country: 'PH', population: 300_000 },
    ];
    const joint = { ...plan('org_b'), group: { id: 'grp_a', members } } as unknown as Event;
    // A district of a member, in which fewer live than in the city.
    const district = plan('org_b', 5_000);
    results.happens(['act_j', joint], ['act_j', started], ['act_j', tell('ent_j', measure('tonnes', { value: '200' }))]);
    results.happens(['act_o', district], ['act_o', started], ['act_o', tell('ent_o', measure('tonnes', { value: '10' }))]);
    expect(results.totals()).toMatchObject([{ sum: '210', atoms: 2 }]);
    expect(sums(results.totals({ by: 'city' }))).toEqual({ org_b: '60', org_c: '150' });
    expect(sums(results.totals({ by: 'country' }))).toEqual({ ID: '60', PH: '150' });
    const reached = measure('people-served', { value: '250000' }, { overTime: 'last', overPlaces: 'distinct' });
    results.happens(['act_j', tell('ent_p', reached)], ['act_k', joint], ['act_k', started], ['act_k', tell('ent_q', reached)]);
    // Never more than live there.
    expect(results.totals({ indicator: 'people-served' })).toMatchObject([{ kind: 'bounds', atLeast: '250000', atMost: '400000' }]);
  });

  test('an action adds what its parts do not count, and goes from one family to another', () => {
    const results = viewed();
    results.happens(['act_w', plan('org_a')], ['act_w', started], ['act_w', tell('ent_w', measure('tonnes', { value: '900' }))]);
    results.happens(['act_p', plan('org_a')], ['act_p', started], ['act_p', tell('ent_p', measure('tonnes', { value: '90' }))]);
    expect(results.totals()).toMatchObject([{ sum: '990', atoms: 2 }]);
    const tag = (partOf: string): Event => ({ type: 'ActionTagged', tags: { ...NO_TAGS, partOf }, at, by: 'hana' }) as Event;
    results.happens(['act_p', tag('act_w')]);
    expect(results.totals()).toMatchObject([{ sum: '900', atoms: 2 }]);
    expect(
      results
        .atoms()
        .atoms.map(({ action, amount, gross }) => [action, amount, gross])
        .toSorted(),
    ).toEqual([
      ['act_p', '90', '90'],
      ['act_w', '810', '900'],
    ]);
    expect(partsOf(results.prepare, 'act_w')).toEqual(['act_p']);
    results.happens(['act_p', tag('')]);
    expect(results.totals()).toMatchObject([{ sum: '990', atoms: 2 }]);
  });

  test('where verified parts come to more than the whole that was told before, the whole adds nothing', () => {
    const results = viewed();
    const funding = {
      currency: 'USD',
      cost: '1000',
      target: '800',
      own: '150',
      cells: [
        { sponsor: 'spo_a', amount: '180' },
        { sponsor: 'spo_b', amount: '60' },
      ],
    };
    const begun = {
      type: 'ActionBegunByProject',
      project: 'prj_a',
      proposer: 'org_a',
      atCity: true,
      country: 'ID',
      place: placed(1),
      content,
      at,
    };
    const verified = {
      type: 'ResultVerified',
      milestone: 'mst_a',
      number: 1,
      report: 1,
      verdict: 'met',
      from: '2027-01-20',
      to: '2027-12-31',
      measured: [measure('tonnes', { value: '300' })],
      funding,
      at,
    };
    results.happens(['act_w', plan('org_a')], ['act_w', tell('ent_w', measure('tonnes', { value: '200' }))]);
    results.happens(
      ['act_p', begun as Event],
      ['act_p', { type: 'ActionTagged', tags: { ...NO_TAGS, partOf: 'act_w' }, at, by: 'hana' } as Event],
    );
    results.happens(['act_p', verified as unknown as Event]);
    expect(results.totals()).toMatchObject([{ sum: '300', verified: '300', reported: '0', atoms: 2 }]);
    expect(sums(results.totals({ by: 'payer' }))).toEqual({ spo_a: '180', spo_b: '60', city: '45', 'other sources': '15' });
    expect(results.totals({ sponsor: 'spo_a' })).toMatchObject([{ costs: [{ currency: 'USD', cost: '180', perUnit: '1' }] }]);
    // A newer report of the same milestone counts in the place of the one before.
    results.happens(['act_p', { ...verified, report: 2, measured: [measure('tonnes', { value: '150' })] } as unknown as Event]);
    expect(results.totals()).toMatchObject([{ sum: '200', verified: '150', reported: '50' }]);
  });

  test('rates by numerators and denominators, persons by bounds, and neither by sums', () => {
    const results = viewed();
    const rate = { unit: '%', overTime: 'last', overPlaces: 'ratio' };
    const people = { unit: 'persons', overTime: 'last', overPlaces: 'distinct' };
    results.happens(
      ['act_a', plan('org_a', 240_000)],
      ['act_a', tell('ent_a', measure('rate', { numerator: '30000', denominator: '100000' }, rate))],
      ['act_a', tell('ent_b', measure('people', { value: '180000' }, people))],
      ['act_b', plan('org_a', 240_000)],
      ['act_b', tell('ent_c', measure('people', { value: '120000' }, people))],
      ['act_c', plan('org_c', 100_000, 'PH')],
      ['act_c', tell('ent_d', measure('rate', { numerator: '2000', denominator: '40000' }, rate))],
    );
    expect(results.totals()).toMatchObject([
      { indicator: 'people', kind: 'bounds', atLeast: '180000', atMost: '240000', sum: '' },
      { indicator: 'rate', kind: 'ratio', numerator: '32000', denominator: '140000', sum: '' },
    ]);
    expect(results.totals({ indicator: 'rate', by: 'country' })).toMatchObject([
      { name: 'ID', numerator: '30000' },
      { name: 'PH', numerator: '2000' },
    ]);
  });

  test('the rows of all pages add up to the total of what is asked for, whatever that is', () => {
    const results = viewed();
    for (let n = 0; n < 40; n += 1) {
      const tags = { declaration: 'dcl_a', commitments: n % 3 === 0 ? ['C1', 'C2'] : ['C2'] };
      results.happens(
        [`act_${n}`, plan(`org_${n % 7}`, 1, n % 2 === 0 ? 'ID' : 'PH', tags)],
        [`act_${n}`, tell(`ent_${n}`, measure('tonnes', { value: `${n}/7` }))],
      );
    }
    for (const of of [
      {},
      { country: 'ID' },
      { city: 'org_3' },
      { commitment: 'dcl_a/C1' },
      { country: 'PH', commitment: 'dcl_a/C1', theme: 'repair' },
      { action: 'act_5' },
    ]) {
      const amounts = [];
      for (let cursor = '', more = true; more; ) {
        const page = results.atoms(of, cursor, 7);
        amounts.push(...page.atoms.map(({ amount }) => fraction(amount)));
        cursor = page.next;
        more = cursor !== '';
        if (!more) expect(amounts.length).toBe(page.total);
      }
      expect(results.totals(of)).toMatchObject([{ sum: textOf(sumOf(amounts)), atoms: amounts.length }]);
    }
    const attributed = results.totals({ by: 'attributed' });
    expect(textOf(sumOf(attributed.map(({ sum }) => fraction(sum))))).toBe(results.totals()[0]?.sum);
    expect(sums(results.totals({ country: 'ID', by: 'city' }))).toEqual(
      Object.fromEntries(results.totals({ by: 'city', country: 'ID' }).map(({ name, sum }) => [name, sum])),
    );
  });

  test('are read along indexes', () => {
    const { plan: planOf } = viewed();
    const share = `SELECT s0.n FROM share s0 CROSS JOIN share s1 ON s1.indicator = s0.indicator AND s1.col = 'payer' AND s1.name = 'x' AND s1.n = s0.n
      CROSS JOIN atom a ON a.n = s0.n WHERE s0.indicator = 'x' AND s0.col = 'country' AND s0.name = 'y' AND s0.n > 0 ORDER BY s0.n LIMIT 5`;
    for (const sql of [share, "SELECT name FROM total WHERE indicator = 'x' AND col = 'city'"])
      expect(planOf(sql).filter((line) => /^SCAN|TEMP B-TREE/.test(line))).toEqual([]);
  });
});
