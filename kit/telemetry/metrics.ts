/** How long things took, in seconds, counted in buckets: rate and errors follow from the same counts. */
export const DURATIONS = {
  http_server_request_duration_seconds: 'Requests to the HTTP API, by method, route and status',
  rpc_server_call_duration_seconds: 'gRPC calls as they were answered, by method and status',
  rpc_client_call_duration_seconds: 'gRPC calls as they were made, retries included, by method and status',
  junkan_activity_duration_seconds: 'Activities of workflows, by name and outcome',
} as const;

/** What was done since the process began: among replicas, the share of each. */
export const COUNTERS = {
  junkan_relay_published_events_total: 'Events that were published',
  junkan_refused_events_total: 'Messages that a durable consumer met and that the owner of the context has not signed',
  junkan_refused_commits_total: 'Commits in the database that the owner of the context has not signed, and that are not published',
  junkan_consumer_handled_events_total: 'Events that a durable consumer has handled',
  junkan_mongo_operations_total: 'Operations that the database was asked for, by kind, collection and the fields they select by',
  junkan_unrecognised_status_total:
    'Statuses and events that a workflow met and does not know, by what has the status; nothing is done about those',
} as const;

/** What is read when somebody asks. */
export const GAUGES = {
  junkan_relay_unrelayed_commits: 'Commits that are not published yet',
  junkan_relay_unrelayed_age_seconds: 'Age of the oldest commit that is not published yet; 0 where there is none',
  junkan_consumer_lag_events: 'Published events that a durable consumer has yet to handle',
  junkan_view_lag_events: 'Published messages that a view of this process has yet to read',
  junkan_parked_events: 'Events that a read model could not take and that wait for an operator',
  junkan_workflows_awake: 'Workflows that are not idle',
} as const;

export type Duration = keyof typeof DURATIONS;
export type Counter = keyof typeof COUNTERS;
export type Gauge = keyof typeof GAUGES;

/** Upper bounds in seconds, as the semantic conventions of OpenTelemetry advise them for requests. */
export const BUCKETS: readonly number[] = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
