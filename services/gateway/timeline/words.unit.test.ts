import { expect, test } from 'vitest';
import { entryKindOf } from './kinds.ts';
import { withFacts } from './words.ts';

test('sums in sentences are decimal texts with the places of their currency, at any depth', () => {
  const data = {
    amount: { amount: '125000', currency: 'USD' },
    cells: [{ amount: { currency: 'JPY' } }],
    from: { currency: 'eur', note: 'x' },
  };
  const facts = {
    amount: { amount: '1250.00', currency: 'USD' },
    cells: [{ amount: { amount: '0', currency: 'JPY' } }],
    from: { currency: 'eur', note: 'x' },
  };
  const shown = withFacts({ ...ENTRY, data: JSON.stringify(data) }, 'offer');
  expect([shown.facts, JSON.parse(shown.data), shown.kind]).toEqual([facts, facts, 'offer']);
});

const ENTRY = {
  stream: 'fnd_1',
  version: 1,
  type: 'OfferProposed',
  at: '',
  actingFor: '',
  actor: '',
  correlationId: '',
  causationId: '',
  data: '',
  note: '',
  erased: false,
};

test('an entry is about a part of its item where it names one, and reminders are about themselves', () => {
  expect(entryKindOf('funding', 'OfferProposed', { offer: 'off_a' })).toBe('offer');
  expect(entryKindOf('funding', 'FundingClosed', {})).toBe('funding');
  expect(entryKindOf('agreement', 'PaymentSettled', { payment: 'pay_a' })).toBe('payment');
  expect(entryKindOf('agreement', 'ReminderSent', { payment: 'pay_a' })).toBe('reminder');
  expect(entryKindOf('passport', 'SubjectCleared', {})).toBe('passport');
});
