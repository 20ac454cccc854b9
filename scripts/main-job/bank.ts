import { type Api, checker, maker, type Person } from './api.ts';

type Said =
  | [name: 'settlement', body: { bankReference: string; valueDate: string }]
  | [name: 'failure', body: { note: string }]
  | [name: 'confirmation', body: { report: number }];

/** Sends one step of a payment, as this person. */
export type Step = (as: Person, ...said: Said) => Promise<unknown>;

/** A reference such as a bank's statement has, of the characters that banks allow. */
export const statementOf = (payment: string): string => `STMT-${payment.slice(-26).toUpperCase()}`;

/** The bank has paid: a maker reports it, a checker confirms it. `report` counts what was ever reported of the payment. */
export async function settles(step: Step, booked: { bankReference: string; valueDate: string }, report = 1): Promise<void> {
  await step(maker, 'settlement', booked);
  await step(checker, 'confirmation', { report });
}

/** The bank did not carry it out, as two persons say in the same way. */
export async function fails(step: Step, note: string, report = 1): Promise<void> {
  await step(maker, 'failure', { note });
  await step(checker, 'confirmation', { report });
}

type Sending = { readonly key: string; readonly correlationId: string };

/** The steps of one payment over the API, each under a key of its own. */
export function stepsOf(api: Api, agreement: string, payment: string, sending: (name: string) => Sending): Step {
  return (as, ...[name, body]) => {
    const client = api.as(as);
    switch (name) {
      case 'settlement':
        return client.command('POST', `/agreements/${agreement}/payments/${payment}/settlement`, body, sending(name));
      case 'failure':
        return client.command('POST', `/agreements/${agreement}/payments/${payment}/failure`, body, sending(name));
      case 'confirmation':
        return client.command('POST', `/agreements/${agreement}/payments/${payment}/confirmation`, body, sending(name));
    }
  };
}
