import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { adoptionsHaveTheirFile, draftsAreOfTheFree, versionsAreAsHashed } from './adoptions.ts';
import type { Finding, Recorded, Stored } from './facts.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const AT = '2027-09-01T10:00:00.000Z';
type Told = readonly [type: string, data: object, person?: string];

/** What a rule says of a request, and of an entry of the library. */
function faultsOf(rule: (stored: Pick<Stored, 'programme'>) => Finding, request: readonly Told[], entry: readonly Told[] = []) {
  const recorded = (stream: string, all: readonly Told[]) =>
    all.map(([type, data, person = 'eri'], at) => ({ stream, version: at + 1, type, data, at: AT, person }) as unknown as Recorded);
  const events = [...recorded('req_a', request), ...recorded('pol_a', entry)];
  const programme = { events, byStream: Map.groupBy(events, ({ stream }) => stream) };
  return rule({ programme } as unknown as Stored).broken;
}

const requested: Told = ['SupportRequested', { city: 'org_a' }, 'hana'];
const assigned = (data: object = {}): Told => ['ExpertAssigned', { person: 'eri', organisation: 'ptn_a', ...data }, 'mika'];
const declared = (...interests: string[]): Told => ['ExpertInterestsDeclared', { person: 'eri', organisation: 'ptn_a', interests }];
const paragraphs = [{ key: 1, text: 'One.' }];
const hash = sha256(JSON.stringify(['One.']));
const offered = (data: object = {}): Told => [
  'PolicyDraftOffered',
  { number: 1, paragraphs, hash, person: 'eri', organisation: 'ptn_a', ...data },
];
const delivered = (data: object = {}): Told => ['PolicyDraftDelivered', { draft: 1, hash, person: 'eri', organisation: 'ptn_a', ...data }];
const adopted = (data: object = {}): Told => [
  'PolicyAdopted',
  { draft: 1, decidedOn: '2027-09-02', documents: ['f'], by: 'cho', ...data },
  'cho',
];
const checked = (data: object = {}): Told => ['AdoptionChecked', { distances: [{ instrument: 'pol_a' }], by: 'vera', ...data }, 'vera'];
const shown: Told = ['InstrumentAdopted', { request: 'req_a' }, 'vera'];
const begun = [requested, assigned(), declared(), offered()];

test('an adoption has its file and two persons, and the library shows nothing else', () => {
  const faults = (request: readonly Told[], entry: readonly Told[] = []) => faultsOf(adoptionsHaveTheirFile, [...begun, ...request], entry);
  expect(faults([delivered(), adopted(), checked()], [shown])).toEqual([]);
  expect(faults([delivered(), adopted({ documents: [] })])).toEqual(['PolicyAdopted of req_a@6 has no file']);
  expect(faults([delivered(), adopted({ draft: 2 })])).toEqual(['PolicyAdopted of req_a@6 is of draft 2, which was not delivered']);
  expect(faults([delivered(), adopted({ decidedOn: '2027-08-01' })])).toEqual([
    'PolicyAdopted of req_a@6 was decided on 2027-08-01, before the delivery',
  ]);
  expect(faults([delivered(), adopted(), checked({ by: 'cho' })])).toEqual(['AdoptionChecked of req_a@7 is recorded and checked by cho']);
  expect(faults([delivered(), adopted(), ['AdoptionReturned', {}], checked()])).toEqual([
    'AdoptionChecked of req_a@8 checks what nobody recorded',
  ]);
  expect(faults([delivered(), adopted()], [shown])).toEqual(['pol_a shows the adoption of req_a, which nobody has checked']);
});

test('who drafts is free of interests, and what is delivered has no open comment', () => {
  const faults = (...request: readonly Told[]) => faultsOf(draftsAreOfTheFree, [requested, ...request]);
  const said: Told = ['PublicCommentMade', { comment: 1 }, 'rin'];
  expect(faults(assigned(), declared(), offered(), said, ['CommentHidden', { comment: 1 }], delivered())).toEqual([]);
  expect(faults(assigned(), offered())).toEqual([
    'PolicyDraftOffered of req_a@3: eri drafts without having declared that there is no interest',
  ]);
  expect(faults(assigned(), declared('family'), offered())).toHaveLength(1);
  expect(faults(assigned({ person: 'mika' }))).toEqual(['ExpertAssigned of req_a@2: mika has assigned oneself']);
  expect(faults(assigned({ organisation: 'org_a' }))).toEqual(['ExpertAssigned of req_a@2: eri is of the same city']);
  expect(faults(assigned(), declared(), ['ExpertReleased', {}], delivered())).toHaveLength(1);
  expect(faults(assigned(), declared(), offered(), said, delivered())).toEqual([
    'PolicyDraftDelivered of req_a@6: comments 1 wait for an answer',
  ]);
  // What the city drafts itself needs no declaration.
  expect(faults(assigned(), offered({ organisation: 'org_a', person: 'hana' }))).toEqual([]);
});

test('versions are what their hashes say', () => {
  const content = { type: 'payt', costs: '', country: 'TW' };
  const hashed = sha256('{"country":"TW","type":"payt"}');
  const drafted = (data: object = {}): Told => ['InstrumentDrafted', { content, hash: hashed, ...data }];
  const published = (data: object = {}): Told => ['InstrumentPublished', { number: 1, hash: hashed, ...data }];
  const faults = (request: readonly Told[], entry: readonly Told[] = []) => faultsOf(versionsAreAsHashed, request, entry);
  expect(faults([...begun, delivered()], [drafted(), published()])).toEqual([]);
  expect(faults([], [drafted({ content: { ...content, country: 'JP' } })])).toEqual(['the draft of pol_a@1 is not what its hash says']);
  expect(faults([], [drafted(), published({ number: 2 })])).toEqual(['version 2 of pol_a is not what was drafted']);
  expect(faults([...begun.slice(0, 3), offered({ paragraphs: [{ key: 1, text: 'Two.' }] })])).toEqual([
    'version 1 of the draft of req_a is not what its hash says',
  ]);
  expect(faults([...begun, delivered({ hash: 'other' })])).toEqual(['what req_a delivered is not version 1']);
});
