/**
 * `duration`: how long things took, in seconds, counted in buckets: rate and errors follow from the same counts. `counter`: what was done since
 * the process began: among replicas, the share of each. `gauge`: what is read when somebody asks. `runtime`: of the process, whatever its services do.
 */
export type MetricKind = 'duration' | 'counter' | 'gauge' | 'runtime';

type Metric<Kind extends MetricKind = MetricKind> = { readonly kind: Kind; readonly means: string; readonly labels: readonly string[] };

const duration = (means: string, ...labels: string[]): Metric<'duration'> => ({ kind: 'duration', means, labels });
const counter = (means: string, ...labels: string[]): Metric<'counter'> => ({ kind: 'counter', means, labels });
const gauge = (means: string, ...labels: string[]): Metric<'gauge'> => ({ kind: 'gauge', means, labels });
const runtime = (means: string, ...labels: string[]): Metric<'runtime'> => ({ kind: 'runtime', means, labels });

/** All that a process reports, as Prometheus calls it; documents, dashboards and alerts know no other. All but `runtime` has the label `service`. */
export const METRICS = {
  http_server_request_duration_seconds: duration(
    'Requests to the HTTP API; status 499 = the client left before the answer',
    'http_request_method',
    'http_route',
    'http_response_status_code',
  ),
  rpc_server_call_duration_seconds: duration('gRPC calls as a service answered them', 'rpc_method', 'rpc_response_status_code'),
  rpc_client_call_duration_seconds: duration(
    'gRPC calls as their maker saw them, retries included',
    'rpc_method',
    'rpc_response_status_code',
  ),
  junkan_activity_duration_seconds: duration('What workflows do; outcome is done or failed', 'activity', 'outcome'),

  junkan_relay_published_events_total: counter('Events that were published'),
  junkan_refused_events_total: counter(
    'Messages that a reader met and that the owner of their context has not signed',
    'context',
    'durable',
  ),
  junkan_refused_commits_total: counter('Commits in the database that the owner of the context has not signed, and that are not published'),
  junkan_consumer_handled_events_total: counter('Events that a durable consumer has handled', 'context', 'durable'),
  junkan_mongo_operations_total: counter('What a program asked the database for; by = the fields', 'operation', 'collection', 'by'),
  junkan_unrecognised_status_total: counter(
    'Statuses and events that a workflow met and does not know, by what has the status; nothing is done about those',
    'of',
  ),
  junkan_mails_total: counter('Attempts to hand a mail over; outcome is sent or failed', 'outcome'),

  junkan_relay_unrelayed_commits: gauge('Commits that are recorded and not published yet'),
  junkan_relay_unrelayed_age_seconds: gauge('Age of the oldest commit that is not published yet; 0 = none waits'),
  junkan_consumer_lag_events: gauge('Published events that a durable consumer has yet to handle', 'context', 'durable'),
  junkan_consumer_oldest_unread_seconds: gauge(
    'Age of the oldest event that a durable consumer has yet to handle; 0 = none',
    'context',
    'durable',
  ),
  junkan_view_lag_events: gauge('Published messages that a view of this process has yet to read', 'view'),
  junkan_parked_events: gauge('Events that a view could not take and that wait for an operator', 'durable'),
  junkan_workflows_awake: gauge('Workflows that are not idle'),
  junkan_work_waiting: gauge('What waits for a person now, by kind of work', 'kind'),
  junkan_work_overdue: gauge('What waits for a person and is past its date, by kind of work', 'kind'),
  junkan_work_oldest_seconds: gauge('For how long the oldest of it has waited, in policy time', 'kind'),
  junkan_payments: gauge('Payments by status', 'status'),
  junkan_clearances_expiring: gauge('Clearances of cities and agencies whose last day is within 30 days'),
  junkan_mail_undelivered: gauge('Persons whose mail of the present period could not be handed over yet'),
  junkan_files_held: gauge(
    'Files that nobody is given: pending = those that wait for a scanner, in this process; infected = those in which it found something',
    'state',
  ),
  junkan_build_info: gauge('1; which version runs', 'version', 'node'),

  process_cpu_time_total: runtime('Seconds of processor time', 'cpu_mode'),
  process_memory_usage: runtime('Resident memory in bytes'),
  process_memory_limit: runtime('Bytes of memory that the process may have, by its container; absent = no limit'),
  process_start_time: runtime('When the process began, in seconds since 1970'),
  nodejs_eventloop_delay_p50: runtime(
    'How late the event loop comes to its work, in seconds: half is later; measured each 20 ms, so never less',
  ),
  nodejs_eventloop_delay_p99: runtime('The same: 1 % is later'),
  nodejs_eventloop_delay_max: runtime('The same: the latest since metrics were asked for the last time'),
  nodejs_eventloop_utilization: runtime('The share of time in which the event loop works, 0 to 1'),
  v8js_gc_duration: runtime('Collections of garbage: count and seconds, by kind', 'v8js_gc_type'),
  v8js_memory_heap_used: runtime('Bytes of the heap in use, by space', 'v8js_heap_space_name'),
  target_info: runtime('1; what the process is', 'service_name', 'service_namespace', 'service_version', 'service_instance_id'),
} as const satisfies Readonly<Record<string, Metric>>;

type Named = { [Name in keyof typeof METRICS]: readonly [Name, (typeof METRICS)[Name]['kind']] }[keyof typeof METRICS];
type OfKind<Kind extends MetricKind> = Extract<Named, readonly [unknown, Kind]>[0];

export type Duration = OfKind<'duration'>;
export type Counter = OfKind<'counter'>;
export type Gauge = OfKind<'gauge'>;

export const metricsOf = <Kind extends MetricKind>(kind: Kind): readonly OfKind<Kind>[] =>
  Object.entries(METRICS)
    .filter(([, metric]) => metric.kind === kind)
    .map(([name]) => name as OfKind<Kind>);

/** Upper bounds in seconds, as the semantic conventions of OpenTelemetry advise them for requests. */
export const BUCKETS: readonly number[] = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
