import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ledgerSearch } from './areas/ledger/ledger.search.ts';
import { periodsSearch } from './areas/periods/periods.search.ts';
import { ratesSearch } from './areas/rates/rates.search.ts';
import { members } from './roots.tsx';

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
const periods = createRoute({
  getParentRoute: () => members,
  path: '/periods',
  validateSearch: periodsSearch,
  component: lazyRouteComponent(() => import('./areas/periods/periods.tsx'), 'Periods'),
});
const period = createRoute({
  getParentRoute: () => members,
  path: '/periods/$id',
  component: lazyRouteComponent(() => import('./areas/periods/period.tsx'), 'PeriodPage'),
});

/** What is in the books, through which day they are closed, and by which rates it is converted. */
export const OF_BOOKS = [ledger, rates, rateSheet, periods, period] as const;
