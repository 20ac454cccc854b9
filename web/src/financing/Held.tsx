import * as m from '#messages/held';
import type { Schemas } from '../base/api/client.ts';
import { dayText } from '../base/parts/locale.ts';
import { rareCode } from '../opened/choices.ts';

/** Shows that a part of the money is on hold: since when, and why. Each hold is released separately. */
export const Held = ({ holds }: { readonly holds: readonly Schemas['Hold'][] }) => (
  <>
    {holds.map(({ number, heldAt, reason }) => (
      <strong key={number}>{m.onHold({ day: dayText(heldAt.slice(0, 10)), reason: rareCode('reason', reason) })}</strong>
    ))}
  </>
);
