import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Change, CONTROLS, changed, ROOT } from '../faults/controls/controls.ts';

/** Defences of the product that a walk must miss, with what its code reads as where they are gone. */
export const SIMULATED_CONTROLS = {
  'version guard': CONTROLS['version guard'].changes,
  'expected version': [
    {
      file: 'kit/store/event-store.ts',
      text: 'decision.ok && call.expectedVersion !== undefined && call.expectedVersion !== version',
      instead: 'decision.ok && call.expectedVersion === -1',
    },
  ],
  'mark after the publish': [
    {
      file: 'kit/messaging/relay.ts',
      text: 'const acked = await publish({',
      instead:
        'await commits.updateMany({ _id: { $in: batch.map(({ _id }) => _id) } }, { $set: { relayed: 1 } });\n    const acked = await publish({',
    },
  ],
  'message id': [
    {
      file: 'kit/messaging/relay.ts',
      text: 'publish(subject, text, { msgID: id })',
      instead: 'publish(subject, text, { msgID: id + Math.random() })',
    },
  ],
  'wake-up by events': [
    {
      file: 'workflows/bridge/bridge.ts',
      text: 'await inTurns(concerned, (workflowId) => wake(parts, workflowId));',
      instead: '',
    },
  ],
  'role of who approves a payment': [
    { file: 'services/disbursement/domain/agreement-payments.ts', text: 'if (refusal) return refuse(refusal);', instead: 'void refusal;' },
  ],
  'maker and checker': CONTROLS['maker and checker'].changes,
  'confirmation by another person': [
    {
      file: 'services/disbursement/domain/payment-bank.ts',
      text: "otherDuty(by.person, [...dutiesBefore(payment), ['reported', reported.by]])",
      instead: 'otherDuty(by.person, dutiesBefore(payment))',
    },
  ],
  'one order for each cell': [
    {
      file: 'services/disbursement/domain/agreement-payments.ts',
      text: 'if (before && !isOver(before))',
      instead: "if (before && before.status === 'settled')",
    },
  ],
  'unique command id': CONTROLS['unique command id'].changes,
  'answer of a repeat': [
    {
      file: 'kit/store/event-store.ts',
      text: 'return { ok: true, version: before.to, status: before.answer.status, state, repeated: true };',
      instead: 'return { ok: true, version: seen.version, status: before.answer.status, state, repeated: true };',
    },
  ],
  'idempotent views': CONTROLS['idempotent views'].changes,
  'wake-up during a look': [{ file: 'workflows/looks.ts', text: '{ _id: workflowId, woken: seen }', instead: '{ _id: workflowId }' }],
  'budget within what is left': [
    {
      file: 'services/sponsor-registry/domain/envelope.ts',
      text: 'if (amount.amount > left(state))',
      instead: 'if (left(state) < -(10n ** 18n))',
    },
  ],
  'release of what ended': [
    { file: 'workflows/rules/claims.ts', text: "return [{ do: 'ReleaseOffer', offer, because }];", instead: 'return [];' },
  ],
} as const satisfies Record<string, readonly Change[]>;

export type ControlName = keyof typeof SIMULATED_CONTROLS;
export const CONTROL_NAMES = Object.keys(SIMULATED_CONTROLS) as ControlName[];

/** @throws where one of its changes does not fit the code. */
export function mustFit(name: ControlName): void {
  for (const change of SIMULATED_CONTROLS[name]) changed(readFileSync(fileURLToPath(new URL(change.file, ROOT)), 'utf8'), change);
}

/** After how many steps the first seed notices that a defence is gone; 0 = before the first. It does so again while neither the walk nor the code changes much. */
export const NOTICED_AFTER: Readonly<Record<ControlName, number>> = {
  'version guard': 0,
  'expected version': 131,
  'mark after the publish': 100,
  'message id': 29,
  'wake-up by events': 7,
  'role of who approves a payment': 239,
  'release of what ended': 84,
  'maker and checker': 600,
  'confirmation by another person': 600,
  'one order for each cell': 600,
  'unique command id': 600,
  'answer of a repeat': 600,
  'idempotent views': 600,
  'wake-up during a look': 600,
  'budget within what is left': 600,
};
