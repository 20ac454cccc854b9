import { auditor, maker, officerOf, type Person, secretary, sponsorOfficerOf, trainerOf, verifier } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { first } from '../actors.ts';
import { openSystem } from '../open-system.ts';
import { type Scene, scene } from '../scene.ts';

const { api, system, actors } = await openSystem();
const by = api.as;
let shown: Scene;
let draft: string;
beforeAll(async () => {
  shown = await scene(api);
  const officer = officerOf(shown.city);
  const proposal = { reference: 'ZI-1', title: 'Zirconium incinerator of Yokosuka', countries: ['JP'], themes: ['composting'] };
  draft = (await by(officer).draftProject({}, { proposer: shown.city, proposal })).id;
  await settled(api);
});

type Answer = Awaited<ReturnType<ReturnType<typeof by>['searchEverything']>>;
const itemsOf = ({ groups }: Answer) => groups.flatMap(({ items }) => items);
const idsOf = (answer: Answer): string[] => itemsOf(answer).map(({ id }) => id);

const ALL = { limit: 500 } as const;
const READERS: Readonly<Record<string, () => Person>> = {
  city: () => officerOf(shown.city),
  sponsor: () => sponsorOfficerOf(shown.bank.sponsor),
  'other sponsor': () => sponsorOfficerOf(shown.fund.sponsor),
  secretariat: () => secretary,
  finance: () => maker,
  verifier: () => verifier,
  auditor: () => auditor,
  partner: () => trainerOf(shown.partner),
};

describe.for(Object.keys(READERS))('a reader, %s,', (name) => {
  let own: ReturnType<typeof by>;
  beforeAll(() => {
    own = by(READERS[name]?.() ?? auditor);
  });
  const find = (q: string) => own.searchEverything({ q, limit: 20 });

  test('finds each payment that the list of payments has by all its references, and no other', async () => {
    const visible = new Set((await own.findPayments(ALL)).payments.map(({ id }) => id));
    const { payments } = await by(auditor).findPayments(ALL);
    expect(payments.length).toBeGreaterThan(0);
    for (const { id, instruction, bankReference } of payments)
      for (const reference of [id, instruction, bankReference].flatMap((each) => each ?? [])) {
        const answer = await find(reference);
        expect([reference, idsOf(answer).includes(id)]).toEqual([reference, visible.has(id)]);
        if (visible.has(id)) expect(itemsOf(answer)[0]).toMatchObject({ kind: 'payment', id, reference });
      }
  });

  test('finds each agreement and statement that its lists have by its number, and no other', async () => {
    const agreements = new Set((await own.listAgreements(ALL)).agreements.map(({ id }) => id));
    for (const { id } of (await by(auditor).listAgreements(ALL)).agreements)
      expect([id, idsOf(await find(id)).includes(id)]).toEqual([id, agreements.has(id)]);
    const visible = ['finance', 'auditor'].includes(name)
      ? new Set((await own.listStatements(ALL)).statements.map(({ id }) => id))
      : undefined;
    const { statements } = await by(auditor).listStatements(ALL);
    expect(statements.length).toBeGreaterThan(0);
    for (const { id, reference, owner } of statements) {
      const isOwn = owner !== undefined && owner === READERS[name]?.().organisation;
      const isSeen = visible?.has(id) ?? isOwn;
      expect([id, idsOf(await find(id)).includes(id), idsOf(await find(reference)).includes(id)]).toEqual([id, isSeen, isSeen]);
    }
  });

  test('finds whoever is listed by the name, as the best', async () => {
    const { proposers } = await own.listProposers(ALL);
    const { sponsors } = await own.listSponsors(ALL);
    const { trainings } = await own.listTrainings(ALL);
    const { policies } = await own.listPolicies(ALL);
    const { partners } = await own.listPartners(ALL);
    const named = [...proposers, ...sponsors, ...partners].map(({ id, name: called }) => ({ id, called }));
    const titled = trainings.map(({ id, title }) => ({ id, called: title }));
    const worded = policies.flatMap(({ id, versions }) => versions.at(-1)?.content.texts.map(({ title }) => ({ id, called: title })) ?? []);
    for (const { id, called } of [...named, ...titled, ...worded]) {
      const { groups } = await find(called);
      expect([called, groups[0]?.group, groups.flatMap(({ items }) => items.map((item) => item.id)).includes(id)]).toEqual([
        called,
        'best',
        true,
      ]);
    }
  });

  test('finds a draft only where it may be read, and no word of it otherwise', async () => {
    const mayRead = ['city', 'secretariat', 'finance', 'verifier', 'auditor'].includes(name);
    for (const q of ['zirconium', 'zirconum incinerator', draft]) {
      const answer = await find(q);
      expect([q, idsOf(answer).includes(draft)]).toEqual([q, mayRead]);
      if (!mayRead) expect(answer).toMatchObject({ groups: [], fewer: [] });
      expect(answer.corrected).toBe(mayRead && q.includes(' ') ? 'zirconium incinerator' : undefined);
    }
  });

  test('finds nothing that its lists do not have', async () => {
    const { projects } = await own.listProjects(ALL);
    const known = new Set(projects.map(({ id }) => id));
    for (const q of ['y', 'compost', 'jp', 'yokohama', '日本', 'a b'])
      for (const item of itemsOf(await find(q))) {
        if (item.kind === 'project') expect(known).toContain(item.id);
        if (item.project !== undefined) expect(known).toContain(item.project);
      }
  });
});

test('a country and a theme lead to as many published projects as their list has', async () => {
  for (const [q, id, filter] of [
    ['ญี่ปุ่น', 'JP', { country: 'JP' }],
    ['堆肥', 'composting', { theme: 'composting' }],
  ] as const) {
    const { groups } = await by(auditor).searchEverything({ q });
    const { total } = await by(auditor).listPublicProjects({ ...filter, limit: 1 });
    expect(groups.flatMap(({ items }) => items).find((item) => item.id === id)).toMatchObject({ projects: total.count });
  }
});

test('what is mistyped is found, and it is said for what', async () => {
  const answer = await by(auditor).searchEverything({ q: 'compsting japn' });
  expect([answer.corrected, answer.groups[0]?.group]).toEqual(['composting japan', 'projects']);
});

test('where nothing is found, it is said with which words there would be something, and which countries and themes were named', async () => {
  const answer = await by(auditor).searchEverything({ q: 'japan 2031xyz composting' });
  expect(answer).toMatchObject({ groups: [], fewer: [{ q: 'japan composting', without: ['2031xyz'] }] });
  expect(answer.named.map(({ kind, id }) => [kind, id])).toEqual([
    ['country', 'JP'],
    ['theme', 'composting'],
  ]);
});

test('everybody finds what is public, and nothing else', async () => {
  const asked = async (q: string) =>
    (await (await fetch(`${system.address}/v1/public/search?q=${encodeURIComponent(q)}&limit=20`)).json()) as Answer;
  const title = first((await by(auditor).listProjects({ status: 'in-implementation', ...ALL })).projects).proposal.title ?? '';
  expect(itemsOf(await asked(title))[0]).toMatchObject({ kind: 'project', title });
  for (const { id, instruction = id } of (await by(auditor).findPayments(ALL)).payments)
    expect([itemsOf(await asked(id)), itemsOf(await asked(instruction))]).toEqual([[], []]);
  expect(await asked('zirconum incinerator')).toMatchObject({ groups: [], fewer: [] });
});

test('a mandate that is retired is found by those who are signed in alone', async () => {
  const lender = await actors.sponsor({ total: '1000.00' });
  const officer = by(sponsorOfficerOf(lender.sponsor));
  const { terms } = await officer.getMandate({ id: lender.mandate });
  const { id } = await officer.publishMandate({}, { sponsor: lender.sponsor, terms: { ...terms, title: 'Quokka habitats' } });
  await settled(api);
  const asked = async () => (await (await fetch(`${system.address}/v1/public/search?q=quokka+habitats`)).json()) as Answer;
  expect(idsOf(await asked())).toEqual([id]);
  await officer.retireMandate({ id });
  await settled(api);
  expect([idsOf(await officer.searchEverything({ q: 'quokka' })), (await asked()).groups]).toEqual([[id], []]);
});

test.for([
  [{}, 'q', 400],
  [{ q: '' }, 'q', 400],
  [{ q: '…!' }, 'q', 422],
  [{ q: 'x'.repeat(201) }, 'q', 400],
  [{ q: 'x', limit: '21' }, 'limit', 400],
] as const)('%o is refused, and the field is named', async ([query, field, status]) => {
  const answer = await fetch(`${system.address}/v1/public/search?${new URLSearchParams(query)}`);
  const problem = (await answer.json()) as { errors?: readonly { pointer: string }[] };
  expect([answer.status, problem.errors?.map(({ pointer }) => pointer)]).toEqual([status, [`#query/${field}`]]);
});
