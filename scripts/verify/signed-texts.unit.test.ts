import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Recorded, Stored } from './facts.ts';
import { hashesAreOfTheirTexts } from './signed-texts.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const usd = (amount: string) => ({ amount, currency: 'USD' });

const TERMS = {
  project: 'prj_a',
  round: 1,
  funding: 'fnd_a',
  proposer: 'org_a',
  shares: [
    {
      sponsor: 'spo_a',
      offer: 'off_a',
      envelope: 'env_a',
      amount: usd('900'),
      financing: { instrument: 'grant', conditions: [{ title: 'Land', phase: 'precedent', kind: 'policy' }] },
    },
  ],
  tranches: [{ number: 1, title: 'Built', monthsAfterEffective: 12, amount: usd('900') }],
  conditions: ['annual-audit'],
};
const SIGNED =
  '["junkan.agreement.2",["agr_a","prj_a",1,"fnd_a","org_a"],[["spo_a","off_a","env_a","900","USD",[["grant","",false,""],[],[],[["Land","precedent","policy"]]]]],[[1,"Built",12,"900","USD"]],["annual-audit"]]';
const AMENDED =
  '["junkan.amended-agreement.2",["agr_a",1],[[1,12,"2030-01-31","700","USD"]],[[1,"spo_a","pay_a","700","USD"]],[],"Elsewhere."]';

let version = 0;
const event = (type: Recorded['type'], data: object): Recorded => {
  version += 1;
  return { stream: 'agr_a', version, type, person: 'ana', at: '2027-01-10T10:00:00.000Z', data };
};
const drafted = (data: object = {}) => event('AgreementDrafted', { ...TERMS, contentHash: sha256(SIGNED), ...data });
const signed = (contentHash = sha256(SIGNED)) => event('AgreementSigned', { party: 'org_a', contentHash });
const amended = (data: object = {}) =>
  event('AgreementAmended', {
    measure: 1,
    changes: [{ tranche: 1, dueOn: '2030-01-31', amount: usd('700') }],
    provisions: 'Elsewhere.',
    cells: [{ tranche: 1, sponsor: 'spo_a', payment: 'pay_a', amount: usd('700') }],
    amendedHash: sha256(AMENDED),
    ...data,
  });

const faultsOf = (...events: readonly Recorded[]) => {
  const byStream = Map.groupBy(events, ({ stream }) => stream);
  return hashesAreOfTheirTexts({ disbursement: { events, byStream } } as unknown as Pick<Stored, 'disbursement'>).broken;
};

test('an agreement whose hashes are those of its texts is in order, and so is an amendment of an earlier version', () => {
  expect(faultsOf(drafted(), signed(), amended())).toEqual([]);
  expect(faultsOf(drafted(), signed(), amended({ amendedHash: '' }))).toEqual([]);
});

test('promised results are part of what is signed', () => {
  const promised = [{ code: 'waste-diverted', unit: 'tonnes-a-year', target: '1200', tranches: [1] }];
  const text = `${SIGNED.replace('agreement.2', 'agreement.3').slice(0, -1)},[["waste-diverted","tonnes-a-year","","1200",[1]]]]`;
  expect(faultsOf(drafted({ promised, contentHash: sha256(text) }))).toEqual([]);
  expect(faultsOf(drafted({ promised }))).toEqual(['agr_a was drafted with another hash than that of its text']);
});

test('a draft of which something was changed is named, and so is a signature under another text', () => {
  expect(faultsOf(drafted({ conditions: [] }))).toEqual(['agr_a was drafted with another hash than that of its text']);
  expect(faultsOf(drafted(), signed('0'.repeat(64)))).toEqual(['org_a has signed another text of agr_a than was drafted']);
});

test('an amendment whose words, dates or money are others than its hash says is named', () => {
  const fault = ['amendment 1 of agr_a has another hash than that of its text'];
  expect(faultsOf(drafted(), amended({ provisions: 'Here.' }))).toEqual(fault);
  expect(faultsOf(drafted(), amended({ changes: [] }))).toEqual(fault);
  expect(faultsOf(drafted(), amended({ cells: [] }))).toEqual(fault);
});
