import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { VERSION } from './version.ts';

const text = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

test('the chart, the packages and the changelog know the one version', () => {
  const chart = text('../infra/kubernetes/Chart.yaml');
  expect(chart).toContain(`\nversion: ${VERSION}\n`);
  expect(chart).toContain(`\nappVersion: "${VERSION}"\n`);
  expect(JSON.parse(text('package.json'))).toMatchObject({ version: VERSION });
  const versions = [...text('../CHANGELOG.md').matchAll(/^## (.+)$/gm)].map(([, title]) => title);
  expect(versions[0]).toBe('Unreleased');
  if (versions.length > 1) expect(versions[1]).toMatch(new RegExp(`^${VERSION.replaceAll('.', '\\.')}, \\d{4}-\\d\\d-\\d\\d$`));
});
