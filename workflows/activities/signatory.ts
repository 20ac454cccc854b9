import type { RungName, TurnFact } from '@junkan/proto/junkan/programme/v1/language.ts';
import { type SignatoryInput, signatoryId } from '../contract.ts';
import type { SignatoryActivities } from '../flows/flows.ts';
import type { SignatoryStep, WholeSignatoryView } from '../rules/signatory.ts';
import { type Calls, calling, observed, take } from './calling.ts';
import type { Parts, Services } from './parts.ts';
import { knowing } from './statuses.ts';

export function signatoryActivities(parts: Parts): SignatoryActivities {
  const { wakeRecords, clock, log } = parts;
  const { programme } = parts.services;
  const idOf = ({ signatory, attempt }: SignatoryInput) => signatoryId(signatory, attempt);
  const callsOf = (input: SignatoryInput) => calling(idOf(input), input.correlationId);
  return {
    lookAtSignatory: (input) =>
      observed<WholeSignatoryView>(wakeRecords, idOf(input), async () => {
        const { status, attempt, since, due, turns, next, affirm } = await programme.getSignatory(
          { id: input.signatory },
          callsOf(input).query,
        );
        return { now: clock.now(), status: knowing(parts, idOf(input))('signatory', status), attempt, since, due, turns, next, affirm };
      }),
    async actOnSignatory(input, steps: readonly SignatoryStep[]) {
      for (const step of steps) await take(log, step, () => actOnSignatory(programme, input, step, callsOf(input)));
    },
  };
}

/** The steps with which an obligation is opened: a self-assessment with its first reminder. */
const OPENING: readonly string[] = ['opened', 'reminded'];

async function actOnSignatory(
  programme: Services['programme'],
  { signatory, attempt }: SignatoryInput,
  step: SignatoryStep,
  { command }: Calls,
): Promise<unknown> {
  switch (step.do) {
    case 'ReachRung': {
      const { obligation, rung, days, due } = step;
      // What falls due before long is there to be written before its step is recorded, which happens once.
      if (OPENING.includes(rung)) await programme.openObligation({ signatory, obligation }, command('open', attempt, obligation));
      const key = command('rung', attempt, obligation, rung, days, due);
      return programme.reachRung({ signatory, obligation, rung: rung as RungName, days }, key);
    }
    case 'ChangeTurn': {
      const { obligation, fact, at, source } = step;
      return programme.changeTurn({ signatory, obligation, fact: fact as TurnFact, at, source }, command('turn', source));
    }
    case 'AskToAffirm':
      return programme.askToAffirm({ signatory }, command('affirm', attempt, step.version));
    case 'RemindOf':
    case 'EscalateTo': {
      const { do: what, matter, role, organisation, occurrence } = step;
      const reminded = { signatory, matter, role, organisation, occurrence };
      return programme.remindOfSignatory(reminded, command(what, matter, occurrence, role, organisation));
    }
  }
}
