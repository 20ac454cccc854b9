import { type Group, grew } from './alert.ts';

const of = (metric: string, labels: string): string => `${metric}{${labels}}`;

/** Whether what is recorded reaches those who read it. */
export const OF_EVENTS: Group = {
  name: 'junkan-events',
  title: 'Events and workflows',
  alerts: [
    {
      name: 'EventsAreNotPublished',
      severity: 'critical',
      expr: 'max by (service) (junkan_relay_unrelayed_age_seconds) > 60',
      for: '2m',
      means:
        'What a service has recorded has waited for more than a minute to be published: lists do not change, and deadlines and sagas wait.',
      todo: [
        'The broker is away, full, or refuses the service’s account: the log says which.',
        'Where a line names one commit that cannot be published, run `npm run junkan -- verify`.',
      ],
      example: {
        series: { [of('junkan_relay_unrelayed_age_seconds', 'service="matching"')]: '0+60x10' },
        labels: { service: 'matching' },
        after: 6,
      },
    },
    {
      name: 'ReaderIsBehind',
      severity: 'warning',
      expr: 'max by (context, durable) (junkan_consumer_oldest_unread_seconds) > 300',
      for: '5m',
      means: 'A reader has not handled an event for more than five minutes.',
      todo: ['Where it falls, wait, or add replicas of the program.', 'Where it does not fall, the reader’s log says what it tries again.'],
      example: {
        series: {
          [of('junkan_consumer_oldest_unread_seconds', 'service="workflows",context="project",durable="workflow_bridge"')]: '0+60x20',
        },
        labels: { context: 'project', durable: 'workflow_bridge' },
        after: 15,
      },
    },
    {
      name: 'ViewIsBehind',
      severity: 'warning',
      expr: 'min by (service, view) (min_over_time(junkan_view_lag_events[10m])) > 0',
      for: '5m',
      means: 'No replica’s view has caught up with its events for more than ten minutes: lists lack what is new.',
      todo: [
        'While a view is built this is so for some minutes: `GET /status` says `building`.',
        'Else see whether an event is parked, and whether the disk of `JUNKAN_VIEWS` is full.',
      ],
      example: {
        series: { [of('junkan_view_lag_events', 'service="catalogue",view="catalogue"')]: '5x30' },
        labels: { service: 'catalogue', view: 'catalogue' },
        after: 20,
      },
    },
    {
      name: 'EventsAreParked',
      severity: 'critical',
      expr: 'max by (service, durable) (junkan_parked_events) > 0',
      for: '1m',
      means: 'A view could not take an event; the item that it is of does not change in lists until it is taken.',
      todo: [
        '`npm run junkan -- parked` names event and reason.',
        'Most often a newer version has recorded it: bring this program to that version, and the view is built again.',
      ],
      example: {
        series: { [of('junkan_parked_events', 'service="catalogue",durable="catalogue"')]: '1x10' },
        labels: { service: 'catalogue', durable: 'catalogue' },
        after: 5,
      },
    },
    {
      name: 'MessagesAreForged',
      severity: 'critical',
      expr: grew('junkan_refused_events_total', 'service, durable', '10m'),
      for: '0m',
      means: 'Somebody else has written to the broker: a message was not signed by the owner of its context, and was left out.',
      todo: [
        'The log names subject and sequence. See who has an account there, and change its password.',
        'After a key was changed too early it may be an event of ours: see [keys](operating.md#keys).',
      ],
      example: {
        series: { [of('junkan_refused_events_total', 'service="matching",context="project",durable="candidates"')]: '_ _ 1 1 1' },
        labels: { service: 'matching', durable: 'candidates' },
        after: 4,
      },
    },
    {
      name: 'RecordIsForged',
      severity: 'critical',
      expr: grew('junkan_refused_commits_total', 'service', '10m'),
      for: '0m',
      means:
        'Somebody else has written to the database: a commit was not signed by its service, and is not published. Nothing is decided about money while it is there.',
      todo: [
        '`npm run junkan -- verify` names it (invariant 36). Remove what it names, or restore a backup.',
        'See who has an account at the database, and change its password.',
      ],
      example: {
        series: { [of('junkan_refused_commits_total', 'service="matching"')]: '_ _ 1 1 1' },
        labels: { service: 'matching' },
        after: 4,
      },
    },
    {
      name: 'ActivitiesFail',
      severity: 'warning',
      expr: 'sum by (activity) (rate(junkan_activity_duration_seconds_count{outcome="failed"}[10m])) > 0',
      for: '10m',
      means: 'A workflow repeats a step that does not succeed.',
      todo: [
        'The worker’s log names the item. Mostly a part that it calls is away, and it goes on by itself.',
        'If none is, run `npm run junkan -- repair`.',
      ],
      example: {
        series: {
          [of('junkan_activity_duration_seconds_count', 'service="workflows",activity="lookAtFunding",outcome="failed"')]: '0+1x40',
        },
        labels: { activity: 'lookAtFunding' },
        after: 25,
      },
    },
    {
      name: 'WorkflowsDoNotRest',
      severity: 'warning',
      expr: 'max(junkan_workflows_awake) > 0 and max(delta(junkan_workflows_awake[15m])) >= 0',
      for: '15m',
      means: 'Workflows that were woken have not gone to rest for half an hour.',
      todo: [
        'See [ActivitiesFail](#activitiesfail) and whether Temporal answers.',
        '`npm run junkan -- repair` starts again what is stuck.',
      ],
      example: { series: { [of('junkan_workflows_awake', 'service="workflows"')]: '3x60' }, labels: {}, after: 40 },
    },
    {
      name: 'StatusIsUnknown',
      severity: 'warning',
      expr: grew('junkan_unrecognised_status_total', 'of', '10m'),
      for: '0m',
      means: 'A workflow has met a status or an event that it does not know, and does nothing about it.',
      todo: ['A service is newer than the worker: bring the worker to the same version.'],
      example: {
        series: { [of('junkan_unrecognised_status_total', 'service="workflows",of="offer"')]: '_ _ 1 1 1' },
        labels: { of: 'offer' },
        after: 4,
      },
    },
  ],
};
