/** What `pnpm licenses list --json` says of packages with one licence. */
type Licensed = {
  readonly name: string;
  readonly versions: readonly string[];
  readonly license: string;
  readonly homepage?: string;
  readonly description?: string;
};
export type Listed = Readonly<Record<string, readonly Licensed[]>>;

export type Product = { readonly name: string; readonly version: string; readonly license: string };

/** https://github.com/package-url/purl-spec: the scope is a part of the name. */
const purlOf = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${version}`;
const licenceOf = (license: string) => (/ (AND|OR|WITH) /.test(license) ? { expression: license } : { license: { name: license } });

/** What the product is made of, in CycloneDX; `hashes`: the SHA-512 of each package's archive as the lockfile has it, by name and version. */
export function billOf({ name, version, license }: Product, listed: Listed, hashes: ReadonlyMap<string, string>): object {
  const packages = Object.values(listed)
    .flat()
    .flatMap((each) => each.versions.map((of) => ({ ...each, of })))
    .toSorted((a, b) => purlOf(a.name, a.of).localeCompare(purlOf(b.name, b.of), 'en'));
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': name, name, version, licenses: [licenceOf(license)] },
    },
    components: packages.map(({ name: of, of: its, license: under, description }) => {
      const hash = hashes.get(`${of}@${its}`);
      return {
        type: 'library',
        'bom-ref': purlOf(of, its),
        name: of,
        version: its,
        purl: purlOf(of, its),
        ...(description === undefined ? {} : { description }),
        ...(under === 'Unknown' ? {} : { licenses: [licenceOf(under)] }),
        ...(hash === undefined ? {} : { hashes: [{ alg: 'SHA-512', content: hash }] }),
      };
    }),
    dependencies: [{ ref: name, dependsOn: packages.map((each) => purlOf(each.name, each.of)) }],
  };
}

/** The SHA-512 of every package in a lockfile of pnpm, in hexadecimal. */
export const hashesIn = (lockfile: string): Map<string, string> =>
  new Map(
    [...lockfile.matchAll(/^ {2}'?((?:@[^@\s]+\/)?[^@\s]+@[^('\s]+)'?:\n {4}resolution: \{integrity: sha512-([^,}]+)/gm)].map(
      ([, name = '', hash = '']) => [name, Buffer.from(hash, 'base64').toString('hex')],
    ),
  );
