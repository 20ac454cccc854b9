import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { accountsSearch } from './areas/accounts/accounts.search.ts';
import { ledgerSearch } from './areas/ledger/ledger.search.ts';
import { filesSearch } from './areas/payment-files/files.search.ts';
import { ratesSearch } from './areas/rates/rates.search.ts';
import { entriesSearch, statementsSearch } from './areas/statements/statements.search.ts';
import { members } from './roots.tsx';

// The addresses of what passes between the books and banks.

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
const ledger = createRoute({
  getParentRoute: () => members,
  path: '/ledger',
  validateSearch: ledgerSearch,
  component: lazyRouteComponent(() => import('./areas/ledger/ledger.tsx'), 'Ledger'),
});
const rates = createRoute({
  getParentRoute: () => members,
  path: '/rates',
  validateSearch: ratesSearch,
  component: lazyRouteComponent(() => import('./areas/rates/rates.tsx'), 'Rates'),
});
const rateSheet = createRoute({
  getParentRoute: () => members,
  path: '/rates/$id',
  component: lazyRouteComponent(() => import('./areas/rates/sheet.tsx'), 'SheetPage'),
});

export const OF_BOOKS = [ledger, rates, rateSheet] as const;
export const OF_BANKS = [accounts, account, paymentFiles, paymentFile, statements, statement] as const;
