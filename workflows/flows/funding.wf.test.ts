import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { noticesOf } from '../stage/notices.fixture.ts';
import { funding, STORIES } from '../stage/stories.fixture.ts';
import { openTheatre, type Theatre } from '../stage/theatre.fixture.ts';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre(inject('workflowCode'));
});
afterAll(() => theatre?.close());

const didOf = (scene: { readonly taken: readonly { readonly step: { readonly do: string } }[] }): string[] =>
  scene.taken.map(({ step }) => step.do);

describe('a funding', () => {
  test('that reaches its target is closed before its deadline, and goes through approval, agreement and money to its close', async () => {
    const { scene, world, deadline } = await STORIES['funding-closed'](theatre, 'closed');
    expect(didOf(scene)).toEqual([
      'OpenFunding',
      'BackOffer',
      'BackOffer',
      'CloseFunding',
      'CommitOffer',
      'CommitOffer',
      'RecordFunded',
      'DraftAgreement',
      'BeginMilestones',
      'StartImplementation',
      'CompleteProject',
      'EndAgreement',
    ]);
    expect(scene.taken.every(({ at }) => at < deadline)).toBe(true);
    expect(world.claims).toEqual({ off_a: 'committed', off_b: 'committed' });
    expect(world.status).toBe('closed');
  });

  test('that has enough by its deadline closes with what was accepted, and releases what was not', async () => {
    const { world } = await STORIES['funding-closed-at-minimum'](theatre, 'minimum');
    expect(world.claims).toEqual({ off_a: 'committed', off_b: 'released' });
    expect(world.left).toEqual({ env_large: 100n, env_small: 300n });
    expect(world.status).toBe('closed');
  });

  test('that falls short by its deadline gives every reservation back before the project is left unfunded', async () => {
    const { scene, world, deadline } = await STORIES['funding-unfunded'](theatre, 'unfunded');
    expect(didOf(scene).slice(-4)).toEqual(['CloseFunding', 'ReleaseOffer', 'ReleaseOffer', 'RecordUnfunded']);
    expect(scene.taken.find(({ step }) => step.do === 'CloseFunding')?.at.slice(0, 10)).toBe(deadline.slice(0, 10));
    expect(world.claims).toEqual({ off_a: 'released', off_b: 'released', off_c: 'released' });
    expect(world.left).toEqual({ env_large: 800n, env_small: 300n });
    expect(world.status).toBe('unfunded');
  });

  test('bars the reservation of an offer that was refused for want of budget', async () => {
    const { world } = await STORIES['funding-refused-for-want-of-budget'](theatre, 'refused');
    expect(world.offer('off_a').status).toBe('refused');
    expect(world.claims).toEqual({ off_a: 'released' });
  });

  test('bars the reservation of an offer that was retracted before it was backed', async () => {
    const { scene, world } = await STORIES['funding-retracted-before-backing'](theatre, 'retracted');
    expect(didOf(scene)).not.toContain('BackOffer');
    expect(world.claims).toEqual({ off_a: 'released' });
  });

  test('ends when the secretariat refuses the project', async () => {
    const { scene } = await STORIES['funding-project-refused'](theatre, 'project-refused');
    expect(didOf(scene).at(-1)).toBe('RecordFunded');
  });

  test('reminds every silent approver once, and the secretariat of a signature that is missing', async () => {
    const { scene } = await STORIES['funding-silence'](theatre, 'silence');
    const reminded = scene.taken.flatMap(({ step }) => (step.do === 'RemindOf' ? [[step.matter, step.role, step.organisation]] : []));
    expect(reminded).toEqual([
      ['approval', 'sponsor.approver', 'large'],
      ['approval', 'sponsor.approver', 'small'],
      ['approval', 'secretariat.approver', 'secretariat'],
      ['signature', 'secretariat.officer', 'secretariat'],
    ]);
    expect(noticesOf(scene.taken).every(([what]) => what === 'RemindOf')).toBe(true);
  });
});

describe('wake-ups of a funding', () => {
  test('repeated ones repeat nothing', async () => {
    const { scene, world } = await funding(theatre, 'repeated');
    world.proposes('off_a', 'large', 500n);
    await Promise.all(Array.from({ length: 20 }, () => scene.signal()));
    await scene.happens(() => undefined);
    await Promise.all(Array.from({ length: 20 }, () => scene.signal()));
    await scene.end();
    expect(didOf(scene)).toEqual(['OpenFunding', 'BackOffer', 'CloseFunding', 'ReleaseOffer', 'RecordUnfunded']);
  });

  test('lost ones are made up for when its own timer fires', async () => {
    const { scene, world } = await funding(theatre, 'lost');
    world.proposes('off_a', 'large', 500n);
    world.declines('off_a');
    await scene.end();
    expect(didOf(scene)).toEqual(['OpenFunding', 'ReleaseOffer', 'CloseFunding', 'RecordUnfunded']);
    expect(world.claims).toEqual({ off_a: 'released' });
  });

  test('one that comes late finds what happened since, and does what is right then', async () => {
    const { scene, world } = await funding(theatre, 'late');
    world.proposes('off_a', 'large', 500n);
    world.retracts('off_a');
    world.proposes('off_b', 'small', 200n);
    await scene.happens(() => undefined);
    expect(world.claims).toEqual({ off_a: 'released', off_b: 'reserved' });
    await scene.end();
  });

  test('one after the end is refused by the server and changes nothing', async () => {
    const { scene } = await STORIES['funding-retracted-before-backing'](theatre, 'after-the-end');
    const did = didOf(scene);
    await expect(scene.signal()).rejects.toThrow();
    expect(didOf(scene)).toEqual(did);
  });
});
