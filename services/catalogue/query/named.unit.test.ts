import { readLists } from '@junkan/kit/lists.ts';
import { statementsOf } from '@junkan/kit/views/statements.ts';
import { LANGUAGES } from '@junkan/words/languages.ts';
import { describe, expect, test } from 'vitest';
import type { KindName } from '../kinds.ts';
import { spansIn } from '../text/highlight.ts';
import { catalogueOf, drafted, type FeedEvent, proposed } from '../view/feed.fixture.ts';
import { countsOf } from './facets.ts';
import { pageOf, totalOf } from './list.ts';
import { placesOf } from './places.ts';
import { correctionOf } from './spelling.ts';

const usd = { amount: '100', currency: 'USD' };
type Prepare = ReturnType<typeof statementsOf>;

const asked = (kind: KindName, typed: string, reader: string | undefined) => ({ kind, reader, filters: [], ranges: [], typed });
const finding =
  (prepare: Prepare) =>
  (kind: KindName, typed: string, reader?: string): string[] =>
    pageOf(prepare, { ...asked(kind, typed, reader), sort: '', limit: 50, cursor: '' }, { schema: '1', origin: 'o' })
      .docs.map((doc) => String(JSON.parse(doc).id))
      .sort();

describe('a country by its name', () => {
  const CODES = ['IN', 'ID', 'NE', 'NG', 'GN', 'GW', 'GQ', 'PG', 'KR', 'KP', 'CD', 'CG', 'SD', 'SS'];
  const find = finding(
    statementsOf(
      catalogueOf([
        ...CODES.flatMap((code) => proposed(`prj_${code}`, { title: 'Hub', countries: [code] })),
        ...proposed('prj_titled', { title: 'インドネシア、印度尼西亚、인도네시아、Papua New Guinea, Nigeria', countries: ['JP'] }),
        ...proposed('prj_named', { title: 'インド、印度、인도', countries: ['JP'] }),
        {
          stream: 'man_in',
          type: 'MandatePublished',
          data: { sponsor: 'spo_x', terms: { title: 'Cities', countries: ['IN'], themes: ['biogas'] } },
        },
        { stream: 'man_id', type: 'MandatePublished', data: { sponsor: 'spo_x', terms: { title: 'Towns', countries: ['ID'] } } },
        { stream: 'org_in', type: 'ProposerRegistered', data: { name: 'Kochi', kind: 'city', countries: ['IN'] } },
        { stream: 'org_id', type: 'ProposerRegistered', data: { name: 'Bandung', kind: 'city', countries: ['ID'] } },
      ]),
    ),
  );
  const codesBy = (typed: string): string[] =>
    find('project', typed).flatMap((id) => (CODES.includes(id.slice('prj_'.length)) ? [id.slice('prj_'.length)] : []));

  test.each(LANGUAGES)('in %s each is found by its own name alone', (language) => {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    for (const code of CODES) {
      const name = names.of(code) ?? '';
      expect([name, codesBy(name)]).toEqual([name, [code]]);
    }
  });

  test.each([
    ['Korea', ['KP', 'KR']],
    ['เกาหลี', ['KP', 'KR']],
    ['कोरिया', ['KP', 'KR']],
    ['কোরিয়া', ['KP', 'KR']],
    ['朝鮮', ['KP']],
    ['Congo', ['CD', 'CG']],
    ['コンゴ', ['CD', 'CG']],
    ['刚果', ['CD', 'CG']],
    ['콩고', ['CD', 'CG']],
    ['คองโก', ['CD', 'CG']],
    ['कांगो', ['CD', 'CG']],
    ['কঙ্গো', ['CD', 'CG']],
    ['Kongo', ['CD', 'CG']],
    ['Kinshasa', ['CD']],
    ['キンシャサ', ['CD']],
    ['Nige', ['NE', 'NG']],
    ['Nige ', []],
    ['Nigeri', ['NG']],
    ['インドネ', ['ID']],
    ['ｲﾝﾄﾞ', ['IN']],
    ['ＩＮＤＩＡ', ['IN']],
    ['an do', ['IN']],
    ['equatorial', ['GQ']],
    ['hub india', ['IN']],
    ['India hub', ['IN']],
    ['papua new guinea hub', ['PG']],
    ['"papua new guinea"', ['PG']],
    ['India Indonesia', []],
  ])('%s is %s', (typed, codes) => {
    expect(codesBy(typed)).toEqual(codes);
  });

  test('the same holds of words of texts: a name is not found within a longer one', () => {
    const texts = (typed: string) => find('project', typed).filter((id) => id === 'prj_titled' || id === 'prj_named');
    for (const india of ['インド', '印度', '인도']) expect([india, texts(india)]).toEqual([india, ['prj_named']]);
    for (const indonesia of ['インドネシア', '印度尼西亚', '인도네시아', 'インドネ', 'Papua', 'Nigeria'])
      expect([indonesia, texts(indonesia)]).toEqual([indonesia, ['prj_titled']]);
    for (const other of ['Guinea', 'Niger']) expect([other, texts(other)]).toEqual([other, []]);
    expect(spansIn('インド', 'インドとインドネシア')).toEqual([[0, 3]]);
    expect(spansIn('Guinea', 'Papua New Guinea, Guinea')).toEqual([[18, 24]]);
  });

  test('mandates and proposers are found by it too', () => {
    for (const india of ['India', 'インド', 'भारत']) {
      expect(find('mandate', india)).toEqual(['man_in']);
      expect(find('organisation', india)).toEqual(['org_in']);
    }
    expect(find('mandate', '바이오가스 印度')).toEqual(['man_in']);
  });
});

test('each theme and waste stream is found by each of its names, and by a word of one', () => {
  const themes = readLists().get('themes') ?? [];
  const find = finding(statementsOf(catalogueOf(themes.flatMap(({ code }) => proposed(`prj_${code}`, { title: 'Hub', themes: [code] })))));
  for (const { code, names } of themes)
    for (const name of Object.values(names)) expect([name, find('project', name).includes(`prj_${code}`)]).toEqual([name, true]);
  expect(find('project', 'sirkular')).toEqual(['prj_circular-economy']);
  expect(find('project', '循環')).toEqual(['prj_circular-economy']);
});

describe('a sponsor by its name', () => {
  const named = (stream: string, name: string): FeedEvent => ({
    stream,
    type: 'SponsorRegistered',
    data: { name, kind: 'fund', by: 'per_a' },
  });
  const opened = (project: string): FeedEvent => ({
    stream: `fnd_${project}`,
    type: 'FundingOpened',
    data: { project: `prj_${project}`, round: 1, proposer: 'org_a', target: usd, minimumClose: usd, deadline: '' },
  });
  const offered = (project: string, offer: string, sponsor: string): FeedEvent => ({
    stream: `fnd_${project}`,
    type: 'OfferProposed',
    data: { offer, sponsor, mandate: 'man_a', envelope: 'env_a', amount: usd, by: 'per_a' },
  });
  const backed = (project: string, offer: string): FeedEvent => ({ stream: `fnd_${project}`, type: 'OfferBacked', data: { offer } });
  const prepare = statementsOf(
    catalogueOf([
      // Offered in an open round, by one with a budget behind it and by one without yet.
      ...proposed('prj_round', { title: 'Compost hub', countries: ['IN'] }),
      opened('round'),
      offered('round', 'off_1', 'spo_a'),
      backed('round', 'off_1'),
      offered('round', 'off_2', 'spo_b'),
      // Bound by an agreement.
      ...proposed('prj_bound', { title: 'Biogas hub', countries: ['BD'] }),
      {
        stream: 'agr_1',
        type: 'AgreementDrafted',
        data: {
          project: 'prj_bound',
          round: 1,
          funding: 'fnd_x',
          proposer: 'org_a',
          shares: ['spo_a', 'spo_c'].map((sponsor) => ({ sponsor, amount: usd })),
        },
      },
      {
        stream: 'mst_1',
        type: 'MilestoneBegun',
        data: {
          project: 'prj_bound',
          agreement: 'agr_1',
          proposer: 'org_a',
          number: 1,
          title: 'First line',
          dueOn: '2026-12-01',
          amount: usd,
        },
      },
      drafted('prj_draft', { title: 'グリーン計画' }, 'org_b'),
      { stream: 'man_a', type: 'MandatePublished', data: { sponsor: 'spo_a', terms: { title: 'Cities', countries: [], themes: [] } } },
      named('spo_a', 'グリーン基金 Green Climate Fund'),
      named('spo_b', 'Ngân hàng Đà Nẵng'),
      named('spo_c', 'ทุนหมุนเวียน'),
    ]),
  );
  const find = finding(prepare);
  const READERS = {
    overseer: undefined,
    proposer: 'org_a',
    first: 'spo_a',
    second: 'spo_b',
    third: 'spo_c',
    elsewhere: 'org_b',
    nobody: 'public',
  };
  const by = (kind: KindName, typed: string) =>
    Object.fromEntries(Object.entries(READERS).map(([name, reader]) => [name, find(kind, typed, reader)]));
  const all = (ids: readonly string[]) => Object.fromEntries(Object.keys(READERS).map((name) => [name, ids]));

  test.each(['Green Climate', 'green climate fund', 'ｸﾞﾘｰﾝ', 'グリーン基金', '"climate fund"', 'clima'])(
    'projects are found by %s where the reader may know of it: its own, bound by an agreement, or offered to the reader',
    (typed) => {
      expect(by('project', typed)).toEqual({
        ...all([]),
        overseer: typed === 'ｸﾞﾘｰﾝ' ? ['prj_bound', 'prj_draft', 'prj_round'] : ['prj_bound', 'prj_round'],
        proposer: ['prj_bound', 'prj_round'],
        first: ['prj_bound', 'prj_round'],
        third: ['prj_bound'],
        elsewhere: typed === 'ｸﾞﾘｰﾝ' ? ['prj_draft'] : [],
      });
    },
  );

  test('an offer that no budget backs yet finds its project for its own sponsor and overseers alone', () => {
    expect(by('project', 'da nang')).toEqual({ ...all([]), overseer: ['prj_round'], second: ['prj_round'] });
  });

  test('words of the sponsor and of the project are found together, by every one of several sponsors', () => {
    expect(find('project', 'green compost', 'spo_a')).toEqual(['prj_round']);
    expect(find('project', 'green bangladesh', 'spo_a')).toEqual(['prj_bound']);
    expect(find('project', 'green textiles', 'spo_a')).toEqual([]);
    expect(find('project', 'green ทุนหมุนเวียน', 'org_a')).toEqual(['prj_bound']);
    expect(find('project', 'green "da nang"', 'org_a')).toEqual([]);
  });

  test('no count, no place and no correction says more than the list', () => {
    for (const [name, reader] of Object.entries(READERS)) {
      const found = find('project', 'green climate', reader);
      const one = asked('project', 'green climate', reader);
      expect([name, totalOf(prepare, one).count]).toEqual([name, found.length]);
      expect([name, countsOf(prepare, one, 'country').length]).toEqual([name, found.length]);
      expect([name, placesOf(prepare, one).unplaced]).toEqual([name, found.length]);
      expect([name, correctionOf(prepare, asked('project', 'grean climate', reader))]).toEqual([
        name,
        found.length > 0 ? 'green climate' : '',
      ]);
    }
  });

  test('milestones are found by the sponsors of agreements that the reader may see, mandates by everybody', () => {
    expect(by('milestone', 'climate')).toEqual({
      ...all([]),
      overseer: ['mst_1'],
      proposer: ['mst_1'],
      first: ['mst_1'],
      third: ['mst_1'],
    });
    expect(by('milestone', 'climate line').first).toEqual(['mst_1']);
    expect(by('milestone', 'バングラデシュ')).toEqual(all(['mst_1']));
    expect(by('mandate', 'グリーン')).toEqual(all(['man_a']));
    expect(by('sponsor', 'ｸﾞﾘｰﾝ')).toEqual(all(['spo_a']));
  });

  test('pages of what is found by words and by sponsors have each once', () => {
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const page = pageOf(
        prepare,
        { ...asked('project', 'グリーン', undefined), sort: '', limit: 1, cursor },
        { schema: '1', origin: 'o' },
      );
      seen.push(...page.docs.map((doc) => String(JSON.parse(doc).id)));
      cursor = page.nextCursor;
      if (cursor === '') break;
    }
    expect(seen.toSorted()).toEqual(['prj_bound', 'prj_draft', 'prj_round']);
    expect(seen[0]).toBe('prj_draft');
  });
});
