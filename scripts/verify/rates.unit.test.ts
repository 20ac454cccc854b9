import { expect, test } from 'vitest';
import type { Recorded, Stored } from './facts.ts';
import { ratesAreRecorded } from './rates.ts';

const SHEET = { source: 'ECB', base: 'EUR', day: '2026-11-25' };
const event = (version: number, person: string, type: Recorded['type'], data: object): Recorded => ({
  stream: 'rts_a',
  version,
  type,
  person,
  at: '2026-11-26T10:00:00.000Z',
  data: { by: person, ...data },
});
const entered = (more: object = {}, version = 1, edition = 1) =>
  event(version, 'maker', 'RatesEntered', { ...SHEET, edition, rates: [{ currency: 'JPY', rate: '162.05' }], ...more });
const confirmed = (person = 'checker', version = 2, edition = 1) => event(version, person, 'RatesConfirmed', { edition });
const faultsOf = (...events: readonly Recorded[]) =>
  ratesAreRecorded({ disbursement: { byStream: new Map([['rts_a', events]]) } } as unknown as Stored).broken;

test('finds nothing wrong with rates of two persons, and their correction', () => {
  expect(faultsOf(entered(), confirmed(), entered({}, 3, 2), confirmed('checker', 4, 2))).toEqual([]);
});

test.each<[string, readonly Recorded[]]>([
  ['was entered and confirmed by maker', [entered(), confirmed('maker')]],
  ['did not wait', [entered(), confirmed(), confirmed('checker', 3)]],
  ['was entered while edition 1 waited', [entered(), entered({}, 2, 2)]],
  ['is the 1. of them', [entered({}, 1, 2)]],
  ['is of ECB for 2026-11-28', [entered({ day: '2026-11-28' })]],
  ['is of BOJ', [entered(), confirmed(), entered({ source: 'BOJ' }, 3, 2)]],
  ['has no rates', [entered({ rates: [] })]],
  ['reports EUR twice, or as its own base', [entered({ rates: [{ currency: 'EUR', rate: '1' }] })]],
  ['reports JPY as 0.00', [entered({ rates: [{ currency: 'JPY', rate: '0.00' }] })]],
  ['reports JPY as -1', [entered({ rates: [{ currency: 'JPY', rate: '-1' }] })]],
])('names what %s', (fault, events) => {
  expect(faultsOf(...events)).toEqual([expect.stringContaining(fault)]);
});

test('names a rate that differs by more than is tolerated from the present one, without a reason and a second source', () => {
  const before = [
    { ...entered({ day: '2026-11-24' }), at: '2026-11-24T10:00:00.000Z' },
    { ...confirmed(), at: '2026-11-24T11:00:00.000Z' },
  ];
  const found = (more: object) => {
    const next = entered({ tolerance: 25, ...more });
    const byStream = new Map([
      ['rts_b', before.map((each) => ({ ...each, stream: 'rts_b' }))],
      ['rts_a', [next]],
    ]);
    return ratesAreRecorded({ disbursement: { byStream } } as unknown as Stored).broken;
  };
  const rates = [{ currency: 'JPY', rate: '0.0000001' }];
  expect(found({ rates })).toEqual([expect.stringContaining('there is no reason, or no second source')]);
  expect(found({ rates, reason: 'It was revalued.' })).toHaveLength(1);
  expect(found({ rates, reason: 'It was revalued.', secondSource: 'BOJ' })).toEqual([]);
  expect(found({ rates: [{ currency: 'JPY', rate: '200' }] })).toEqual([]);
  expect(found({ rates, tolerance: undefined })).toEqual([]);
});
