// Builds the web for each language: node build.mjs
import { join } from 'node:path';
import { LANGUAGES } from '@junkan/words/languages.ts';
import { build } from 'vite';
import './forms.mjs';
import './lists.mjs';
import { numbered } from './numbered.mjs';
import './routes.mjs';

for (const locale of LANGUAGES) {
  process.env.JUNKAN_WEB_LOCALE = locale;
  await build({ root: import.meta.dirname, logLevel: 'warn' });
  numbered(join(import.meta.dirname, 'dist', locale));
}
