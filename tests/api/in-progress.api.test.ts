import { type Person, secretary, verifier } from '@junkan/scripts/main-job/api.ts';
import { demonstrate } from '@junkan/scripts/main-job/demonstrations/run.ts';
import { expect, test } from 'vitest';
import { verifiedFaults } from '../breaking.ts';
import { openSystem } from '../open-system.ts';

const { system } = await openSystem();
const { api } = system;
// The report that waits is of a city of the declaration.
const only = ['partially-met-carried', 'declaration', 'in-progress'];

test('a trial has a project in each stage that waits for somebody, and what waits in the programme, on the desk of who has to act; shown again it changes nothing', async () => {
  const { inProgress = [] } = await demonstrate(api, { only });
  expect(inProgress.map(({ name }) => name)).toHaveLength(21);
  const idOf = async (of: string): Promise<string> => {
    const [{ proposers }, { sponsors }, { partners }] = await Promise.all([
      api.as(secretary).listProposers({ q: of }),
      api.as(secretary).listSponsors({ q: of }),
      api.as(secretary).listPartners({ limit: 500 }),
    ]);
    return [...proposers, ...sponsors, ...partners].find(({ name }) => name === of)?.id ?? secretary.organisation;
  };
  const sorting = inProgress.find(({ name }) => name === 'to-verify');
  const submitted = await Array.fromAsync(
    api.as(verifier).each('listMilestones', { project: sorting?.path.split('/')[2] ?? '', status: 'submitted' }),
  );
  const verifiable = await api.as(verifier).getMilestone({ id: submitted[0]?.id ?? '' });
  const pictures = (verifiable.reports ?? [])
    .flatMap(({ files = [] }) => files)
    .flatMap(({ name, taken }) => (taken ? [[name, taken] as const] : []));
  expect(pictures.map(([name, { metresFromPlace = 0, remarks }]) => [name, Math.round(metresFromPlace / 1000), remarks])).toEqual([
    ['Photograph 1 of the site.jpg', 0, []],
    ['Photograph 2 of the site.jpg', 172, ['far-away']],
  ]);
  const itemOf = ({ path }: { readonly path: string }): string => path.split('/')[2] ?? '';
  const shown = new Map(inProgress.map((each) => [itemOf(each), each]));
  const desk = async (person: Person) =>
    (await Array.fromAsync(api.as(person).each('listWork', {})))
      .flatMap(({ kind, item, project = '' }) => {
        const each = shown.get(item) ?? shown.get(project);
        return each ? [`${kind}: ${each.title}`] : [];
      })
      .toSorted();
  const desks = new Map<string, string[]>();
  for (const { by, of } of inProgress) {
    const name = `${of}, ${by}`;
    if (!desks.has(name)) desks.set(name, await desk({ organisation: await idOf(of), role: by }));
  }
  const missing = inProgress.filter(({ title, by, of }) => !desks.get(`${of}, ${by}`)?.some((task) => task.endsWith(`: ${title}`)));
  expect(missing.map(({ name }) => name)).toEqual([]);
  expect(Object.fromEntries(desks)).toMatchInlineSnapshot(`
    {
      "Archipelago bank (made up), sponsor.approver": [
        "offer-to-approve: A cold store for what is left over",
        "signature: Bicycle workshops in schools",
      ],
      "Circle of the straits (made up), programme.expert": [
        "draft-to-write: A deposit on glass bottles (made up)",
      ],
      "Circle of the straits (made up), programme.juror": [
        "ballot-to-seal: Award of the straits (made up)",
        "review-to-seal: Furniture that is used again",
      ],
      "Kota Kenanga (made up), proposer.certifier": [
        "signature: Bicycle workshops in schools",
      ],
      "Kota Kenanga (made up), proposer.officer": [
        "information-asked: A library of tools",
        "offer-to-answer: Canals without plastic",
        "offer-to-answer: Canals without plastic",
        "project-without-commitments: A sorting hall in the north",
        "project-without-commitments: A street of repair shops",
        "project-without-commitments: Composting for two wards",
        "project-without-commitments: Containers for textiles",
        "project-without-commitments: Cups that come back",
        "project-without-commitments: Deposit machines at bus stations",
        "project-without-commitments: Glass from the old harbour",
        "project-without-commitments: Oil from the kitchens",
        "proposal-to-submit: Bowls of palm leaf",
        "recovery-to-answer: Cups that come back",
        "report-due: Deposit machines at bus stations",
        "report-due: Glass from the old harbour",
        "report-due: Glass from the old harbour",
        "report-returned: Composting for two wards",
        "seat-to-take: Composting without smell (made up)",
      ],
      "Secretariat, finance.checker": [
        "payment-to-approve: Oil from the kitchens",
        "payment-to-approve: Oil from the kitchens",
      ],
      "Secretariat, finance.maker": [
        "payment-to-request: A street of repair shops",
        "payment-to-request: A street of repair shops",
        "payment-to-request: Containers for textiles",
        "payment-to-request: Containers for textiles",
      ],
      "Secretariat, secretariat.approver": [
        "project-to-approve: A cold store for what is left over",
        "project-to-approve: Bricks from rubble",
        "recovery-to-decide: Cups that come back",
      ],
      "Secretariat, secretariat.officer": [
        "screening: Biogas from the fish market",
      ],
      "Secretariat, secretariat.verifier": [
        "progress-report-to-review: The corrected report of Harukawa",
        "report-to-verify: A sorting hall in the north",
      ],
      "Tanjung Melur (made up), proposer.certifier": [
        "declaration-to-sign: The declaration of circular cities",
      ],
    }
  `);
  // What is said of an offer that nobody accepts is said of nothing else.
  const others = await Promise.all(
    inProgress.map(async ({ by, of }) => (await api.as({ organisation: await idOf(of), role: by }).listWork({})).work),
  );
  expect(others.flat().flatMap(({ kind, silence }) => (silence === 'lapses' && !kind.startsWith('offer-') ? [kind] : []))).toEqual([]);
  const before = await system.commits();
  expect((await demonstrate(api, { only })).inProgress).toEqual(inProgress);
  expect(await system.commits()).toBe(before);
  expect(await verifiedFaults(system)).toEqual({});
});
