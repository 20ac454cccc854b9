import * as m from '#messages/signatories';
import { Icon } from '../../../base/parts/Icon.tsx';
import { dayText } from '../../../base/parts/locale.ts';
import { StatusOf } from '../../../base/parts/StatusOf.tsx';
import type { Obligation, Signatory } from './queries.ts';
import { isBefore, lookOf } from './standing.ts';

/** The status of a signatory, in a word; since when, where that matters. */
export const StandingOf = ({ of, of: { status, standing, suspendedOn, endedOn } }: { readonly of: Signatory }) => (
  <>
    {isBefore(of) ? <StatusOf of="signatoryStatus" status={status} /> : <StatusOf of="signatoryStanding" status={standing} />}
    {suspendedOn ? <small className="quiet"> {m.since({ day: dayText(suspendedOn) })}</small> : null}
    {endedOn ? <small className="quiet"> {m.since({ day: dayText(endedOn) })}</small> : null}
  </>
);

/** The status of an obligation. */
export function ObligationTag({ of }: { readonly of: Obligation }) {
  const [ring, tone] = lookOf(of);
  return (
    <span className={`tag ${tone}`}>
      <Icon name={ring} />
      <span>{m.obligationStanding({ code: of.standing })}</span>
    </span>
  );
}

export const Day = ({ of }: { readonly of: string | undefined }) => (of ? <time dateTime={of}>{dayText(of)}</time> : '–');
