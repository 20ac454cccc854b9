import { type ZodType, z } from 'zod';

type Schema = Record<string, unknown>;
type Response = { readonly $ref?: string; readonly content?: Record<string, { readonly schema: Schema }> };
type Operation = { readonly operationId: string; readonly responses: Record<string, Response> };
type Document = {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, Schema>; readonly responses: Record<string, Response> };
};

const DEFS = '#/$defs/';
const EVENT_STREAM = 'text/event-stream';

/**
 * Holds every answer of an API against the document that the API itself serves. `fetch` is to be used in the place of the
 * global one; what does not fit gathers in `faults`.
 */
export async function described(address: string) {
  const document = (await (await fetch(`${address}/v1/openapi.json`)).json()) as Document;
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      method,
      path: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
      operation,
    })),
  );
  const answered = new Set<string>();
  const faults: string[] = [];
  const made = new Map<string, ZodType>();

  const schemaOf = (schema: Schema): ZodType => {
    const name = JSON.stringify(schema);
    const found = made.get(name) ?? z.fromJSONSchema(JSON.parse(withDefs({ ...schema, $defs: document.components.schemas })));
    made.set(name, found);
    return found;
  };

  async function check(method: string, path: string, response: globalThis.Response): Promise<void> {
    const operation = operations.find((each) => each.method === method.toLowerCase() && each.path.test(path))?.operation;
    const documented = operation?.responses[String(response.status)];
    const resolved = documented?.$ref ? document.components.responses[documented.$ref.split('/').at(-1) ?? ''] : documented;
    const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
    const content = resolved?.content?.[type] ?? resolved?.content?.['*/*'];
    if (!operation || !content) return void faults.push(`${method} ${path}: ${response.status} ${type} is not described`);
    if (response.ok) answered.add(operation.operationId);
    if (!resolved?.content?.[type] || type === EVENT_STREAM) return;
    const read = schemaOf(content.schema).safeParse(await (type.endsWith('json') ? response.json() : response.text()));
    if (!read.success) faults.push(`${method} ${path}: ${z.prettifyError(read.error)}`);
  }

  return {
    faults,
    /** The operations that gave no good answer yet. */
    unanswered: (): string[] => operations.map(({ operation }) => operation.operationId).filter((name) => !answered.has(name)),
    fetch: async (input: string | URL | Request, init?: RequestInit): Promise<globalThis.Response> => {
      const request = new Request(input, init);
      const response = await fetch(request);
      // A stream of events has no end: a copy of it could never be let go.
      const isEndless = response.headers.get('content-type')?.startsWith(EVENT_STREAM) ?? false;
      await check(request.method, new URL(request.url).pathname, isEndless ? response : response.clone());
      return response;
    },
  };
}

const withDefs = (schema: Schema): string => JSON.stringify(schema).replaceAll('#/components/schemas/', DEFS);
