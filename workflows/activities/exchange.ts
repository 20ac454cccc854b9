import { type ExchangeInput, exchangeId } from '../contract.ts';
import type { ExchangeActivities } from '../flows/flows.ts';
import type { ExchangeStep, WholeExchangeView } from '../rules/exchange.ts';
import { calling, observed, take } from './calling.ts';
import type { Parts } from './parts.ts';
import { knowing } from './statuses.ts';

export function exchangeActivities(parts: Parts): ExchangeActivities {
  const { wakeRecords, clock, log } = parts;
  const { programme } = parts.services;
  const callsOf = ({ exchange, correlationId }: ExchangeInput) => calling(exchangeId(exchange), correlationId);
  const actOn = (input: ExchangeInput, step: ExchangeStep): Promise<unknown> => {
    const { exchange } = input;
    const { command } = callsOf(input);
    if (step.do === 'StepExchange') return programme.stepExchange({ exchange }, command('step', step.version));
    const { do: what, matter, role, organisation, occurrence } = step;
    return programme.remindOfExchange(
      { exchange, matter, role, organisation, occurrence },
      command(what, matter, occurrence, role, organisation),
    );
  };
  return {
    lookAtExchange: (input) =>
      observed<WholeExchangeView>(wakeRecords, exchangeId(input.exchange), async () => {
        const { status, version, due, next, reminders } = await programme.getExchange({ id: input.exchange }, callsOf(input).query);
        return { now: clock.now(), status: knowing(parts, exchangeId(input.exchange))('exchange', status), version, due, next, reminders };
      }),
    async actOnExchange(input, steps) {
      for (const step of steps) await take(log, step, () => actOn(input, step));
    },
  };
}
