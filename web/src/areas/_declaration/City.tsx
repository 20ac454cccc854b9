import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import * as common from '#messages';
import * as m from '#messages/signatories';
import { CameOfIt } from '../../base/CameOfIt.tsx';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { countryName, dayText, list, numberText } from '../../base/parts/locale.ts';
import { PrintButton } from '../../base/parts/PrintButton.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { Table } from '../../base/parts/Table.tsx';
import type { Obligation, Signatory } from './shared/queries.ts';
import { Day, ObligationTag, StandingOf } from './shared/Standing.tsx';
import { byDue, isInForce, missingOf, nextOf, obligationName } from './shared/standing.ts';

// Versions are rare.
const Affirm = lazy(async () => ({ default: (await import('./Affirm.tsx')).Affirm }));

type Props = {
  readonly signatory: Signatory;
  /** What is for the city and the secretariat; others are shown what is owed, and by when. */
  readonly children: ReactNode;
  /** Whether the reader may know what has happened. */
  readonly isMember: boolean;
};

/** A city that has signed, as everybody may know it. */
export function City({ signatory, children, isMember }: Props) {
  const { id, city, place, country, names = {} } = signatory;
  const name = names[city]?.text ?? place?.name ?? city;
  return (
    <ItemPage
      title={name}
      up={<Link to="/signatories">{m.signatories()}</Link>}
      crumbs={[
        <Link key="country" to="/signatories" search={{ country }}>
          {countryName(country)}
        </Link>,
      ]}
      aside={<PrintButton />}
      {...(isMember ? { history: { title: m.history(), timeline: 'getSignatoryTimeline' as const, id, names, more: m.more() } } : {})}
      state={
        <p className="row">
          <StandingOf of={signatory} />
          <span className="quiet">{m.where({ country: countryName(country), people: numberText(place?.population ?? 0) })}</span>
        </p>
      }
    >
      <Next of={signatory} />
      {signatory.asked && isInForce(signatory) ? (
        <Suspense fallback={null}>
          <Affirm signatory={signatory} asked={signatory.asked} />
        </Suspense>
      ) : null}
      {children ?? <Owed of={signatory} />}
      <section className="part" aria-labelledby="h-papers">
        <h2 id="h-papers">{m.papers()}</h2>
        <Dates of={signatory} />
      </section>
      <CameOfIt city={city} published={{ signatory: id }} />
    </ItemPage>
  );
}

/** What everybody waits for, or why it is suspended. */
function Next({ of }: { readonly of: Signatory }) {
  if (!isInForce(of)) return null;
  const next = nextOf(of);
  const missing = missingOf(of);
  if (of.standing === 'suspended')
    return (
      <Say kind="bad">
        <p>
          <b>
            {m.suspendedSince({
              day: dayText(of.suspendedOn ?? ''),
              missing: list(missing.map((each) => obligationName(each.name))) || 'none',
            })}
          </b>{' '}
          {m.moneyGoesOn()}
        </p>
      </Say>
    );
  if (!next) return null;
  const facts = {
    obligation: obligationName(next.name),
    day: dayText(next.standing === 'in-review' ? (next.reviewDue ?? next.due) : next.due),
  };
  return (
    <Say kind={next.standing === 'overdue' ? 'wait' : 'info'}>
      <p>
        {next.standing === 'in-review' ? m.isReviewed(facts) : next.standing === 'overdue' ? m.wasDue(facts) : m.isDue(facts)}
        {next.notice?.on ? ` ${m.afterNotice({ day: dayText(next.notice.on) })}` : null}
      </p>
    </Say>
  );
}

const Dates = ({
  of: { decidedOn, signedOn, admittedOn, suspendedOn, reinstatedOn, endedOn, declaration, standsBy, group, leavesOn, names = {} },
}: {
  readonly of: Signatory;
}) => (
  <Facts
    of={[
      [m.councilDecided(), decidedOn && <Day of={decidedOn} />],
      [m.signedOn(), signedOn && <Day of={signedOn} />],
      [m.admittedOn(), admittedOn && <Day of={admittedOn} />],
      [m.suspendedOn(), suspendedOn && <Day of={suspendedOn} />],
      [m.reinstatedOn(), reinstatedOn && <Day of={reinstatedOn} />],
      [m.leftOn(), endedOn && <Day of={endedOn} />],
      [
        m.theText(),
        <ItemLink key="text" id={declaration}>
          {m.versionNumber({ version: standsBy })}
        </ItemLink>,
      ],
      [
        m.group(),
        group ? (
          <>
            <ItemLink id={group}>{names[group]?.text ?? m.aGroup()}</ItemLink>
            {leavesOn ? ` ${m.leavesOn({ day: dayText(leavesOn) })}` : null}
          </>
        ) : (
          m.onItsOwn()
        ),
      ],
    ]}
  />
);

/** What it owes and has handed in, the next first. */
const Owed = ({ of: { obligations } }: { readonly of: Signatory }) =>
  obligations.length === 0 ? null : (
    <section className="part" aria-labelledby="h-owed">
      <h2 id="h-owed">{m.owes()}</h2>
      <Table
        label={m.owes()}
        rows={obligations.toSorted(byDue)}
        keyOf={({ name }) => name}
        columns={[
          { title: m.what(), cell: ({ name }) => obligationName(name) },
          { title: m.dueOn(), cell: ({ due }) => <Day of={due} /> },
          { title: common.state(), cell: (obligation) => <ObligationTag of={obligation} /> },
          ...(obligations.some(({ notice }) => notice)
            ? [{ title: m.noticed(), cell: ({ notice }: Obligation) => <Day of={notice?.on} /> }]
            : []),
        ]}
      />
    </section>
  );
