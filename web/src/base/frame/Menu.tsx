import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps, useLocation } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import * as m from '#messages';
import type { Schemas } from '../api/client.ts';
import { keys } from '../api/keys.ts';
import { signOut, useSession } from '../api/session.ts';
import { Icon } from '../parts/Icon.tsx';

type Role = Schemas['Session']['roles'][number];
type Entry = { readonly to: NonNullable<LinkProps['to']>; readonly label: () => string; readonly isFor: (role: Role) => boolean };

const isOf =
  (...kinds: readonly string[]) =>
  (role: Role): boolean =>
    kinds.some((kind) => role.startsWith(kind));
const everyone = (role: Role): boolean => role !== 'clock.operator';

/** Whether somebody has personal data here: notices, settings, saved searches. A clock operator has none. */
export const hasOwn = ({ roles }: Pick<Schemas['Session'], 'roles'>): boolean => roles.some(everyone);

/** The lists of the menu in groups, each for whom it has something. Roles of one person are joined into one menu. */
const GROUPS: Readonly<Record<'work' | 'projects' | 'money' | 'programme' | 'organisation', readonly Entry[]>> = {
  work: [
    { to: '/approvals', label: m.menuApprovals, isFor: isOf('sponsor.approver', 'secretariat.approver', 'finance.checker') },
    { to: '/enquiries', label: m.menuEnquiries, isFor: isOf('secretariat.', 'auditor') },
    { to: '/delegations', label: m.menuDelegations, isFor: isOf('proposer.', 'sponsor.', 'finance.', 'secretariat.', 'auditor') },
    { to: '/clock', label: m.menuClock, isFor: (role) => role === 'clock.operator' },
  ],
  projects: [
    { to: '/projects', label: m.projects, isFor: isOf('proposer.', 'secretariat.', 'auditor') },
    { to: '/matches', label: m.menuMatches, isFor: isOf('sponsor.') },
    { to: '/mandates', label: m.menuMandates, isFor: isOf('sponsor.', 'secretariat.', 'auditor') },
    { to: '/offers', label: m.menuOffers, isFor: isOf('sponsor.', 'proposer.') },
    { to: '/portfolio', label: m.menuFunded, isFor: isOf('sponsor.') },
    { to: '/milestones', label: m.milestones, isFor: isOf('proposer.', 'secretariat.', 'sponsor.', 'auditor') },
    { to: '/calls', label: m.menuCalls, isFor: everyone },
    { to: '/', label: m.portfolio, isFor: everyone },
    { to: '/flow', label: m.menuFlow, isFor: everyone },
  ],
  money: [
    { to: '/payments', label: m.menuPayments, isFor: isOf('proposer.', 'sponsor.', 'finance.', 'secretariat.', 'auditor') },
    { to: '/ledger', label: m.menuLedger, isFor: isOf('proposer.', 'sponsor.', 'finance.', 'auditor') },
    { to: '/envelopes', label: m.menuBudgets, isFor: isOf('sponsor.', 'auditor') },
    { to: '/bank-accounts', label: m.menuAccounts, isFor: isOf('proposer.', 'sponsor.', 'finance.', 'secretariat.', 'auditor') },
    { to: '/payment-files', label: m.menuPaymentFiles, isFor: isOf('finance.', 'auditor') },
    { to: '/statements', label: m.menuStatements, isFor: isOf('finance.', 'auditor', 'sponsor.') },
    { to: '/cash-books', label: m.menuCashBooks, isFor: isOf('finance.', 'auditor') },
    { to: '/rates', label: m.menuRates, isFor: isOf('finance.', 'auditor') },
    { to: '/periods', label: m.menuPeriods, isFor: isOf('finance.', 'auditor') },
  ],
  programme: [
    { to: '/signatories', label: m.menuSignatories, isFor: everyone },
    { to: '/actions', label: m.menuActions, isFor: isOf('proposer.', 'secretariat.', 'auditor') },
    { to: '/series', label: m.menuSeries, isFor: isOf('proposer.', 'secretariat.', 'auditor') },
    { to: '/results', label: m.menuResults, isFor: everyone },
    { to: '/peers', label: m.menuPeers, isFor: isOf('proposer.officer') },
    { to: '/trainings', label: m.menuTrainings, isFor: everyone },
    { to: '/learning', label: m.menuOwnLearning, isFor: isOf('proposer.', 'sponsor.', 'programme.', 'secretariat.') },
    { to: '/certificates', label: m.menuCertificates, isFor: isOf('secretariat.', 'auditor') },
    { to: '/policies', label: m.menuPolicies, isFor: everyone },
    { to: '/support-requests', label: m.menuSupport, isFor: isOf('proposer.', 'programme.expert', 'secretariat.', 'auditor') },
    { to: '/awards', label: m.menuAwards, isFor: everyone },
  ],
  organisation: [
    { to: '/organisations', label: m.menuOrganisations, isFor: isOf('secretariat.', 'auditor') },
    { to: '/partners', label: m.menuPartners, isFor: isOf('programme.', 'secretariat.', 'auditor') },
    { to: '/passports', label: m.menuPassports, isFor: isOf('secretariat.', 'sponsor.', 'auditor') },
    { to: '/approval-rules', label: m.menuRules, isFor: isOf('sponsor.', 'finance.', 'secretariat.', 'auditor') },
  ],
};
type Group = keyof typeof GROUPS;

/** What is the person's own. */
const OWN = [
  { to: '/notifications', label: m.notifications },
  { to: '/searches', label: m.savedSearches },
  { to: '/settings', label: m.settings },
] as const;

/** For those who are new here; on every page they are in the foot as well. */
const OPEN: readonly Omit<Entry, 'isFor'>[] = [
  { to: '/how', label: m.menuHow },
  { to: '/data', label: m.menuData },
];

/** The count of work that waits for the signed-in person; it is updated live. */
const useWaiting = (): number => {
  const { data } = useQuery<Schemas['LiveWork']['counts']>({ queryKey: keys.waiting, enabled: false, queryFn: () => ({}) });
  return Object.values(data ?? {}).reduce((sum, count) => sum + count, 0);
};

const Entries = ({ of }: { readonly of: readonly Omit<Entry, 'isFor'>[] }) =>
  of.map(({ to, label }) => (
    <li key={to}>
      <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
        {label()}
      </Link>
    </li>
  ));

/** The groups of a person, without what is for others. */
const groupsOf = ({ roles }: Pick<Schemas['Session'], 'roles'>): (readonly [Group, readonly Entry[]])[] =>
  (Object.keys(GROUPS) as Group[])
    .map((group) => [group, GROUPS[group].filter(({ isFor }) => roles.some(isFor))] as const)
    .filter(([, own]) => own.length > 0);

/** All that is in somebody's menu, and what everybody has. */
export const entriesOf = (session: Pick<Schemas['Session'], 'roles'> | null | undefined): readonly Omit<Entry, 'isFor'>[] =>
  session
    ? [
        ...(hasOwn(session) ? [{ to: '/desk', label: m.desk } as const] : []),
        ...groupsOf(session).flatMap(([, own]) => own),
        ...(hasOwn(session) ? OWN : []),
        ...OPEN,
      ]
    : [
        ...Object.values(GROUPS)
          .flat()
          .filter(({ isFor }) => isFor === everyone),
        ...OPEN,
      ];

function Desk() {
  const waiting = useWaiting();
  return (
    <li>
      <Link to="/desk">
        {m.desk()}
        {waiting > 0 ? (
          <span className="count">
            <span className="vh">, </span>
            {waiting}
          </span>
        ) : null}
      </Link>
    </li>
  );
}

/** What waits, and the groups, each of which opens; of a group of one, that one. Who is not signed in has what is for everybody. */
export function Lists() {
  const session = useSession();
  const { pathname } = useLocation();
  if (!session)
    return (
      <ul>
        <Entries of={entriesOf(null)} />
      </ul>
    );
  return (
    <ul>
      {hasOwn(session) ? <Desk /> : null}
      {groupsOf(session).map(([group, own]) =>
        own.length === 1 ? (
          <Entries key={group} of={own} />
        ) : (
          <li key={group}>
            <details className="group" name="menu" key={pathname} onKeyDown={closeAtEscape}>
              <summary aria-current={own.some(({ to }) => isAt(pathname, to)) ? 'true' : undefined}>{m.menuGroup({ group })}</summary>
              <ul className="sheet">
                <Entries of={own} />
              </ul>
            </details>
          </li>
        ),
      )}
    </ul>
  );
}

const isAt = (pathname: string, to: string): boolean => pathname === to || (to !== '/' && pathname.startsWith(`${to}/`));

/** Gives the focus back to what opened it. */
function closeAtEscape({ key, currentTarget }: KeyboardEvent<HTMLDetailsElement>): void {
  if (key !== 'Escape' || !currentTarget.open) return;
  currentTarget.open = false;
  currentTarget.querySelector('summary')?.focus();
}

/** On narrow pages the lists and the person's own entries are in one sheet, which navigation closes. */
export function Menu() {
  const session = useSession();
  const { pathname } = useLocation();
  return (
    <details className="menu" key={pathname}>
      <summary>
        <Icon name="menu" size={20} />
        <span>{m.menu()}</span>
      </summary>
      <nav className="sheet" aria-label={m.menu()}>
        <Lists />
        {session ? (
          <ul>
            <li>
              <span>{m.signedInAs({ person: session.name ?? session.person })}</span>
            </li>
            {(hasOwn(session) ? OWN : []).map(({ to, label }) => (
              <li key={to}>
                <Link to={to}>{label()}</Link>
              </li>
            ))}
            <li>
              <button className="btn small" type="button" onClick={() => void signOut()}>
                {m.signOut()}
              </button>
            </li>
          </ul>
        ) : null}
      </nav>
    </details>
  );
}
