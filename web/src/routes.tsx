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
const funding = createRoute({
  getParentRoute: () => members,
  path: '/fundings/$id',
  validateSearch: fundingSearch,
  component: lazyRouteComponent(() => import('./areas/fundings/funding.tsx'), 'FundingPage'),
});
const newProject = createRoute({
  getParentRoute: () => members,
  path: '/projects/new',
  component: lazyRouteComponent(() => import('./areas/proposal/new.tsx'), 'NewPage'),
});
const proposal = createRoute({
  getParentRoute: () => members,
  path: '/projects/$id/proposal',
  component: lazyRouteComponent(() => import('./areas/proposal/proposal.tsx'), 'ProposalPage'),
});
const proposalTask = createRoute({
  getParentRoute: () => members,
  path: '/projects/$id/proposal/$task',
  component: lazyRouteComponent(() => import('./areas/proposal/task.tsx'), 'TaskPage'),
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
      members.addChildren([newProject, proposal, proposalTask, desk, funding, agreement, milestone, money]),
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
