import { DatabaseSync } from 'node:sqlite';
import type { ViewFile } from '@junkan/kit/views/files.ts';
import { expect, test } from 'vitest';
import { detailsAreOfTwo } from './details.ts';
import type { Recorded, Stored } from './facts.ts';

const at = '2027-01-10T10:00:00.000Z';
let version = 0;
const event = (stream: string, type: Recorded['type'], person: string, data: object): Recorded => {
  version += 1;
  return { stream, version, type, person, at, data: { by: person, ...data } } as Recorded;
};
const registered = event('org_a', 'ProposerRegistered', 'mika', { name: 'Yokohma', kind: 'city', countries: ['JP'] });
const asked = { proposal: 1, before: 'Yokohma', name: 'Yokohama', countriesBefore: ['JP'], countries: ['JP', 'ID'] };
const proposed = (data: object = {}) => event('org_a', 'ProposerChangeProposed', 'mika', { ...asked, note: 'txt_a', ...data });
const changed = (data: object = {}, by = 'aki') => event('org_a', 'ProposerChanged', by, { ...asked, ...data });

const faultsOf = (events: readonly Recorded[], views: readonly ViewFile[] = []) => {
  const context = { events, byStream: Map.groupBy(events, ({ stream }) => stream) };
  return detailsAreOfTwo({ sponsor: context, project: context } as unknown as Stored, views).broken;
};

function showing(doc: object): ViewFile {
  const db = new DatabaseSync(':memory:');
  for (const table of ['sponsor', 'organisation'])
    db.exec(`CREATE TABLE ${table} (n INTEGER, id TEXT); CREATE TABLE ${table}_doc (n INTEGER, doc TEXT)`);
  db.prepare("INSERT INTO organisation VALUES (1, 'org_a')").run();
  db.prepare('INSERT INTO organisation_doc VALUES (1, ?)').run(JSON.stringify(doc));
  return { label: 'catalogue-1', name: 'catalogue', db } as unknown as ViewFile;
}

test('finds nothing wrong with details that two persons changed, and that a catalogue shows as far as it is', () => {
  const events = [registered, proposed(), changed()];
  expect(faultsOf(events)).toEqual([]);
  expect(faultsOf(events, [showing({ version: 3, name: 'Yokohama', countries: ['JP', 'ID'] })])).toEqual([]);
  expect(faultsOf(events, [showing({ version: 2, name: 'Yokohma', countries: ['JP'] })])).toEqual([]);
  const sponsor = { proposal: 1, before: 'Gren Fund', name: 'Green Fund' };
  const ofSponsor = [
    event('spo_a', 'SponsorRegistered', 'mika', { name: 'Gren Fund', kind: 'fund' }),
    event('spo_a', 'SponsorChangeProposed', 'mika', { ...sponsor, note: 'txt_a' }),
    event('spo_a', 'SponsorChanged', 'aki', sponsor),
  ];
  expect(faultsOf(ofSponsor)).toEqual([]);
});

test.each<[string, readonly Recorded[]]>([
  ['was proposed by mika and confirmed by mika', [registered, proposed(), changed({}, 'mika')]],
  ['was proposed by nobody and confirmed by aki', [registered, changed()]],
  ['says eve, but mika acted', [registered, proposed({ by: 'eve' })]],
  ['has no reason', [registered, proposed({ note: '' })]],
  ['was proposed as Yokohama JP ID and confirmed as Osaka JP ID', [registered, proposed(), changed({ name: 'Osaka' })]],
  ['and confirmed as Yokohama VN', [registered, proposed(), changed({ countries: ['VN'] })]],
  ['says that it was Osaka JP, but it was Yokohma JP', [registered, proposed(), changed({ before: 'Osaka' })]],
  [
    'was decided twice',
    [registered, proposed(), event('org_a', 'ProposerChangeRefused', 'aki', { proposal: 1, note: 'txt_a' }), changed()],
  ],
])('names what %s', (fault, events) => {
  expect(faultsOf(events).join('; ')).toContain(fault);
});

test('names a catalogue that shows something else than what was recorded last', () => {
  const events = [registered, proposed(), changed()];
  expect(faultsOf(events, [showing({ version: 3, name: 'Yokohma', countries: ['JP', 'ID'] })])).toEqual([
    'org_a is shown as Yokohma JP ID in catalogue-1, but is Yokohama JP ID',
  ]);
});
