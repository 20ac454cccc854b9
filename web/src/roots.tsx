import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { flowSearch } from './areas/public/flow.search.ts';
import { portfolioSearch } from './areas/public/portfolio.search.ts';
import { Frame } from './frame/Frame.tsx';
import { Members } from './frame/Members.tsx';
import { NotThere } from './frame/NotThere.tsx';
import { Page } from './frame/Page.tsx';

/** What stands around every page. */
export const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Frame,
  notFoundComponent: NotThere,
});

/** The pages for everybody. */
export const everybody = createRoute({ getParentRoute: () => root, id: 'everybody', component: Page });

/** The pages for which one signs in. */
export const members = createRoute({ getParentRoute: () => root, id: 'members', component: Members });

const portfolio = createRoute({
  getParentRoute: () => everybody,
  path: '/',
  validateSearch: portfolioSearch,
  component: lazyRouteComponent(() => import('./areas/public/portfolio.tsx'), 'Portfolio'),
});
const flow = createRoute({
  getParentRoute: () => everybody,
  path: '/flow',
  validateSearch: flowSearch,
  component: lazyRouteComponent(() => import('./areas/public/flow.tsx'), 'Flow'),
});
const data = createRoute({
  getParentRoute: () => everybody,
  path: '/data',
  component: lazyRouteComponent(() => import('./areas/public/data.tsx'), 'Data'),
});
const how = createRoute({
  getParentRoute: () => everybody,
  path: '/how',
  component: lazyRouteComponent(() => import('./areas/public/how.tsx'), 'How'),
});
const accessibility = createRoute({
  getParentRoute: () => everybody,
  path: '/accessibility',
  component: lazyRouteComponent(() => import('./areas/public/accessibility.tsx'), 'Accessibility'),
});
export const OF_EVERYBODY = [portfolio, flow, data, how, accessibility] as const;
