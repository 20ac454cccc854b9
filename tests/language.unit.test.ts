import { idFrom } from '@junkan/kit/ids.ts';
import { CONTEXTS, decodeEvent } from '@junkan/proto/contexts.ts';
import * as disbursement from '@junkan/proto/junkan/disbursement/v1/language.ts';
import * as matching from '@junkan/proto/junkan/matching/v1/language.ts';
import * as project from '@junkan/proto/junkan/project/v1/language.ts';
import { AUDIENCES } from '@junkan/proto/language.ts';
import { expect, test } from 'vitest';

test('a code is recognised in its own list alone', () => {
  expect([matching.parseFundingStatus('closed'), project.parseProjectStatus('closed')]).toEqual(['closed', 'closed']);
  for (const text of ['paused', '', 'toString', 'Closed']) expect(matching.parseFundingStatus(text)).toBe('unrecognised');
  expect(matching.parseOfferStatus('closed')).toBe('unrecognised');
});

test('an event is decoded to the fields of its message, what is left out as empty and zero', () => {
  const data = { offer: 'off_a', amount: { amount: '125', currency: 'USD' } };
  expect(matching.decodeEvent('OfferProposed', data)).toMatchObject({
    type: 'OfferProposed',
    data: { offer: 'off_a', amount: { amount: 125n, currency: 'USD' }, terms: 0, expiresAt: '' },
  });
});

test('an event is recognised in its own context, or in its own kind of stream, alone', () => {
  expect(matching.decodeEvent('ProjectClosed', {})).toBe('unrecognised');
  expect(project.decodeMilestoneEvent('ProjectClosed', {})).toBe('unrecognised');
  expect(project.decodeMilestoneEvent('ReminderSent', {})).toMatchObject({ type: 'ReminderSent' });
  for (const type of ['FundingPaused', 'toString', 'constructor', '']) expect(decodeEvent(type, {})).toBe('unrecognised');
});

test('every event of every context is decoded, and says who may learn of it', () => {
  const audiences: readonly string[] = AUDIENCES;
  for (const { EVENTS, EVENT_AUDIENCES } of Object.values(CONTEXTS))
    for (const [aggregate, messages] of Object.entries(EVENTS)) {
      const known: Readonly<Record<string, Readonly<Record<string, string>>>> = EVENT_AUDIENCES;
      expect(Object.keys(known[aggregate] ?? {})).toEqual(Object.keys(messages));
      for (const type of Object.keys(messages)) {
        expect(decodeEvent(type, {})).toMatchObject({ type });
        expect(audiences).toContain(known[aggregate]?.[type]);
      }
    }
});

test('an id follows from the parts that the contracts name, in their order', () => {
  const funding = idFrom(...matching.fundingIdParts('prj_a', 3));
  expect(funding).toBe(idFrom('fnd', 'prj_a', 3));
  expect(disbursement.paymentIdParts('agr_a', 2, 'spo_a')).toEqual(['pay', 'agr_a', 2, 'spo_a']);
});
