// Builds the web for each language: node build.mjs
import { LANGUAGES } from '@junkan/words/languages.ts';
import { build } from 'vite';
import './forms.mjs';
import './lists.mjs';
import './routes.mjs';

for (const locale of LANGUAGES) {
  process.env.JUNKAN_WEB_LOCALE = locale;
  await build({ root: import.meta.dirname, logLevel: 'warn' });
}
