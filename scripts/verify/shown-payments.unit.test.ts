import { expect, test } from 'vitest';
import type { Context, Recorded } from './facts.ts';
import { event } from './recorded.fixture.ts';
import { checkShown } from './shown-payments.ts';

const on = (day: number): string => `2026-11-${day}T10:00:00.000Z`;
const said = (stream: string, type: Recorded['type'], day: number, data: object): Recorded => event(stream, type, on(day), data);
const line = { booked: true, direction: 'debit', instruction: 'REF' };
const statement = (day: number, entry: object = line, standing = 'held') => [
  said('stm_a', 'EntriesRead', day, { entries: [entry] }),
  said('stm_a', 'EntriesMatched', day, { entries: [{ number: 1, standing }] }),
];
const decided = (day: number) => said('stm_a', 'EntriesConfirmed', day, { numbers: [1] });
const payment = { payment: 'pay_a' };
const instructed = (instruction: string, day: number, file = '') =>
  said('agr_a', 'PaymentInstructed', day, { ...payment, instruction, file });
const failed = said('agr_a', 'PaymentFailed', 11, payment);
const first = [instructed('REF', 10), failed];

function faultsOf(...events: readonly Recorded[]): string[] {
  const faults: string[] = [];
  const versions = new Map<string, number>();
  const numbered = events.map((each) => {
    const version = (versions.get(each.stream) ?? 0) + 1;
    versions.set(each.stream, version);
    return { ...each, version };
  });
  const context = { byStream: Map.groupBy(numbered, ({ stream }) => stream) } as unknown as Context;
  checkShown(context, (holds, fault) => (holds ? undefined : faults.push(fault())));
  return faults;
}
const again = [
  'payment pay_a of agr_a is instructed again while entry 1 of stm_a, which nobody has decided, shows that the bank has paid REF',
];

test('finds nothing wrong where the line came later, was decided before, is no debit of it, or the bank had it already', () => {
  expect(faultsOf(...first, instructed('REF2', 12), ...statement(13))).toEqual([]);
  expect(faultsOf(...first, ...statement(12), decided(13), instructed('REF2', 14))).toEqual([]);
  expect(faultsOf(...first, ...statement(12, { ...line, direction: 'credit' }), instructed('REF2', 14))).toEqual([]);
  expect(faultsOf(...first, ...statement(12, { ...line, reversal: true }), instructed('REF2', 14))).toEqual([]);
  expect(faultsOf(...first, ...statement(12, line, 'repeated'), instructed('REF2', 14))).toEqual([]);
  expect(faultsOf(...first, said('pfl_a', 'PaymentFileHandedOver', 12, {}), ...statement(13), instructed('REF2', 14, 'pfl_a'))).toEqual([]);
  const returned = said('agr_a', 'PaymentReturned', 11, payment);
  expect(faultsOf(instructed('REF', 10), returned, ...statement(12), instructed('REF2', 14))).toEqual([]);
});

test('3: names a payment that is instructed again while a line shows that it was paid, and nobody has decided that', () => {
  expect(faultsOf(...first, ...statement(12), instructed('REF2', 14))).toEqual(again);
  expect(faultsOf(...first, ...statement(12), instructed('REF2', 14), decided(15))).toEqual(again);
  const reopened = said('stm_a', 'EntriesReopened', 14, { numbers: [1] });
  expect(faultsOf(...first, ...statement(12), decided(13), reopened, instructed('REF2', 15))).toEqual(again);
  const letGo = said('agr_a', 'PaymentTakenFromFile', 11, { ...payment, instruction: 'REF' });
  expect(faultsOf(letGo, ...statement(12), instructed('REF2', 14))).toEqual(again);
});
