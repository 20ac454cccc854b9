import specs from '@asyncapi/specs';
import * as disbursement from '@junkan/disbursement/mapping.ts';
import { eventDocument } from '@junkan/gateway/docs/events.ts';
import { EVENTS } from '@junkan/gateway/live/table.ts';
import { WORDED } from '@junkan/gateway/timeline/words.ts';
import * as matching from '@junkan/matching/mapping.ts';
import * as project from '@junkan/project-registry/mapping.ts';
import * as sponsor from '@junkan/sponsor-registry/mapping.ts';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { eventChecker } from './published.ts';

type Recording = { readonly aggregate: string; readonly codec: { readonly types: readonly string[] } };

const isRecording = (part: unknown): part is Recording =>
  typeof part === 'object' && part !== null && 'codec' in part && 'aggregate' in part;

/** Every event that services record: `<context>.<aggregate>.<EventName>`. */
const recorded = Object.entries({ project, sponsor, matching, disbursement }).flatMap(([context, mapping]) =>
  Object.values(mapping)
    .filter(isRecording)
    .flatMap(({ aggregate, codec }) => codec.types.map((type) => `${context}.${aggregate}.${type}`)),
);

test('of every event that is recorded it is decided who may learn of it, in services/gateway/live/table.ts, and of no other', () => {
  const decided = Object.entries(EVENTS).flatMap(([context, aggregates]) =>
    Object.entries(aggregates).flatMap(([aggregate, { events }]) => Object.keys(events).map((type) => `${context}.${aggregate}.${type}`)),
  );
  expect(recorded.length).toBeGreaterThan(50);
  expect(decided.sort()).toEqual(recorded.sort());
});

test('every event of a project, its milestones, rounds and agreements, and of a passport has words for people', () => {
  const ofProjects = recorded
    .filter((name) => /\.(project|milestone|funding|agreement|passport)\./.test(name))
    .map((name) => name.split('.')[2]);
  expect([...new Set(ofProjects)].sort()).toEqual([...WORDED].sort());
});

test('the document of the events is a valid AsyncAPI 3 document, whose references all lead somewhere', () => {
  const document = JSON.parse(JSON.stringify(eventDocument())) as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const isValid = ajv.compile(specs.schemasWithoutId['3.0.0'] as object);
  expect([isValid(document), isValid.errors]).toEqual([true, null]);
  expect(isValid({ ...document, channels: [] })).toBe(false);
  for (const [, path = ''] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = path.split('/').reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], document);
    expect([path, found]).toEqual([path, expect.any(Object)]);
  }
});

test('every event that is recorded has a channel of its own', () => {
  const addresses = Object.values(eventDocument().channels).map(({ address }) => address);
  expect(addresses.sort()).toEqual(recorded.map((name) => `junkan.events.${name}`).sort());
});

test('what does not fit the document is told', () => {
  const check = eventChecker();
  const subject = 'junkan.events.matching.funding.OfferBacked';
  const event = {
    specversion: '1.0',
    id: 'fnd_1@2',
    source: '/junkan/matching',
    type: 'junkan.matching.v1.OfferBacked',
    subject: 'fnd_1',
    time: '2026-01-01T00:00:00.000Z',
    datacontenttype: 'application/json',
    data: { offer: 'off_1', terms: 1 },
    streamversion: 2,
    actor: 'someone',
    correlationid: 'req_1',
    causationid: 'req_1',
    clockoffset: '0',
  };
  expect(check(subject, JSON.stringify(event))).toBeUndefined();
  const faulty = [
    { ...event, data: { offer: 'off_1', terms: '1' } },
    { ...event, data: { offer: 'off_1', term: 1 } },
    { ...event, type: 'junkan.matching.v1.OfferAccepted' },
    { ...event, source: '/junkan/project' },
    { ...event, streamversion: undefined },
    { ...event, time: 'today' },
  ];
  for (const each of faulty) expect(check(subject, JSON.stringify(each))).toMatch(subject);
  expect(check('junkan.events.matching.funding.Unheard', JSON.stringify(event))).toMatch('no channel');
});
