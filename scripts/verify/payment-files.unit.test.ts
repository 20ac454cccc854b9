import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Recorded, Stored } from './facts.ts';
import { type Listed, messageOf } from './payment-file-message.ts';
import { paymentFilesAreKept } from './payment-files.ts';

const AT = '2026-11-26T09:30:00.000Z';
type Data = Readonly<Record<string, unknown>>;

/** Events of streams, each numbered in its own. */
function events(given: readonly (readonly [stream: string, type: Recorded['type'], person: string, data: Data])[]): Recorded[] {
  const counts = new Map<string, number>();
  return given.map(([stream, type, person, data]) => {
    const version = (counts.get(stream) ?? 0) + 1;
    counts.set(stream, version);
    return { stream, version, type, person, at: AT, data: { by: person, at: AT, ...data } };
  });
}

const usd = (amount: string) => ({ amount, currency: 'USD' });
const account = (stream: string, organisation: string, more: Data = {}) =>
  [
    [
      stream,
      'BankAccountProposed',
      'officer',
      {
        organisation,
        holder: 'Café',
        town: 'Minato',
        country: 'JP',
        currency: 'USD',
        scheme: 'local',
        number: `txt_${stream}`,
        bankCode: '1',
        ...more,
      },
    ],
    [stream, 'BankAccountConfirmed', 'certifier', { usableFrom: '2026-11-20T00:00:00.000Z' }],
  ] as const;
const listed = (payment: string, amount = '100'): Listed => ({
  agreement: 'agr_a',
  payment,
  tranche: 1,
  payee: 'org_a',
  payeeAccount: 'acc_b',
  amount: usd(amount),
  instruction: `I-${payment}`,
});
const BEGUN = {
  payer: 'spo_a',
  currency: 'USD',
  executionDate: '2026-11-26',
  payerAccount: 'acc_a',
  message: 'JUNKAN-A',
  transfers: 2,
  at: AT,
};
const TRANSFERS = [listed('pay_a'), listed('pay_b', '50')];
const NUMBERS = [
  { _id: 'txt_acc_a', text: '1111111' },
  { _id: 'txt_acc_b', text: '2222222' },
];
const PARTY = { currency: 'USD', holder: 'Café', town: 'Minato', country: 'JP', scheme: 'local', bankCode: '1' };
const TEXT = messageOf(BEGUN, TRANSFERS, (id) => ({ ...PARTY, number: id === 'acc_a' ? '1111111' : '2222222' })) ?? '';
const MADE = { transfers: 2, sum: usd('150'), sha256: createHash('sha256').update(TEXT).digest('hex') };

const inFiles = ['pay_a', 'pay_b'].flatMap((payment) => [
  [
    'agr_a',
    'PaymentRequested',
    'requester',
    { payment, sponsor: 'spo_a', amount: usd('75'), verifiedBy: 'verifier', submittedBy: 'officer', reportedBy: ['officer'] },
  ] as const,
  ['agr_a', 'PaymentPutInFile', 'maker', { payment, file: 'pfl_a' }] as const,
  ['agr_a', 'PaymentInstructed', 'maker', { payment, file: 'pfl_a', instruction: `I-${payment}` }] as const,
]);
const RIGHT = events([
  ...account('acc_a', 'spo_a'),
  ...account('acc_b', 'org_a'),
  ['agr_a', 'AgreementDrafted', 'system', { proposer: 'org_a' }],
  ...inFiles,
  ['pfl_a', 'PaymentFileBegun', 'maker', BEGUN],
  ['pfl_a', 'TransfersListed', 'maker', { transfers: TRANSFERS }],
  ['pfl_a', 'PaymentFileMade', 'maker', MADE],
  ['pfl_a', 'PaymentFileApproved', 'checker', {}],
  ['pfl_a', 'PaymentFileHandedOver', 'maker', {}],
  ['pfl_a', 'PaymentFileSent', 'maker', {}],
]);

async function faultsOf(recorded: readonly Recorded[], delegated: readonly Recorded[] = []): Promise<readonly string[]> {
  const byStream = Map.groupBy(recorded, ({ stream }) => stream);
  const project = { byStream: Map.groupBy(delegated, ({ stream }) => stream) };
  const db = { collection: () => ({ find: () => ({ toArray: async () => NUMBERS }) }) };
  return (await paymentFilesAreKept({ disbursement: { byStream, db }, project } as unknown as Stored)).broken;
}
/** What is recorded, with one event otherwise. */
const changed = (type: Recorded['type'], change: Partial<Omit<Recorded, 'data'>> & { readonly data?: Data }, which = 0) => {
  const found = RIGHT.filter((event) => event.type === type)[which];
  return RIGHT.map((event) => (event === found ? { ...event, ...change, data: { ...event.data, ...change.data } } : event));
};
const without = (type: Recorded['type'], which = 0) => {
  const found = RIGHT.filter((event) => event.type === type)[which];
  return RIGHT.filter((event) => event !== found);
};

test('a file of two persons, whose payments are instructed by it, is as it should be', async () => {
  expect(await faultsOf(RIGHT)).toEqual([]);
  expect(TEXT).toContain('<Nm>Cafe</Nm>');
});

test.each([
  ['made and approved by one person', changed('PaymentFileApproved', { person: 'maker' }), 'was made and approved by maker'],
  ['approved by the requester of a payment', changed('PaymentFileApproved', { person: 'requester' }), 'had a hand in pay_a'],
  ['approved by the verifier of a milestone', changed('PaymentFileApproved', { person: 'verifier' }), 'had a hand in pay_a'],
  ['handed over, and approved by nobody', without('PaymentFileApproved'), 'nobody had approved it'],
  ['handed over by its approver', changed('PaymentFileHandedOver', { person: 'checker' }), 'approved and handed over by checker'],
  ['of another sum', changed('PaymentFileMade', { data: { sum: usd('151') } }), 'has 2 of 150'],
  ['of another hash', changed('PaymentFileMade', { data: { sha256: '0' } }), 'has the hash 0'],
  ['of which a payment is not instructed', without('PaymentInstructed', 1), 'instructed by it 0 times'],
  [
    'of which a payment is instructed with another reference',
    changed('PaymentInstructed', { data: { instruction: 'X' } }),
    'does not have it so',
  ],
  ['of which a payment is instructed by hand', changed('PaymentInstructed', { data: { file: undefined } }), 'and instructed by hand'],
  [
    'of which a payment is put into a second file',
    changed('PaymentInstructed', { type: 'PaymentPutInFile', data: { file: 'pfl_b' } }),
    'while it is in pfl_a',
  ],
  [
    'paid from an account that has not cooled',
    changed('BankAccountConfirmed', { data: { usableFrom: '2026-11-27T00:00:00.000Z' } }),
    'with acc_a of spo_a',
  ],
  ['paid to the account of another', changed('BankAccountProposed', { data: { organisation: 'org_b' } }, 1), 'with acc_b of org_a'],
] as const)('a file is found that is %s', async (_what, recorded, fault) => {
  expect((await faultsOf(recorded)).join('; ')).toContain(fault);
});

test('a file that somebody approved alone who had approved a payment in it alone is found; not one of an earlier version', async () => {
  const paid = events([['agr_a', 'PaymentApproved', 'checker', { payment: 'pay_a' }]]).map((event) => ({ ...event, version: 3 }));
  const fault = [expect.stringContaining('had approved a payment in it alone')];
  const begun = changed('PaymentFileBegun', { data: { approvedAlone: ['checker'] } });
  expect(await faultsOf([...begun, ...paid])).toEqual(fault);
  expect(await faultsOf([...RIGHT, ...paid])).toEqual([]);
  const once = events([['pfl_a', 'PaymentFileApprovedOnce', 'checker', {}]]);
  expect(await faultsOf([...changed('PaymentFileApproved', { person: 'second' }), ...once, ...paid])).toEqual([]);
  const at = '2026-11-20T00:00:00.000Z';
  const delegated = events([
    ['dlg_a', 'RoleDelegated', 'checker', { delegation: 1, takenBy: 'deputy', at }],
    ['dlg_a', 'DelegationConfirmed', 'third', { delegation: 1, at }],
  ]);
  const byDeputy = begun.map((event) => (event.type === 'PaymentFileApproved' ? { ...event, person: 'deputy' } : event));
  expect(await faultsOf([...byDeputy, ...paid])).toEqual([]);
  expect(await faultsOf([...byDeputy, ...paid], delegated)).toEqual([
    expect.stringContaining('by deputy alone, who counts as one with checker'),
  ]);
});

test('a file above the limit of a day that one person approved is found, and what was instructed by hand above it', async () => {
  const limits = events([
    ['apr_a', 'LimitsProposed', 'officer', { organisation: 'secretariat', proposal: 1, limits: [], dayLimits: [usd('120')] }],
    ['apr_a', 'LimitsApproved', 'approver', { proposal: 1, effectiveFrom: '2026-11-20T00:00:00.000Z', at: '2026-11-20T00:00:00.000Z' }],
  ]);
  expect(await faultsOf([...RIGHT, ...limits])).toEqual([expect.stringContaining('to 150 USD, by one person alone')]);
  const once = events([['pfl_a', 'PaymentFileApprovedOnce', 'second', {}]]);
  expect(await faultsOf([...RIGHT, ...limits, ...once])).toEqual([]);
  const [hour, next] = ['2026-11-26T11:00:00.000Z', '2026-11-27T11:00:00.000Z'];
  const byHand = (at: string) =>
    events([
      ['agr_b', 'PaymentRequested', 'requester', { payment: 'pay_c', sponsor: 'spo_a', amount: usd('1'), at }],
      ['agr_b', 'PaymentInstructed', 'requester', { payment: 'pay_c', instruction: 'I-c', at }],
    ]);
  expect(await faultsOf([...RIGHT, ...limits, ...once, ...byHand(hour)])).toEqual([expect.stringContaining('instructed by hand')]);
  expect(await faultsOf([...RIGHT, ...limits, ...once, ...byHand(next)])).toEqual([]);
});

test('what was not counted of a day, as no limit applied to it, counts for what one applies to', async () => {
  const at = '2026-11-26T12:00:00.000Z';
  const limits = events([
    ['apr_a', 'LimitsProposed', 'officer', { organisation: 'secretariat', proposal: 1, limits: [], dayLimits: [usd('250')] }],
    ['apr_a', 'LimitsApproved', 'approver', { proposal: 1, effectiveFrom: '2026-11-26T11:00:00.000Z', at: '2026-11-26T11:00:00.000Z' }],
  ]);
  const day = { payer: 'spo_a', currency: 'USD', day: '2026-11-26', before: usd('0'), rules: 0, at };
  const began = ['dyl_a', 'DayLimitUsed', 'maker', { ...day, user: 'pay_b', amount: usd('50'), at: '2026-11-26T08:00:00.000Z' }] as const;
  const after = (before: string, amount = '100') =>
    events([
      began,
      ['agr_d', 'PaymentRequested', 'requester', { payment: 'pay_b', sponsor: 'spo_a', amount: usd('50'), at: '2026-11-26T07:00:00.000Z' }],
      ['agr_d', 'PaymentInstructed', 'maker', { payment: 'pay_b', instruction: 'I-b', at: '2026-11-26T08:00:01.000Z' }],
      ['dyl_a', 'DayLimitUsed', 'maker', { ...day, user: 'pay_c', amount: usd(amount), before: usd(before), rules: 1 }],
      ['agr_b', 'PaymentRequested', 'requester', { payment: 'pay_c', sponsor: 'spo_a', amount: usd(amount), at }],
      ['agr_b', 'PaymentInstructed', 'maker', { payment: 'pay_c', instruction: 'I-c', at }],
    ]);
  // The file of 150 was approved at half past nine.
  expect(await faultsOf([...RIGHT, ...limits, ...after('150', '50')])).toEqual([]);
  expect(await faultsOf([...RIGHT, ...limits, ...after('0')])).toEqual([
    'pay_c of agr_b, instructed by hand, takes the day 2026-11-26 of spo_a to 300 USD, by one person alone',
  ]);
});

test('what was counted of a day and not done is found, until it is freed; and what was freed though it was done', async () => {
  const at = (time: string) => `2026-11-27T${time}:00.000Z`;
  const day = { payer: 'spo_a', currency: 'USD', day: '2026-11-27', user: 'pay_c', amount: usd('1'), before: usd('0'), rules: 0 };
  const counted = ['dyl_a', 'DayLimitUsed', 'maker', { ...day, at: at('10:00') }] as const;
  const requested = [
    'agr_b',
    'PaymentRequested',
    'requester',
    { payment: 'pay_c', sponsor: 'spo_a', amount: usd('1'), at: at('09:00') },
  ] as const;
  const instructed = ['agr_b', 'PaymentInstructed', 'maker', { payment: 'pay_c', instruction: 'I-c', at: at('10:01') }] as const;
  const freed = (time: string) => ['dyl_a', 'DayLimitFreed', 'maker', { user: 'pay_c', at: at(time) }] as const;
  const later = ['agr_c', 'AgreementDrafted', 'system', { proposer: 'org_a', at: at('12:00') }] as const;
  const found = (...some: Parameters<typeof events>[0]) => faultsOf([...RIGHT, ...events(some)]);
  expect(await found(requested, counted, instructed, later)).toEqual([]);
  expect(await found(requested, counted, later)).toEqual(['day dyl_a counts pay_c, which was not done after that']);
  expect(await found(requested, counted, freed('10:00'), later)).toEqual([]);
  expect(await found(requested, counted, instructed, freed('10:02'), later)).toEqual([
    'day dyl_a counts pay_c no longer, and nobody has refused it',
  ]);
});

test('a file that was refused though a statement shows a payment in it is found, where it could be marked as sent', async () => {
  const [early, late] = ['2026-11-26T09:00:00.000Z', '2026-11-26T11:00:00.000Z'];
  const line = { booked: true, direction: 'debit', instruction: 'I-pay_b' };
  const of = (entry: object, at = early) =>
    events([
      ['stm_a', 'StatementImported', 'maker', { cashAccount: 'acc_a' }],
      ['stm_a', 'EntriesRead', 'maker', { entries: [entry] }],
      ['stm_a', 'EntriesMatched', 'maker', { entries: [{ number: 1, standing: 'held' }] }],
    ]).map((event) => ({ ...event, at }));
  const unsent = RIGHT.filter(({ type }) => !['PaymentFileHandedOver', 'PaymentFileSent', 'PaymentInstructed'].includes(type));
  const refused = [
    ...unsent,
    ...events([
      ['pfl_a', 'PaymentFileDownloaded', 'maker', { at: '2026-11-26T08:00:00.000Z' }],
      ['pfl_a', 'PaymentFileRefusalRequested', 'checker', {}],
      ['pfl_a', 'PaymentFileRefused', 'second', {}],
    ]),
  ];
  expect(await faultsOf([...refused, ...of(line)])).toEqual(['file pfl_a was refused, though stm_a shows that the bank has it']);
  for (const entry of [
    { ...line, booked: false },
    { ...line, direction: 'credit' },
    { ...line, instruction: 'I-other' },
  ])
    expect(await faultsOf([...refused, ...of(entry)])).toEqual([]);
  expect(await faultsOf([...refused, ...of(line, late)])).toEqual([]);
  const held = events([['agr_a', 'PaymentHeld', 'checker', {}]]).map((event) => ({ ...event, at: early }));
  expect(await faultsOf([...refused, ...of(line), ...held])).toEqual([]);
});

const told = (standing: string, ...numbers: readonly number[]) =>
  ['pfl_a', 'TransfersTold', '', { transfers: numbers.map((number) => ({ number, standing })) }] as const;
const answered = (code: string) => ['pfl_a', 'PaymentFileAnswered', 'maker', { untold: [{ because: 'group', code }] }] as const;
const failed = (payment: string) => ['agr_a', 'PaymentFailed', 'checker', { payment }] as const;
const restRejected = ['pfl_a', 'RemainingTransfersRejected', 'maker', {}] as const;
const confirmedBy = (person: string) => ['pfl_a', 'FileFailuresConfirmed', person, { numbers: [1, 2] }] as const;

test('what fails with a whole file fails by two persons, where the bank rejects it, and by its instruction', async () => {
  const begun = [answered('RJCT'), told('accepted'), restRejected, told('rejected', 1, 2)] as const;
  const right = [...begun, failed('pay_a'), failed('pay_b'), confirmedBy('checker')];
  expect(await faultsOf([...RIGHT, ...events(right)])).toEqual([]);
  expect(await faultsOf([...RIGHT, ...events([...begun, failed('pay_a'), failed('pay_b'), confirmedBy('maker')])])).toEqual([
    expect.stringContaining('transfer 1 of pfl_a was brought and confirmed by maker'),
    expect.stringContaining('transfer 2 of pfl_a was brought and confirmed by maker'),
  ]);
  expect(await faultsOf([...RIGHT, ...events([...begun, failed('pay_a'), confirmedBy('checker')])])).toEqual([
    expect.stringContaining('transfer 2 of pfl_a is confirmed as failed, and its payment has not'),
  ]);
  expect(await faultsOf([...RIGHT, ...events([answered('ACSP'), restRejected, told('rejected', 1, 2)])])).toEqual([
    expect.stringContaining('the bank says ACSP of the whole'),
  ]);
  expect(await faultsOf([...RIGHT, ...events([answered('RJCT'), told('accepted', 1), restRejected, told('rejected', 1, 2)])])).toEqual([
    expect.stringContaining('transfer 1 of pfl_a is rejected with the whole file, and the bank said accepted'),
  ]);
});

const wrote = (day: number, code: string, person = 'maker') =>
  ['pfl_a', 'PaymentFileAnswered', person, { untold: [{ because: 'group', code }], created: `2026-11-${day}T10:00:00` }] as const;
const pending = (day: number) => ['pfl_a', 'PaymentFileAnswered', 'maker', { created: `2026-11-${day}T10:00:00` }] as const;

test('what a bank says of a whole file counts by when it wrote it, and its bringer confirms nothing that fails by it', async () => {
  const bothFailed = [failed('pay_a'), failed('pay_b')] as const;
  const of = (...said: Parameters<typeof events>[0]) => faultsOf([...RIGHT, ...events(said)]);
  const rejected = [restRejected, told('rejected', 1, 2)] as const;
  expect(await of(wrote(26, 'RJCT', 'bringer'), ...rejected, ...bothFailed, confirmedBy('checker'))).toEqual([]);
  expect(await of(wrote(26, 'RJCT', 'bringer'), ...rejected, ...bothFailed, confirmedBy('bringer'))).toEqual([
    expect.stringContaining('transfer 1 of pfl_a was brought and confirmed by bringer'),
    expect.stringContaining('transfer 2 of pfl_a was brought and confirmed by bringer'),
  ]);
  expect(await of(wrote(27, 'ACSC'), wrote(26, 'RJCT'), ...rejected)).toEqual([expect.stringContaining('the bank says ACSC of the whole')]);
  const since = [wrote(26, 'RJCT'), ...rejected, wrote(27, 'ACSC'), ...bothFailed, confirmedBy('checker')] as const;
  expect(await of(...since)).toEqual([
    expect.stringContaining('transfer 1 of pfl_a is confirmed as failed with the whole file, and the bank says ACSC'),
    expect.stringContaining('transfer 2 of pfl_a is confirmed as failed with the whole file, and the bank says ACSC'),
  ]);
  expect(await of(wrote(26, 'RJCT'), pending(25), told('waiting', 1), ...rejected)).toEqual([]);
  expect(await of(wrote(26, 'RJCT'), pending(27), told('waiting', 1), ...rejected)).toEqual([
    expect.stringContaining('transfer 1 of pfl_a is rejected with the whole file, and the bank said waiting of it since'),
  ]);
});

test('what was reported because a whole file was rejected is not confirmed for one payment once the bank has taken that back', async () => {
  const reported = ['agr_a', 'PaymentFailureReported', 'maker', { payment: 'pay_a', report: 1 }] as const;
  const confirmed = ['agr_a', 'PaymentFailed', 'checker', { payment: 'pay_a', report: 1 }] as const;
  const of = (...said: [number, Parameters<typeof events>[0][number]][]) => {
    const at = (index: number) => `2026-11-26T${said[index]?.[0]}:00:00.000Z`;
    return faultsOf([...RIGHT, ...events(said.map(([, each]) => each)).map((each, index) => ({ ...each, at: at(index) }))]);
  };
  const begun: Parameters<typeof of> = [
    [11, wrote(26, 'RJCT')],
    [12, reported],
    [13, restRejected],
    [13, told('rejected', 1)],
  ];
  expect(await of(...begun, [14, confirmed], [15, wrote(27, 'ACSC')])).toEqual([]);
  expect(await of(...begun, [14, wrote(27, 'ACSC')], [15, confirmed])).toEqual([
    expect.stringContaining('PaymentFailed confirms what transfer 1 of pfl_a was rejected for with the whole file, and the bank says ACSC'),
  ]);
});

const REFUSED = events([
  ...account('acc_a', 'spo_a'),
  ...account('acc_b', 'org_a'),
  ['agr_a', 'AgreementDrafted', 'system', { proposer: 'org_a' }],
  ...(['pay_a', 'pay_b'] as const).map((payment) => ['agr_a', 'PaymentPutInFile', 'maker', { payment, file: 'pfl_a' }] as const),
  ['pfl_a', 'PaymentFileBegun', 'maker', BEGUN],
  ['pfl_a', 'TransfersListed', 'maker', { transfers: TRANSFERS }],
  ['pfl_a', 'PaymentFileMade', 'maker', MADE],
  ['pfl_a', 'PaymentFileApproved', 'checker', {}],
  ['pfl_a', 'PaymentFileDownloaded', 'downloader', {}],
  ['pfl_a', 'PaymentFileRefusalRequested', 'checker', {}],
  ['pfl_a', 'PaymentFileRefused', 'second', {}],
]);
const refusedBy = (person: string) => REFUSED.map((event) => (event.type === 'PaymentFileRefused' ? { ...event, person } : event));
const byHand = (at: string) => [
  ...REFUSED,
  ...events([
    ['agr_a', 'PaymentTakenFromFile', 'second', { payment: 'pay_a', file: 'pfl_a' }],
    ['agr_a', 'PaymentInstructed', 'maker', { payment: 'pay_a', instruction: 'I-pay_a' }],
  ]).map((event) => ({ ...event, version: event.version + 10, at })),
];

test('what a downloaded file had is not instructed by the same reference, and a file goes to the bank by its day', async () => {
  const again = byHand('2026-11-26T10:00:01.000Z').map((event) =>
    event.type === 'PaymentTakenFromFile' ? { ...event, data: { ...event.data, instruction: 'I-pay_a' } } : event,
  );
  expect(await faultsOf(again)).toEqual([expect.stringContaining('payment pay_a of agr_a is instructed by the reference that it had')]);
  const at = '2026-11-27T13:00:00.000Z';
  const late = changed('PaymentFileHandedOver', { at, data: { at, day: '2026-11-26' } });
  expect(await faultsOf(late)).toEqual([expect.stringContaining('was handed over after its day')]);
  expect(await faultsOf([...late, ...events([['pfl_a', 'PaymentFileDownloaded', 'maker', {}]])])).toEqual([]);
});

test('a file that was downloaded is refused by two, and what is in it goes no other way before', async () => {
  expect(await faultsOf(byHand('2026-11-26T10:00:01.000Z'))).toEqual([]);
  for (const person of ['checker', 'downloader', 'maker'])
    expect(await faultsOf(refusedBy(person))).toEqual([
      `file pfl_a was refused by ${person}, who made it, had it or asked for its refusal`,
    ]);
  expect(await faultsOf(REFUSED.filter(({ type }) => type !== 'PaymentFileRefusalRequested'))).toEqual([
    'file pfl_a was downloaded, and refused by second alone',
  ]);
  const open = byHand('2026-11-26T10:00:01.000Z').filter(({ type }) => type !== 'PaymentFileRefused');
  expect(await faultsOf(open)).toContain('payment pay_a of agr_a is instructed by hand, while file pfl_a may be with the bank');
});
