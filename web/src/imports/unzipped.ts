import { unzipSync } from 'fflate';

type Wanted = { readonly filter: (entry: { readonly path: string }) => boolean };

/**
 * In place of what read-excel-file unzips with: that gives large files to a worker of code in a text, which the site's
 * content security policy forbids.
 */
// biome-ignore lint/style/noDefaultExport: it takes the place of one
export default async function unzipped(bytes: ArrayBuffer, { filter }: Wanted): Promise<Record<string, Uint8Array>> {
  return unzipSync(new Uint8Array(bytes), { filter: ({ name }) => filter({ path: name }) });
}
