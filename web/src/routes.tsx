import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { deskSearch } from './areas/desk/desk.search.ts';
import { fundingSearch } from './areas/fundings/funding.search.ts';
import { portfolioSearch } from './areas/public/portfolio.search.ts';
import { Failed } from './frame/Failed.tsx';
import { Frame } from './frame/Frame.tsx';
import { Members } from './frame/Members.tsx';
import { NotThere } from './frame/NotThere.tsx';

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Frame,
  notFoundComponent: NotThere,
});

const members = createRoute({ getParentRoute: () => root, id: 'members', component: Members });

const portfolio = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: portfolioSearch,
  component: lazyRouteComponent(() => import('./areas/public/portfolio.tsx'), 'Portfolio'),
});
const project = createRoute({
  getParentRoute: () => root,
  path: '/projects/$id',
  component: lazyRouteComponent(() => import('./areas/projects/project.tsx'), 'ProjectPage'),
});
const agreement = createRoute({
  getParentRoute: () => members,
  path: '/agreements/$id',
  component: lazyRouteComponent(() => import('./areas/agreements/agreement.tsx'), 'AgreementPage'),
});
const milestone = createRoute({
  getParentRoute: () => members,
  path: '/milestones/$id',
  component: lazyRouteComponent(() => import('./areas/milestones/milestone.tsx'), 'MilestonePage'),
});
const money = createRoute({
  getParentRoute: () => members,
  path: '/milestones/$id/money',
  component: lazyRouteComponent(() => import('./areas/money/money.tsx'), 'MoneyPage'),
});
const report = createRoute({
  getParentRoute: () => members,
  path: '/milestones/$id/report',
  component: lazyRouteComponent(() => import('./areas/reporting/report.tsx'), 'ReportPage'),
});
const reportTask = createRoute({
  getParentRoute: () => members,
  path: '/milestones/$id/report/$task',
  component: lazyRouteComponent(() => import('./areas/reporting/task.tsx'), 'TaskPage'),
});
const reportCheck = createRoute({
  getParentRoute: () => members,
  path: '/milestones/$id/report/check',
  component: lazyRouteComponent(() => import('./areas/reporting/check.tsx'), 'CheckPage'),
});
const funding = createRoute({
  getParentRoute: () => members,
  path: '/fundings/$id',
  validateSearch: fundingSearch,
  component: lazyRouteComponent(() => import('./areas/fundings/funding.tsx'), 'FundingPage'),
});
const desk = createRoute({
  getParentRoute: () => members,
  path: '/desk',
  validateSearch: deskSearch,
  component: lazyRouteComponent(() => import('./areas/desk/desk.tsx'), 'Desk'),
});

/** The addresses of the application: one for each thing, whoever looks at it. */
export const routerOf = (queries: QueryClient) =>
  createRouter({
    routeTree: root.addChildren([
      portfolio,
      project,
      members.addChildren([desk, funding, agreement, milestone, report, reportTask, reportCheck, money]),
    ]),
    context: { queries },
    scrollRestoration: true,
    defaultPreload: 'intent',
    // In the place of the page: what stands around it stays.
    defaultErrorComponent: ({ error }) => <Failed error={error} />,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof routerOf>;
  }
}
