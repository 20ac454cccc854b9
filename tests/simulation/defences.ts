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
      instead: 'publish(subject, text, {})',
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
    {
      file: 'services/disbursement/agreements/payments/payment-gate.ts',
      text: 'if (refusal) return refuse(refusal);',
      instead: 'void refusal;',
    },
  ],
  'maker and checker': CONTROLS['maker and checker'].changes,
  'confirmation by another person': [
    {
      file: 'services/disbursement/agreements/payments/payment-duties.ts',
      text: "otherDuty(by.person, [...dutiesBefore(payment), ['reported', reported.by]])",
      instead: 'otherDuty(by.person, dutiesBefore(payment))',
    },
  ],
  'one order for each cell': [
    {
      file: 'services/disbursement/agreements/payments/payment-decide.ts',
      text: 'if (before && !isOver(before))',
      instead: "if (before && before.status === 'settled')",
    },
  ],
  'answer of a repeat': [
    {
      file: 'kit/store/event-store.ts',
      text: 'return { ok: true, version: before.to, status: before.answer.status, state, repeated: true };',
      instead: 'return { ok: true, version: seen.version, status: before.answer.status, state, repeated: true };',
    },
  ],
  'budget within what is left': [
    {
      file: 'services/sponsor-registry/envelopes/envelope.ts',
      text: 'if (amount.amount > left(state))',
      instead: 'if (left(state) < -(10n ** 18n))',
    },
  ],
  'first of two approvals': [
    {
      file: 'services/disbursement/agreements/payments/payment-evolve.ts',
      text: 'return { ...before, firstApproval: { by, at, limit, rules, measured }, accounts: accountsOf(event) };',
      instead: 'return before;',
    },
  ],
  'limits of a sponsor': [
    {
      file: 'services/matching/rounds/decide-offer.ts',
      text: 'if (limit && !first) return accept(',
      instead: "if (limit && !first && offer.id === 'off_') return accept(",
    },
  ],
  'giver and taker count as one': [
    {
      file: 'kit/pure/acting.ts',
      text: 'for (const other of acting.joined) {',
      instead: 'for (const other of acting.joined.slice(0, 0)) {',
    },
  ],
  'no terms without a rate': [
    {
      file: 'services/matching/rounds/decide-offer.ts',
      text: "if (!conversion) return { type: 'RateIsMissing', from, to, day };",
      instead: 'if (!conversion) return undefined;',
    },
  ],
  'conditions before the first payment': [
    {
      file: 'services/disbursement/agreements/payments/payment-grounds.ts',
      text: 'if (unmet.length > 0) return',
      instead: 'if (unmet.length > 99) return',
    },
  ],
  'targets stay once reported': [
    {
      file: 'services/disbursement/agreements/modifications/results.ts',
      text: 'if (!found.isOpen)',
      instead: "if (found.status === 'absent')",
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

/**
 * Which seed notices soon that a defence is gone, and after how many steps. It does so again while neither the walk nor the code changes
 * much. For the others walks of `npm run simulate -- --controls` are long enough.
 */
export const NOTICED_SOON: Partial<Record<ControlName, { readonly seed: number; readonly steps: number }>> = {
  'version guard': { seed: 1, steps: 0 },
  'expected version': { seed: 12, steps: 32 },
  'message id': { seed: 2, steps: 0 },
  'wake-up by events': { seed: 1, steps: 12 },
  'answer of a repeat': { seed: 3, steps: 103 },
  'release of what ended': { seed: 1, steps: 100 },
};
