import { fails, givesBack, isReversed, type Order, type Step, settles } from '@junkan/scripts/main-job/bank.ts';
import { usd } from '../../actors.ts';
import { answered } from './parties.ts';
import type { Sent } from './record.ts';
import type { Stage } from './stage.ts';

type Part = { readonly tranche: number; readonly sponsor: string };

/** Of a hundred times. */
const SELDOM = 25;

/** Of the policy clock. */
async function today({ send, parties }: Stage): Promise<string> {
  const clock = await send.read(parties.desk.clock, 'getClock', {});
  if (!clock) throw new Error('there is no clock');
  return clock.now.slice(0, 10);
}
const bookedAs = async (stage: Stage, order: Order, what = '') => ({
  bankReference: `BANK-${order.payment.slice(-26)}${what}`,
  valueDate: await today(stage),
});

/**
 * Two persons pay it; neither alone may, and nobody pays it again. Now and then the bank fails first, and it is ordered again; or it does not
 * stand: the bank returns it, or it was booked by mistake.
 */
export async function paid(stage: Stage, agreement: string, { tranche, sponsor }: Part): Promise<void> {
  const { send, parties, rng } = stage;
  const { finance, treasurer } = parties.desk;
  const part = { tranche, sponsor };
  const asks = () => send.command(finance, 'requestPayment', { id: agreement }, part);
  if (rng.is(SELDOM)) await paidInPart(stage, agreement, part);
  const failsFirst = rng.is(SELDOM);
  if (failsFirst) await fails(saidOf(stage, await instructed(stage, agreement, asks)), 'The account is unknown.');
  const order = await instructed(stage, agreement, asks);
  const reports = failsFirst ? 2 : 1;
  await settles(saidOf(stage, order), await bookedAs(stage, order), reports);
  if (rng.is(SELDOM)) await undone(stage, agreement, order, { asks, reports });
  await send.command(treasurer, 'requestPayment', { id: agreement }, part, { expects: 'refused' });
  const document = await adviceOf(stage);
  await send.command(
    finance,
    'settlePayment',
    order,
    { ...(await bookedAs(stage, order)), bankReference: 'ANOTHER', document },
    { expects: 'refused' },
  );
}

type Undoing = { readonly asks: () => Promise<Sent>; readonly reports: number };

/** What was settled is undone, and is settled as it should be. */
async function undone(stage: Stage, agreement: string, order: Order, { asks, reports }: Undoing): Promise<void> {
  const isReturned = stage.rng.is(50);
  if (isReturned) {
    await givesBack(saidOf(stage, order), { ...(await bookedAs(stage, order, '-BACK')), note: 'The account is closed.' }, reports + 1);
    await instructed(stage, agreement, asks);
  } else await isReversed(saidOf(stage, order), 'It was another payment of the same sum.', reports + 1);
  await settles(saidOf(stage, order), await bookedAs(stage, order, '-AGAIN'), reports + 2);
}

/** Some of it is paid by itself; what is left waits for that, and now and then it comes back and is due again. */
async function paidInPart(stage: Stage, agreement: string, part: Part): Promise<void> {
  const { send, parties, rng } = stage;
  const { finance } = parties.desk;
  const asked = { ...part, amount: usd('10.00') };
  const order = await instructed(stage, agreement, () => send.command(finance, 'requestPartPayment', { id: agreement }, asked));
  await send.command(finance, 'requestPayment', { id: agreement }, part, { expects: 'refused' });
  await settles(saidOf(stage, order), await bookedAs(stage, order));
  if (rng.is(SELDOM)) await givesBack(saidOf(stage, order), { ...(await bookedAs(stage, order, '-BACK')), note: 'The account is closed.' });
}

/** A part is paid ahead, and what was spent of it is stated and accepted. */
export async function advanced(stage: Stage, agreement: string, { tranche, sponsor }: Part): Promise<void> {
  const { send, parties, city } = stage;
  const { finance, verifier } = parties.desk;
  const asked = { tranche, sponsor, amount: usd('60.00'), note: 'Containers for two wards.' };
  await send.command(city.officer, 'askAdvance', { id: agreement }, asked);
  await send.command(city.officer, 'askAdvance', { id: agreement }, { ...asked, amount: usd('50.00') }, { expects: 'refused' });
  const of = { id: agreement, number: 1 };
  const order = await instructed(stage, agreement, () => send.command(finance, 'requestAdvance', of, {}));
  await settles(saidOf(stage, order), await bookedAs(stage, order));
  const invoices = await send.upload(city.officer, 'Invoices 17 to 19');
  const day = await today(stage);
  const spent = { amount: usd('50.00'), firstDay: day, lastDay: day, note: 'Forty containers.', evidence: [invoices] };
  await send.command(city.officer, 'submitExpenditure', of, spent);
  const accepted = { amount: usd('45.00') };
  await send.command(city.officer, 'acceptExpenditure', { ...of, expenditure: '1' }, accepted, { expects: 'refused' });
  await send.command(verifier, 'acceptExpenditure', { ...of, expenditure: '1' }, accepted);
}

/** A part of what was paid has to come back, and does. */
export async function claimedBack(stage: Stage, agreement: string): Promise<void> {
  const { send, parties, city } = stage;
  const { screener, approver, finance, treasurer } = parties.desk;
  const of = { id: agreement, number: 1 };
  const amount = usd('30.00');
  await send.command(screener, 'claimRecovery', { id: agreement }, { kind: 'ineligible', amount, note: 'Invoices of another year.' });
  await send.command(city.certifier, 'answerRecovery', of, { note: 'That is so.' });
  await send.command(screener, 'approveRecovery', of, {}, { expects: 'refused' });
  await send.command(approver, 'approveRecovery', of);
  const document = await adviceOf(stage);
  await send.command(finance, 'reportRefund', of, {
    amount,
    bankReference: `BACK-${agreement.slice(-26)}`,
    valueDate: await today(stage),
    document,
  });
  await send.command(finance, 'confirmResolution', { ...of, resolution: '1' }, {}, { expects: 'refused' });
  await send.command(treasurer, 'confirmResolution', { ...of, resolution: '1' });
}

/** What was kept of a sponsor's payments is paid once all of them are. */
export async function released(stage: Stage, agreement: string, sponsor: string): Promise<void> {
  const { send, parties } = stage;
  const { finance } = parties.desk;
  const order = await instructed(stage, agreement, () => send.command(finance, 'requestRelease', { id: agreement }, { sponsor }));
  await settles(saidOf(stage, order), await bookedAs(stage, order));
}

/** The file by which finance reports by hand what the bank did. */
const adviceOf = ({ send, parties }: Stage): Promise<string> => send.upload(parties.desk.finance, 'Advice of the bank');

/**
 * Who reported what the bank did does not confirm it themselves; nor does who approved the payment, where it is to be paid again. `as`: a second checker, where
 * the way of it asks for one.
 */
function saidOf(stage: Stage, order: Order): Step {
  const { send, parties } = stage;
  const { finance, treasurer, accountant } = parties.desk;
  return async (as, ...[name, body]) => {
    const needsDocument = name === 'settlePayment' || name === 'returnPayment' || name === 'reverseOutcome';
    if (name === 'confirmPayment') await send.command(finance, name, order, body, { expects: 'refused' });
    const said = needsDocument ? { ...body, document: await adviceOf(stage) } : body;
    return send.command(name !== 'confirmPayment' ? finance : as.second ? accountant : treasurer, name, order, said);
  };
}

async function instructed({ send, parties }: Stage, agreement: string, asks: () => Promise<Sent>): Promise<Order> {
  const { finance, treasurer } = parties.desk;
  const { payment = '' } = answered(await asks());
  const order = { id: agreement, payment };
  await send.command(finance, 'approvePayment', order, {}, { expects: 'refused' });
  await send.command(treasurer, 'approvePayment', order);
  await send.command(finance, 'instructPayment', order);
  return order;
}
