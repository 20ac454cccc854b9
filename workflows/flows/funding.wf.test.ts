import { plusDays } from '@junkan/kit/pure/dates.ts';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { funding } from '../testing/funding-scenarios.fixture.ts';
import { noticesOf } from '../testing/notices.fixture.ts';
import { SCENARIOS } from '../testing/scenarios.fixture.ts';
import { openTestEnvironment, type TestEnvironment } from '../testing/test-environment.fixture.ts';

let environment: TestEnvironment;
beforeAll(async () => {
  environment = await openTestEnvironment(inject('workflowCode'));
});
afterAll(() => environment?.close());

const didOf = (scene: { readonly taken: readonly { readonly step: { readonly do: string } }[] }): string[] =>
  scene.taken.map(({ step }) => step.do);

describe('a funding', () => {
  test('that reaches its target is closed before its deadline, and goes through approval, agreement and money to its close', async () => {
    const { scene, fake, deadline } = await SCENARIOS['funding-closed'](environment, 'closed');
    expect(didOf(scene)).toEqual([
      'OpenFunding',
      'BackOffer',
      'BackOffer',
      'CloseFunding',
      'CommitOffer',
      'CommitOffer',
      'RecordFunded',
      'SealFunding',
      'DraftAgreement',
      'BeginMilestones',
      'StartImplementation',
      'CompleteProject',
      'EndAgreement',
    ]);
    expect(scene.taken.every(({ at }) => at < deadline)).toBe(true);
    expect(fake.claims).toEqual({ off_a: 'committed', off_b: 'committed' });
    expect(fake.status).toBe('closed');
  });

  test('that has enough by its deadline closes with what was accepted, and releases what was not', async () => {
    const { fake } = await SCENARIOS['funding-closed-at-minimum'](environment, 'minimum');
    expect(fake.claims).toEqual({ off_a: 'committed', off_b: 'released' });
    expect(fake.left).toEqual({ env_large: 100n, env_small: 300n });
    expect(fake.status).toBe('closed');
  });

  test.each([
    ['funding-action-completed', { do: 'EndAction', outcome: 'completed' }],
    ['funding-action-stopped', { do: 'EndAction', outcome: 'stopped' }],
  ] as const)(
    'whose project is an action of the programme begins it once, and ends it as the project ends (%s)',
    async (scenario, ended) => {
      const { scene } = await SCENARIOS[scenario](environment, `${scenario}-test`);
      const did = didOf(scene);
      expect(did.indexOf('BeginAction')).toBe(did.indexOf('StartImplementation') + 1);
      expect(scene.taken.map(({ step }) => step).filter((step) => step.do === 'BeginAction' || step.do === 'EndAction')).toEqual([
        { do: 'BeginAction' },
        ended,
      ]);
    },
  );

  test('that falls short by its deadline gives every reservation back before the project is left unfunded', async () => {
    const { scene, fake, deadline } = await SCENARIOS['funding-unfunded'](environment, 'unfunded');
    expect(didOf(scene).slice(-4)).toEqual(['CloseFunding', 'ReleaseOffer', 'ReleaseOffer', 'RecordUnfunded']);
    expect(scene.taken.find(({ step }) => step.do === 'CloseFunding')?.at.slice(0, 10)).toBe(deadline.slice(0, 10));
    expect(fake.claims).toEqual({ off_a: 'released', off_b: 'released', off_c: 'released' });
    expect(fake.left).toEqual({ env_large: 800n, env_small: 300n });
    expect(fake.status).toBe('unfunded');
  });

  test('in which nobody offers reminds the secretariat and the city once, when half of the round is over', async () => {
    const { scene, deadline } = await SCENARIOS['funding-without-offers-unfunded'](environment, 'without-offers');
    const half = plusDays(deadline, -45).slice(0, 10);
    expect(noticesOf(scene.taken)).toEqual([
      ['RemindOf', 'secretariat.officer', half],
      ['RemindOf', 'proposer.officer', half],
    ]);
    expect(didOf(scene)).toEqual(['OpenFunding', 'RemindOf', 'RemindOf', 'CloseFunding', 'RecordUnfunded']);
  });

  test('bars the reservation of an offer that was refused for want of budget', async () => {
    const { fake } = await SCENARIOS['funding-refused-for-want-of-budget'](environment, 'refused');
    expect(fake.offer('off_a').status).toBe('refused');
    expect(fake.claims).toEqual({ off_a: 'released' });
  });

  test('bars the reservation of an offer that was retracted before it was backed', async () => {
    const { scene, fake } = await SCENARIOS['funding-retracted-before-backing'](environment, 'retracted');
    expect(didOf(scene)).not.toContain('BackOffer');
    expect(fake.claims).toEqual({ off_a: 'released' });
  });

  test('is cancelled when the secretariat refuses the project, and gives back what was committed', async () => {
    const { scene, fake } = await SCENARIOS['funding-project-refused'](environment, 'project-refused');
    expect(didOf(scene).slice(-3)).toEqual(['CancelFunding', 'ReturnCommitment', 'ReturnCommitment']);
    expect(fake.left).toEqual({ env_large: 800n, env_small: 300n });
  });

  test('reminds everybody who is silent once, then escalates to the secretariat', async () => {
    const { scene } = await SCENARIOS['funding-silence'](environment, 'silence');
    const said = scene.taken.flatMap(({ step }) => ('role' in step ? [[step.do, step.matter, step.role, step.organisation]] : []));
    expect(said).toEqual([
      ['RemindOf', 'approval', 'sponsor.approver', 'large'],
      ['RemindOf', 'approval', 'sponsor.approver', 'small'],
      ['RemindOf', 'approval', 'secretariat.approver', 'secretariat'],
      ['RemindOf', 'signature', 'proposer.certifier', 'org_city'],
    ]);
    expect(noticesOf(scene.taken).every(([what]) => what === 'RemindOf')).toBe(true);
  });
});

describe('a variant of a funding', () => {
  const EVERYTHING = { env_large: 800n, env_small: 300n };

  test('a counter-offer has its new terms backed before it is accepted', async () => {
    const { scene, fake } = await SCENARIOS['funding-countered-closed'](environment, 'countered');
    expect(didOf(scene).slice(0, 4)).toEqual(['OpenFunding', 'BackOffer', 'BackOffer', 'BackOffer']);
    expect(fake.left).toEqual({ env_large: 100n, env_small: 0n });
    expect(fake.status).toBe('closed');
  });

  test('an offer that is not answered expires on its day and gives its budget back', async () => {
    const { scene, fake } = await SCENARIOS['funding-expired-unfunded'](environment, 'expired');
    expect(didOf(scene)).toEqual(['OpenFunding', 'BackOffer', 'ExpireOffer', 'ReleaseOffer', 'CloseFunding', 'RecordUnfunded']);
    expect(fake.left).toEqual(EVERYTHING);
  });

  test('a co-funder that withdraws leaves a gap, which another fills in the same round', async () => {
    const { scene, fake } = await SCENARIOS['funding-withdrawn-refilled-closed'](environment, 'refilled');
    expect(didOf(scene)).toContain('RecordGapReopened');
    expect(didOf(scene).filter((step) => step === 'CloseFunding' || step === 'RecordFunded')).toHaveLength(4);
    expect(fake.claims).toEqual({ off_a: 'committed', off_b: 'released', off_c: 'committed' });
    expect(fake.status).toBe('closed');
  });

  test('a gap that nobody fills leaves the project unfunded, and every commitment comes back', async () => {
    const { fake } = await SCENARIOS['funding-withdrawn-unfunded'](environment, 'unfilled');
    expect([fake.status, fake.left]).toEqual(['unfunded', EVERYTHING]);
  });

  test.each(['funding-project-withdrawn', 'funding-declined-by-city'] as const)(
    'a city that takes its project back frees all budget (%s)',
    async (scenario) => {
      const { fake } = await SCENARIOS[scenario](environment, `${scenario}-test`);
      expect([fake.status, fake.left]).toEqual(['withdrawn', EVERYTHING]);
    },
  );

  test('a sponsor that declines to sign is withdrawn, and the agreement is drafted again with who takes its place', async () => {
    const { scene, fake } = await SCENARIOS['funding-declined-by-sponsor-closed'](environment, 'declined');
    expect(didOf(scene).filter((step) => step === 'DraftAgreement')).toHaveLength(2);
    expect(didOf(scene)).toContain('WithdrawOffer');
    expect(fake.claims).toEqual({ off_a: 'committed', off_b: 'released', off_c: 'committed' });
    expect(fake.status).toBe('closed');
  });

  test('a suspension is followed by the project, and so is its end', async () => {
    const { scene, fake } = await SCENARIOS['funding-suspended-resumed-closed'](environment, 'suspended');
    expect(didOf(scene).filter((step) => step.startsWith('Record'))).toEqual(['RecordFunded', 'RecordSuspension', 'RecordResumption']);
    expect(fake.status).toBe('closed');
  });

  test('a termination ends the agreement and gives back what was not spent', async () => {
    const { scene, fake } = await SCENARIOS['funding-terminated'](environment, 'terminated');
    expect(didOf(scene).slice(-4)).toEqual(['RecordTermination', 'EndAgreement', 'ReturnCommitment', 'ReturnCommitment']);
    expect([fake.status, fake.left]).toEqual(['terminated', EVERYTHING]);
  });

  test('a termination that has begun is brought to its end, also from a suspension', async () => {
    const { scene, fake } = await SCENARIOS['funding-suspended-terminated-in-two-steps'](environment, 'two-steps');
    expect(didOf(scene).slice(-6)).toEqual([
      'RecordSuspension',
      'CompleteTermination',
      'RecordTermination',
      'EndAgreement',
      'ReturnCommitment',
      'ReturnCommitment',
    ]);
    expect([fake.status, fake.left]).toEqual(['terminated', EVERYTHING]);
  });
});

describe('wake-ups of a funding', () => {
  test('repeated ones repeat nothing', async () => {
    const { scene, fake } = await funding(environment, 'repeated');
    fake.proposes('off_a', 'large', 500n);
    await Promise.all(Array.from({ length: 20 }, () => scene.signal()));
    await scene.happens(() => undefined);
    await Promise.all(Array.from({ length: 20 }, () => scene.signal()));
    await scene.end();
    expect(didOf(scene)).toEqual(['OpenFunding', 'BackOffer', 'RemindOf', 'CloseFunding', 'ReleaseOffer', 'RecordUnfunded']);
  });

  test('lost ones are made up for when its own timer fires', async () => {
    const { scene, fake } = await funding(environment, 'lost');
    fake.proposes('off_a', 'large', 500n);
    fake.declines('off_a');
    await scene.end();
    expect(didOf(scene)).toEqual(['OpenFunding', 'ReleaseOffer', 'CloseFunding', 'RecordUnfunded']);
    expect(fake.claims).toEqual({ off_a: 'released' });
  });

  test('one that comes late finds what happened since, and does what is right then', async () => {
    const { scene, fake } = await funding(environment, 'late');
    fake.proposes('off_a', 'large', 500n);
    fake.retracts('off_a');
    fake.proposes('off_b', 'small', 200n);
    await scene.happens(() => undefined);
    expect(fake.claims).toEqual({ off_a: 'released', off_b: 'reserved' });
    await scene.end();
  });

  test('one after the end is refused by the server and changes nothing', async () => {
    const { scene } = await SCENARIOS['funding-retracted-before-backing'](environment, 'after-the-end');
    const did = didOf(scene);
    await expect(scene.signal()).rejects.toThrow();
    expect(didOf(scene)).toEqual(did);
  });
});
