import type { Fed } from '@junkan/kit/messaging/feed.ts';
import { notFound, ProblemError } from '@junkan/kit/problem.ts';
import { DISBURSEMENT_QUERIES, MATCHING_QUERIES, PROGRAMME_QUERIES, PROJECT_QUERIES, SPONSOR_QUERIES } from '@junkan/proto/callers.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import type { Item } from '@junkan/proto/item.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import { expect, test } from 'vitest';
import type { Services } from '../services.ts';
import { audienceOf } from './audience.ts';
import { factsOf } from './facts.ts';

/** Services that answer these queries, and count how often they are asked. */
function services(version: () => number, fail: () => Error | undefined = () => undefined) {
  const asked: string[] = [];
  const answering =
    <Answer>(answer: () => Answer) =>
    async (request: { id?: string; envelope?: string }): Promise<Answer> => {
      asked.push(request.id ?? request.envelope ?? '');
      const failure = fail();
      if (failure) throw failure;
      return answer();
    };
  const known = {
    'project-registry': {
      getProject: answering(() => ({ id: 'prj_1', proposer: 'org_1', submission: 1, round: 1, version: version() })),
      readDelegations: answering(() => ({ delegations: { organisation: 'org_1' } })),
      getDraftOwner: answering(() => ({ project: 'prj_1', proposer: 'org_1' })),
      getMilestone: answering(() => ({ project: 'prj_1', proposer: 'org_1', agreement: 'agr_1' })),
    },
    'sponsor-registry': { envelopeBalance: answering(() => ({ sponsor: 'spo_1' })) },
    matching: {
      getQuestionsOwner: answering(() => ({ funding: 'fnd_1', project: 'prj_1', proposer: 'org_1' })),
      parties: answering(() => ({ organisations: ['org_1', 'spo_1'] })),
      getFunding: answering(() => ({
        project: 'prj_1',
        proposer: 'org_1',
        offers: [{ id: 'off_1', sponsor: 'spo_1' }],
        version: version(),
      })),
    },
    programme: {
      readSignatory: answering(() => ({ signatory: { city: 'org_1' } })),
      readAssessment: answering(() => ({ assessment: { city: 'org_1' } })),
      readActionPlan: answering(() => ({ plan: { city: 'org_1' } })),
      readProgressReport: answering(() => ({ report: { city: 'org_1' } })),
      readExchange: answering(() => ({ exchange: { seeker: 'org_1', cities: ['org_1', 'org_2'] } })),
      readProjectCall: answering(() => ({ call: { owner: 'spo_1' } })),
      readCallAnswer: answering(() => ({ answer: { city: 'org_1', parties: ['org_1', 'spo_1'] } })),
      readSeries: answering(() => ({ series: { city: 'org_1' } })),
      readPolicyInstrument: answering(() => ({ policyInstrument: { owner: 'org_1' } })),
      readSupportRequest: answering(() => ({ supportRequest: { city: 'org_1', advisedBy: '' } })),
    },
    disbursement: {
      readApprovalRules: answering(() => ({ rules: { organisation: 'org_1' } })),
      readBankAccount: answering(() => ({ account: { organisation: 'org_1' } })),
      getAgreement: answering(() => ({ project: 'prj_1', proposer: 'org_1', shares: [{ sponsor: 'spo_1' }], version: version() })),
    },
  };
  return { asked, facts: factsOf(known as unknown as Services) };
}

const event = (aggregate: string, stream: string, version: number): Fed =>
  ({ aggregate, stream, version, correlationId: 'req_1' }) as Partial<Fed> as Fed;

test('what is known of a stream is asked for once, and again only for a version that is newer than what was shown', async () => {
  let version = 3;
  const { asked, facts } = services(() => version);
  const both = await Promise.all([facts(event('agreement', 'agr_1', 1)), facts(event('agreement', 'agr_1', 3))]);
  expect(both[0]).toMatchObject({ project: 'prj_1', proposer: 'org_1', organisations: ['org_1', 'spo_1'] });
  await facts(event('agreement', 'agr_1', 2));
  expect(asked).toEqual(['agr_1']);
  version = 5;
  await facts(event('agreement', 'agr_1', 4));
  await facts(event('agreement', 'agr_1', 5));
  expect(asked).toEqual(['agr_1', 'agr_1']);
  for (const later of [1, 2, 30]) await facts(event('envelope', 'env_1', later));
  expect(asked).toEqual(['agr_1', 'agr_1', 'env_1']);
});

test('a service that does not answer is asked again; what it no longer has belongs to nobody', async () => {
  let failure: Error | undefined = new ProblemError({ kind: 'unavailable', type: 'NoAnswer', data: {} });
  const { asked, facts } = services(
    () => 1,
    () => failure,
  );
  await expect(facts(event('funding', 'fnd_1', 1))).rejects.toThrow('NoAnswer');
  failure = notFound('Funding', 'fnd_1');
  expect(await facts(event('funding', 'fnd_1', 1))).toMatchObject({ proposer: '', organisations: [] });
  failure = undefined;
  expect((await facts(event('funding', 'fnd_1', 2))).sponsors).toEqual(new Map([['off_1', 'spo_1']]));
  expect(asked).toEqual(['fnd_1', 'fnd_1', 'fnd_1']);
});

test('wherever an audience hangs on the parties of a stream, somebody is asked who they are', async () => {
  const { facts } = services(() => 1);
  for (const [context, { EVENTS }] of Object.entries(CONTEXTS))
    for (const [aggregate, events] of Object.entries(EVENTS)) {
      const kinds = Object.keys(events).map((type) => audienceOf({ context, aggregate, event: { type, data: {} } }).is);
      const { organisations, sponsors } = await facts(event(aggregate, `${aggregate}_1`, 1));
      if (kinds.includes('parties')) expect([aggregate, organisations.length > 0]).toEqual([aggregate, true]);
      if (kinds.includes('proposer-alone')) expect([aggregate, organisations]).toEqual([aggregate, ['org_1']]);
      if (kinds.includes('offer-sides')) expect([aggregate, sponsors.size > 0]).toEqual([aggregate, true]);
    }
});

type Askers = Readonly<Record<string, readonly string[] | undefined>>;
const ASKED: Readonly<Record<string, Askers>> = {
  programme: PROGRAMME_QUERIES,
  project: PROJECT_QUERIES,
  disbursement: DISBURSEMENT_QUERIES,
  matching: MATCHING_QUERIES,
  sponsor: SPONSOR_QUERIES,
};

test('whose an item is the gateway may ask of each that declares it: nobody’s live updates end over what it may not ask', () => {
  const asked = Object.entries<Item>(ITEMS).flatMap(([kind, { context, party, list, read }]) =>
    party && read && ['everybody', 'open', 'party', 'partners'].includes(list?.rows ?? '')
      ? [{ kind, callers: ASKED[context] ?? {}, rpc: read.rpc }]
      : [],
  );
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter(({ callers, rpc }) => !callers[rpc]?.includes('gateway')).map(({ kind }) => kind)).toEqual([]);
});
