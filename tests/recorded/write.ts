import { existsSync, mkdirSync, writeFileSync } from 'node:fs';

// Writes the versions of the folds and the schemas of the views: set-up runs this whenever something has changed that they come from.

const FILE = new URL('../../proto/gen/versions.ts', import.meta.url);
// The folds and the views are loaded to be hashed, and each of them names its own version.
if (!existsSync(FILE)) {
  mkdirSync(new URL('.', FILE), { recursive: true });
  writeFileSync(FILE, 'export const FOLD_VERSIONS = {};\nexport const VIEW_SCHEMAS = {};\n');
}
const { versionsModule } = await import('./versions.ts');
writeFileSync(FILE, versionsModule());
