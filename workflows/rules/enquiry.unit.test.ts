import { expect, test } from 'vitest';
import { type EnquiryView, nextOfEnquiry } from './enquiry.ts';
import { act, end, rest } from './next.ts';

const next = '2028-05-03T03:00:00.000Z';
const viewed = (status: EnquiryView['status'], now: string): EnquiryView => ({ now, status, next });

test.each(['received', 'answered', 'closed'] as const)('%s, it waits until its time is over, and is forgotten then', (status) => {
  expect(nextOfEnquiry(viewed(status, '2028-05-03T02:59:59.999Z'))).toEqual(rest(next));
  expect(nextOfEnquiry(viewed(status, next))).toEqual(act({ do: 'ForgetEnquiry' }));
});

test('received, it is told once when nobody has answered by its day; what an earlier version says of it is enough to forget it', () => {
  const escalates = '2027-05-10T23:59:59.999Z';
  const received = (now: string) => nextOfEnquiry({ ...viewed('received', now), escalates });
  expect(received('2027-05-10T23:59:59.998Z')).toEqual(rest(escalates));
  expect(received(escalates)).toEqual(act({ do: 'EscalateEnquiry' }));
  expect(received(next)).toEqual(act({ do: 'ForgetEnquiry' }));
  expect(nextOfEnquiry({ ...viewed('received', escalates), escalates: '' })).toEqual(rest(next));
});

test('forgotten, it ends', () => {
  expect(nextOfEnquiry({ now: next, status: 'forgotten', next: '' })).toEqual(end());
});

test('a status that it does not know is waited out', () => {
  expect(nextOfEnquiry(viewed('unrecognised', next))).toEqual(rest());
});
