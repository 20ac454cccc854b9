import { expect, test } from 'vitest';
import { reasonInWords } from '../../iso20022/reasons.ts';
import { fileOf, messageOf } from './document.ts';
import { standingAfter, standingOfAll } from './read-answer.ts';

test('what a bank says is waiting, accepted, rejected, or for a person to look at', () => {
  for (const [status, standing] of [
    ['RCVD', 'waiting'],
    ['ACTC', 'waiting'],
    ['ACSP', 'accepted'],
    ['ACCC', 'accepted'],
    ['RJCT', 'rejected'],
    ['CANC', 'rejected'],
    ['ACWC', 'unclear'],
    ['unrecognised', 'unclear'],
  ] as const)
    expect([status, standingAfter('listed', status)]).toEqual([status, standing]);
  expect(standingAfter('rejected', 'ACSC')).toBe('unclear');
  expect(standingAfter('rejected', 'RJCT')).toBe('rejected');
});

test('words on one transfer that contradict each other are for a person to look at', () => {
  expect(standingOfAll(['waiting', 'accepted'])).toBe('accepted');
  expect(standingOfAll(['rejected', 'rejected'])).toBe('rejected');
  expect(standingOfAll(['accepted', 'rejected'])).toBe('unclear');
  expect(standingOfAll(['rejected', 'accepted'])).toBe('unclear');
  expect(standingOfAll([])).toBeUndefined();
});

test('a rejection is described in words, with the code of the bank', () => {
  expect(reasonInWords('RJCT', 'AC04', 'Closed in May')).toBe('RJCT: The account is closed. (AC04) Closed in May');
  expect(reasonInWords('RJCT', 'ZZ99')).toBe('RJCT: The bank gave a reason of its own. (ZZ99)');
  expect(reasonInWords('RJCT')).toBe('RJCT: The bank gave no reason.');
});

test('a file is known by what the bank calls it', () => {
  const file = 'pfl_01h455vb4pex5vsknk084sn02q' as const;
  expect(messageOf(file)).toMatch(/^[A-Z0-9-]{1,35}$/);
  expect(fileOf(messageOf(file))).toBe(file);
  for (const other of ['', 'JUNKAN-', `X${messageOf(file)}`]) expect(fileOf(other)).toBeUndefined();
});
