import { broken } from '../broken.ts';
import type { Hold } from './hold.ts';
import type { HoldEvent } from './hold-commands.ts';

export function holdsAfter(event: HoldEvent, before: readonly Hold[]): readonly Hold[] {
  if (event.type === 'PaymentHeld') {
    const { hold: number, tranche, sponsor, milestone, reason, note, organisation, releaseDue, at: heldAt, by: heldBy } = event;
    const held = { number, tranche, sponsor, milestone, reason, note, organisation, releaseDue, heldAt, heldBy };
    return [...before, { ...held, status: 'standing', releaseReason: '', releaseNote: '', releasedBy: '', releasedAt: '' }];
  }
  const { hold: number, reason: releaseReason, note: releaseNote, at: releasedAt, by: releasedBy } = event;
  const held = before[number - 1];
  if (held?.status !== 'standing') throw broken(event, held?.status ?? 'never held');
  return before.with(number - 1, { ...held, status: 'released', releaseReason, releaseNote, releasedBy, releasedAt });
}
