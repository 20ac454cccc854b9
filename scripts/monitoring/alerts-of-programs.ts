import { OWNER_NAMES, PROGRAM_NAMES } from '@junkan/proto/programs.ts';
import { type Group, grew } from './alert.ts';

const build = (service: string): string => `junkan_build_info{service="${service}",version="1.0.0"}`;
const EACH = Object.fromEntries(PROGRAM_NAMES.map((name) => [build(name), '1x60']));
const { [build('matching')]: _, ...ALL_BUT_ONE } = EACH;
const http = (status: number, part: string): string =>
  `http_server_request_duration_seconds_${part}{service="gateway",http_route="/v1/x",http_response_status_code="${status}"${part === 'bucket' ? ',le="LE"' : ''}}`;
const bucket = (le: string): string => http(200, 'bucket').replace('LE', le);

/** Whether each program is there, answers, and has what it needs. */
export const OF_PROGRAMS: Group = {
  name: 'junkan-programs',
  title: 'Programs',
  alerts: [
    {
      name: 'ProgramIsAway',
      severity: 'critical',
      expr: PROGRAM_NAMES.map((name) => `absent(junkan_build_info{service="${name}"})`).join(' or '),
      for: '5m',
      means: 'No replica of a program reports: what needs it is answered 503 or 504, or, without the worker, nothing goes on by itself.',
      todo: [
        '`GET /status` of the gateway says which part is away, as the gateway sees them. Where it says that all answer, Prometheus does not reach the metrics: see its targets.',
        'The last lines of the program’s log say why it ended: `cannot start` with the setting or the engine that is wrong, or a fatal line.',
        'Where it is killed for its memory, see [MemoryIsShort](#memoryisshort).',
      ],
      example: { series: ALL_BUT_ONE, labels: { service: 'matching' }, after: 10 },
    },
    {
      name: 'ProgramRestarts',
      severity: 'warning',
      expr: 'changes(process_start_time[30m]) > 2',
      for: '0m',
      means: 'A process has ended and begun again more than twice in half an hour.',
      todo: [
        'Read the log of the run before: a fatal line says why it ended.',
        'Without one it was killed from outside: by its limit of memory, by a probe, or because it did not end within ten seconds of being asked to.',
      ],
      example: { series: { 'process_start_time{instance="a"}': '1 1 1 5 5 9 9 14 14 14' }, labels: { instance: 'a' }, after: 9 },
    },
    {
      name: 'VersionsDiffer',
      severity: 'info',
      expr: 'count(count by (version) (junkan_build_info)) > 1',
      for: '1h',
      means: 'Two versions run at the same time for longer than a rollout takes.',
      todo: [
        'Finish the rollout, or go back: see [upgrades](operating.md#upgrades). Until then the older answers acts on what the newer has changed with 503.',
      ],
      example: {
        series: { 'junkan_build_info{service="a",version="1.0.0"}': '1x90', 'junkan_build_info{service="b",version="1.1.0"}': '1x90' },
        labels: {},
        after: 70,
      },
    },
    {
      name: 'RequestsFail',
      severity: 'critical',
      expr: 'sum(rate(http_server_request_duration_seconds_count{http_response_status_code=~"5.."}[5m])) / sum(rate(http_server_request_duration_seconds_count[5m])) > 0.01',
      for: '5m',
      means: 'More than one request in a hundred is answered with a fault of ours.',
      todo: [
        'The dashboard shows which routes and statuses: 503 and 504 are a part that is away or behind, 500 is a fault in the program.',
        'Search the gateway’s log for lines of level 50 (error): `correlationId` leads through all parts.',
      ],
      example: { series: { [http(200, 'count')]: '0+100x30', [http(503, 'count')]: '0+5x30' }, labels: {}, after: 15 },
    },
    {
      name: 'RequestsAreSlow',
      severity: 'warning',
      expr: 'histogram_quantile(0.95, sum by (le) (rate(http_server_request_duration_seconds_bucket{http_route!="/v1/events"}[10m]))) > 1',
      for: '10m',
      means: 'One request in twenty takes more than a second. Live updates, which last, are not counted.',
      todo: [
        'The dashboard shows which routes; a trace shows in which part the time goes.',
        'See [EventLoopIsLate](#eventloopislate) and the processor time of the programs, then the engines.',
      ],
      example: {
        series: { [bucket('1')]: '0+50x40', [bucket('2.5')]: '0+100x40', [bucket('+Inf')]: '0+100x40' },
        labels: {},
        after: 30,
      },
    },
    {
      name: 'CallsFail',
      severity: 'warning',
      expr: grew('rpc_server_call_duration_seconds_count{rpc_response_status_code="INTERNAL"}', 'service, rpc_method', '10m'),
      for: '0m',
      means: 'A service has answered a call with INTERNAL: a fault in the program, or something stored that is damaged or altered.',
      todo: [
        'The service’s log has an error with the method and its cause.',
        'Where it names altered or damaged content, see [commands](operating.md#commands). Everything else is for the maintainers: report it with the log line.',
      ],
      example: {
        series: {
          'rpc_server_call_duration_seconds_count{service="matching",rpc_method="M/Do",rpc_response_status_code="INTERNAL"}': '_ _ 1 1 1',
        },
        labels: { service: 'matching', rpc_method: 'M/Do' },
        after: 4,
      },
    },
    {
      name: 'CallsDoNotArrive',
      severity: 'warning',
      expr: 'sum by (service) (rate(rpc_client_call_duration_seconds_count{rpc_response_status_code=~"UNAVAILABLE|DEADLINE_EXCEEDED"}[5m])) > 0',
      for: '5m',
      means: 'For five minutes calls of a program to another were not answered, retries included.',
      todo: [
        '`GET /status` names the part that is away or still builds its views. Between the two stand addresses, network policies and the readiness of the one that is called.',
      ],
      example: {
        series: {
          'rpc_client_call_duration_seconds_count{service="gateway",rpc_method="M/Do",rpc_response_status_code="UNAVAILABLE"}': '0+1x30',
        },
        labels: { service: 'gateway' },
        after: 15,
      },
    },
    {
      name: 'MemoryIsShort',
      severity: 'warning',
      expr: 'process_memory_usage / process_memory_limit > 0.9',
      for: '10m',
      means: 'A process uses more than nine tenths of the memory that its container may have, and is killed at ten.',
      todo: [
        'Raise its limit (`programs.<name>.resources` of the chart, `JUNKAN_MEMORY` for compose).',
        'If it grows without end instead of levelling off, report it with the dashboard’s curve.',
      ],
      example: {
        series: { 'process_memory_usage{instance="a"}': '95x30', 'process_memory_limit{instance="a"}': '100x30' },
        labels: { instance: 'a' },
        after: 15,
      },
    },
    {
      name: 'EventLoopIsLate',
      severity: 'warning',
      expr: 'nodejs_eventloop_delay_p99 > 0.5',
      for: '10m',
      means: 'A process is so busy that work waits for half a second before it begins.',
      todo: [
        'See whether it has the processor time that it asks for. If so, add replicas.',
        'One that is late without load is for the maintainers.',
      ],
      example: { series: { 'nodejs_eventloop_delay_p99{instance="a"}': '0.7x30' }, labels: { instance: 'a' }, after: 15 },
    },
    {
      name: 'DatabaseIsAway',
      severity: 'critical',
      expr: `junkan_build_info{service=~"${OWNER_NAMES.join('|')}"} unless on (service, instance) junkan_relay_unrelayed_commits`,
      for: '5m',
      means: 'A service is up and cannot read its database: a value that cannot be read within two seconds is left out of the metrics.',
      todo: [
        'See whether MongoDB has a primary, and whether the service’s account still holds.',
        'Nothing is lost: commands are refused until it is back, and go on by themselves then.',
      ],
      example: { series: { [build('matching')]: '1x60' }, labels: { service: 'matching', version: '1.0.0' }, after: 10 },
    },
    {
      name: 'BrokerIsAway',
      severity: 'critical',
      expr: 'junkan_build_info{service="workflows"} unless on (service, instance) junkan_consumer_lag_events',
      for: '5m',
      means: 'The worker is up and cannot ask the broker how far it has read.',
      todo: ['See whether the NATS cluster has a leader for its streams.', 'What is recorded meanwhile is published once it is back.'],
      example: { series: { [build('workflows')]: '1x60' }, labels: { service: 'workflows', version: '1.0.0' }, after: 10 },
    },
  ],
};
