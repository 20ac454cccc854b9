import { expect, test } from 'vitest';
import { Refused } from '../grpc/problem.ts';
import type { Database } from '../mongo.ts';
import { waits } from './waits.ts';

/** A read model of which each look is counted. */
function rows() {
  const versions = new Map<string, number>();
  let looks = 0;
  const findOne = async ({ _id }: { _id: string }) => {
    looks += 1;
    return versions.has(_id) ? { version: versions.get(_id) } : null;
  };
  return { versions, looks: () => looks, db: { collection: () => ({ findOne }) } as unknown as Database };
}

const wait = (after = 'prj_1@2', person = 'rin') => ({ model: 'projects', after, person, reached: async () => true });

const outcomeOf = (waiting: Promise<void>): Promise<string> =>
  waiting.then(
    () => 'seen',
    (error: unknown) => (error instanceof Refused ? error.problem.type : String(error)),
  );

test('what the read model has seen is not waited for, nor is what the stream itself does not have', async () => {
  const { db, versions } = rows();
  versions.set('prj_1', 2);
  const { until } = waits(db);
  const began = performance.now();
  expect(await outcomeOf(until(wait()))).toBe('seen');
  expect(await outcomeOf(until({ ...wait('prj_1@3'), reached: async () => false }))).toBe('FieldIsInvalid');
  expect(await outcomeOf(until(wait('yesterday')))).toBe('FieldIsInvalid');
  expect(performance.now() - began).toBeLessThan(500);
});

test('who waits is woken by what this process writes, and for no earlier version', async () => {
  const { db, looks } = rows();
  const { until, wrote } = waits(db);
  let seen = false;
  const waiting = until(wait()).then(() => {
    seen = true;
  });
  await expect.poll(looks).toBeGreaterThan(1);
  wrote('projects', [{ _id: 'prj_1', version: 1 }]);
  wrote('mandates', [{ _id: 'prj_1', version: 2 }]);
  await Promise.resolve();
  expect(seen).toBe(false);
  wrote('projects', [{ _id: 'prj_1', version: 2 }]);
  await waiting;
});

test('what another process has written is found too', async () => {
  const { db, versions } = rows();
  const waiting = outcomeOf(waits(db).until(wait()));
  versions.set('prj_1', 7);
  expect(await waiting).toBe('seen');
});

test('many who wait for one stream look at it together, and seldom', async () => {
  const { db, looks } = rows();
  const { until } = waits(db, { limitMs: 1_000 });
  const all = Array.from({ length: 100 }, (_, index) => outcomeOf(until(wait('prj_1@2', `person ${index}`))));
  expect(new Set(await Promise.all(all))).toEqual(new Set(['ListHasNotSeenVersion']));
  // One look of each as it comes, and a handful for all of them.
  expect(looks()).toBeLessThanOrEqual(100 + 6);
});

test('a person waits for so many at a time, and so does a process; who has waited makes room', async () => {
  const { db, versions } = rows();
  const { until, wrote } = waits(db, { max: 5, maxPerPerson: 3 });
  const hasty = [1, 2, 3, 4].map(() => outcomeOf(until(wait())));
  expect(await hasty[3]).toBe('WaitsAreTooMany');
  const others = ['kai', 'aoi', 'ren'].map((person) => outcomeOf(until(wait('prj_1@2', person))));
  expect(await others[2]).toBe('WaitsAreTooMany');
  versions.set('prj_1', 2);
  wrote('projects', [{ _id: 'prj_1', version: 2 }]);
  expect(await Promise.all([...hasty, ...others])).toEqual(['seen', 'seen', 'seen', 'WaitsAreTooMany', 'seen', 'seen', 'WaitsAreTooMany']);
  versions.clear();
  const again = outcomeOf(until(wait()));
  wrote('projects', [{ _id: 'prj_1', version: 2 }]);
  await expect
    .poll(async () => {
      wrote('projects', [{ _id: 'prj_1', version: 2 }]);
      return Promise.race([again, 'waiting']);
    })
    .toBe('seen');
});
