// Generates `reads.ts`: the queries that answer one item of the HTTP API, from their options.
import { endpointOf, fieldsOf, literal, rulesOf } from './commands.mjs';
import { comments } from './comments.ts';
import { contractsIn } from './options.mjs';

/** @returns the files to write; @throws where a query has an operation that reads no item. */
export function readFiles(set) {
  const { registry, option } = contractsIn(set);
  const read = { codes: option('codes'), rule: option('rule'), operation: option('operation'), commentOf: comments(set.file) };
  const contexts = [...registry.files].flatMap(({ proto, services }) =>
    services
      .filter(({ name }) => name.endsWith('QueryService'))
      .map(({ methods }) => {
        const reads = methods.filter((method) => read.operation(method)).map((method) => [method.localName, readOf(method, read)]);
        return { context: proto.package.split('.')[1], reads };
      }),
  );
  return [{ name: 'reads.ts', content: readsPart(contexts.filter(({ reads }) => reads.length > 0)) }];
}

function readOf(method, read) {
  const given = read.operation(method);
  const fields = fieldsOf(method.input, read, { lists: new Map(), messages: new Map() });
  const inPath = new Set(Object.values(endpointOf(method, fields, given).parts));
  if (given.method.case !== 'get' || fields.some(({ name }) => !inPath.has(name)))
    throw new Error(`${method.name} answers one item: its operation gets it by a path that names all of its request`);
  return { request: rulesOf(fields), operation: endpointOf(method, fields, given), answer: method.output.typeName };
}

const readsPart = (contexts) => `// Generated from the contracts.
import type { Reads } from '../command.ts';

/** The queries of every context that answer one item as it is published, by its name. */
export const READS = {
${contexts.map(({ context, reads }) => `  ${context}: {\n${reads.map(([name, read]) => `    ${name}: ${literal(read)},`).join('\n')}\n  },`).join('\n')}
} as const satisfies Readonly<Record<string, Reads>>;
`;
