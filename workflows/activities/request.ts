import { type RequestInput, requestId } from '../contract.ts';
import type { RequestActivities } from '../flows/flows.ts';
import type { RequestStep, WholeRequestView } from '../rules/request.ts';
import { calling, observed, take } from './calling.ts';
import type { Parts } from './parts.ts';
import { knowing } from './statuses.ts';

export function requestActivities(parts: Parts): RequestActivities {
  const { wakeRecords, clock, log } = parts;
  const { programme } = parts.services;
  const callsOf = ({ request, correlationId }: RequestInput) => calling(requestId(request), correlationId);
  const actOn = (input: RequestInput, step: RequestStep): Promise<unknown> => {
    const { request } = input;
    const { command } = callsOf(input);
    if (step.do === 'NoteAdoption') {
      const { instrument } = step;
      return programme.noteAdoption({ instrument, request }, command('adoption', request));
    }
    const { do: what, matter, role, organisation, occurrence } = step;
    const notice = { request, matter, role, organisation, occurrence };
    const call = command(what, matter, occurrence, role, organisation);
    return what === 'RemindOf' ? programme.remindOfRequest(notice, call) : programme.escalateRequest(notice, call);
  };
  return {
    lookAtRequest: (input) =>
      observed<WholeRequestView>(wakeRecords, requestId(input.request), async () => {
        const { status, waits, untold } = await programme.getSupportRequest({ id: input.request }, callsOf(input).query);
        return { now: clock.now(), status: knowing(parts, requestId(input.request))('request', status), waits, untold };
      }),
    async actOnRequest(input, steps) {
      for (const step of steps) await take(log, step, () => actOn(input, step));
    },
  };
}
