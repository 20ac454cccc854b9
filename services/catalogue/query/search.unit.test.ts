import { statementsOf } from '@junkan/kit/views/statements.ts';
import { expect, test } from 'vitest';
import { catalogueOf, drafted, type FeedEvent, proposed } from '../view/feed.fixture.ts';
import { pageOf } from './list.ts';
import { correctionOf } from './spelling.ts';

const registered = (stream: string, name: string): FeedEvent => ({
  stream,
  type: 'ProposerRegistered',
  data: { name, kind: 'city', countries: ['JP'], by: 'per_a' },
});

/** By the last part of the project's id. The names of proposers arrive before and after their projects. */
const TITLES: Readonly<Record<string, string>> = {
  ja1: '横浜市上下水道更新計画',
  ja2: 'プラスチック廃棄物の再資源化',
  ja3: '食品ロス削減と堆肥化センター',
  ja4: 'ﾘｻｲｸﾙ拠点の整備',
  ja5: '水',
  zh1: '城市固体废物循环利用',
  zh2: '污水处理厂升级改造',
  zh3: '可再生能源示范区',
  ko1: '서울시 음식물 쓰레기 재활용',
  ko2: '부산 하수처리장 개선',
  th1: 'โครงการจัดการขยะมูลฝอยในกรุงเทพมหานคร',
  th2: 'การบำบัดน้ำเสียชุมชน',
  vi1: 'Xử lý nước thải thành phố Đà Nẵng',
  vi2: 'Tái chế rác thải nhựa tại Hà Nội',
  hi1: 'नगर निगम ठोस कचरा प्रबंधन',
  hi2: 'गंगा नदी की सफाई और जल शोधन',
  bn1: 'ঢাকা শহরের বর্জ্য ব্যবস্থাপনা',
  bn2: 'পানি শোধনাগার উন্নয়ন',
  id1: 'Pengelolaan sampah terpadu Kota Surabaya',
  id2: 'Daur ulang limbah elektronik',
  en1: 'Solid waste management and recycling',
  en2: 'Municipal wastewater treatment plant',
  en3: 'Circular economy hub for textiles',
  en4: 'Waste to energy: landfill gas',
};
const STEPS: Readonly<Record<string, readonly string[]>> = { en3: ['Feasibility study', 'Sorting line'], id2: ['Studi kelayakan'] };
const REFERENCES: Readonly<Record<string, string>> = { en1: 'P-178211', en2: 'PM2.5/7' };

const prepare = statementsOf(
  catalogueOf([
    registered('org_a', 'Minato City Office'),
    ...Object.entries(TITLES).flatMap(([id, title]) =>
      proposed(`prj_${id}`, { title, steps: STEPS[id] ?? [], reference: REFERENCES[id] ?? '' }, id === 'en4' ? 'org_b' : 'org_c'),
    ),
    ...proposed('prj_own', { title: 'Untitled' }, 'org_a'),
    drafted('prj_draft', { title: 'Secret incinerator' }, 'org_a'),
    registered('org_b', 'Hải Phòng'),
  ]),
);

const asked = (typed: string, reader: string | undefined = 'spo_a') => ({
  kind: 'project' as const,
  reader,
  filters: [],
  ranges: [],
  typed,
});
const foundBy = (typed: string, reader?: string): string[] =>
  pageOf(prepare, { ...asked(typed, reader), sort: '', limit: 50, cursor: '' }, { schema: '1', origin: 'o' }).docs.map((doc) =>
    String(JSON.parse(doc).id).slice('prj_'.length),
  );

test.each([
  ['横浜', ['ja1']],
  ['水', ['ja5', 'ja1', 'zh2']],
  ['水道', ['ja1']],
  ['下水道', ['ja1']],
  ['上下水道更新', ['ja1']],
  ['更新計画', ['ja1']],
  ['画', ['ja1']],
  ['プラスチック', ['ja2']],
  ['ﾌﾟﾗｽﾁｯｸ', ['ja2']],
  ['リサイクル', ['ja4']],
  ['堆肥', ['ja3']],
  ['食品 センター', ['ja3']],
  ['横浜 廃棄物', []],
  ['道水', []],
  ['固体废物', ['zh1']],
  ['废', ['zh1']],
  ['废物利用', []],
  ['污水', ['zh2']],
  ['循环利用', ['zh1']],
  ['能源', ['zh3']],
  ['示范区', ['zh3']],
  ['쓰레기', ['ko1']],
  ['재활용', ['ko1']],
  ['서울', ['ko1']],
  ['처리장', ['ko2']],
  ['부산 개선', ['ko2']],
  ['물', ['ko1']],
  ['ขยะ', ['th1']],
  ['กรุงเทพ', ['th1']],
  ['น้ำเสีย', ['th2']],
  ['น้ำ', ['th2']],
  ['บำบัด', ['th2']],
  ['นำ', []],
  ['nước thải', ['vi1']],
  ['nuoc thai', ['vi1']],
  ['da nang', ['vi1']],
  ['Đà Nẵng', ['vi1']],
  ['rac thai nhua', ['vi2']],
  ['ha noi', ['vi2']],
  ['"thai nhua"', ['vi2']],
  ['hai phong', ['en4']],
  ['कचरा', ['hi1']],
  ['प्रबंधन', ['hi1']],
  ['गंगा', ['hi2']],
  ['नदी सफाई', ['hi2']],
  ['जल', ['hi2']],
  ['বর্জ্য', ['bn1']],
  ['ঢাকা', ['bn1']],
  ['পানি', ['bn2']],
  ['শোধনাগার', ['bn2']],
  ['sampah', ['id1']],
  ['daur ulang', ['id2']],
  ['surabaya kota', ['id1']],
  ['kelayakan', ['id2']],
  ['waste', ['en4', 'en1', 'en2']],
  ['waste ', ['en4', 'en1']],
  ['wast', ['en4', 'en1', 'en2']],
  ['WASTE manag', ['en1']],
  ['"solid waste"', ['en1']],
  ['"waste solid"', []],
  ['ｗａｓｔｅ ｅｎｅｒｇｙ', ['en4']],
  ['recycling', ['en1']],
  ['textiles hub', ['en3']],
  ['sorting', ['en3']],
  ['P-178211', ['en1']],
  ['178211', ['en1']],
  ['PM2.5', ['en2']],
  ['minato', ['own']],
])('%s finds what it should', (typed, expected) => {
  expect(foundBy(typed).sort()).toEqual([...expected].sort());
});

test('the name of its country, a theme or a waste stream finds a project in every language, together with its own words', () => {
  const found = statementsOf(
    catalogueOf([
      ...proposed('prj_kochi', { title: 'Twelve hubs', countries: ['IN'], themes: ['composting'] }),
      ...proposed('prj_dhaka', { title: 'Eight hubs', countries: ['BD', 'IN'], themes: ['biogas'] }),
      ...proposed('prj_osaka', { title: 'One hub', countries: ['JP'], themes: ['composting'] }),
    ]),
  );
  const by = (typed: string): string[] =>
    pageOf(found, { ...asked(typed), sort: '', limit: 50, cursor: '' }, { schema: '1', origin: 'o' })
      .docs.map((doc) => String(JSON.parse(doc).id))
      .sort();
  for (const bangladesh of ['Bangladesh', 'バングラデシュ', '孟加拉国', '방글라데시', 'บังกลาเทศ', 'बांग्लादेश', 'বাংলাদেশ'])
    expect([bangladesh, by(bangladesh)]).toEqual([bangladesh, ['prj_dhaka']]);
  for (const india of ['India', 'インド', '印度', '인도', 'อินเดีย', 'Ấn Độ', 'भारत', 'ভারত'])
    expect(by(india)).toEqual(['prj_dhaka', 'prj_kochi']);
  for (const composting of ['composting', '堆肥化', 'hubs biogas'])
    expect(by(composting)).toEqual(composting === 'hubs biogas' ? ['prj_dhaka'] : ['prj_kochi', 'prj_osaka']);
  expect(by('composting India')).toEqual(['prj_kochi']);
});

test('a title counts for more than a proposer, and a short title that is the word for most', () => {
  expect(foundBy('水')[0]).toBe('ja5');
});

test.each([
  ['recycilng', 'recycling'],
  ['wsate manegement', 'waste management'],
  ['elektronk', 'elektronik'],
  ['munincipal', 'municipal'],
  ['surabya', 'surabaya'],
])('%s is taken for %s', (typed, meant) => {
  expect(correctionOf(prepare, asked(typed))).toBe(meant);
});

test.each(['waste', 'xyzzyqq', '水道', 'abc'])('%s is left as it is', (typed) => {
  expect(correctionOf(prepare, asked(typed))).toBe('');
});

test('a draft is found by its proposer and by overseers alone, and no word of it is shown to others', () => {
  expect([
    foundBy('incinerator', 'org_a'),
    pageOf(prepare, { ...asked('incinerator'), reader: undefined, sort: '', limit: 5, cursor: '' }, { schema: '1', origin: 'o' }).docs
      .length,
  ]).toEqual([['draft'], 1]);
  expect(foundBy('incinerator', 'org_c')).toEqual([]);
  expect(correctionOf(prepare, asked('incinerater', 'org_c'))).toBe('');
  expect(correctionOf(prepare, asked('incinerater', 'org_a'))).toBe('incinerator');
});

test.each(['"', '*', 'a" OR "b', 'title:waste', 'NEAR(a b)', '-waste', '(', '"""', 'waste"'])('%s is text, not syntax', (typed) => {
  try {
    expect(foundBy(typed)).toBeInstanceOf(Array);
  } catch (error) {
    expect(error).toMatchObject({ problem: { kind: 'invalid', data: { field: 'q' } } });
  }
});
