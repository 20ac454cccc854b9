import { DatabaseSync } from 'node:sqlite';
import { partiesOf as partiesOfAgreement } from '@junkan/disbursement/agreements/readers.ts';
import { agreements } from '@junkan/disbursement/mapping.ts';
import { fundings } from '@junkan/matching/mapping.ts';
import { partiesOf as partiesOfRound } from '@junkan/matching/rounds/readers.ts';
import { partnersOf } from '@junkan/project-registry/parties/partners.ts';
import { view } from '@junkan/project-registry/parties/view.ts';
import { expect, test } from 'vitest';
import { goldenStreams, type Stream } from './recorded/streams.ts';

const CAUSE = { actor: 'a', correlationId: 'c', causationId: 'c', clockOffset: 0, at: '2026-11-24T00:00:00.000Z', place: 0 };

/** The sponsors that the registry takes for parties after each event of a stream. */
function partnersAfter(context: string, aggregate: string, stream: Stream): string[][] {
  using db = new DatabaseSync(':memory:');
  db.exec(view.ddl);
  const rows = view.rows(db);
  return stream.map(({ type, schema, data }, index) => {
    const version = index + 1;
    rows.fold({ context, aggregate, stream: 'item', version, sequence: version, type, schema: Number(schema), data, ...CAUSE });
    rows.write();
    return partnersOf((sql) => db.prepare(sql), 'item');
  });
}

const sponsorsOf = ([, ...sponsors]: readonly string[]): string[] => [...new Set(sponsors)].sort();

test('the registry takes for parties to a round those whom matching does, after each event', () => {
  let shown = 0;
  for (const stream of Object.values(goldenStreams('matching', 'funding')).flat()) {
    let state = fundings.initial;
    const expected = stream.map((stored) => {
      state = fundings.evolve(state, fundings.codec.decode(stored as never));
      return state.status === 'absent' ? [] : sponsorsOf(partiesOfRound({ ...state, offers: [...state.offers.values()] }));
    });
    expect(partnersAfter('matching', 'funding', stream)).toEqual(expected);
    shown += expected.flat().length;
  }
  expect(shown).toBeGreaterThan(10);
});

test('the registry takes for parties to an agreement those that have a share of it, after each event', () => {
  let shown = 0;
  for (const stream of Object.values(goldenStreams('disbursement', 'agreement')).flat()) {
    let state = agreements.initial;
    const expected = stream.map((stored) => {
      state = agreements.evolve(state, agreements.codec.decode(stored as never));
      return state.status === 'absent' ? [] : sponsorsOf(partiesOfAgreement(state));
    });
    expect(partnersAfter('disbursement', 'agreement', stream)).toEqual(expected);
    shown += expected.flat().length;
  }
  expect(shown).toBeGreaterThan(10);
});
