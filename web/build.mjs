// Builds the web for each language: node build.mjs
import { build } from 'vite';
import './forms.mjs';
import { LOCALES } from './messages.mjs';

for (const locale of LOCALES) {
  process.env.JUNKAN_WEB_LOCALE = locale;
  await build({ root: import.meta.dirname, logLevel: 'warn' });
}
