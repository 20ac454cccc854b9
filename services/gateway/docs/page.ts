import { escaped } from '@junkan/kit/http/html.ts';
import type { ApiDocument } from './document.ts';

/** The page brings its own style, and nothing else may be loaded or run by it. */
export const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'";

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
summary{cursor:pointer;padding:.25rem 0}code,pre{font:14px/1.45 ui-monospace,monospace}pre{background:#f4f4f4;padding:.75rem;overflow:auto}
.method{display:inline-block;min-width:3.5rem;font-weight:bold}dt{font-weight:bold}:target{outline:3px solid #b58900}
@media (prefers-color-scheme:dark){body{color:#eee;background:#161616}pre{background:#262626}a{color:#8ab4f8}}`;

/** A JSON part of the document, its references as links. */
const shown = (part: unknown): string =>
  `<pre>${escaped(JSON.stringify(part, undefined, 2)).replaceAll(
    /&quot;#\/components\/(\w+)\/([\w.-]+)&quot;/g,
    '&quot;<a href="#$1/$2">#/components/$1/$2</a>&quot;',
  )}</pre>`;

const details = (id: string, summary: string, inner: string): string =>
  `<details id="${escaped(id)}"><summary>${summary}</summary>${inner}</details>`;

type Operation = {
  operationId?: string;
  summary?: string;
  tags?: string[];
  parameters?: unknown;
  requestBody?: unknown;
  responses?: unknown;
};
type Row = { method: string; path: string; operation: Operation };

function rows({ paths = {} }: ApiDocument): Row[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method, path, operation: operation as Operation })),
  );
}

function operation({ method, path, operation }: Row): string {
  const { operationId = path, summary = '', parameters, requestBody, responses } = operation;
  const parts = [
    ['Parameters', parameters],
    ['Body', requestBody],
    ['Answers', responses],
  ] as const;
  const inner = parts.filter(([, part]) => part !== undefined).map(([title, part]) => `<dt>${title}</dt><dd>${shown(part)}</dd>`);
  const heading = `<span class="method">${method.toUpperCase()}</span> <code>${escaped(path)}</code> ${escaped(summary)}`;
  return details(operationId, heading, `<dl>${inner.join('')}</dl>`);
}

/** A page with this inside. */
export const sheetOf = (title: string, inner: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${STYLE}</style></head><body><main>${inner}</main></body></html>`;

/** The document as one page to browse. */
export function pageOf(document: ApiDocument): string {
  const all = rows(document);
  const tags = (document.tags ?? []).map(
    ({ name }) =>
      `<h2>${escaped(name)}</h2>${all
        .filter((row) => row.operation.tags?.includes(name))
        .map(operation)
        .join('')}`,
  );
  const components = (['schemas', 'responses'] as const).map((kind) => {
    const named = Object.entries(document.components?.[kind] ?? {});
    return `<h2>${kind}</h2>${named.map(([name, part]) => details(`${kind}/${name}`, `<code>${escaped(name)}</code>`, shown(part))).join('')}`;
  });
  const { title, description = '' } = document.info;
  return sheetOf(
    `${title}: HTTP API`,
    `<h1>${escaped(title)}: HTTP API</h1><p>${escaped(description)}</p><p><a href="/v1/openapi.json">The OpenAPI document</a>, <a href="/problems">the problems</a></p>${[...tags, ...components].join('')}`,
  );
}
