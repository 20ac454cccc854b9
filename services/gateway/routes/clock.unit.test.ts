import { GATEWAY_ACTOR } from '@junkan/kit/call.ts';
import { policyClock } from '@junkan/kit/clock.ts';
import { PROGRAMS } from '@junkan/proto/programs.ts';
import { describe, expect, test } from 'vitest';
import type { Services } from '../services.ts';
import { clockNow, mustPassNothingOver } from './clock.ts';

const now = '2026-11-24T12:00:00.000Z';
const deadline = '2026-12-24T12:00:00.000Z';
const later = '2027-12-24T12:00:00.000Z';
const settled = { now, settled: true, earliestDeadline: deadline };
const refusal = (problem: string) => expect.objectContaining({ type: problem });

test('time passes to the earliest deadline and not beyond', () => {
  expect(() => mustPassNothingOver(deadline, settled)).not.toThrow();
  expect(() => mustPassNothingOver(later, settled)).toThrow(refusal('DeadlineWouldBePassed'));
});

test('time passes to any moment where nothing waits for one', () => {
  expect(() => mustPassNothingOver(later, { ...settled, earliestDeadline: '' })).not.toThrow();
});

test('time does not pass while anything is under way', () => {
  expect(() => mustPassNothingOver(later, { now, settled: false, earliestDeadline: '' })).toThrow(refusal('SystemIsNotSettled'));
  expect(() => mustPassNothingOver(now, { now, settled: false, earliestDeadline: '' })).not.toThrow();
});

describe('the system is settled', () => {
  const idle = { unrelayed: 0, published: 0n, unhandled: 0, parked: 0, awake: 0, building: 0, earliestDeadline: '' };
  type Said = Partial<typeof idle>;
  /** What each part says, or what it says one time after the other. */
  type Backlogs = { readonly [Part in keyof Services]?: Said | readonly Said[] };
  const asked: string[] = [];
  const partsWith = (backlogs: Backlogs): Services =>
    Object.fromEntries(
      PROGRAMS.gateway.calls.map((name) => {
        const said = [backlogs[name] ?? {}].flat();
        const backlog = async () => {
          asked.push(name);
          return { ...idle, ...(said.length > 1 ? said.shift() : said[0]) };
        };
        return [name, { backlog }];
      }),
    ) as unknown as Services;
  const call = { actor: GATEWAY_ACTOR, commandId: '', correlationId: 'a test', causationId: '' };
  const isSettled = async (backlogs: Backlogs): Promise<boolean> =>
    (await clockNow(partsWith(backlogs), policyClock(true), call)).clockTime.settled;

  test('where nobody has anything to do, and no more was published than the workflows had seen', async () => {
    const published = { 'project-registry': { published: 3n }, disbursement: { published: 4n }, notices: { published: 5n } };
    expect(await isSettled({ ...published, workflows: { published: 7n } })).toBe(true);
    expect(await isSettled({ ...published, workflows: { published: 6n } })).toBe(false);
  });

  test('where nothing was published while all were asked twice, if the workflows are of the version before, who do not say', async () => {
    const published = { disbursement: { published: 4n } };
    expect(await isSettled({ ...published, workflows: { published: 0n } })).toBe(true);
    expect(await isSettled({ ...published, workflows: [{ awake: 1 }, {}] })).toBe(false);
    expect(await isSettled({ ...published, workflows: [{}, { awake: 1 }] })).toBe(false);
    expect(await isSettled({ disbursement: [{ published: 4n }, { published: 5n }] })).toBe(false);
    expect(await isSettled({ ...published, matching: [{ published: 1n }, { published: 2n }] })).toBe(false);
    // One of today was asked the second time.
    expect(await isSettled({ ...published, workflows: [{}, { published: 4n }] })).toBe(true);
  });

  test('not while a part has something to do', async () => {
    expect(await isSettled({ notices: { unrelayed: 1 } })).toBe(false);
    expect(await isSettled({ catalogue: { unhandled: 1 } })).toBe(false);
    expect(await isSettled({ matching: { parked: 1 } })).toBe(false);
    expect(await isSettled({ workflows: { awake: 1 } })).toBe(false);
  });

  test('as the workflows, who are asked first, and the others after them say', async () => {
    asked.length = 0;
    await isSettled({});
    expect(asked[0]).toBe('workflows');
    expect(asked.toSorted()).toEqual([...PROGRAMS.gateway.calls].toSorted());
  });
});
