import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { accountsSearch } from './areas/accounts/accounts.search.ts';
import { delegationsSearch } from './areas/delegations/delegations.search.ts';
import { filesSearch } from './areas/payment-files/files.search.ts';
import { rulesSearch } from './areas/rules/rules.search.ts';
import { entriesSearch, statementsSearch } from './areas/statements/statements.search.ts';
import { members } from './roots.tsx';

const accounts = createRoute({
  getParentRoute: () => members,
  path: '/bank-accounts',
  validateSearch: accountsSearch,
  component: lazyRouteComponent(() => import('./areas/accounts/accounts.tsx'), 'Accounts'),
});
const account = createRoute({
  getParentRoute: () => members,
  path: '/bank-accounts/$id',
  component: lazyRouteComponent(() => import('./areas/accounts/account.tsx'), 'AccountPage'),
});
const approvalRules = createRoute({
  getParentRoute: () => members,
  path: '/approval-rules',
  validateSearch: rulesSearch,
  component: lazyRouteComponent(() => import('./areas/rules/rules.tsx'), 'ApprovalRules'),
});
const rulesOfOne = createRoute({
  getParentRoute: () => members,
  path: '/approval-rules/$id',
  component: lazyRouteComponent(() => import('./areas/rules/rules.tsx'), 'RulesPage'),
});
const delegations = createRoute({
  getParentRoute: () => members,
  path: '/delegations',
  validateSearch: delegationsSearch,
  component: lazyRouteComponent(() => import('./areas/delegations/delegations.tsx'), 'Delegations'),
});
const delegationsOfOne = createRoute({
  getParentRoute: () => members,
  path: '/delegations/$id',
  component: lazyRouteComponent(() => import('./areas/delegations/delegations.tsx'), 'DelegationsPage'),
});
const paymentFiles = createRoute({
  getParentRoute: () => members,
  path: '/payment-files',
  validateSearch: filesSearch,
  component: lazyRouteComponent(() => import('./areas/payment-files/files.tsx'), 'PaymentFiles'),
});
const paymentFile = createRoute({
  getParentRoute: () => members,
  path: '/payment-files/$id',
  component: lazyRouteComponent(() => import('./areas/payment-files/file.tsx'), 'PaymentFilePage'),
});
const statements = createRoute({
  getParentRoute: () => members,
  path: '/statements',
  validateSearch: statementsSearch,
  component: lazyRouteComponent(() => import('./areas/statements/statements.tsx'), 'Statements'),
});
const statement = createRoute({
  getParentRoute: () => members,
  path: '/statements/$id',
  validateSearch: entriesSearch,
  component: lazyRouteComponent(() => import('./areas/statements/statement.tsx'), 'StatementPage'),
});

/** What goes to banks and comes from them, and by which rules and by whom it is approved. */
export const OF_BANKS = [
  accounts,
  account,
  approvalRules,
  rulesOfOne,
  delegations,
  delegationsOfOne,
  paymentFiles,
  paymentFile,
  statements,
  statement,
] as const;
