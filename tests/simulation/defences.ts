import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Change, CONTROLS, changed, ROOT } from '../faults/controls/controls.ts';

/** Defences of the product that a walk must miss, with what its code reads as where they are gone. */
export const SIMULATED_CONTROLS = {
  'version guard': CONTROLS['version guard'].changes,
  'maker and checker': CONTROLS['maker and checker'].changes,
  'idempotent views': CONTROLS['idempotent views'].changes,
  'answer of a repeat': [{ file: 'kit/store/event-store.ts', text: '(await answeredBefore(parts, request, seen)) ??', instead: '' }],
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
  'wake-up during a look': [
    {
      file: 'workflows/flows/look-loop.ts',
      text: 'const { view, seen } = await look();',
      instead: 'const { view, seen } = await look();\n    woken = false;',
    },
  ],
  'wake-up by events': [
    { file: 'workflows/bridge/bridge.ts', text: 'await inTurns(concerned, (workflowId) => wake(parts, workflowId));', instead: '' },
  ],
  'role of who approves a payment': [
    { file: 'services/disbursement/domain/agreement-payments.ts', text: 'if (refusal) return refuse(refusal);', instead: 'void refusal;' },
  ],
  'one order for each cell': [
    {
      file: 'services/disbursement/domain/agreement-payments.ts',
      text: 'if (before && !isOver(before))',
      instead: 'if (before?.status === "requested")',
    },
  ],
  'release once': [
    {
      file: 'services/sponsor-registry/domain/envelope.ts',
      text: "if (claim?.is === 'released') return alreadyApplied;\n  if (claim?.is === 'committed')",
      instead: "if (claim?.is === 'committed')",
    },
  ],
  'release of what ended': [
    { file: 'workflows/rules/claims.ts', text: "return [{ do: 'ReleaseOffer', offer, because }];", instead: 'return [];' },
  ],
  'budget within what is left': [
    {
      file: 'services/sponsor-registry/domain/envelope.ts',
      text: 'if (amount.amount > left(state))',
      instead: 'if (amount.amount > left(state) * 2n)',
    },
  ],
  'one settlement for each report': [
    {
      file: 'services/disbursement/domain/payment-bank.ts',
      text: "if (payment.status === 'settled' || payment.status === 'failed')\n    return payment.reported?.number",
      instead: "if (payment.status === 'failed')\n    return payment.reported?.number",
    },
  ],
} as const satisfies Record<string, readonly Change[]>;

export type ControlName = keyof typeof SIMULATED_CONTROLS;
export const CONTROL_NAMES = Object.keys(SIMULATED_CONTROLS) as ControlName[];

/** @throws where one of its changes does not fit the code. */
export function mustFit(name: ControlName): void {
  for (const change of SIMULATED_CONTROLS[name]) changed(readFileSync(fileURLToPath(new URL(change.file, ROOT)), 'utf8'), change);
}
