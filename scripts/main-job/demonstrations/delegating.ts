import { approver, checker, deputyOf, nameOf, type Person } from '../api.ts';
import type { Base } from './base.ts';

const DEPUTY: Person = deputyOf(checker.organisation);
const DAYS = 30;
const DAY_MS = 86_400_000;
const dayAfter = (now: string, days: number): string => new Date(Date.parse(now) + days * DAY_MS).toISOString().slice(0, 10);

/** A role that is held for a colleague who is away. */
export const delegating = (base: Base) => ({
  /** The checker gives the role to a deputy for some days, and another approver confirms it. Answers who the deputy is. */
  async deputised(): Promise<Person> {
    const id = (await listOf(base)) ?? (await delegate(base));
    const found = (await heldIn(base, id)) ?? (await heldIn(base, await delegate(base)));
    if (found?.status === 'proposed') await base.api.as(approver).confirmDelegation({ id }, { delegation: found.number });
    return DEPUTY;
  },
  async backAgain(): Promise<void> {
    const id = await listOf(base);
    const held = id && (await heldIn(base, id));
    if (held) await base.api.as(checker).endDelegation({ id }, { delegation: held.number, note: 'Back again.' });
  },
});

async function delegate(base: Base): Promise<string> {
  const { now } = await base.time.until(async () => true);
  const days = { firstDay: dayAfter(now, 0), lastDay: dayAfter(now, DAYS - 1) };
  const given = { role: 'finance.checker', takenBy: nameOf(DEPUTY), ...days, note: 'On leave.' } as const;
  return (await base.api.as(checker).delegateRole({}, given)).id;
}

/** Where the secretariat's delegations are, once there was one. */
async function listOf(base: Base): Promise<string | undefined> {
  const all = await Array.fromAsync(base.api.as(checker).each('listDelegations', {}));
  return all.find(({ organisation }) => organisation === checker.organisation)?.id;
}

/** What the deputy holds, or will once it is confirmed. */
async function heldIn(base: Base, id: string) {
  const { delegations = [] } = await base.api.as(checker).getDelegations({ id });
  return delegations.find(({ takenBy, status }) => takenBy === nameOf(DEPUTY) && status !== 'ended');
}
