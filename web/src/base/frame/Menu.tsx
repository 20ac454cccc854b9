import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps, useLocation } from '@tanstack/react-router';
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

/** The lists of the menu, each for whom it has something. Roles of one person are joined into one menu. */
const LISTS: readonly Entry[] = [
  { to: '/desk', label: m.desk, isFor: everyone },
  { to: '/projects', label: m.projects, isFor: isOf('proposer.', 'secretariat.', 'auditor') },
  { to: '/actions', label: m.menuActions, isFor: isOf('proposer.', 'secretariat.', 'auditor') },
  { to: '/series', label: m.menuSeries, isFor: isOf('proposer.', 'secretariat.', 'auditor') },
  { to: '/peers', label: m.menuPeers, isFor: isOf('proposer.officer') },
  { to: '/matches', label: m.menuMatches, isFor: isOf('sponsor.') },
  { to: '/mandates', label: m.menuMandates, isFor: isOf('sponsor.', 'secretariat.', 'auditor') },
  { to: '/offers', label: m.menuOffers, isFor: isOf('sponsor.', 'proposer.') },
  { to: '/approvals', label: m.menuApprovals, isFor: isOf('sponsor.approver', 'secretariat.approver', 'finance.checker') },
  { to: '/envelopes', label: m.menuBudgets, isFor: isOf('sponsor.', 'auditor') },
  { to: '/portfolio', label: m.menuFunded, isFor: isOf('sponsor.') },
  { to: '/milestones', label: m.milestones, isFor: isOf('proposer.', 'secretariat.', 'sponsor.', 'auditor') },
  { to: '/payments', label: m.menuPayments, isFor: isOf('proposer.', 'sponsor.', 'finance.', 'secretariat.', 'auditor') },
  { to: '/ledger', label: m.menuLedger, isFor: isOf('proposer.', 'sponsor.', 'finance.', 'auditor') },
  { to: '/rates', label: m.menuRates, isFor: isOf('finance.', 'auditor') },
  { to: '/periods', label: m.menuPeriods, isFor: isOf('finance.', 'auditor') },
  { to: '/bank-accounts', label: m.menuAccounts, isFor: isOf('proposer.', 'sponsor.', 'finance.', 'secretariat.', 'auditor') },
  { to: '/approval-rules', label: m.menuRules, isFor: isOf('sponsor.', 'finance.', 'secretariat.', 'auditor') },
  { to: '/delegations', label: m.menuDelegations, isFor: isOf('proposer.', 'sponsor.', 'finance.', 'secretariat.', 'auditor') },
  { to: '/payment-files', label: m.menuPaymentFiles, isFor: isOf('finance.', 'auditor') },
  { to: '/statements', label: m.menuStatements, isFor: isOf('finance.', 'auditor', 'sponsor.') },
  { to: '/cash-books', label: m.menuCashBooks, isFor: isOf('finance.', 'auditor') },
  { to: '/passports', label: m.menuPassports, isFor: isOf('secretariat.', 'sponsor.', 'auditor') },
  { to: '/clock', label: m.menuClock, isFor: (role) => role === 'clock.operator' },
  { to: '/organisations', label: m.menuOrganisations, isFor: isOf('secretariat.', 'auditor') },
  { to: '/enquiries', label: m.menuEnquiries, isFor: isOf('secretariat.', 'auditor') },
  { to: '/learning', label: m.menuOwnLearning, isFor: isOf('proposer.', 'sponsor.', 'programme.', 'secretariat.') },
  { to: '/certificates', label: m.menuCertificates, isFor: isOf('secretariat.', 'auditor') },
  { to: '/policies', label: m.menuPolicies, isFor: everyone },
  { to: '/support-requests', label: m.menuSupport, isFor: isOf('proposer.', 'programme.expert', 'secretariat.', 'auditor') },
  { to: '/partners', label: m.menuPartners, isFor: isOf('programme.', 'secretariat.', 'auditor') },
];

/** What is the person's own. */
const OWN = [
  { to: '/notifications', label: m.notifications },
  { to: '/searches', label: m.savedSearches },
  { to: '/settings', label: m.settings },
] as const;

/** For those who are new here; on every page they are in the foot as well. */
const OPEN = [
  { to: '/how', label: m.menuHow },
  { to: '/data', label: m.menuData },
] as const;

/** The count of work that waits for the signed-in person; it is updated live. */
const useWaiting = (): number => {
  const { data } = useQuery<Schemas['LiveWork']['counts']>({ queryKey: keys.waiting, enabled: false, queryFn: () => ({}) });
  return Object.values(data ?? {}).reduce((sum, count) => sum + count, 0);
};

export function Lists() {
  const session = useSession();
  const waiting = useWaiting();
  const own = LISTS.filter(({ isFor }) => session?.roles.some(isFor));
  return (
    <ul>
      {own.map(({ to, label }) => (
        <li key={to}>
          <Link to={to}>
            {label()}
            {to === '/desk' && waiting > 0 ? (
              <span className="count">
                <span className="vh">, </span>
                {waiting}
              </span>
            ) : null}
          </Link>
        </li>
      ))}
      <li>
        <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
          {m.portfolio()}
        </Link>
      </li>
      <li>
        <Link to="/flow">{m.menuFlow()}</Link>
      </li>
      <li>
        <Link to="/signatories">{m.menuSignatories()}</Link>
      </li>
      <li>
        <Link to="/results">{m.menuResults()}</Link>
      </li>
      <li>
        <Link to="/trainings">{m.menuTrainings()}</Link>
      </li>
      <li>
        <Link to="/awards">{m.menuAwards()}</Link>
      </li>
      <li>
        <Link to="/calls">{m.menuCalls()}</Link>
      </li>
      {session
        ? null
        : OPEN.map(({ to, label }) => (
            <li key={to}>
              <Link to={to}>{label()}</Link>
            </li>
          ))}
    </ul>
  );
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
