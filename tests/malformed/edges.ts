import { type Case, get, MALFORMED } from './case.ts';
import { draftOf, nobodys } from './world.ts';

const keyed = (name: string, key: string | null, type: string): Case => [
  name,
  (w) => w.web.send('POST', '/v1/projects', { as: w.as.officer, body: draftOf(w), key }),
  400,
  type,
  '#header/Idempotency-Key',
];

const ifMatched = (name: string, version: string): Case => [
  name,
  (w) => w.post(w.as.officer, `/projects/${w.draft}/submission`, {}, { 'if-match': version }),
  400,
  'if-match-is-malformed',
  '#header/If-Match',
];
const streamed = (name: string, query: string, headers: Record<string, string>, type: string, pointer: string): Case => [
  name,
  (w) => w.web.send('GET', `/v1/events${query}`, { as: w.as.secretary, headers }),
  400,
  type,
  pointer,
];

export const EDGES: Case[] = [
  keyed('no idempotency key', null, 'idempotency-key-is-missing'),
  keyed('an empty idempotency key', '', 'idempotency-key-is-missing'),
  keyed('an idempotency key that is too long', 'x'.repeat(201), 'idempotency-key-is-malformed'),
  keyed('an idempotency key with a blank', 'two words', 'idempotency-key-is-malformed'),
  keyed('an idempotency key beyond ASCII', 'Schlüssel', 'idempotency-key-is-malformed'),
  ifMatched('a weak ETag', 'W/"1"'),
  ifMatched('an ETag without quotes', '1'),
  ifMatched('two ETags', '"1", "2"'),
  ifMatched('an ETag that is no version', '"one"'),
  [
    'an old version',
    (w) => w.post(w.as.officer, `/projects/${w.draft}/submission`, {}, { 'if-match': '"9"' }),
    412,
    'version-is-not-expected',
  ],
  [
    'a change without If-Match',
    (w) => w.web.send('PUT', `/v1/projects/${w.draft}/proposal`, { as: w.as.officer, body: draftOf(w).proposal }),
    428,
    'precondition-required',
    '#header/If-Match',
  ],
  get('a page of none', '/projects?limit=0', '#query/limit'),
  get('a page of too many', '/projects?limit=501', '#query/limit'),
  get('a page of a fraction', '/sponsors?limit=1.5', '#query/limit'),
  get('a page of a word', '/mandates?limit=all', '#query/limit'),
  get('two limits', '/projects?limit=1&limit=2', '#query/limit'),
  get('an unknown parameter', '/agreements?colour=red', '#query/colour'),
  get('a country that is none', '/mandates?country=Japan', '#query/country'),
  get('an id of another kind in a filter', `/milestones?project=${nobodys('fnd')}`, '#query/project'),
  ['a cursor that no list gave', (w) => w.get('/projects?cursor=garbage', w.as.secretary), 400, 'cursor-is-malformed', '#query/cursor'],
  get('a status that there is not', '/projects?status=opened', '#query/status'),
  get('a status of another kind of item', '/milestones?status=effective', '#query/status'),
  get('a version of nothing to wait for', '/projects?after=yesterday', '#query/after'),
  streamed('live updates from a cursor that is none', '?cursor=garbage', {}, 'cursor-is-malformed', '#query/cursor'),
  streamed('live updates after an event that is none', '', { 'last-event-id': 'garbage' }, 'cursor-is-malformed', '#header/Last-Event-ID'),
  streamed(
    'live updates after an id that is too long',
    '',
    { 'last-event-id': 'x'.repeat(2_001) },
    'cursor-is-malformed',
    '#header/Last-Event-ID',
  ),
  streamed(
    'live updates from events that are no more',
    `?cursor=${Buffer.from('project.0.5').toString('base64url')}`,
    {},
    'cursor-is-not-known',
    '#query/cursor',
  ),
  streamed('live updates of no project', '?project=mine', {}, MALFORMED, '#query/project'),
  [
    'evidence of a type that is not taken',
    (w) => w.web.send('POST', '/v1/evidence', { as: w.as.officer, raw: 'MZ', headers: { 'content-type': 'application/x-msdownload' } }),
    422,
    'evidence-is-not-taken',
    '#header/Content-Type',
  ],
  [
    'evidence of nothing',
    (w) => w.web.send('POST', '/v1/evidence', { as: w.as.officer, raw: '', headers: { 'content-type': 'text/plain' } }),
    422,
    'evidence-is-not-taken',
    '',
  ],
  get('evidence by a name', '/evidence/photo.jpg', '#params/hash'),
];
