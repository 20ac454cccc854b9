import {
  AGREEMENT_STATUSES,
  ATTEMPT_STATUSES,
  BANK_OUTCOMES,
  CUTTING_VERDICTS,
  MEASURE_KINDS,
  MEASURE_STATUSES,
  MONEY_STEP_KINDS,
  PAYMENT_STATUSES,
  RESTS,
} from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { z } from 'zod';
import { said } from './histories.ts';
import { count, day, hash, key, maybe, moment, money, names, version, word } from './parts.ts';
import { may } from './permissions.ts';

const bankReport = z
  .strictObject({
    number: count.meta({ description: 'Counts the reports of the payment, over all its attempts.' }),
    outcome: z.enum(BANK_OUTCOMES),
    bankReference: word,
    valueDate: maybe(day),
    note: word,
    by: z.string(),
    at: moment,
  })
  .meta({ id: 'BankReport', description: 'What one person says that the bank did; it counts once a second person has confirmed it.' });
const attempt = z
  .strictObject({
    number: count,
    status: z.enum(ATTEMPT_STATUSES),
    report: count,
    requestedBy: z.string(),
    requestedAt: moment,
    approvedBy: word,
    approvedAt: maybe(moment),
    refusedBy: word,
    instruction: word,
    instructedAt: maybe(moment),
    reportedBy: word,
    confirmedBy: word,
    note: word.meta({ description: 'Why it ended.' }),
    endedAt: maybe(moment),
  })
  .meta({ id: 'PaymentAttempt', description: 'An order of the payment that came to nothing.' });
const objection = z.strictObject({ report: count, bankReference: word, note: word, by: z.string(), at: moment });

export const payment = z
  .strictObject({
    id: key('pay'),
    status: z.enum(PAYMENT_STATUSES),
    agreement: key('agr'),
    tranche: count,
    sponsor: key('spo'),
    amount: money,
    milestone: key('mst'),
    report: count,
    submittedBy: z.string(),
    verifiedBy: z.string(),
    requestedBy: z.string(),
    approvedBy: word,
    instruction: word,
    bankReference: word,
    valueDate: maybe(day),
    requestedAt: moment,
    approvedAt: maybe(moment),
    settledAt: maybe(moment),
    instructedAt: maybe(moment),
    reportedBy: z.array(z.string()).meta({ description: 'Everybody who submitted a report of its milestone.' }),
    reported: maybe(bankReport),
    confirmedBy: word,
    attempts: z.array(attempt),
    objections: z.array(objection),
  })
  .meta({ id: 'Payment' });

const part = { offer: key('off'), envelope: key('env'), amount: money };
const share = z.strictObject({
  sponsor: key('spo'),
  ...part,
  parts: z.array(z.strictObject(part)).meta({ description: 'Each of the sponsor’s offers, where there are several.' }),
  periodStart: maybe(day),
  periodEnd: maybe(day).meta({ description: 'The last day on which the bank may be told to pay of it.' }),
});
const tranche = z.strictObject({ number: count, title: z.string(), monthsAfterEffective: count, amount: money, dueOn: maybe(day) });
const signature = z.strictObject({ party: z.string(), by: z.string(), at: moment });
const measure = z
  .strictObject({
    number: count,
    kind: z.enum(MEASURE_KINDS),
    status: z.enum(MEASURE_STATUSES).meta({
      description: 'A termination is begun while its milestones are closed, before it takes effect.',
    }),
    note: word,
    proposedBy: z.string(),
    needed: z.array(z.string()).meta({ description: 'The organisations that must approve.' }),
    approvals: z.array(signature),
    changes: z.array(z.strictObject({ tranche: count, dueOn: maybe(day), amount: maybe(money) })),
    refusedBy: word,
    refusal: maybe(said).meta({ description: 'With which words it was refused. In the item, not in lists.' }),
  })
  .meta({ id: 'Measure' });
const verdict = z.strictObject({
  tranche: count,
  verdict: z.enum(CUTTING_VERDICTS),
  payableBasisPoints: count,
  rest: z.enum(RESTS),
  carriedTo: count.meta({ description: 'The tranche to which the rest was carried; 0 = none.' }),
});
const cell = z.strictObject({
  tranche: count,
  sponsor: key('spo'),
  amount: money,
  payment: key('pay').optional().meta({ description: 'The payment that was ordered for this part of a tranche.' }),
});

export const agreement = z
  .strictObject({
    id: key('agr'),
    version,
    status: z.enum(AGREEMENT_STATUSES),
    project: key('prj'),
    round: count,
    funding: key('fnd'),
    proposer: key('org'),
    shares: z.array(share),
    tranches: z.array(tranche),
    cells: z.array(cell),
    contentHash: hash.meta({ description: 'SHA-256 of the content that is signed.' }),
    signatures: z.array(signature),
    conditions: z.array(z.string()),
    signingDue: maybe(moment),
    effectiveAt: maybe(moment),
    payments: z.array(payment),
    paid: money,
    draft: count.meta({ description: 'Counts the drafts.' }),
    declinedBy: word,
    measures: z.array(measure),
    verdicts: z.array(verdict),
    amendedHash: maybe(hash).meta({ description: 'SHA-256 of the content as the last amendment left it; absent while it is as signed.' }),
    declined: maybe(said).meta({ description: 'With which words it was declined. In the item, not in lists.' }),
    may,
    names,
  })
  .meta({ id: 'Agreement' });

export const accounts = z.strictObject({ accounts: z.array(z.strictObject({ account: z.string(), balance: money })), names });

const entry = z
  .strictObject({ id: z.string(), postings: z.array(z.strictObject({ account: z.string(), money })) })
  .meta({ id: 'JournalEntry', description: 'Its postings sum to zero.' });
const step = z.strictObject({
  step: z.enum(MONEY_STEP_KINDS),
  at: maybe(moment),
  by: word,
  sponsor: maybe(key('spo')),
  payment: maybe(key('pay')),
  amount: maybe(money),
  amountBefore: maybe(money).meta({ description: 'What the part of the tranche was, where the step changed it to the amount.' }),
  otherTranche: count.meta({ description: 'Where money was carried to or came from; 0 = nowhere.' }),
  reference: word,
  correlationId: word,
  entry: maybe(entry).meta({
    description: 'Of a journal entry what belongs to this step: all milestones of an agreement show each posting once.',
  }),
  entryIsPart: z.boolean().meta({ description: 'Whether other steps show parts of the same entry.' }),
});

export const moneyOfMilestone = z
  .strictObject({
    milestone: key('mst'),
    agreement: key('agr'),
    project: key('prj'),
    tranche: count,
    planned: money.meta({ description: 'As it was signed.' }),
    payable: money.meta({ description: 'What the tranche holds now, what is paid included.' }),
    paid: money,
    steps: z.array(step),
    names,
  })
  .meta({ id: 'MoneyOfMilestone' });
