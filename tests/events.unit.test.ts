import specs from '@asyncapi/specs';
import { eventDocument } from '@junkan/gateway/docs/events.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import type { Audience } from '@junkan/proto/language.ts';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { FOLDS } from './folds.ts';
import { eventChecker } from './published.ts';

/** Every event that services record: `<context>.<aggregate>.<EventName>`. */
const recorded = FOLDS.flatMap(({ context, fold: { aggregate, codec } }) => codec.types.map((type) => `${context}.${aggregate}.${type}`));

test('the contracts name every event that is recorded by the stream that records it, and no other', () => {
  const named = Object.entries(CONTEXTS).flatMap(([context, { EVENT_AUDIENCES }]) =>
    Object.entries(EVENT_AUDIENCES).flatMap(([aggregate, events]) => Object.keys(events).map((type) => `${context}.${aggregate}.${type}`)),
  );
  expect(recorded.length).toBeGreaterThan(50);
  expect(named.sort()).toEqual(recorded.sort());
});

test('the document of the events is a valid AsyncAPI 3 document, whose references all lead somewhere', () => {
  const document = JSON.parse(JSON.stringify(eventDocument())) as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const isValid = ajv.compile(specs.schemasWithoutId['3.1.0'] as object);
  expect([isValid(document), isValid.errors]).toEqual([true, null]);
  expect(isValid({ ...document, channels: [] })).toBe(false);
  for (const [, path = ''] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = path.split('/').reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], document);
    expect([path, found]).toEqual([path, expect.any(Object)]);
  }
});

test('every public event has a channel of its own, and what is a context’s own has none', () => {
  const addressesIn = ({ channels }: ReturnType<typeof eventDocument>) => Object.values(channels).map(({ address }) => address);
  const all = addressesIn(eventDocument({ all: true }));
  expect(all.sort()).toEqual(recorded.map((name) => `junkan.events.${name}`).sort());
  const published = Object.entries(CONTEXTS).flatMap(([context, { EVENT_AUDIENCES, PUBLIC_EVENTS }]) => {
    const isPublic = new Set<string>(PUBLIC_EVENTS);
    return Object.entries<Readonly<Record<string, Audience>>>(EVENT_AUDIENCES).flatMap(([aggregate, events]) =>
      Object.entries(events).flatMap(([type, audience]) =>
        isPublic.has(type) ? [{ address: `junkan.events.${context}.${aggregate}.${type}`, audience }] : [],
      ),
    );
  });
  expect(addressesIn(eventDocument()).sort()).toEqual(published.map(({ address }) => address).sort());
  expect(published.filter(({ audience }) => audience === 'nobody')).toEqual([]);
});

test('a field that has codes takes those alone, wherever its list is', () => {
  const schemas: Readonly<Record<string, Readonly<Record<string, unknown>>>> = eventDocument().components.schemas;
  const codesOf = (message: string, field: string) =>
    (schemas[message]?.['properties'] as Record<string, { enum?: unknown }> | undefined)?.[field]?.enum;
  expect(codesOf('junkan.matching.v1.OfferCountered', 'side')).toEqual(['sponsor', 'proposer']);
  expect(codesOf('junkan.project.v1.MilestoneWaived', 'rest')).toEqual(['carried', 'cancelled']);
  expect(codesOf('junkan.matching.v1.OfferCountered', 'offer')).toBeUndefined();
});

test('what does not fit the document is reported', () => {
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
