import { createHash, randomBytes } from 'node:crypto';
import { CONTEXT_NAMES } from '@junkan/proto/programs.ts';
import { approver, officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorsOf, refused } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { type Joined, joinedCity } from '../joined-city.ts';
import { type MemorySystem, startMemorySystem } from '../memory-system.ts';

let system: MemorySystem;
let joined: Joined;
beforeAll(async () => {
  system = await startMemorySystem();
  joined = await joinedCity(system.api);
});
afterAll(() => system.close());

const newSecret = () => randomBytes(32).toString('base64url');
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');
const reading = (secret: string, { id = joined.id, headers = {} }: { id?: string; headers?: Record<string, string> } = {}) =>
  fetch(`${system.address}/v1/public/signatories/${id}/calendar/${secret}`, { headers });
/** Lines are folded after 75 bytes, and texts have signs before what means something else. */
const linesOf = async (answer: Response): Promise<string[]> => (await answer.text()).replaceAll('\r\n ', '').split('\r\n');
const opened = async (language = 'en') => {
  const secret = newSecret();
  await joined.officer.openCalendar({ id: joined.id }, { hash: hashOf(secret), language });
  return secret;
};

test('whoever has the secret address reads the city’s deadlines, in the language that it was made with, as days of its calendar', async () => {
  const secret = await opened();
  const answer = await reading(secret);
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    200,
    'text/calendar; charset=utf-8',
    'private, no-cache',
  ]);
  const lines = await linesOf(answer);
  expect([lines[0], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR']);
  const due = lines.indexOf('SUMMARY:Action plan: due');
  const event = lines.slice(lines.lastIndexOf('BEGIN:VEVENT', due), lines.indexOf('END:VEVENT', due));
  expect(event).toContain(`UID:${joined.id}/plan/due@junkan`);
  expect(event).toContain(`DTSTART;VALUE=DATE:${joined.day(2, '0331').replaceAll('-', '')}`);
  expect(event).toContain(`URL;VALUE=URI:${system.address}/signatories/${joined.id}`);
  expect(lines).toContain('SUMMARY:Action plan: Reminded\\, 30 days before');
  // Nothing in it is at a time of the day, so that it is the same day wherever it is read.
  expect(lines.filter((line) => /^DT(START|END)/.test(line) && !line.includes('VALUE=DATE:'))).toEqual([]);

  const unchanged = await reading(secret, { headers: { 'If-None-Match': answer.headers.get('etag') ?? '' } });
  expect(unchanged.status).toBe(304);
  const japanese = await linesOf(await reading(await opened('ja')));
  expect(japanese).toContain('SUMMARY:行動計画: 期日');
});

test('what waits for the city, with a day, is in its calendar, and nothing of any other city', async () => {
  const actors = actorsOf(system.api);
  const other = await actors.city();
  const sponsor = await actors.sponsor();
  const agreements = [];
  for (const city of [joined.city, other]) agreements.push(await actors.agreed(city, [[sponsor, '1000.00']]));
  const [, others] = await Promise.all(agreements.map((each) => actors.signed(each)));
  await settled(system.api);
  const { work } = await joined.officer.listWork({ waits: 'me' });
  const own = work.filter(({ due, obligation }) => due !== undefined && obligation === undefined);
  expect(own.map(({ kind }) => kind)).toContain('project-without-commitments');
  const text = await (await reading(await opened())).text();
  const lines = text.replaceAll('\r\n ', '');
  for (const { item } of own) expect(lines).toContain(item);
  expect(lines).toContain('SUMMARY:Say which commitments a funded project serves: ');
  for (const { id } of others ?? []) expect(lines).not.toContain(id);
  expect(lines).not.toContain(other);
});

test('another address ends the one before at once, a withdrawn one is read by nobody, and a guess finds nothing', async () => {
  const first = await opened();
  expect((await reading(first)).status).toBe(200);
  const second = await opened();
  expect([(await reading(first)).status, (await reading(second)).status]).toEqual([404, 200]);
  const unknown = await reading(newSecret(), { id: `sgn_${'0'.repeat(26)}` });
  const guessed = await reading(newSecret());
  const short = await reading('x');
  expect([unknown.status, guessed.status, short.status]).toEqual([404, 404, 404]);
  const [{ type }, said] = [(await unknown.json()) as { type: string }, (await guessed.json()) as { type: string }];
  expect(said.type).toBe(type);
  // The hash is no secret by which it is read.
  expect((await reading(hashOf(second))).status).toBe(404);
  expect((await joined.officer.getSignatory({ id: joined.id })).calendar).toMatchObject({ language: 'en' });
  await joined.officer.closeCalendar({ id: joined.id });
  expect((await reading(second)).status).toBe(404);
  expect((await joined.officer.getSignatory({ id: joined.id })).calendar).toBeUndefined();
});

test('an officer of the city alone makes it; nobody else learns that there is one, and its secret is stored nowhere', async () => {
  const secret = await opened();
  const { api } = system;
  const body = { hash: hashOf(newSecret()), language: 'en' };
  const stranger = api.as(officerOf(await actorsOf(api).city()));
  for (const by of [joined.certifier, api.as(secretary), api.as(approver)])
    expect(await refused(by.openCalendar({ id: joined.id }, body))).toMatchObject({ type: '/problems/role-is-missing' });
  expect(await refused(stranger.closeCalendar({ id: joined.id }))).toMatchObject({ type: '/problems/wrong-organisation' });
  expect((await stranger.getSignatory({ id: joined.id })).calendar).toBeUndefined();
  expect((await stranger.getPublicSignatory({ id: joined.id })).calendar).toBeUndefined();
  await settled(api);
  const { entries } = await joined.officer.getSignatoryTimeline({ id: joined.id, limit: 500 });
  expect(entries.map((entry) => entry.type)).toContain('CalendarOpened');
  const stored = await Promise.all(CONTEXT_NAMES.map((context) => system.database(context).collection('commits').find({}).toArray()));
  const kept = JSON.stringify(stored);
  expect([kept.includes(hashOf(secret)), kept.includes(secret)]).toEqual([true, false]);
  expect(await verifiedFaults(system)).toEqual({});
});
