import { expect, test } from 'vitest';
import { hasReached, type Position, positionOf, tokenOf } from './position.ts';
import { type Awaited, type Progress, waits } from './waits.ts';

/** A view of which versions are set by hand. */
function rows(limits?: Parameters<typeof waits>[1]) {
  const versions = new Map<string, number>();
  let looks = 0;
  const progress = (awaited: Awaited): Progress => {
    looks += 1;
    if (typeof awaited === 'string') return 'malformed';
    if (awaited.stream === 'prj_parked') return 'parked';
    return (versions.get(awaited.stream) ?? 0) >= awaited.version ? 'reached' : 'not-yet';
  };
  const { waitFor, check: look, close } = waits(progress, limits);
  return { versions, looks: () => looks, waitFor, look, close };
}

test('what can be said is said at once', async () => {
  const { versions, waitFor } = rows();
  versions.set('prj_1', 2);
  expect(
    await Promise.all([
      waitFor({ stream: 'prj_1', version: 2 }, 'rin'),
      waitFor({ stream: 'prj_parked', version: 2 }, 'rin'),
      waitFor('x', 'rin'),
    ]),
  ).toEqual(['reached', 'parked', 'malformed']);
});

test('what is waited for is looked up once at the beginning and once after each transaction, until it is there', async () => {
  const { versions, looks, waitFor, look } = rows();
  const waiting = waitFor({ stream: 'prj_1', version: 2 }, 'rin');
  versions.set('prj_1', 1);
  look();
  versions.set('prj_1', 3);
  look();
  look();
  expect([await waiting, looks()]).toEqual(['reached', 3]);
});

test('what does not come in time is late, and so is what is waited for when the view is closed', async () => {
  const { waitFor, close } = rows({ limitMs: 1 });
  expect(await waitFor({ stream: 'prj_1', version: 1 }, 'rin')).toBe('late');
  const { waitFor: patiently, close: closeOther } = rows();
  const waiting = patiently({ stream: 'prj_1', version: 1 }, 'rin');
  closeOther();
  close();
  expect(await waiting).toBe('late');
});

test('a person waits for so many at a time, and so does a process; who has waited makes room', async () => {
  const { versions, waitFor, look, close } = rows({ max: 3, maxPerPerson: 2 });
  const wait = (person: string) => waitFor({ stream: 'prj_1', version: 1 }, person);
  const first = [wait('rin'), wait('rin')];
  expect(await wait('rin')).toBe('busy');
  first.push(wait('kai'));
  expect(await wait('aoi')).toBe('busy');
  versions.set('prj_1', 1);
  look();
  expect(await Promise.all(first)).toEqual(['reached', 'reached', 'reached']);
  versions.clear();
  const again = wait('aoi');
  close();
  expect(await again).toBe('late');
});

const CONTEXTS = ['project', 'sponsor'];
const at = (origin: string, sequence: number): Position => ({ project: { origin, sequence }, sponsor: { origin: 'mb0', sequence: 4 } });

test('a token carries a position whole, and what is no token carries none', () => {
  expect(positionOf(tokenOf(at('mb1', 7)))).toEqual(at('mb1', 7));
  expect(positionOf(tokenOf({}))).toEqual({});
  for (const text of ['x', Buffer.from('project.mb1').toString('base64url'), Buffer.from('project.mb1.7~').toString('base64url')])
    expect(positionOf(text)).toBeUndefined();
});

test('a position has reached what it is not behind in any context', () => {
  expect(hasReached(CONTEXTS, at('mb1', 7), at('mb1', 7))).toBe(true);
  expect(hasReached(CONTEXTS, at('mb1', 6), at('mb1', 7))).toBe(false);
  expect(hasReached(CONTEXTS, at('mb1', 8), { project: { origin: 'mb1', sequence: 2 } })).toBe(true);
  expect(hasReached(CONTEXTS, {}, at('mb1', 7))).toBe(false);
  expect(hasReached(['project'], { project: { origin: 'mb1', sequence: 7 } }, at('mb1', 7))).toBe(true);
});

test('a later stream of the same name is ahead of an earlier one, whatever their sequences', () => {
  expect(hasReached(CONTEXTS, at('mb2', 1), at('mb1', 7))).toBe(true);
  expect(hasReached(CONTEXTS, at('mb1', 7), at('mb2', 1))).toBe(false);
});
