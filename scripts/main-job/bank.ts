import type { Sending } from '@junkan/client/client.ts';
import type { BodyOf } from '@junkan/client/operations.ts';
import { type Api, checker, maker, type Person, secondChecker } from './api.ts';
import type { Agreement, Cell } from './messages.ts';

/** A payment, by the agreement that it is of. */
export type Order = { readonly id: string; readonly payment: string };

type Name = 'settlePayment' | 'failPayment' | 'returnPayment' | 'reversePayment' | 'reverseOutcome' | 'confirmPayment';
/** Without the document by which it is reported, which is always the same. */
type Said = { [Each in Name]: [name: Each, body: Omit<BodyOf<Each>, 'document'>] }[Name];

/** Sends one step of a payment, as this person. */
export type Step = (as: Person, ...said: Said) => Promise<unknown>;

/** A reference such as a bank's statement has, of the characters that banks allow. */
export const statementOf = (payment: string): string => `STMT-${payment.slice(-26).toUpperCase()}`;

type Part = { readonly tranche: number; readonly sponsor: string };

/** The parts of a tranche of which there is anything to pay. */
export const owedCells = ({ cells }: Agreement, tranche: number): readonly Cell[] =>
  cells.filter((cell) => cell.tranche === tranche && /[1-9]/.test(cell.amount.amount));

/** `approvedBy`: who approves it first, where that is not the checker. */
export type Approving = { readonly isAboveLimit?: boolean; readonly approvedBy?: Person };

/**
 * Orders a sponsor's part of a tranche: a maker requests it, a checker approves, and where the amount is above a limit of the secretariat another one;
 * the maker instructs. A request has no payment yet.
 */
export async function ordered(
  api: Api,
  agreement: string,
  { tranche, sponsor }: Part,
  sending: Ordering,
  approving: Approving = {},
): Promise<Order> {
  const { payment } = await api.as(maker).requestPayment({ id: agreement }, { tranche, sponsor }, sending('request'));
  return approved(api, { id: agreement, payment }, sending, approving);
}
type Ordering = (step: 'request' | 'approve' | 'approve-as-second' | 'instruct', payment?: string) => Sending;

/** Orders some of a sponsor's part of a tranche. */
export async function orderedInPart(
  api: Api,
  agreement: string,
  { tranche, sponsor, amount }: Part & Pick<Cell, 'amount'>,
  sending: Ordering,
): Promise<Order> {
  const { payment } = await api.as(maker).requestPartPayment({ id: agreement }, { tranche, sponsor, amount }, sending('request'));
  return approved(api, { id: agreement, payment }, sending);
}

/** Orders what was retained of a sponsor's payments. */
export async function released(api: Api, agreement: string, sponsor: string, sending: Ordering): Promise<Order> {
  const { payment } = await api.as(maker).requestRelease({ id: agreement }, { sponsor }, sending('request'));
  return approved(api, { id: agreement, payment }, sending);
}

/** Orders an advance that the proposer has asked for. */
export async function advanced(api: Api, agreement: string, advance: number, sending: Ordering): Promise<Order> {
  const { payment } = await api.as(maker).requestAdvance({ id: agreement, number: advance }, {}, sending('request'));
  return approved(api, { id: agreement, payment }, sending);
}

async function approved(
  api: Api,
  order: Order,
  sending: Ordering,
  { isAboveLimit = false, approvedBy = checker }: Approving = {},
): Promise<Order> {
  const { payment } = order;
  await api.as(approvedBy).approvePayment(order, {}, sending('approve', payment));
  if (isAboveLimit) await api.as(secondChecker).approvePayment(order, {}, sending('approve-as-second', payment));
  await api.as(maker).instructPayment(order, {}, sending('instruct', payment));
  return order;
}

/** The bank has paid: a maker reports it, a checker confirms it. `report` counts what was ever reported of the payment. */
export async function settles(
  step: Step,
  booked: Omit<BodyOf<'settlePayment'>, 'document'>,
  report = 1,
  confirmedBy: Person = checker,
): Promise<void> {
  await step(maker, 'settlePayment', booked);
  await step(confirmedBy, 'confirmPayment', { report });
}

/** The bank did not carry it out, as two persons say, of whom the second did not approve the payment. */
export async function fails(step: Step, note: string, report = 1): Promise<void> {
  await step(maker, 'failPayment', { note });
  await step(secondChecker, 'confirmPayment', { report });
}

/** The bank has returned what it had paid, as two persons say. */
export async function givesBack(step: Step, booked: Omit<BodyOf<'returnPayment'>, 'document'>, report = 2): Promise<void> {
  await step(maker, 'returnPayment', booked);
  await step(secondChecker, 'confirmPayment', { report });
}

/** It was booked as settled by mistake, as two persons say. */
export async function isReversed(step: Step, note: string, report = 2): Promise<void> {
  await step(maker, 'reversePayment', { note });
  await step(secondChecker, 'confirmPayment', { report });
}

/** A return, or a failure, was booked by mistake, as two persons say. */
export async function isNotOver(step: Step, note: string, report = 3): Promise<void> {
  await step(maker, 'reverseOutcome', { note });
  await step(secondChecker, 'confirmPayment', { report });
}

const uploaded = new WeakMap<Api, Promise<string>>();
/** The file by which finance reports by hand what the bank did, by its hash: uploaded once. */
export function adviceOf(api: Api): Promise<string> {
  const known =
    uploaded.get(api) ??
    api
      .as(maker)
      .upload(new TextEncoder().encode('Advice of the bank'), 'text/plain', { name: 'Advice of the bank.txt' })
      .then(({ hash }) => hash);
  uploaded.set(api, known);
  return known;
}

/** The steps of one payment over the API. */
export function stepsOf(api: Api, order: Order, sending: (name: string) => Sending): Step {
  return async (as, ...[name, body]) => {
    const acting = api.as(as);
    switch (name) {
      case 'settlePayment':
        return acting.settlePayment(order, { ...body, document: await adviceOf(api) }, sending('settlement'));
      case 'failPayment':
        return acting.failPayment(order, body, sending('failure'));
      case 'returnPayment':
        return acting.returnPayment(order, { ...body, document: await adviceOf(api) }, sending('return'));
      case 'reversePayment':
        return acting.reversePayment(order, body, sending('reversal'));
      case 'reverseOutcome':
        return acting.reverseOutcome(order, { ...body, document: await adviceOf(api) }, sending('mistake'));
      case 'confirmPayment':
        return acting.confirmPayment(order, body, sending(`confirmation:${body.report}`));
    }
  };
}
