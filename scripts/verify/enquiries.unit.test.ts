import { expect, test } from 'vitest';
import { enquiriesAreDealtWith } from './enquiries.ts';
import type { Acted, Stored } from './facts.ts';

const AT = '2027-05-03T03:00:00.000Z';
const YEAR_LATER = '2028-05-03T03:00:00.000Z';
const officer = { person: 'mika', organisation: 'secretariat', roles: ['secretariat.officer'] };
type Told = readonly [type: string, data?: object, at?: string, actor?: object];

const received = (data: object = {}): Told => [
  'EnquiryReceived',
  { hash: 'h', number: 1, due: '2027-05-10T23:59:59.999Z', writer: { name: 'txt_a', mail: 'txt_b' }, note: 'txt_c', ...data },
];
const answered: Told = ['EnquiryAnswered', { how: 'phone', note: 'txt_d', by: 'mika' }];
const linked: Told = ['EnquiryLinked', { organisation: 'org_a', by: 'mika' }];
const closed: Told = ['EnquiryClosed', { reason: 'spam', by: 'mika' }];
const forgotten = (at = YEAR_LATER): Told => ['EnquiryForgotten', {}, at];
const passing = (at: string): Told => ['DeclarationDrafted', {}, at];

type Asked = { readonly isRunning?: boolean; readonly kept?: readonly string[] };
/** What is wrong with these enquiries; the last stream is of something else. */
function faultsOf(streams: readonly (readonly Told[])[], { isRunning = false, kept = [] }: Asked = {}) {
  const events = streams.flatMap((all, index) =>
    all.map(([type, data = {}, at = AT, actor = officer], version) => ({
      ...{ stream: type === 'DeclarationDrafted' ? 'dcl_a' : `enq_${index + 1}`, version: version + 1 },
      ...{ type, data: { at, ...data }, at, actor },
    })),
  ) as unknown as Acted[];
  const empty = { events: [], byStream: new Map() };
  const programme = { events, byStream: Map.groupBy(events, ({ stream }) => stream) };
  const stored = { ...{ project: empty, sponsor: empty, matching: empty, disbursement: empty, notice: empty }, programme };
  return enquiriesAreDealtWith(stored as unknown as Stored, isRunning, new Set(kept)).broken;
}
const faults = (...events: readonly Told[]) => faultsOf([events]);

test('enquiries that are answered, linked, closed and forgotten in their time are as they should be', () => {
  expect(faults(received())).toEqual([]);
  expect(faults(received(), answered, linked, forgotten())).toEqual([]);
  expect(faults(received(), answered, closed, forgotten())).toEqual([]);
  const storedLater: Told = [received()[0], { ...received()[1], at: AT }, '2027-05-03T03:00:00.009Z'];
  expect(faults(storedLater, forgotten())).toEqual([]);
});

test('it is due in seven days, and received first', () => {
  expect(faults(received({ due: '2027-05-11T23:59:59.999Z' }))).toEqual(['enq_1 is to be answered by 2027-05-11T23:59:59.999Z']);
  expect(faults(answered)).toEqual(['enq_1 was never received']);
});

test('what is done to it an officer or an approver of the secretariat does, once', () => {
  const by = (actor: object): Told => ['EnquiryAnswered', { by: 'mika' }, AT, actor];
  expect(faults(received(), by({ ...officer, roles: ['secretariat.approver'] }))).toEqual([]);
  expect(faults(received(), by({ ...officer, organisation: 'org_a' }))).toEqual(['EnquiryAnswered of enq_1@2 is by mika for org_a']);
  expect(faults(received(), by({ ...officer, roles: ['finance.maker'] }))).toHaveLength(1);
  expect(faults(received(), by({ ...officer, person: 'noa' }))).toHaveLength(1);
  expect(faults(received(), answered, answered)).toEqual(['EnquiryAnswered of enq_1@3 answers it again']);
  expect(faults(received(), closed, linked)).toEqual(['EnquiryLinked of enq_1@3 came after its end']);
  expect(faults(received(), forgotten(), ['EnquiryClosed', { by: 'mika' }, YEAR_LATER])).toContain(
    'EnquiryClosed of enq_1@3 came after it was forgotten',
  );
});

test('an approver is told once of what nobody has answered, on its day; it is kept no longer for that', () => {
  const at = (moment: string): Told => ['MatterEscalated', { matter: 'enquiry', occurrence: '2027-05-10T23:59:59.999Z' }, moment];
  const escalated = at('2027-05-11T00:00:00.000Z');
  expect(faults(received(), escalated, answered, linked)).toEqual([]);
  expect(faults(received(), escalated, forgotten())).toEqual([]);
  expect(faults(received(), escalated, escalated)).toEqual(['MatterEscalated of enq_1@3 is of what is dealt with, or comes again']);
  expect(faults(received(), answered, escalated)).toHaveLength(1);
  expect(faults(received(), at('2027-05-10T23:00:00.000Z'))).toEqual(['enq_1 was escalated at 2027-05-10T23:00:00.000Z, before its day']);
});

test('of one address three are recorded on one day, each under its number', () => {
  const of = (...numbers: number[]) => faultsOf(numbers.map((number) => [received({ number })]));
  expect(of(1, 2, 3)).toEqual([]);
  expect(of(1, 2, 3, 4)).toEqual(['enquiries 1, 2, 3, 4 of h on 2027-05-03 are recorded']);
  expect(of(1, 1)).toEqual(['enquiries 1, 1 of h on 2027-05-03 are recorded']);
});

test('its words are erased a year after the last of it: not before, and not later while the services run', () => {
  expect(faults(received(), forgotten('2028-05-03T02:59:59.999Z'))).toEqual(['enq_1 was forgotten at 2028-05-03T02:59:59.999Z, too early']);
  const late = [[received(), answered], [passing('2028-05-06T00:00:00.000Z')]];
  expect(faultsOf(late)).toEqual([]);
  expect(faultsOf(late, { isRunning: true })).toEqual([`enq_1, of which the last is of ${AT}, is not forgotten`]);
  expect(faultsOf([[received()], [passing('2028-05-04T23:00:00.000Z')]], { isRunning: true })).toEqual([]);
  expect(faultsOf([[received(), answered, forgotten()]], { kept: ['txt_b', 'txt_d', 'txt_other'] })).toEqual([
    'txt_b of enq_1 is not erased',
    'txt_d of enq_1 is not erased',
  ]);
});
