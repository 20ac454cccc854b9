import { expect, test } from 'vitest';
import { milestone, project } from './items.ts';
import { shapesWith } from './shapes.ts';

const { shapeOf, fieldsOf } = shapesWith({});
const id = (prefix: string): string => `${prefix}_01jd3v6m8qfw9r2xk5t7b4n0ya`;
const cell = { tranche: 1, sponsor: id('spo'), amount: { amount: '1.00', currency: 'USD' }, payment: id('pay') };

test('a field has the form that the contract says, and no other field is returned', () => {
  const shape = shapeOf('junkan.disbursement.v1.Cell');
  expect(shape.safeParse(cell).success).toBe(true);
  for (const wrong of [{ sponsor: id('org') }, { tranche: -1 }, { tranche: '1' }, { amount: '1.00' }, { further: true }])
    expect([wrong, shape.safeParse({ ...cell, ...wrong }).success]).toEqual([wrong, false]);
});

test('a text that may be empty is left out then; numbers, lists and other texts are always there', () => {
  const { payment: _payment, ...unordered } = cell;
  const shape = shapeOf('junkan.disbursement.v1.Cell');
  expect(shape.safeParse(unordered).success).toBe(true);
  for (const field of ['tranche', 'sponsor', 'amount'] as const) {
    const { [field]: _left, ...rest } = cell;
    expect([field, shape.safeParse(rest).success]).toEqual([field, false]);
  }
});

test('what is not for everybody may be left out of an item, whatever it holds', () => {
  for (const field of ['payableBasisPoints', 'reminded', 'reportedBy', 'report', 'reports'])
    expect([field, milestone.shape[field]?.safeParse(undefined).success]).toEqual([field, true]);
  for (const field of ['number', 'dueOn', 'amount'])
    expect([field, milestone.shape[field]?.safeParse(undefined).success]).toEqual([field, false]);
  expect(Object.keys(project.shape)).not.toContain('omitted');
});

test('a message or a field that the contracts do not have is a fault of ours', () => {
  expect(() => shapeOf('junkan.matching.v1.Bid')).toThrow('junkan.matching.v1.Bid');
  expect(() => fieldsOf('junkan.matching.v1.Offer', 'price')).toThrow('price');
});
