import { statementsOf } from '@junkan/kit/views/statements.ts';
import { expect, test } from 'vitest';
import { catalogueOf, drafted, proposed } from '../view/feed.fixture.ts';
import { namesOf } from './names.ts';

const db = catalogueOf([
  { stream: 'org_a', type: 'ProposerRegistered', data: { name: 'Minato City', kind: 'city', countries: ['JP'], by: 'per_a' } },
  { stream: 'spo_a', type: 'SponsorRegistered', data: { name: 'Green Fund', kind: 'fund', by: 'per_a' } },
  { stream: 'man_a', type: 'MandatePublished', data: { sponsor: 'spo_a', terms: { title: 'Waste in Asia' } } },
  ...proposed('prj_titled', { title: 'Sorting Line', reference: 'P-1' }),
  ...proposed('prj_untitled', { reference: 'P-2' }),
  drafted('prj_draft', { title: 'Secret incinerator' }),
]);
const all = [
  'org_a',
  'spo_a',
  'man_a',
  'prj_titled',
  'prj_untitled',
  'prj_draft',
  'prj_none',
  'mst_a',
  'none',
  'act_none',
  'cal_none',
  'grp_none',
];

test('organisations, mandates and open projects are named to everybody, as they were written; a draft to its proposer and overseers', () => {
  const toAll = {
    org_a: 'Minato City',
    spo_a: 'Green Fund',
    man_a: 'Waste in Asia',
    prj_titled: 'Sorting Line',
    prj_untitled: 'P-2',
  };
  const named = (reader: string | undefined) => namesOf(statementsOf(db), all, reader);
  expect(named('spo_a')).toEqual(toAll);
  expect(named('org_b')).toEqual(toAll);
  expect(named('org_a')).toEqual({ ...toAll, prj_draft: 'Secret incinerator' });
  expect(named(undefined)).toEqual({ ...toAll, prj_draft: 'Secret incinerator' });
});

test('names are looked up by id, however many items there are', () => {
  const plans: string[] = [];
  namesOf(
    (sql) => {
      const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`);
      return { all: (...values: never[]) => plans.push(...plan.all(...values).map(({ detail }) => String(detail))) && [] } as never;
    },
    all,
    'org_a',
  );
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.filter((line) => /SCAN (?!json_each)|TEMP/.test(line))).toEqual([]);
});
