import { lazy, Suspense, useState } from 'react';
import * as m from '#messages/rules';
import { decimalOf, writtenOf } from '../../acts/amounts.ts';
import { Begin } from '../../acts/Begin.tsx';
import { personName } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { useSession } from '../../base/api/session.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { momentText } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { Seal } from '../../base/parts/Seal.tsx';
import type { Values } from '../../forms/drafts.ts';
import type { OwnFields } from '../../opened/Act.tsx';
import { DAY, otherOf } from './limit-names.ts';

type Rules = Schemas['ApprovalRules'];
type Limits = { readonly limits: readonly Schemas['Money'][] | undefined; readonly of: string };

/** Above which amounts two persons approve, or that there is no limit. */
export function LimitList({ limits = [], of }: Limits) {
  if (limits.length === 0) return <p>{m.noLimits()}</p>;
  return (
    <ul>
      {limits.map((limit) => (
        <li key={limit.currency}>
          <Money amount={limit} of={`${of}/${limit.currency}`} />
        </li>
      ))}
    </ul>
  );
}

/** Above which sums of a day two persons approve a file of payments, where there are such limits. */
export const DayLimits = ({ limits = [], of }: Limits) =>
  limits.length > 0 ? (
    <>
      <h3>{m.ofDays()}</h3>
      <LimitList limits={limits} of={`${of}/day`} />
    </>
  ) : null;

type Proposal = NonNullable<Rules['proposals']>[number];

/** Who proposed limits, who decided, and how. */
export function ProposalFacts({
  id,
  proposal,
  names,
}: {
  readonly id: string;
  readonly proposal: Proposal;
  readonly names: Schemas['Names'];
}) {
  const { number, status, limits, dayLimits = [], proposedBy, proposedAt, decidedBy, decidedAt, effectiveFrom, note } = proposal;
  return (
    <article className="money-part">
      <h3>
        {m.proposal({ number })}: {m.state({ code: status })}
      </h3>
      <LimitList limits={limits} of={`${id}/proposals/${number}`} />
      <DayLimits limits={dayLimits} of={`${id}/proposals/${number}`} />
      <Facts
        of={[
          [m.proposedBy(), <Who key="proposed" name={personName(names, proposedBy)} at={proposedAt} />],
          [m.decidedBy(), decidedBy && decidedAt ? <Who key="decided" name={personName(names, decidedBy)} at={decidedAt} /> : null],
          [m.effectiveFrom(), effectiveFrom ? <time dateTime={effectiveFrom}>{momentText(effectiveFrom)}</time> : null],
        ]}
      />
      {effectiveFrom && effectiveFrom !== decidedAt ? <p>{m.whatIsBefore()}</p> : null}
      {note ? <blockquote dir="auto">{note}</blockquote> : null}
    </article>
  );
}

const Who = ({ name, at }: { readonly name: string; readonly at: string }) => (
  <>
    <Seal isMini isBound name={name} /> <time dateTime={at}>{momentText(at)}</time>
  </>
);

type ProposeMoney = Schemas['Money'];
const ROLES: readonly Schemas['Session']['roles'][number][] = ['sponsor.officer', 'secretariat.officer'];
const A_CURRENCY = /^[A-Z]{3}$/;
// They come with the form.
const LimitFields = lazy(async () => ({ default: (await import('./LimitFields.tsx')).LimitFields }));
const NONE: Readonly<Record<string, string>> = {};

type Props = {
  readonly standing: readonly ProposeMoney[];
  /** Of a day: the secretariat's alone. */
  readonly ofDays?: readonly ProposeMoney[];
  /** A proposal waits already: the last one is still shown. */
  readonly isOver: boolean;
};

/** Proposes the limits of one's own organisation: those that stand can be changed or left out, and one in another currency added. */
export function ProposeLimits({ standing, ofDays = [], isOver }: Props) {
  const paying = useSession()?.organisation === 'secretariat';
  const [values, setValues] = useState<Values>(() => ({ ...written(standing, ''), ...written(ofDays, DAY) }));
  const limits = limitsIn(standing, values, '');
  const dayLimits = paying ? limitsIn(ofDays, values, DAY) : [];
  const isReadable = [...limits, ...dayLimits].every((limit) => limit !== undefined);
  const own: OwnFields = {
    isReadable,
    faultsOf: () => (isReadable ? NONE : { limits: m.unreadable() }),
    show: () => (
      <Suspense fallback={null}>
        <LimitFields
          standing={standing}
          ofDays={paying ? ofDays : undefined}
          values={values}
          onChange={(name, value) => setValues({ ...values, [name]: value })}
        />
      </Suspense>
    ),
  };
  return <Begin operation="proposeLimits" roles={ROLES} isOver={isOver} body={{ limits, dayLimits }} own={own} />;
}

const written = (limits: readonly ProposeMoney[], of: string): Values =>
  Object.fromEntries(limits.map(({ amount, currency }) => [`${of}${currency}`, writtenOf(amount)]));

function limitsIn(standing: readonly ProposeMoney[], values: Values, of: '' | typeof DAY): (ProposeMoney | undefined)[] {
  const kept = standing.map(({ currency }): [string, string] => [currency, values[`${of}${currency}`] ?? '']);
  const other: [string, string] = [(values[`${otherOf(of)}.currency`] ?? '').trim().toUpperCase(), values[otherOf(of)] ?? ''];
  return [...kept, other].filter(([, amount]) => amount.trim() !== '').map(([currency, amount]) => limitOf(currency, amount));
}

function limitOf(currency: string, amount: string): ProposeMoney | undefined {
  const decimal = decimalOf(amount);
  return decimal !== undefined && A_CURRENCY.test(currency) ? { amount: decimal, currency } : undefined;
}
