import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { noticesSearch } from './areas/account/notifications.search.ts';
import { approvalsSearch } from './areas/approvals/approvals.search.ts';
import { envelopesSearch } from './areas/budgets/envelopes.search.ts';
import { deskSearch } from './areas/desk/desk.search.ts';
import { fundingSearch } from './areas/fundings/funding.search.ts';
import { mandatesSearch } from './areas/mandates/mandates.search.ts';
import { newMandateSearch } from './areas/mandates/new-mandate.search.ts';
import { compareSearch } from './areas/matches/compare.search.ts';
import { matchesSearch, openSearch } from './areas/matches/matches.search.ts';
import { milestonesSearch } from './areas/milestones/list.search.ts';
import { offersSearch } from './areas/offers/offers.search.ts';
import { organisationsSearch } from './areas/organisations/organisations.search.ts';
import { passportsSearch } from './areas/passports/passports.search.ts';
import { paymentsSearch } from './areas/payments/payments.search.ts';
import { projectsSearch } from './areas/projects/list.search.ts';
import { Failed } from './frame/Failed.tsx';
import { everybody, members, OF_EVERYBODY, root } from './roots.tsx';
import { OF_BANKS } from './routes-of-banks.tsx';
import { OF_BOOKS } from './routes-of-books.tsx';

const project = createRoute({
  getParentRoute: () => everybody,
  path: '/projects/$id',
  component: lazyRouteComponent(() => import('./areas/projects/project.tsx'), 'ProjectPage'),
});
const projects = createRoute({
  getParentRoute: () => members,
  path: '/projects',
  validateSearch: projectsSearch,
  component: lazyRouteComponent(() => import('./areas/projects/list.tsx'), 'Projects'),
});
const milestones = createRoute({
  getParentRoute: () => members,
  path: '/milestones',
  validateSearch: milestonesSearch,
  component: lazyRouteComponent(() => import('./areas/milestones/list.tsx'), 'Milestones'),
});
const agreement = createRoute({
  getParentRoute: () => members,
  path: '/agreements/$id',
  component: lazyRouteComponent(() => import('./areas/agreements/agreement.tsx'), 'AgreementPage'),
});
const agreementText = createRoute({
  getParentRoute: () => members,
  path: '/agreements/$id/text',
  component: lazyRouteComponent(() => import('./areas/agreements/text.tsx'), 'AgreementTextPage'),
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
const OF_REPORTS = [report, reportTask, reportCheck] as const;
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
const importProjects = createRoute({
  getParentRoute: () => members,
  path: '/projects/import',
  component: lazyRouteComponent(() => import('./areas/proposal/import.tsx'), 'ImportPage'),
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
const OF_PROPOSALS = [newProject, importProjects, proposal, proposalTask] as const;

const desk = createRoute({
  getParentRoute: () => members,
  path: '/desk',
  validateSearch: deskSearch,
  component: lazyRouteComponent(() => import('./areas/desk/desk.tsx'), 'Desk'),
});
const offers = createRoute({
  getParentRoute: () => members,
  path: '/offers',
  validateSearch: offersSearch,
  component: lazyRouteComponent(() => import('./areas/offers/offers.tsx'), 'Offers'),
});
const approvals = createRoute({
  getParentRoute: () => members,
  path: '/approvals',
  validateSearch: approvalsSearch,
  component: lazyRouteComponent(() => import('./areas/approvals/approvals.tsx'), 'Approvals'),
});
const passports = createRoute({
  getParentRoute: () => members,
  path: '/passports',
  validateSearch: passportsSearch,
  component: lazyRouteComponent(() => import('./areas/passports/passports.tsx'), 'Passports'),
});
const passport = createRoute({
  getParentRoute: () => members,
  path: '/passports/$id',
  component: lazyRouteComponent(() => import('./areas/passports/passport.tsx'), 'PassportPage'),
});
const organisations = createRoute({
  getParentRoute: () => members,
  path: '/organisations',
  validateSearch: organisationsSearch,
  component: lazyRouteComponent(() => import('./areas/organisations/organisations.tsx'), 'Organisations'),
});
const organisation = createRoute({
  getParentRoute: () => everybody,
  path: '/organisations/$id',
  component: lazyRouteComponent(() => import('./areas/organisations/organisation.tsx'), 'OrganisationPage'),
});
const payments = createRoute({
  getParentRoute: () => members,
  path: '/payments',
  validateSearch: paymentsSearch,
  component: lazyRouteComponent(() => import('./areas/payments/payments.tsx'), 'Payments'),
});
const OF_PARTIES = [offers, approvals, passports, passport, organisations, payments, ...OF_BOOKS, ...OF_BANKS] as const;
const matches = createRoute({
  getParentRoute: () => members,
  path: '/matches',
  validateSearch: matchesSearch,
  component: lazyRouteComponent(() => import('./areas/matches/matches.tsx'), 'Matches'),
});
const mandatesFor = createRoute({
  getParentRoute: () => members,
  path: '/projects/$id/matches',
  validateSearch: openSearch,
  component: lazyRouteComponent(() => import('./areas/matches/mandates-for.tsx'), 'MandatesFor'),
});
const compare = createRoute({
  getParentRoute: () => members,
  path: '/compare',
  validateSearch: compareSearch,
  component: lazyRouteComponent(() => import('./areas/matches/compare.tsx'), 'Compare'),
});
const mandates = createRoute({
  getParentRoute: () => members,
  path: '/mandates',
  validateSearch: mandatesSearch,
  component: lazyRouteComponent(() => import('./areas/mandates/mandates.tsx'), 'Mandates'),
});
const mandate = createRoute({
  getParentRoute: () => members,
  path: '/mandates/$id',
  component: lazyRouteComponent(() => import('./areas/mandates/mandate.tsx'), 'MandatePage'),
});
const reviseMandate = createRoute({
  getParentRoute: () => members,
  path: '/mandates/$id/edit',
  component: lazyRouteComponent(() => import('./areas/mandates/revise.tsx'), 'ReviseMandate'),
});
const newMandate = createRoute({
  getParentRoute: () => members,
  path: '/mandates/new',
  validateSearch: newMandateSearch,
  component: lazyRouteComponent(() => import('./areas/mandates/new-mandate.tsx'), 'NewMandate'),
});
const envelopes = createRoute({
  getParentRoute: () => members,
  path: '/envelopes',
  validateSearch: envelopesSearch,
  component: lazyRouteComponent(() => import('./areas/budgets/envelopes.tsx'), 'Envelopes'),
});
const envelope = createRoute({
  getParentRoute: () => members,
  path: '/envelopes/$id',
  component: lazyRouteComponent(() => import('./areas/budgets/envelope.tsx'), 'EnvelopePage'),
});
const funded = createRoute({
  getParentRoute: () => members,
  path: '/portfolio',
  component: lazyRouteComponent(() => import('./areas/budgets/funded.tsx'), 'Funded'),
});
const OF_SPONSORS = [matches, mandatesFor, compare, mandates, mandate, reviseMandate, newMandate, envelopes, envelope, funded] as const;

const notifications = createRoute({
  getParentRoute: () => members,
  path: '/notifications',
  validateSearch: noticesSearch,
  component: lazyRouteComponent(() => import('./areas/account/notifications.tsx'), 'Notifications'),
});
const searches = createRoute({
  getParentRoute: () => members,
  path: '/searches',
  component: lazyRouteComponent(() => import('./areas/account/searches.tsx'), 'Searches'),
});
const settings = createRoute({
  getParentRoute: () => members,
  path: '/settings',
  component: lazyRouteComponent(() => import('./areas/account/settings.tsx'), 'SettingsPage'),
});

const clock = createRoute({
  getParentRoute: () => members,
  path: '/clock',
  component: lazyRouteComponent(() => import('./areas/clock/clock.tsx'), 'Clock'),
});

const OF_PERSONS = [notifications, searches, settings, clock] as const;

/** The addresses of the application: one for each thing, whoever looks at it. */
export const routerOf = (queries: QueryClient) =>
  createRouter({
    routeTree: root.addChildren([
      everybody.addChildren([...OF_EVERYBODY, project, organisation]),
      members.addChildren([
        desk,
        projects,
        milestones,
        funding,
        agreement,
        agreementText,
        milestone,
        money,
        ...OF_PROPOSALS,
        ...OF_REPORTS,
        ...OF_SPONSORS,
        ...OF_PARTIES,
        ...OF_PERSONS,
      ]),
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
