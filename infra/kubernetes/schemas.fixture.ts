import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Document } from './helm.fixture.ts';

const wheels = fileURLToPath(new URL('../../.tools/helm/lib', import.meta.url));
const python = readdirSync(wheels).find((name) => name.startsWith('python')) ?? '';
const schemas = join(wheels, python, 'site-packages/kubernetes_validate/kubernetes-json-schema');
const own = fileURLToPath(new URL('schemas', import.meta.url));

const read = (path: string): object => JSON.parse(readFileSync(path, 'utf8'));

/** Judges documents by the schemas of one version of Kubernetes, and those that bring their own kinds by what is written here. */
export function judgeOf(version: string): (document: Document) => readonly string[] {
  const folder = join(schemas, `v${version}-local-strict`);
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true, logger: false });
  ajv.addSchema(read(join(folder, '_definitions.json')), '/api/_definitions.json');
  const compiled = new Map<string, ValidateFunction>();
  return (document) => {
    const path = schemaOf(folder, document);
    if (path === undefined) return [`nothing is known of ${document.apiVersion} ${document.kind}`];
    const validate = compiled.get(path) ?? ajv.compile(read(path));
    compiled.set(path, validate);
    if (validate(document)) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
  };
}

function schemaOf(folder: string, { apiVersion, kind }: Document): string | undefined {
  const [version, group] = apiVersion.split('/').reverse();
  const name = [kind.toLowerCase(), group?.split('.')[0], version].filter((part) => part !== undefined).join('-');
  return [join(folder, `${name}.json`), join(own, `${kind.toLowerCase()}.json`)].find(existsSync);
}
