// Generates `rpcs.ts`, the RPCs of each package, and `callers.ts`, who may call each of them.
import { createFileRegistry, getOption, hasOption } from '@bufbuild/protobuf';
import { shout } from './language.mjs';

const OPTIONS = 'junkan.options.v1';

/** @returns the files to write. @throws if an RPC does not declare its callers. */
export function rpcFiles(set) {
  const registry = createFileRegistry(set);
  const option = (name) => registry.getExtension(`${OPTIONS}.${name}`);
  const read = { callers: option('callers'), operation: option('operation') };
  const services = [...registry.files].flatMap(({ proto, services: of }) =>
    of.map((service) => ({
      context: proto.package.split('.')[1],
      path: `./${proto.name.replace(/\.proto$/, '.ts')}`,
      definition: `${service.name}Service`,
      name: nameOf(service),
      isOfCommands: service.name.endsWith('CommandService'),
      callers: service.methods.map((method) => [method.localName, callersOf(method, read)]),
    })),
  );
  return [
    { name: 'rpcs.ts', content: rpcsPart(services) },
    { name: 'callers.ts', content: callersPart(services) },
  ];
}

function callersOf(method, { callers, operation }) {
  const found = [...(hasOption(method, operation) ? ['person'] : []), ...getOption(method, callers)];
  if (found.length === 0) throw new Error(`${method.parent.name}.${method.name} does not say who may call it`);
  return found;
}

/** ProjectQueryService as PROJECT_QUERIES. */
const nameOf = ({ name }) =>
  shout(name.replace(/Service$/, ''))
    .replace(/COMMAND$/, 'COMMANDS')
    .replace(/QUERY$/, 'QUERIES');

const imports = (services, isType) =>
  services.map(({ definition, path }) => `import ${isType ? 'type ' : ''}{ ${definition} } from '${path}';`).join('\n');

const rpcsPart = (services) => `// Generated from the contracts.
${imports(services)}

/** The RPCs of each package, commands and queries together. */
export const RPCS = {
${[...Map.groupBy(services, ({ context }) => context)]
  .map(([context, of]) => `  ${context}: { ${of.map(({ definition }) => `...${definition}`).join(', ')} },`)
  .join('\n')}
} as const;
`;

const callersPart = (services) => `// Generated from the contracts.
import type { Callers, CommandCallers } from '../caller.ts';
import { COMMANDS } from './commands.ts';
${imports(services, true)}
${services.map(servicePart).join('')}`;

const servicePart = ({ context, definition, name, isOfCommands, callers }) => {
  const listed = `{\n${callers.map(([method, who]) => `  ${method}: [${who.map((each) => `'${each}'`).join(', ')}],`).join('\n')}\n}`;
  return isOfCommands
    ? `\nexport const ${name}: CommandCallers<typeof ${definition}> = { commands: COMMANDS.${context}, callers: ${listed} };\n`
    : `\nexport const ${name}: Callers<typeof ${definition}> = ${listed};\n`;
};
