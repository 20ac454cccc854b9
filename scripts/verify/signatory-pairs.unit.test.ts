import { expect, test } from 'vitest';
import type { Acted, Stored } from './facts.ts';
import { checkSignatories } from './signatory-pairs.ts';

const obligation = 'report-1';
type Told = readonly [type: string, person: string, data?: object];

/** What is wrong with what persons did to one signatory, in order. */
function faults(...told: readonly Told[]): string[] {
  const all: readonly Told[] = [['CityInvited', 'mika', { attempt: 1, city: 'org_a', declaration: 'dcl_a' }], ...told];
  const events = all.map(([type, person, data = { obligation }], index) => ({
    ...{ stream: 'sgn_a', version: index + 1, type, person, data: { by: person, ...data } },
  })) as unknown as Acted[];
  const programme = { events, byStream: Map.groupBy(events, ({ stream }) => stream) };
  const broken: string[] = [];
  checkSignatories({ programme } as unknown as Stored, (holds, fault) => {
    if (!holds) broken.push(fault());
  });
  return broken;
}

const prepared = (person: string): Told => ['NoticePrepared', person];
const issued = (person: string): Told => ['NoticeIssued', person];
const suspended = (person: string): Told => ['SignatorySuspended', person];

test('a notice is issued, and a suspension decided, by somebody who wrote no text of the notice', () => {
  expect(faults(prepared('mika'), prepared('sato'), issued('ana'), suspended('ana'))).toEqual([]);
});

test('a person who wrote a text of it is named, also where another wrote the last', () => {
  expect(faults(prepared('mika'), prepared('sato'), issued('mika'))).toEqual([
    'NoticePrepared and NoticeIssued of attempt 1 of sgn_a are by mika',
  ]);
  expect(faults(prepared('mika'), prepared('sato'), issued('sato'))).toEqual([
    'NoticePrepared and NoticeIssued of attempt 1 of sgn_a are by sato',
  ]);
  expect(faults(prepared('mika'), prepared('sato'), issued('ana'), suspended('mika'))).toEqual([
    'NoticePrepared and SignatorySuspended of attempt 1 of sgn_a are by mika',
  ]);
});

test('what was written before the report came, or got more time, is of no notice; what comes later takes nothing back', () => {
  const submitted: Told = ['TurnChanged', 'mika', { obligation, fact: 'submitted' }];
  expect(faults(prepared('mika'), submitted, prepared('sato'), issued('mika'))).toEqual([]);
  expect(faults(prepared('mika'), ['ExtensionGranted', 'ana'], prepared('sato'), issued('mika'))).toEqual([]);
  expect(faults(prepared('mika'), issued('ana'), submitted, suspended('mika'))).toHaveLength(1);
});

test('who wrote any decision or mandate of the attempt does not sign, also where another wrote the last', () => {
  const decided = (person: string): Told => ['CouncilDecided', person];
  const mandated = (person: string): Told => ['MandateGiven', person];
  const signed = (person: string): Told => ['DeclarationSigned', person];
  expect(faults(decided('ota'), mandated('ota'), decided('emi'), mandated('emi'), signed('chie'))).toEqual([]);
  expect(faults(decided('chie'), decided('ota'), mandated('ota'), signed('chie'))).toEqual([
    'CouncilDecided and DeclarationSigned of attempt 1 of sgn_a are by chie',
  ]);
  expect(faults(decided('ota'), mandated('chie'), mandated('ota'), signed('chie'))).toEqual([
    'MandateGiven and DeclarationSigned of attempt 1 of sgn_a are by chie',
  ]);
});
