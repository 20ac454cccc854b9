/** How Grafana writes a number. */
type Unit = 'short' | 's' | 'bytes' | 'percentunit' | 'reqps' | 'dtdurations';

type Panel = { readonly title: string; readonly unit: Unit; readonly queries: Readonly<Record<string, string>> };
type Row = { readonly title: string; readonly panels: readonly Panel[] };
export type Dashboard = { readonly uid: string; readonly title: string; readonly rows: readonly Row[] };

/** Legends by queries. A legend in braces is a label. */
const panel = (title: string, unit: Unit, queries: Readonly<Record<string, string>>): Panel => ({ title, unit, queries });

const slowest = (histogram: string, by: string): string => `histogram_quantile(0.95, sum by (le, ${by}) (rate(${histogram}_bucket[5m])))`;

const SYSTEM: Dashboard = {
  uid: 'junkan-system',
  title: 'Junkan: programs and events',
  rows: [
    {
      title: 'Requests',
      panels: [
        panel('Requests by status', 'reqps', {
          '{{http_response_status_code}}': 'sum by (http_response_status_code) (rate(http_server_request_duration_seconds_count[5m]))',
        }),
        panel('Share of faults', 'percentunit', {
          faults:
            'sum(rate(http_server_request_duration_seconds_count{http_response_status_code=~"5.."}[5m])) / sum(rate(http_server_request_duration_seconds_count[5m]))',
        }),
        panel('Slowest 5 % by route', 's', {
          '{{http_route}}': `topk(10, ${slowest('http_server_request_duration_seconds', 'http_route')})`,
        }),
        panel('Slowest 5 % of calls by service', 's', { '{{service}}': slowest('rpc_server_call_duration_seconds', 'service') }),
        panel('Calls that were not answered', 'reqps', {
          '{{service}} {{rpc_response_status_code}}':
            'sum by (service, rpc_response_status_code) (rate(rpc_client_call_duration_seconds_count{rpc_response_status_code=~"UNAVAILABLE|DEADLINE_EXCEEDED|INTERNAL"}[5m]))',
        }),
        panel('Database operations', 'reqps', { '{{service}}': 'sum by (service) (rate(junkan_mongo_operations_total[5m]))' }),
      ],
    },
    {
      title: 'Events and workflows',
      panels: [
        panel('Oldest commit not published', 's', { '{{service}}': 'max by (service) (junkan_relay_unrelayed_age_seconds)' }),
        panel('Commits not published', 'short', { '{{service}}': 'max by (service) (junkan_relay_unrelayed_commits)' }),
        panel('Oldest event not handled', 's', {
          '{{durable}} {{context}}': 'max by (context, durable) (junkan_consumer_oldest_unread_seconds)',
        }),
        panel('Events not handled', 'short', { '{{durable}} {{context}}': 'max by (context, durable) (junkan_consumer_lag_events)' }),
        panel('Messages that views have yet to read', 'short', {
          '{{view}} {{service}}': 'max by (service, view) (junkan_view_lag_events)',
        }),
        panel('Events a second', 'reqps', {
          'published by {{service}}': 'sum by (service) (rate(junkan_relay_published_events_total[5m]))',
          'handled by {{durable}}': 'sum by (durable) (rate(junkan_consumer_handled_events_total[5m]))',
        }),
        panel('Parked and refused', 'short', {
          'parked {{durable}}': 'max by (durable) (junkan_parked_events)',
          'refused messages': 'sum(junkan_refused_events_total)',
          'refused commits': 'sum(junkan_refused_commits_total)',
          'unknown statuses': 'sum(junkan_unrecognised_status_total)',
        }),
        panel('Workflows awake', 'short', { awake: 'max(junkan_workflows_awake)' }),
        panel('Activities that failed', 'reqps', {
          '{{activity}}': 'sum by (activity) (rate(junkan_activity_duration_seconds_count{outcome="failed"}[5m]))',
        }),
      ],
    },
    {
      title: 'Processes',
      panels: [
        panel('Processor time, cores', 'short', { '{{instance}}': 'sum by (instance) (rate(process_cpu_time_total[5m]))' }),
        panel('Resident memory', 'bytes', { '{{instance}}': 'process_memory_usage', 'limit {{instance}}': 'process_memory_limit' }),
        panel('Heap in use', 'bytes', { '{{instance}}': 'sum by (instance) (v8js_memory_heap_used)' }),
        panel('Event loop: 99 % come sooner', 's', { '{{instance}}': 'nodejs_eventloop_delay_p99' }),
        panel('Event loop: share of time at work', 'percentunit', { '{{instance}}': 'nodejs_eventloop_utilization' }),
        panel('Time in collections of garbage', 'percentunit', {
          '{{instance}}': 'sum by (instance) (rate(v8js_gc_duration_sum[5m]))',
        }),
        panel('Since the start', 'dtdurations', { '{{instance}}': 'time() - process_start_time' }),
        panel('Versions', 'short', { '{{service}} {{version}}': 'count by (service, version) (junkan_build_info)' }),
      ],
    },
  ],
};

const WORK: Dashboard = {
  uid: 'junkan-work',
  title: 'Junkan: work and money',
  rows: [
    {
      title: 'What waits for persons',
      panels: [
        panel('Waiting, by kind', 'short', { '{{kind}}': 'max by (kind) (junkan_work_waiting) > 0' }),
        panel('Past its date, by kind', 'short', { '{{kind}}': 'max by (kind) (junkan_work_overdue) > 0' }),
        panel('The oldest, by kind', 'dtdurations', { '{{kind}}': 'max by (kind) (junkan_work_oldest_seconds) > 0' }),
        panel('Clearances that end within 30 days', 'short', { clearances: 'max(junkan_clearances_expiring)' }),
      ],
    },
    {
      title: 'Payments',
      panels: [
        panel('Payments by status', 'short', { '{{status}}': 'max by (status) (junkan_payments)' }),
        panel('Steps of payments past their date', 'short', { '{{kind}}': 'max by (kind) (junkan_work_overdue{kind=~"payment-.*"})' }),
        panel('Payments that wait for approval', 'short', { waiting: 'max(junkan_work_waiting{kind="payment-to-approve"})' }),
        panel('Payments that failed at the bank', 'short', { failed: 'max(junkan_payments{status="failed"})' }),
      ],
    },
    {
      title: 'Mail',
      panels: [
        panel('Mails an hour', 'short', { '{{outcome}}': 'sum by (outcome) (increase(junkan_mails_total[1h]))' }),
        panel('Persons whose mail waits', 'short', { persons: 'max(junkan_mail_undelivered)' }),
      ],
    },
    {
      title: 'Files',
      panels: [
        panel('Files that wait for the scanner', 'short', { files: 'sum(junkan_files_held{state="pending"})' }),
        panel('Files in which something was found', 'short', { files: 'max(junkan_files_held{state="infected"})' }),
      ],
    },
  ],
};

export const DASHBOARDS: readonly Dashboard[] = [SYSTEM, WORK];

/** All that a dashboard asks Prometheus. */
export const queriesOf = ({ rows }: Dashboard): string[] =>
  rows.flatMap(({ panels }) => panels.flatMap(({ queries }) => Object.values(queries)));

const WIDTH = 12;
const HEIGHT = 8;
const SOURCE = { type: 'prometheus', uid: '$source' };

/** As Grafana imports it; it asks which Prometheus is meant. */
export function grafana({ uid, title, rows }: Dashboard): string {
  let y = 0;
  let id = 0;
  const panels = rows.flatMap((row) => {
    const heading = {
      id: ++id,
      type: 'row',
      title: row.title,
      collapsed: false,
      gridPos: { x: 0, y: y++, w: 2 * WIDTH, h: 1 },
      panels: [],
    };
    const graphs = row.panels.map((each, place) => ({
      id: ++id,
      type: 'timeseries',
      title: each.title,
      datasource: SOURCE,
      gridPos: { x: (place % 2) * WIDTH, y: y + Math.floor(place / 2) * HEIGHT, w: WIDTH, h: HEIGHT },
      fieldConfig: { defaults: { unit: each.unit, min: 0 }, overrides: [] },
      options: { legend: { displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'multi', sort: 'desc' } },
      targets: Object.entries(each.queries).map(([legendFormat, expr], at) => ({
        refId: String.fromCharCode('A'.charCodeAt(0) + at),
        datasource: SOURCE,
        expr,
        legendFormat,
      })),
    }));
    y += Math.ceil(row.panels.length / 2) * HEIGHT;
    return [heading, ...graphs];
  });
  const source = { name: 'source', label: 'Prometheus', type: 'datasource', query: 'prometheus' };
  const dashboard = { uid, title, schemaVersion: 39, timezone: '', refresh: '1m', time: { from: 'now-6h', to: 'now' } };
  return `${JSON.stringify({ ...dashboard, templating: { list: [source] }, panels }, null, 2)}\n`;
}
