import { type EnvelopeEndStatus, parseEnvelopeEndStatus } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import type { Envelope } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import type { Unrecognised } from '@junkan/proto/language.ts';
import { excluding, type Task, task } from './task.ts';

const AWAITS: Readonly<Record<EnvelopeEndStatus | Unrecognised, boolean>> = {
  proposed: true,
  moved: false,
  refused: false,
  unrecognised: false,
};

/** A second person of the sponsor confirms the last day that the first has proposed, or refuses it. */
export function tasksOfEnvelope({ sponsor: organisation, ends }: Envelope): Task[] {
  const last = ends.at(-1);
  if (!last || !AWAITS[parseEnvelopeEndStatus(last.status)]) return [];
  const operations = ['confirmEnvelopeEnd', 'refuseEnvelopeEnd'];
  const excluded = excluding('PreparedByTheSamePerson', [last.proposedBy]);
  const common = { organisation, operations, excluded, silence: 'nothing' } as const;
  return [task({ ...common, kind: 'envelope-end-to-confirm', role: 'sponsor.approver' })];
}
