/** What the registry says of one fault of a package, as `pnpm audit --json` prints it. */
type Advisory = {
  readonly github_advisory_id?: string;
  readonly id: number;
  readonly module_name: string;
  readonly severity: string;
  readonly title: string;
};
type Report = { readonly advisories?: Readonly<Record<string, Advisory>>; readonly error?: { readonly code: string } };

/** A fault that is known and does no harm here, and why. */
export type Accepted = { readonly advisory: string; readonly reason: string };

const GRAVE = ['high', 'critical'];

/** The serious vulnerabilities that are not accepted, one per line; undefined if the registry did not answer. */
export function graveFaults(printed: string, accepted: readonly Accepted[]): readonly string[] | undefined {
  const { advisories } = reportIn(printed);
  if (!advisories) return undefined;
  const known = new Set(accepted.filter(({ reason }) => reason.trim() !== '').map(({ advisory }) => advisory));
  return Object.values(advisories)
    .filter(({ severity }) => GRAVE.includes(severity))
    .map((advisory) => ({ ...advisory, name: advisory.github_advisory_id ?? String(advisory.id) }))
    .filter(({ name }) => !known.has(name))
    .map(({ name, severity, module_name: module, title }) => `${severity}: ${module}: ${title} (${name})`);
}

function reportIn(printed: string): Report {
  try {
    return JSON.parse(printed) as Report;
  } catch {
    return {};
  }
}
