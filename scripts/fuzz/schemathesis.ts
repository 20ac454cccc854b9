import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../.tools/schemathesis/bin/schemathesis', import.meta.url));
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'negative_data_rejection',
  'missing_required_header',
].join(',');

type Asking = { readonly address: string; readonly token: string; readonly config: string; readonly report: string };
type Outcome = { readonly requests: number; readonly failures: number; readonly byStatus: Record<string, number> };

/** One run over the whole description with one person's token; it prints what it finds. */
export async function fuzz({ address, token, config, report }: Asking): Promise<Outcome> {
  const args = ['--config-file', config, 'run', `${address}/v1/openapi.json`, '--url', address, '--checks', CHECKS];
  // One worker: Python 3.11 cannot parse its own sources in two threads in parallel, which Hypothesis does to report them.
  const pace = ['--workers', '1', '--max-examples', '15', '--phases', 'examples,coverage,fuzzing', '--continue-on-failure'];
  const output = ['--report', 'ndjson', '--report-ndjson-path', report, '--no-color', '--warnings', 'off'];
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(PROGRAM, [...args, ...pace, ...output, '-H', `Authorization: Bearer ${token}`, '--generation-database', 'none'], {
      cwd: dirname(report),
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', reject).once('close', resolve);
  });
  const byStatus = statusesIn(await readFile(report, 'utf8'));
  return { requests: Object.values(byStatus).reduce((sum, count) => sum + count, 0), failures: code === 0 ? 0 : 1, byStatus };
}

/** How many answers of each status the report counts. */
function statusesIn(report: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [, status = ''] of report.matchAll(/"status_code":\s*(\d{3})/g)) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
