import { conditionsOf, draftOf, isInForce, partsOf, type Share } from './agreements.ts';
import { type Context, type Finding, finding, type Recorded, type Stored, streamsOf } from './facts.ts';

/** 16. What is signed says the terms that were agreed on, offer by offer; no payment before its sponsor has confirmed each condition precedent. */
export function termsAreKept({ matching, disbursement }: Stored): Finding {
  const { check, result } = finding();
  const agreed = termsOf(matching);
  for (const [agreement, events] of streamsOf(disbursement, 'agr')) {
    const shares: readonly Share[] = draftOf(events)?.data.shares ?? [];
    for (const { offer, financing } of shares.flatMap(partsOf))
      check(inOrder(financing) === inOrder(agreed.get(offer)), () => `${agreement} has other terms for ${offer} than were agreed on`);
    if (!isInForce(events)) continue;
    const conditions = conditionsOf(shares);
    for (const request of events.filter(({ type }) => type === 'PaymentRequested'))
      for (const { number } of conditions.filter((each) => each.phase === 'precedent' && each.sponsor === request.data.sponsor))
        check(
          confirmation(events, number, request.version) !== undefined,
          () => `payment ${request.data.payment} of ${agreement} was requested before condition ${number} was met`,
        );
    for (const event of events.filter(({ type }) => type === 'ConditionConfirmed')) {
      const reported = events.findLast(
        ({ type, version, data }) => type === 'ConditionReported' && version < event.version && data.condition === event.data.condition,
      );
      check(
        reported !== undefined && reported.person !== event.person,
        () => `condition ${event.data.condition} of ${agreement} was confirmed by nobody else than ${event.person}`,
      );
    }
  }
  return result();
}

const confirmation = (events: readonly Recorded[], condition: number, before: number): Recorded | undefined =>
  events.find(({ type, version, data }) => type === 'ConditionConfirmed' && version < before && data.condition === condition);

/** On what terms each offer is made now; those that budget did not back are not among them. */
function termsOf(matching: Context): ReadonlyMap<string, unknown> {
  const now = new Map<string, unknown>();
  const backed = new Map<string, unknown>();
  for (const [, events] of streamsOf(matching, 'fnd'))
    for (const { type, data } of events)
      switch (type) {
        case 'OfferProposed':
          now.set(data.offer, data.financing);
          break;
        case 'OfferCountered':
          if (!backed.has(data.offer)) backed.set(data.offer, now.get(data.offer));
          now.set(data.offer, data.financing ?? now.get(data.offer));
          break;
        case 'OfferBacked':
          backed.delete(data.offer);
          break;
        case 'BackingRefused':
          if (backed.has(data.offer)) now.set(data.offer, backed.get(data.offer));
          backed.delete(data.offer);
          break;
        default:
          break;
      }
  return now;
}

/** As text, independent of the order of its fields. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  ) ?? '';
