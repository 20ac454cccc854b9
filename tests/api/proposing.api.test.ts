import { officerOf, secretary, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { first, proposal, refused, usd } from '../actors.ts';
import { bodyOf, http, problemOf, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';

const { system, actors, web } = await openSystem();
let city: string;
beforeAll(async () => {
  city = await actors.city();
});

/** Of a target of 1000 in two milestones. */
const full = () => ({
  ...proposal({ milestones: ['400.00', '600.00'] }),
  description: 'Cafés in which neighbours repair what they would throw away.\n\nTwelve of them.',
  language: 'en',
  place: { id: '1848354' },
  beneficiaries: 3_700_000,
  wasteStreams: [{ stream: 'electronic', tonnesPerYear: '120.5' }, { stream: 'textiles' }],
  capacity: { quantity: '0.4', unit: 't/d' },
  operator: 'Yokohama Repair Cooperative',
  ownContribution: usd('150.00'),
  otherSources: [{ name: 'Kanagawa Prefecture', amount: usd('100.00') }],
  cost: usd('1250.00'),
  plannedIndicators: [
    { code: 'items-repaired', unit: 'items', baseline: '0', target: '9000', method: 'Counted at the till.', milestones: [1, 2] },
    { code: 'jobs-created', unit: 'jobs', target: '14' },
  ],
});
type Full = ReturnType<typeof full>;
const draft = (change: object = {}) =>
  system.api.as(officerOf(city)).draftProject({}, { proposer: city, proposal: { ...full(), ...change } as Full });

describe('what a proposal says', () => {
  test('is read by everybody once it is submitted, its place as the gazetteer has it', async () => {
    const { id } = await draft();
    const asked = `${system.address}/v1/public/projects/${id}`;
    expect((await fetch(asked)).status).toBe(404);
    await system.api.as(officerOf(city)).submitProject({ id });
    const { proposal: read } = (await (await fetch(asked)).json()) as { proposal: object };
    const { place: _place, wasteStreams: _streams, plannedIndicators: _planned, ...said } = full();
    expect(read).toMatchObject({ ...said, reference: expect.any(String) });
    const found = async (q: string) =>
      ((await (await fetch(`${system.address}/v1/public/projects?q=${q}`)).json()) as { projects: { id: string }[] }).projects.map(
        (each) => each.id,
      );
    await settled(system.api);
    for (const words of ['neighbours', 'yokohama']) expect(await found(words)).toContain(id);
    expect(read).toMatchObject({
      place: { id: '1848354', name: 'Yokohama', country: 'JP', latitude: expect.any(String), longitude: expect.any(String) },
      wasteStreams: [{ stream: 'electronic', tonnesPerYear: '120.5' }, { stream: 'textiles' }],
      plannedIndicators: [
        { code: 'items-repaired', milestones: [1, 2] },
        { code: 'jobs-created', milestones: [] },
      ],
    });
  });

  test('may be half filled while it is a draft', async () => {
    const { id } = await system.api
      .as(officerOf(city))
      .draftProject({}, { proposer: city, proposal: { reference: 'half', title: 'Half' } });
    expect((await actors.project(id)).status).toBe('draft');
  });

  test('is written in codes of the lists: another one is refused with the nearest', async () => {
    const strange = { themes: ['reuse', 'recyclin'], wasteStreams: [{ stream: 'textile' }], capacity: { quantity: '1', unit: 'tonne/d' } };
    const { status, type, pointers, facts } = await refused(draft(strange));
    expect([status, type]).toEqual([422, '/problems/codes-are-unknown']);
    expect(pointers).toEqual(['/proposal/themes/1', '/proposal/wasteStreams/0/stream', '/proposal/capacity/unit']);
    expect(facts).toMatchObject({
      codes: [{ code: 'recyclin', list: 'themes', nearest: ['recycling', expect.any(String), expect.any(String)] }, {}, {}],
    });
  });

  test('is at a place that exists', async () => {
    const { status, type, pointers } = await refused(draft({ place: { id: '1' } }));
    expect([status, type, pointers]).toEqual([422, '/problems/place-is-unknown', ['/proposal/place/id']]);
  });

  test('is submitted only where its sums meet and its indicators are whole', async () => {
    const [planned] = full().plannedIndicators;
    const { id } = await draft({ ownContribution: usd('150.01'), plannedIndicators: [{ ...planned, unit: '', milestones: [3] }] });
    const { type, pointers } = await refused(system.api.as(officerOf(city)).submitProject({ id }));
    expect(type).toBe('/problems/project-is-incomplete');
    expect(pointers).toEqual(['/proposal/target', '/proposal/plannedIndicators/0/unit', '/proposal/plannedIndicators/0/milestones']);
  });
});

test('a mandate is written in codes of the lists too', async () => {
  const { sponsor } = await actors.sponsor();
  const terms = { title: 'Tea', countries: ['JP'], themes: ['solid-wast'], ticketMinimum: usd('1.00'), ticketMaximum: usd('2.00') };
  const { type, pointers, facts } = await refused(system.api.as(sponsorOfficerOf(sponsor)).publishMandate({}, { sponsor, terms }));
  expect([type, pointers]).toEqual(['/problems/codes-are-unknown', ['/terms/themes/0']]);
  expect(facts).toMatchObject({ codes: [{ nearest: ['solid-waste', expect.any(String), expect.any(String)] }] });
});

test('a report answers each indicator that is planned for its milestone, in its unit or with the reason why not', async () => {
  const { id: project } = await draft();
  await system.api.as(officerOf(city)).submitProject({ id: project });
  const lender = await actors.sponsor();
  const [milestone] = await actors.signed(await actors.approved(project, await actors.funded(project, [[lender, '1000.00']])));
  const officer = system.api.as(officerOf(city));
  const { hash } = await officer.upload(new TextEncoder().encode('Twelve cafés.'), 'text/plain');
  const report = (...indicators: object[]) =>
    officer.reportMilestone({ id: first(milestone ? [milestone] : []).id }, { evidence: [hash], indicators: indicators as [] });
  const repaired = { code: 'items-repaired', value: '4100', unit: 'items' };

  expect(await refused(report())).toMatchObject({ type: '/problems/indicators-are-missing', facts: { codes: ['items-repaired'] } });
  expect(await refused(report({ ...repaired, unit: 't' }))).toMatchObject({
    type: '/problems/unit-is-another',
    pointers: ['/indicators/0/unit'],
    facts: { expected: 'items' },
  });
  expect(await refused(report({ code: repaired.code, notAvailable: true }))).toMatchObject({
    type: '/problems/absence-is-unexplained',
    pointers: ['/indicators/0/because'],
  });
  expect((await report({ code: repaired.code, notAvailable: true, because: 'The tills were changed.' })).status).toBe('submitted');
});

test('lists and places are shown to everybody, and may be kept', async () => {
  const answerTo = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${system.address}/v1${path}`, { headers });
    return {
      status: response.status,
      tag: response.headers.get('etag') ?? '',
      body: response.status === 200 ? await response.json() : undefined,
    };
  };
  const lists = await answerTo('/lists');
  expect(lists.body).toMatchObject({ lists: expect.arrayContaining([{ list: 'themes', entries: expect.any(Number) }]) });
  const themes = await answerTo('/lists/themes');
  expect(themes.body).toMatchObject({
    list: 'themes',
    entries: expect.arrayContaining([{ code: 'reuse', names: expect.objectContaining({ en: 'Reuse', ja: '再使用' }) }]),
  });
  expect((await answerTo('/lists/themes', { 'if-none-match': themes.tag })).status).toBe(304);
  expect((await answerTo('/lists/tea')).status).toBe(404);
  expect((await answerTo('/places?q=yokoh')).body).toMatchObject({ places: [{ id: '1848354', name: 'Yokohama', country: 'JP' }] });
  expect((await answerTo('/places')).body).toEqual({ places: [] });
});

test('a revision in unknown codes is refused at the fields of its own body, and changes nothing', async () => {
  const { id, version } = await draft();
  const officer = system.api.as(officerOf(city));
  const sending = { key: `revise:${id}`, version };
  expect(await refused(officer.reviseProposal({ id }, { ...full(), themes: ['solid'] }, sending))).toMatchObject({
    pointers: ['/themes/0'],
  });
  expect((await system.api.as(secretary).getProject({ id })).version).toBe(version);
});

describe('in addition to its proposal a project', () => {
  const put = (as: Someone, act: 'attachDocuments' | 'nameContacts', id: string, body: object, version: number) =>
    http(system.address).ask(as, act, { id }, body, { headers: { 'if-match': `"${version}"` } });
  const officerFor = (organisation: string): Someone => ({ person: 'planner', organisation, roles: ['proposer.officer'] });
  const upload = async (words: string) => (await system.api.as(officerOf(city)).upload(new TextEncoder().encode(words), 'text/plain')).hash;

  test('has documents, which its parties read once they have a part in it', async () => {
    const { id, version } = await draft();
    const hash = await upload('A study of twelve cafés.');
    const documents = [{ title: 'Feasibility study', hash, language: 'en' }];
    const unknown = await put(
      officerFor(city),
      'attachDocuments',
      id,
      { documents: [...documents, { title: 'x', hash: 'a'.repeat(64) }] },
      version,
    );
    expect(problemOf(unknown)).toEqual({ status: 422, type: '/problems/evidence-is-unknown', pointers: ['/documents/1/hash'] });
    expect((await put(officerFor(city), 'attachDocuments', id, { documents }, version)).status).toBe(200);
    await system.api.as(officerOf(city)).submitProject({ id });

    const [partner, stranger] = [await actors.sponsor(), await actors.sponsor()];
    const round = await actors.funded(id, [[partner, '1000.00']]);
    const checked = async ({ sponsor }: { sponsor: string }) => {
      const as = system.api.as(sponsorOfficerOf(sponsor));
      const file = await web.ask({ person: 'reader', organisation: sponsor, roles: ['sponsor.officer'] }, 'downloadEvidence', { hash });
      return { documents: (await as.getProject({ id })).documents, file: file.status };
    };
    expect(round).toBeDefined();
    expect(await checked(partner)).toEqual({ documents, file: 200 });
    expect(await checked(stranger)).toEqual({ documents: undefined, file: 404 });
    const open = (await (await fetch(`${system.address}/v1/public/projects/${id}`)).json()) as object;
    expect(open).not.toHaveProperty('documents');
  });

  test('has contacts, of whom nothing is kept once others are named', async () => {
    const { id, version } = await draft();
    const hana = { name: 'Hana Sato', role: 'Planner', email: 'hana@example.org', phone: '+81 45 000 0000' };
    expect((await put(officerFor(city), 'nameContacts', id, { contacts: [hana] }, version)).status).toBe(200);
    const contacts = async () => (await system.api.as(officerOf(city)).getProject({ id })).contacts;
    expect(await contacts()).toEqual([hana]);
    await system.api.as(officerOf(city)).submitProject({ id });
    const { sponsor } = await actors.sponsor();
    expect((await system.api.as(sponsorOfficerOf(sponsor)).getProject({ id })).contacts).toBeUndefined();

    const now = (await actors.project(id)).version;
    expect((await put(officerFor(city), 'nameContacts', id, { contacts: [{ name: 'Ken Ito' }] }, now)).status).toBe(200);
    expect(await contacts()).toEqual([{ name: 'Ken Ito' }]);
    const trail = JSON.stringify((await system.api.as(secretary).getTimeline({ id })).entries);
    expect(trail).toContain('ProjectContactsNamed');
    expect(trail).not.toContain('Hana Sato');
  });
});

describe('proposals are checked before they are drafted', () => {
  const checkedBy = (as: string, proposals: readonly object[]) =>
    system.api.as(officerOf(as)).checkProposals({}, { proposer: city, proposals: proposals as Full[] });

  test('with everything that is against each of them, and nothing is recorded', async () => {
    await settled(system.api);
    const before = await system.commits();
    const strange = {
      title: '',
      countries: ['JP', 'VN'],
      themes: ['reuse', 'recyling'],
      place: { id: '1' },
      target: usd('900.00'),
      cost: undefined,
      wasteStreams: [{ stream: 'textiles' }, { stream: 'textiles' }],
      capacity: { quantity: '-1', unit: 't/d' },
    };
    const { proposals } = await checkedBy(city, [full(), { ...full(), ...strange }, { reference: 'begun' }]);
    const nothing = { faults: [], unknownCodes: [], countriesOfOthers: [] };
    expect(proposals[0]).toEqual({ ...nothing, missing: [] });
    expect(proposals[1]).toEqual({
      faults: [
        { field: 'waste_streams[1].stream', rule: 'must be named once' },
        { field: 'capacity.quantity', rule: 'must not be negative' },
      ],
      unknownCodes: [{ field: 'themes[1]', code: 'recyling', list: 'themes', nearest: expect.arrayContaining(['recycling']) }],
      unknownPlace: '1',
      countriesOfOthers: ['VN'],
      missing: expect.arrayContaining([
        { field: 'title', rule: 'is required' },
        { field: 'milestones', rule: 'must sum to the target' },
      ]),
    });
    expect(proposals[2]).toMatchObject({ ...nothing, missing: expect.arrayContaining([{ field: 'title', rule: 'is required' }]) });
    await settled(system.api);
    expect(await system.commits()).toBe(before);
  });

  test('what breaks a rule of the contract is reported with all else, and what is no proposal at all is malformed', async () => {
    const as: Someone = { person: 'someone', organisation: city, roles: ['proposer.officer'] };
    const check = (...proposals: unknown[]) =>
      http(system.address).send('POST', '/v1/projects/check', { as, body: { proposer: city, proposals } });
    const [step] = full().milestones;
    const broken = { ...full(), readiness: 9, milestones: [{ ...step, monthsAfterEffective: -1 }], themes: ['recyling'], more: 1 };
    const { proposals } = bodyOf<{ proposals: object[] }>(await check(full(), broken));
    expect(proposals).toMatchObject([
      { faults: [], missing: [] },
      {
        faults: [
          { field: 'readiness', rule: expect.any(String) },
          { field: 'milestones[0].months_after_effective', rule: expect.any(String) },
          { field: 'more', rule: 'is not a known field' },
        ],
        unknownCodes: [{ field: 'themes[0]', code: 'recyling' }],
        missing: [],
      },
    ]);
    expect(problemOf(await check(full(), 'nothing of the kind'))).toEqual({
      status: 400,
      type: '/problems/request-is-malformed',
      pointers: ['/proposals/1'],
    });
  });

  test('of a proposer that there is, and no more than forty at once', async () => {
    const nobody = { proposer: `org_${'0'.repeat(26)}`, proposals: [full()] };
    expect(await refused(system.api.as(officerOf(city)).checkProposals({}, nobody))).toMatchObject({ status: 404 });
    expect(await refused(checkedBy(city, Array.from({ length: 41 }, full)))).toMatchObject({ status: 400 });
    expect((await checkedBy(city, Array.from({ length: 40 }, full))).proposals.length).toBe(40);
  });
});
