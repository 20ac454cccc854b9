import * as disbursement from '@junkan/disbursement/mapping.ts';
import { EVENTS } from '@junkan/gateway/live/table.ts';
import * as matching from '@junkan/matching/mapping.ts';
import * as project from '@junkan/project-registry/mapping.ts';
import * as sponsor from '@junkan/sponsor-registry/mapping.ts';
import { expect, test } from 'vitest';

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
