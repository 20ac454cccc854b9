import {
  approver,
  approverOf,
  certifierOf,
  checker,
  maker,
  officerOf,
  type Person,
  secretary,
  verifier,
} from '@junkan/scripts/main-job/api.ts';
import { demonstrate } from '@junkan/scripts/main-job/demonstrations/run.ts';
import { expect, test } from 'vitest';
import { verifiedFaults } from '../breaking.ts';
import { openSystem } from '../open-system.ts';

const { system } = await openSystem();
const { api } = system;
const only = ['in-progress'];

test('a trial has a project in each stage that waits for somebody, on the desk of who has to act; shown again it changes nothing', async () => {
  const { inProgress = [] } = await demonstrate(api, { only });
  expect(inProgress.map(({ name }) => name)).toHaveLength(15);
  const { proposers } = await api.as(secretary).listProposers({ q: 'Kota Kenanga' });
  const { sponsors } = await api.as(secretary).listSponsors({ q: 'Archipelago bank' });
  const [city, bank] = [proposers[0]?.id ?? '', sponsors[0]?.id ?? ''];
  const desk = async (person: Person) =>
    (await Array.fromAsync(api.as(person).each('listWork', {})))
      .filter(({ title = '' }) => inProgress.some((each) => each.title === title))
      .map(({ kind, title }) => `${kind}: ${title}`)
      .toSorted();
  const desks = Object.fromEntries(
    await Promise.all(
      [officerOf(city), certifierOf(city), approverOf(bank), secretary, verifier, approver, maker, checker].map(
        async (person) => [person.role, await desk(person)] as const,
      ),
    ),
  );
  expect(desks).toMatchInlineSnapshot(`
    {
      "finance.checker": [
        "payment-to-approve: Oil from the kitchens",
        "payment-to-approve: Oil from the kitchens",
      ],
      "finance.maker": [
        "payment-to-request: A street of repair shops",
        "payment-to-request: A street of repair shops",
        "payment-to-request: Containers for textiles",
        "payment-to-request: Containers for textiles",
      ],
      "proposer.certifier": [
        "signature: Bicycle workshops in schools",
      ],
      "proposer.officer": [
        "information-asked: A library of tools",
        "offer-to-answer: Canals without plastic",
        "offer-to-answer: Canals without plastic",
        "proposal-to-submit: Bowls of palm leaf",
        "recovery-to-answer: Cups that come back",
        "report-due: Deposit machines at bus stations",
        "report-due: Glass from the old harbour",
        "report-due: Glass from the old harbour",
        "report-returned: Composting for two wards",
      ],
      "secretariat.approver": [
        "project-to-approve: A cold store for what is left over",
        "project-to-approve: Bricks from rubble",
        "recovery-to-decide: Cups that come back",
      ],
      "secretariat.officer": [
        "screening: Biogas from the fish market",
      ],
      "secretariat.verifier": [
        "report-to-verify: A sorting hall in the north",
      ],
      "sponsor.approver": [
        "offer-to-approve: A cold store for what is left over",
        "signature: Bicycle workshops in schools",
      ],
    }
  `);
  const before = await system.commits();
  expect((await demonstrate(api, { only })).inProgress).toEqual(inProgress);
  expect(await system.commits()).toBe(before);
  expect(await verifiedFaults(system)).toEqual({});
});
