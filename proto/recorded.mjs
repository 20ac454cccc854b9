// Generates `recorded.ts`: all that may be recorded, each event with its fields at every depth and their codes, as its contracts declare it.
import { contractsIn } from './options.mjs';

const COMMON = 'junkan.common.v1';

/** @returns the file to write. */
export function recordedFile(set) {
  const { registry, option } = contractsIn(set);
  const [event, sharedEvents, codesOf] = [option('event'), option('shared_events'), option('codes')];
  const files = [...registry.files];
  const own = files.flatMap(({ messages }) => messages.filter(event));
  const shared = files.flatMap((file) => sharedEvents(file) ?? []).map(({ message }) => registry.getMessage(`${COMMON}.${message}`));
  const lists = new Map(
    files.flatMap(({ proto, messages }) =>
      messages.flatMap(({ fields }) =>
        fields.flatMap((field) => {
          const { name, values = [] } = codesOf(field) ?? {};
          return values.length > 0 ? [[`${proto.package} ${name}`, values]] : [];
        }),
      ),
    ),
  );
  const codesIn = (field) => {
    const { name, values = [] } = codesOf(field) ?? {};
    return values.length > 0 ? values : (lists.get(`${field.parent.file.proto.package} ${name}`) ?? []);
  };
  const fieldsOf = (message, path, within) =>
    message.fields.flatMap((field) => {
      const at = `${path}.${field.jsonName}`;
      const inner = field.message && !within.includes(field.message) ? fieldsOf(field.message, at, [...within, field.message]) : [];
      return [at, ...codesIn(field).map((code) => `${at}=${code}`), ...inner];
    });
  const all = [...new Set([...own, ...shared])].flatMap((message) => [message.name, ...fieldsOf(message, message.name, [message])]);
  return { name: 'recorded.ts', content: fileOf(all.toSorted()) };
}

const fileOf = (all) => `// Generated from the contracts.

/** All that may be recorded: the kinds of events, their fields at every depth (\`Kind.field.inner\`), and the codes of these (\`Kind.field=code\`). */
export const RECORDED: readonly string[] = [
${all.map((name) => `  '${name}',`).join('\n')}
];
`;
