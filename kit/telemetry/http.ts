import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { secondsSince, type Telemetry } from './telemetry.ts';
import { TRACE_HEADER } from './trace-header.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
/** The status recorded for a request whose sender left before the answer. */
const GONE = 499;

type Options = {
  /** The pattern of the matched route: actual paths contain ids and arbitrary text of callers. */
  readonly routeOf: (request: IncomingMessage) => string;
  /** Asked by machines all the time: counted, but no trace begins there. */
  readonly probes: readonly string[];
};

/** Answers each request within a span: a new trace, or the continuation of the caller's. */
export function watched(telemetry: Telemetry | undefined, handle: RequestListener, { routeOf, probes }: Options): RequestListener {
  if (!telemetry) return handle;
  return (request: IncomingMessage, response: ServerResponse): void => {
    const began = performance.now();
    const method = METHODS.find((known) => known === request.method) ?? '_OTHER';
    const span = probes.includes(request.url ?? '')
      ? undefined
      : telemetry.begin({ name: method, kind: 'server', parent: String(request.headers[TRACE_HEADER] ?? '') });
    response.once('close', () => {
      const route = routeOf(request);
      const status = response.writableFinished ? response.statusCode : GONE;
      span?.end({
        name: `${method} ${route}`,
        attributes: { 'http.request.method': method, 'http.route': route, 'http.response.status_code': status },
        failure: status >= 500 ? String(status) : undefined,
      });
      const labels = { http_request_method: method, http_route: route, http_response_status_code: status };
      telemetry.took('http_server_request_duration_seconds', secondsSince(began), labels);
    });
    if (span) span.run(() => handle(request, response));
    else handle(request, response);
  };
}
